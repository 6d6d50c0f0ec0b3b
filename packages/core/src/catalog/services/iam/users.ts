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
} from '../../../domain/change-forms.ts'
import { closing, type FromCall } from '../../../domain/change-spec.ts'
import { pick, pickText } from '../../../domain/json.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { GROUP, type Holder, of, SELF, subjectOf, USER, wordsOf } from './names.ts'

const ITSELF: Lasting = {
  kind: 'persistence',
  subject: subjectOf(USER),
  words: wordsOf(USER),
  remove: command('iam delete-user', { 'user-name': USER.name }),
  remake: (call) =>
    `${command('iam create-user', { 'user-name': USER.name })(call)} (its keys, password and policies do not come back)`,
}

const PROFILE: Lasting = {
  kind: 'persistence',
  subject: of(SELF, 'login profile'),
  words: (call) => `the console password of ${wordsOf(SELF)(call)}`,
  remove: command('iam delete-login-profile', { 'user-name': SELF.name }),
  remake: (call) => `${command('iam create-login-profile', { 'user-name': SELF.name })(call)} --password PASSWORD`,
}

const PASSWORD = of(SELF, 'password')
const PASSWORD_SET = replacing(
  'persistence',
  PASSWORD,
  (call) => `set a new console password of ${wordsOf(SELF)(call)}`,
  (call) => `${command('iam update-login-profile', { 'user-name': SELF.name })(call)} --password NEW_PASSWORD`,
)

const DEVICE = said('serialNumber')
const FACTOR: Lasting = {
  kind: 'persistence',
  subject: of(SELF, 'MFA device', DEVICE),
  words: factor,
  remove: command('iam deactivate-mfa-device', { 'user-name': SELF.name, 'serial-number': DEVICE }),
  sentences: [enabled, deactivated],
}
const WITHOUT_FACTOR = of(SELF, 'without MFA device')

function factor(call: CallEvent): string {
  return `MFA device \`${DEVICE(call) ?? 'unknown'}\` of ${wordsOf(SELF)(call)}`
}

function enabled(call: CallEvent): string {
  return `enabled ${factor(call)}`
}

function deactivated(call: CallEvent): string {
  return `deactivated ${factor(call)}`
}

const VIRTUAL: Lasting = {
  kind: 'configuration',
  subject: (call) => (DEVICE(call) === null ? null : `virtual MFA device ${DEVICE(call)}`),
  words: (call) => `virtual MFA device \`${DEVICE(call) ?? 'unknown'}\``,
  remove: command('iam delete-virtual-mfa-device', { 'serial-number': DEVICE }),
}

const MEMBER: Lasting = {
  kind: 'persistence',
  subject: of(USER, 'group', GROUP.name),
  words: (call) => `the membership of ${wordsOf(USER)(call)} in ${wordsOf(GROUP)(call)}`,
  remove: command('iam remove-user-from-group', { 'user-name': USER.name, 'group-name': GROUP.name }),
  remake: command('iam add-user-to-group', { 'user-name': USER.name, 'group-name': GROUP.name }),
  sentences: [
    (call) => `added ${wordsOf(USER)(call)} to ${wordsOf(GROUP)(call)}`,
    (call) => `removed ${wordsOf(USER)(call)} from ${wordsOf(GROUP)(call)}`,
  ],
}

const ASSEMBLY: Lasting = {
  kind: 'configuration',
  subject: subjectOf(GROUP),
  words: wordsOf(GROUP),
  remove: command('iam delete-group', { 'group-name': GROUP.name }),
}

/** A new name; a call that gives none moved the thing to another path only. */
function renamed(who: Holder, key: string): ChangeSpec {
  const to: FromCall = (call) => pickText(call.request, key)
  const spec = opening(
    'configuration',
    part(subjectOf(who), 'renamed to', to),
    (call) => `renamed ${wordsOf(who)(call)} to \`${to(call) ?? 'unknown'}\``,
    command(`iam update-${who.noun}`, { [who.option]: to, [`new-${who.option}`]: who.name }),
  )
  return { ...spec, when: (call) => to(call) !== null }
}

/** What calls on users, their passwords and their groups change for longer than themselves. */
export const USER_CHANGES: Readonly<Record<string, CallChanges>> = {
  CreateUser: made(ITSELF),
  // IAM deletes no user that still has keys, policies or groups: those end by calls of their own before.
  DeleteUser: [
    ...unmade(ITSELF),
    ...endings(
      'persistence',
      ['login profile', 'password', 'without MFA device', 'boundary'].map((topic) => of(USER, topic)),
      (call) => `deleted ${wordsOf(USER)(call)}`,
    ),
  ],
  UpdateUser: renamed(USER, 'newUserName'),
  CreateLoginProfile: made(PROFILE),
  // A call that asks for a new password at the next sign-in may leave the present one: it ends nothing.
  UpdateLoginProfile: PASSWORD_SET.map(
    (spec): ChangeSpec =>
      spec.does === 'open'
        ? spec
        : { ...spec, when: (call) => pick(call.request, 'passwordResetRequired') === undefined },
  ),
  ChangePassword: PASSWORD_SET,
  DeleteLoginProfile: [
    ...unmade(PROFILE),
    closing('persistence', PASSWORD, (call) => `deleted ${PROFILE.words(call)}`),
  ],
  EnableMFADevice: [...made(FACTOR), closing('persistence', WITHOUT_FACTOR, enabled)],
  DeactivateMFADevice: [
    opening(
      'persistence',
      WITHOUT_FACTOR,
      deactivated,
      command('iam enable-mfa-device', { 'user-name': SELF.name, 'serial-number': DEVICE }),
    ),
    closing('persistence', FACTOR.subject, deactivated),
  ],
  CreateVirtualMFADevice: made(VIRTUAL),
  DeleteVirtualMFADevice: unmade(VIRTUAL),
  CreateGroup: made(ASSEMBLY),
  DeleteGroup: unmade(ASSEMBLY),
  UpdateGroup: renamed(GROUP, 'newGroupName'),
  AddUserToGroup: made(MEMBER),
  RemoveUserFromGroup: unmade(MEMBER),
}
