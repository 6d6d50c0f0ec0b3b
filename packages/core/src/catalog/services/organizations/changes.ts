import type { CallEvent } from '../../../domain/call.ts'
import {
  command,
  type Lasting,
  made,
  opening,
  part,
  replacing,
  said,
  shown,
  unmade,
  type Words,
} from '../../../domain/change-forms.ts'
import { about, closing, type FromCall } from '../../../domain/change-spec.ts'
import { pick, pickText } from '../../../domain/json.ts'
import type { CallChanges } from '../../../domain/service-row.ts'

const [POLICY, TARGET] = [said('policyId'), said('targetId')]
const POLICY_ID: FromCall = (call) => POLICY(call) ?? pickText(call.response, 'policy.policySummary.id')

const RULE: Lasting = {
  kind: 'configuration',
  subject: about('organization policy', POLICY_ID),
  words: (call) => `organization policy \`${pickText(call.request, 'name') ?? shown(POLICY_ID)(call)}\``,
  remove: command('organizations delete-policy', { 'policy-id': POLICY_ID }),
}

const on = { 'policy-id': POLICY, 'target-id': TARGET }
const ATTACHED: Lasting = {
  kind: 'configuration',
  subject: part(RULE.subject, 'on', TARGET),
  words: (call) => `${RULE.words(call)} of \`${shown(TARGET)(call)}\``,
  remove: command('organizations detach-policy', on),
  remake: command('organizations attach-policy', on),
  sentences: [
    (call) => `attached ${RULE.words(call)} to \`${shown(TARGET)(call)}\``,
    (call) => `detached ${RULE.words(call)} from \`${shown(TARGET)(call)}\`, and with it the limits that it set`,
  ],
}

const [TYPE, ROOT] = [said('policyType'), said('rootId')]
const TYPES: FromCall = (call) =>
  TYPE(call) === null ? null : `organization policies of type ${TYPE(call)} off under ${shown(ROOT)(call)}`
const typeOption = { 'root-id': ROOT, 'policy-type': TYPE }

const ACCOUNT: FromCall = (call) => said('accountId')(call) ?? pickText(call.response, 'createAccountStatus.id')
const [ADMIN, SERVICE] = [said('accountId'), said('servicePrincipal')]

const DELEGATED: Lasting = {
  kind: 'persistence',
  subject: (call) =>
    ADMIN(call) === null ? null : `delegated administrator ${ADMIN(call)} of ${shown(SERVICE)(call)}`,
  words: (call) => `delegated administrator \`${shown(ADMIN)(call)}\` of \`${shown(SERVICE)(call)}\``,
  remove: command('organizations deregister-delegated-administrator', {
    'account-id': ADMIN,
    'service-principal': SERVICE,
  }),
  remake: command('organizations register-delegated-administrator', {
    'account-id': ADMIN,
    'service-principal': SERVICE,
  }),
}

const TRUSTED: FromCall = ({ account, ...rest }) =>
  SERVICE({ account, ...rest }) === null ? null : `trusted access ${account} ${SERVICE({ account, ...rest })}`
const UNTRUSTED = about('no', TRUSTED)
const access = (verb: string): Words =>
  command(`organizations ${verb}-aws-service-access`, { 'service-principal': SERVICE })
const trusts: Words = (call) => `let \`${shown(SERVICE)(call)}\` act in all accounts of the organization`
const trustsNot: Words = (call) =>
  `withdrew the access of \`${shown(SERVICE)(call)}\` to the organization, and with it what that service records there`

const membership: FromCall = ({ account }) => `membership in its organization of ${account}`

const HANDSHAKE: FromCall = (call) => pickText(call.response, 'handshake.id') ?? said('handshakeId')(call)
const invited: FromCall = (call) => pickText(call.request, 'target.id')

function removed(id: FromCall, words: Words): CallChanges {
  return opening(
    'logging',
    (call) => (id(call) === null ? null : `membership in its organization of ${id(call)}`),
    (call) => `${words(call)}: its limits and its trails no longer apply there`,
    () => 'invite the account again: aws organizations invite-account-to-organization',
  )
}

const RESOURCE: FromCall = ({ account }) => `policy of the organization of ${account}`
const dropPolicy: Words = () => 'aws organizations delete-resource-policy'

function isNamed(call: CallEvent): boolean {
  return pick(call.request, 'content') !== undefined
}

/** What calls on the organization change for longer than themselves. */
export const CHANGES: Readonly<Record<string, CallChanges>> = {
  LeaveOrganization: removed(
    (call) => call.account,
    (call) => `took account \`${call.account}\` out of its organization`,
  ),
  RemoveAccountFromOrganization: removed(
    said('accountId'),
    (call) => `removed account \`${shown(said('accountId'))(call)}\` from the organization`,
  ),
  AcceptHandshake: [
    closing('logging', membership, (call) => `accepted an invitation for account \`${call.account}\``),
    opening(
      'persistence',
      (call) => `handshake ${HANDSHAKE(call) ?? call.eventId} accepted`,
      (call) => `accepted an invitation or a request of an organization for account \`${call.account}\``,
      () => 'leave that organization again: aws organizations leave-organization',
    ),
  ],
  InviteAccountToOrganization: opening(
    'persistence',
    about('invitation', HANDSHAKE),
    (call) => `invited account \`${invited(call) ?? 'unknown'}\` into the organization`,
    command('organizations cancel-handshake', { 'handshake-id': HANDSHAKE }),
  ),
  CancelHandshake: closing('persistence', about('invitation', HANDSHAKE), () => 'cancelled an invitation'),
  CreateAccount: opening(
    'persistence',
    about('new account', ACCOUNT),
    (call) => `created an account in the organization: \`${pickText(call.request, 'accountName') ?? 'unknown'}\``,
    () => 'close the new account: aws organizations close-account (its id stands in the list of accounts)',
  ),
  CloseAccount: opening(
    'destruction',
    about('closed account', said('accountId')),
    (call) => `closed account \`${shown(said('accountId'))(call)}\``,
    () => 'write to AWS Support within 90 days, after which the account is gone',
  ),
  MoveAccount: replacing(
    'configuration',
    about('place of account', said('accountId')),
    (call) =>
      `moved account \`${shown(said('accountId'))(call)}\` from \`${shown(said('sourceParentId'))(call)}\` to \`${shown(said('destinationParentId'))(call)}\`, where other limits apply`,
    command('organizations move-account', {
      'account-id': said('accountId'),
      'source-parent-id': said('destinationParentId'),
      'destination-parent-id': said('sourceParentId'),
    }),
  ),
  CreatePolicy: made(RULE),
  UpdatePolicy: replacing(
    'configuration',
    part(RULE.subject, 'content'),
    (call) => `changed ${RULE.words(call)}`,
    command('organizations update-policy --content file://former-policy.json', { 'policy-id': POLICY }),
  ).map((spec) => (spec.does === 'close' ? { ...spec, when: isNamed } : spec)),
  DeletePolicy: unmade(RULE),
  AttachPolicy: made(ATTACHED),
  DetachPolicy: unmade(ATTACHED),
  DisablePolicyType: opening(
    'configuration',
    TYPES,
    (call) => `switched off all policies of type \`${shown(TYPE)(call)}\` under \`${shown(ROOT)(call)}\``,
    command('organizations enable-policy-type', typeOption),
  ),
  EnablePolicyType: closing('configuration', TYPES, (call) => `switched on policies of type \`${shown(TYPE)(call)}\``),
  RegisterDelegatedAdministrator: made(DELEGATED),
  DeregisterDelegatedAdministrator: unmade(DELEGATED),
  EnableAWSServiceAccess: [
    opening('persistence', TRUSTED, trusts, access('disable')),
    closing('logging', UNTRUSTED, trusts),
  ],
  DisableAWSServiceAccess: [
    opening('logging', UNTRUSTED, trustsNot, access('enable')),
    closing('persistence', TRUSTED, trustsNot),
  ],
  PutResourcePolicy: replacing(
    'persistence',
    RESOURCE,
    () => 'let other accounts manage the organization by a resource policy',
    dropPolicy,
  ),
  DeleteResourcePolicy: closing('persistence', RESOURCE, () => 'deleted the resource policy of the organization'),
}
