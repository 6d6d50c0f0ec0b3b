import type { CallEvent } from '../../../domain/call.ts'
import {
  command,
  inPlace,
  type Lasting,
  made,
  pair,
  part,
  plain,
  REGION,
  replacing,
  said,
  shown,
  unmade,
} from '../../../domain/change-forms.ts'
import { about, type FromCall, policyDeleted, policyPut, type Thing } from '../../../domain/change-spec.ts'
import { pick } from '../../../domain/json.ts'
import type { CallChanges } from '../../../domain/service-row.ts'

/** An address or a domain that mail may be sent as; each API has its own word for it. */
const NAME = said('emailIdentity', 'identity', 'emailAddress', 'domain')
const IDENTITY: Lasting = {
  ...plain({
    kind: 'persistence',
    noun: 'sender',
    id: inPlace(NAME),
    name: NAME,
    remove: ['sesv2 delete-email-identity', 'email-identity'],
  }),
  remake: command('sesv2 create-email-identity', { 'email-identity': NAME, region: REGION }),
  sentences: [
    (call) => `asked for the right to send mail as \`${shown(NAME)(call)}\``,
    (call) => `took away the right to send mail as \`${shown(NAME)(call)}\``,
  ],
}

const POLICY_NAME = said('policyName')
const POLICED: Thing = {
  noun: 'sender',
  id: (call) => {
    const found = inPlace(NAME)(call)
    return found === null ? null : `${found} ${shown(POLICY_NAME)(call)}`
  },
  name: shown(NAME),
}
const put = policyPut({
  ...POLICED,
  document: (call) => pick(call.request, 'policy'),
  undo: command('sesv2 delete-email-identity-policy', {
    'email-identity': NAME,
    'policy-name': POLICY_NAME,
    region: REGION,
  }),
})

const SENDING: FromCall = ({ account, region }) => `sending of mail ${account}:${region}`
const switched = (call: CallEvent): string =>
  String(pick(call.request, 'enabled') ?? pick(call.request, 'sendingEnabled') ?? 'unknown')
const sending = replacing(
  'configuration',
  SENDING,
  (call) => `set whether mail may be sent in region \`${call.region}\` to \`${switched(call)}\``,
  (call) =>
    `${command('sesv2 put-account-sending-attributes', { region: REGION })(call)} --${switched(call) === 'true' ? 'no-' : ''}sending-enabled`,
)

const RULE_SET = said('ruleSetName')
const RULE_NAME: FromCall = (call) => {
  const rule = pick(call.request, 'rule')
  return said('ruleName')(call) ?? said('name')({ ...call, request: rule ?? null })
}
/** A rule for mail that arrives: it may copy every mail to a bucket, a topic or a function. */
const RULE: Lasting = {
  kind: 'exposure',
  subject: part(about('receipt rules', inPlace(RULE_SET)), 'rule', RULE_NAME),
  words: (call) => `rule \`${shown(RULE_NAME)(call)}\` for mail that arrives`,
  remove: command('ses delete-receipt-rule', { 'rule-set-name': RULE_SET, 'rule-name': RULE_NAME, region: REGION }),
}

/** What calls on senders, their policies and single rules for mail that arrives change for longer than themselves. */
export const SENDER_CHANGES: Readonly<Record<string, CallChanges>> = {
  CreateEmailIdentity: made(IDENTITY),
  VerifyEmailIdentity: made(IDENTITY),
  VerifyEmailAddress: made(IDENTITY),
  VerifyDomainIdentity: made(IDENTITY),
  DeleteIdentity: unmade(IDENTITY),
  DeleteEmailIdentity: unmade(IDENTITY),
  DeleteVerifiedEmailAddress: unmade(IDENTITY),
  PutIdentityPolicy: put,
  CreateEmailIdentityPolicy: put,
  UpdateEmailIdentityPolicy: put,
  DeleteIdentityPolicy: policyDeleted(POLICED),
  DeleteEmailIdentityPolicy: policyDeleted(POLICED),
  UpdateAccountSendingEnabled: sending,
  PutAccountSendingAttributes: sending,
  PutAccountDetails: replacing(
    'configuration',
    part(SENDING, 'details'),
    (call) => `asked for higher limits of sending mail in region \`${call.region}\``,
    () => 'write to AWS Support to take the request back',
  ),
  ...pair(RULE, 'CreateReceiptRule', 'DeleteReceiptRule'),
  UpdateReceiptRule: replacing(
    'exposure',
    part(RULE.subject, 'content'),
    (call) => `changed ${RULE.words(call)}`,
    RULE.remove,
  ),
}
