import type { CallEvent } from '../../../domain/call.ts'
import {
  command,
  endings,
  type Lasting,
  made,
  opening,
  part,
  replacing,
  said,
  unmade,
  type Words,
} from '../../../domain/change-forms.ts'
import { about, type FromCall } from '../../../domain/change-spec.ts'
import { isObject, type Json, pick, pickText } from '../../../domain/json.ts'
import { allowStatements, readPolicy } from '../../../domain/policy-document.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { GROUP, type Holder, lastName, of, ROLE, USER, wordsOf } from './names.ts'

const ARN = said('policyArn')
const OWN_ARN: FromCall = (call) => ARN(call) ?? pickText(call.response, 'policy.arn')
const NAME = said('policyName')

/** How much a policy document allows, where that can be said in a word. */
function allows(document: Json | undefined): string {
  const policy = readPolicy(document)
  if (policy === null) return '; the record does not show what it allows'
  const statements = allowStatements(policy)
  if (statements.length === 0) return '; it allows nothing'
  const everything = statements.some((one) => isAll(one['Action']) && isAll(one['Resource']))
  return everything ? '; it allows everything' : ''
}

function isAll(value: Json | undefined): boolean {
  return value === '*' || (Array.isArray(value) && value.includes('*'))
}

const allowed: Words = (call) => allows(pick(call.request, 'policyDocument'))

function attached(holder: Holder): Lasting {
  const on = { [holder.option]: holder.name, 'policy-arn': ARN }
  return {
    kind: 'persistence',
    subject: of(holder, 'attached', ARN),
    words: (call) => `policy \`${lastName(ARN)(call) ?? 'unknown'}\` of ${wordsOf(holder)(call)}`,
    remove: command(`iam detach-${holder.noun}-policy`, on),
    remake: command(`iam attach-${holder.noun}-policy`, on),
    sentences: [
      (call) => `attached policy \`${lastName(ARN)(call) ?? 'unknown'}\` to ${wordsOf(holder)(call)}`,
      (call) => `detached policy \`${lastName(ARN)(call) ?? 'unknown'}\` from ${wordsOf(holder)(call)}`,
    ],
  }
}

function inlined(holder: Holder): Lasting {
  return {
    kind: 'persistence',
    subject: of(holder, 'inline policy', NAME),
    words: (call) => `inline policy \`${NAME(call) ?? 'unknown'}\` of ${wordsOf(holder)(call)}`,
    remove: command(`iam delete-${holder.noun}-policy`, { [holder.option]: holder.name, 'policy-name': NAME }),
  }
}

/** An inline policy was put: it replaces the former one of that name, whoever put that. */
function inlinePut(it: Lasting): readonly ChangeSpec[] {
  const what: Words = (call) => `put ${it.words(call)}${allowed(call)}`
  const [, back] = made(it)
  return [...replacing(it.kind, it.subject, what, it.remove), ...(back === undefined ? [] : [back])]
}

function boundary(holder: Holder): readonly ChangeSpec[] {
  const put = command(`iam put-${holder.noun}-permissions-boundary`, { [holder.option]: holder.name })
  return replacing(
    'persistence',
    of(holder, 'boundary'),
    (call) => {
      const to = said('permissionsBoundary')(call)
      return to === null
        ? `took away the permissions boundary of ${wordsOf(holder)(call)}`
        : `replaced the permissions boundary of ${wordsOf(holder)(call)} by \`${to}\``
    },
    (call) => `${put(call)} --permissions-boundary FORMER_POLICY_ARN`,
  )
}

function onHolder(noun: 'User' | 'Role' | 'Group', holder: Holder): Readonly<Record<string, CallChanges>> {
  return {
    [`Attach${noun}Policy`]: made(attached(holder)),
    [`Detach${noun}Policy`]: unmade(attached(holder)),
    [`Put${noun}Policy`]: inlinePut(inlined(holder)),
    [`Delete${noun}Policy`]: unmade(inlined(holder)),
  }
}

const POLICY: Lasting = {
  kind: 'persistence',
  subject: about('policy', OWN_ARN),
  words: (call) => `policy \`${NAME(call) ?? lastName(OWN_ARN)(call) ?? 'unknown'}\``,
  remove: command('iam delete-policy', { 'policy-arn': OWN_ARN }),
}

const VERSION_ID = said('versionId')
const VERSION: Lasting = {
  kind: 'persistence',
  subject: part(POLICY.subject, 'version', VERSION_ID),
  words: (call) => `version \`${VERSION_ID(call) ?? 'unknown'}\` of ${POLICY.words(call)}`,
  remove: command('iam delete-policy-version', { 'policy-arn': ARN, 'version-id': VERSION_ID }),
}

const DEFAULT = part(POLICY.subject, 'default version')
const DEFAULT_SET = replacing(
  'persistence',
  DEFAULT,
  (call) => `made version \`${VERSION_ID(call) ?? 'unknown'}\` the one in force of ${POLICY.words(call)}`,
  (call) => `${command('iam set-default-policy-version', { 'policy-arn': ARN })(call)} --version-id FORMER_VERSION`,
)

function isDefault(call: CallEvent): boolean {
  const answer = pick(call.response, 'policyVersion')
  const stated = [pick(call.request, 'setAsDefault'), isObject(answer) ? answer['isDefaultVersion'] : undefined]
  return stated.some((value) => value === true || value === 'true')
}

/** What calls on policies and on their being attached change for longer than themselves. */
export const POLICY_CHANGES: Readonly<Record<string, CallChanges>> = {
  ...onHolder('User', USER),
  ...onHolder('Role', ROLE),
  ...onHolder('Group', GROUP),
  PutUserPermissionsBoundary: boundary(USER),
  DeleteUserPermissionsBoundary: boundary(USER),
  PutRolePermissionsBoundary: boundary(ROLE),
  DeleteRolePermissionsBoundary: boundary(ROLE),
  CreatePolicy: made({ ...POLICY, words: (call) => `${POLICY.words(call)}${allowed(call)}` }),
  DeletePolicy: [...unmade(POLICY), ...endings('persistence', [DEFAULT], (call) => `deleted ${POLICY.words(call)}`)],
  CreatePolicyVersion: [
    opening('persistence', VERSION.subject, (call) => `created ${VERSION.words(call)}${allowed(call)}`, VERSION.remove),
    ...DEFAULT_SET.map((spec): ChangeSpec => ({ ...spec, when: isDefault })),
  ],
  DeletePolicyVersion: unmade(VERSION),
  SetDefaultPolicyVersion: DEFAULT_SET,
}
