import type { CallEvent } from '../../../domain/call.ts'
import {
  command,
  endings,
  type Lasting,
  made,
  replacing,
  said,
  shown,
  unmade,
  type Words,
} from '../../../domain/change-forms.ts'
import { type FromCall, granteeWords } from '../../../domain/change-spec.ts'
import { type Json, pick, pickNumber } from '../../../domain/json.ts'
import { allowStatements, principalsOf, readPolicy } from '../../../domain/policy-document.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { of, ROLE, subjectOf, wordsOf } from './names.ts'

/** Who may take on the role by a trust policy, in words. */
function trusted(document: Json | undefined): string {
  const policy = readPolicy(document)
  if (policy === null) return 'whom the record does not show'
  const who = [...new Set(allowStatements(policy).flatMap(principalsOf))]
  return who.length === 0 ? 'nobody' : granteeWords(who)
}

const named = wordsOf(ROLE)

const ITSELF: Lasting = {
  kind: 'persistence',
  subject: subjectOf(ROLE),
  words: named,
  remove: command('iam delete-role', { 'role-name': ROLE.name }),
}

const CREATED: Lasting = {
  ...ITSELF,
  words: (call) =>
    `${named(call)}, which lets itself be assumed by ${trusted(pick(call.request, 'assumeRolePolicyDocument'))}`,
}

const TRUST = of(ROLE, 'trust')
const trustSet: Words = (call) =>
  `let ${named(call)} be assumed by ${trusted(pick(call.request, 'policyDocument'))}, in place of its former trust`

const SERVED: Lasting = {
  ...ITSELF,
  remove: command('iam delete-service-linked-role', { 'role-name': ROLE.name }),
  words: (call) => `${named(call)} of service \`${said('aWSServiceName')(call) ?? 'unknown'}\``,
}

const PROFILE_NAME = said('instanceProfileName')

/** A name in the account: IAM has no regions. */
function inAccount(noun: string, name: FromCall): FromCall {
  return (call) => (name(call) === null ? null : `${noun} ${call.account}:${name(call)}`)
}

const PROFILE: Lasting = {
  kind: 'configuration',
  subject: inAccount('instance profile', PROFILE_NAME),
  words: (call) => `instance profile \`${shown(PROFILE_NAME)(call)}\``,
  remove: command('iam delete-instance-profile', { 'instance-profile-name': PROFILE_NAME }),
}

const both: Readonly<Record<string, FromCall>> = {
  'instance-profile-name': PROFILE_NAME,
  'role-name': ROLE.name,
}

/** A role in an instance profile: hosts with that profile get its rights. */
const CARRIED: Lasting = {
  kind: 'persistence',
  subject: of(ROLE, 'instance profile', PROFILE_NAME),
  words: (call) => `${named(call)} in ${PROFILE.words(call)}`,
  remove: command('iam remove-role-from-instance-profile', both),
  remake: command('iam add-role-to-instance-profile', both),
  sentences: [
    (call) => `put ${named(call)} into ${PROFILE.words(call)}, for hosts to use`,
    (call) => `took ${named(call)} out of ${PROFILE.words(call)}`,
  ],
}

const DURATION = of(ROLE, 'longest session')
const seconds = (call: CallEvent): number | null => pickNumber(call.request, 'maxSessionDuration')

/** What calls on roles and instance profiles change for longer than themselves. */
export const ROLE_CHANGES: Readonly<Record<string, CallChanges>> = {
  CreateRole: made(CREATED),
  // IAM deletes no role that still has policies or a place in an instance profile: those end by calls of their own before.
  DeleteRole: [
    ...unmade(ITSELF),
    ...endings('persistence', [TRUST, of(ROLE, 'boundary'), DURATION], (call) => `deleted ${named(call)}`),
  ],
  UpdateAssumeRolePolicy: replacing(
    'persistence',
    TRUST,
    trustSet,
    command('iam update-assume-role-policy --policy-document file://former-trust.json', { 'role-name': ROLE.name }),
  ),
  UpdateRole: replacing(
    'configuration',
    DURATION,
    (call) => `let sessions of ${named(call)} last ${seconds(call)} seconds`,
    (call) => `${command('iam update-role', { 'role-name': ROLE.name })(call)} --max-session-duration 3600`,
  ).map((spec): ChangeSpec => ({ ...spec, when: (call) => seconds(call) !== null })),
  CreateServiceLinkedRole: made(SERVED),
  DeleteServiceLinkedRole: unmade(ITSELF),
  CreateInstanceProfile: made(PROFILE),
  DeleteInstanceProfile: unmade(PROFILE),
  AddRoleToInstanceProfile: made(CARRIED),
  RemoveRoleFromInstanceProfile: unmade(CARRIED),
}
