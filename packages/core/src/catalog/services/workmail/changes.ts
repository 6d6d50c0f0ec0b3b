import { idIn, orUnnamed } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import {
  command,
  type Lasting,
  made,
  opening,
  pair,
  part,
  REGION,
  replacing,
  shown,
  unmade,
} from '../../../domain/change-forms.ts'
import { about, closing, type FromCall } from '../../../domain/change-spec.ts'
import { pick, pickText } from '../../../domain/json.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { exportBucket, GRANTEE, mailboxes, mailboxOf, ORGANISATION_ID, OWNER, permissions, ROLE_ID } from './names.ts'
import { RULE_CHANGES } from './rule-changes.ts'

const IN_ORGANISATION = { 'organization-id': ORGANISATION_ID }
const SUBJECT = about('mailbox', orUnnamed(idIn(mailboxOf, mailboxes)))
const mailbox = (call: CallEvent): string => `mailbox \`${shown(OWNER)(call)}\``

function onMailbox(verb: string, option: string): (call: CallEvent) => string {
  return command(`workmail ${verb}`, { ...IN_ORGANISATION, [option]: OWNER, region: REGION })
}

const PERMITTED = part(SUBJECT, 'permissions of', orUnnamed(GRANTEE))

/** A user, and that it has a mailbox. */
const USER: Lasting = {
  kind: 'persistence',
  subject: part(SUBJECT, 'user'),
  words: (call) => `mail user \`${pickText(call.request, 'name') ?? shown(OWNER)(call)}\``,
  remove: onMailbox('delete-user', 'user-id'),
}
const REGISTERED: Lasting = {
  kind: 'configuration',
  subject: part(SUBJECT, 'registration'),
  words: mailbox,
  remove: onMailbox('deregister-from-work-mail', 'entity-id'),
  remake: () => 'register it again within 30 days; then its content is deleted for good',
}
const ROOM: Lasting = {
  ...REGISTERED,
  subject: part(SUBJECT, 'room'),
  remove: onMailbox('delete-resource', 'resource-id'),
}

const ALIAS = (call: CallEvent): string | null => pickText(call.request, 'alias')
const ADDRESS: Lasting = {
  kind: 'exposure',
  subject: part(SUBJECT, 'address', orUnnamed(ALIAS)),
  words: (call) => `address \`${shown(ALIAS)(call)}\` of ${mailbox(call)}`,
  remove: command('workmail delete-alias', { ...IN_ORGANISATION, 'entity-id': OWNER, alias: ALIAS, region: REGION }),
}

const JOB: FromCall = (call) => pickText(call.response, 'jobId') ?? pickText(call.request, 'jobId')
const EXPORT = about('export of mailbox', JOB)

const ROLE: Lasting = {
  kind: 'persistence',
  subject: about('impersonation role', ROLE_ID),
  words: (call) =>
    `role \`${pickText(call.request, 'name') ?? shown(ROLE_ID)(call)}\` that acts for mailboxes of organisation \`${shown(ORGANISATION_ID)(call)}\``,
  remove: command('workmail delete-impersonation-role', {
    ...IN_ORGANISATION,
    'impersonation-role-id': ROLE_ID,
    region: REGION,
  }),
}

const memberOf =
  (key: string): FromCall =>
  (call) =>
    pickText(call.request, key)

/** Whoever belongs to a group gets its mail, and whoever is a delegate of a room what it is sent. */
function member(noun: string, whole: string, one: string, verb: string): Lasting {
  const [group, who] = [memberOf(whole), memberOf(one)]
  const id: FromCall = (call) => (group(call) === null || who(call) === null ? null : `${group(call)} ${who(call)}`)
  const options = { group: 'group-id', resource: 'resource-id', member: 'member-id', entity: 'entity-id' }
  return {
    kind: 'exposure',
    subject: about(noun, id),
    words: (call) => `\`${shown(who)(call)}\` as ${noun} of \`${shown(group)(call)}\``,
    remove: command(`workmail ${verb}`, {
      ...IN_ORGANISATION,
      [whole === 'groupId' ? options.group : options.resource]: group,
      [one === 'memberId' ? options.member : options.entity]: who,
      region: REGION,
    }),
  }
}

const MEMBER = member('member', 'groupId', 'memberId', 'disassociate-member-from-group')
const DELEGATE = member('delegate', 'resourceId', 'entityId', 'disassociate-delegate-from-resource')

/** Bookings and mail of one address are from now on taken by another one. */
const RENAMED: readonly ChangeSpec[] = replacing(
  'configuration',
  part(SUBJECT, 'primary address'),
  (call) => `gave ${mailbox(call)} the address \`${pickText(call.request, 'email') ?? 'unknown'}\``,
  (call) => `${onMailbox('update-primary-email-address', 'entity-id')(call)} --email FORMER_ADDRESS`,
)

const ORGANISATION: Lasting = {
  kind: 'configuration',
  subject: about('mail organisation', ORGANISATION_ID),
  words: (call) => `mail organisation \`${shown(ORGANISATION_ID)(call)}\``,
  remove: (call) =>
    `${command('workmail delete-organization', { ...IN_ORGANISATION, region: REGION })(call)} --delete-directory`,
  remake: () => 'nothing brings back the mailboxes of a deleted organisation, unless its directory was kept',
}

/** What calls on mail organisations change for longer than themselves. */
export const CHANGES: Readonly<Record<string, CallChanges>> = {
  ...RULE_CHANGES,
  StartMailboxExportJob: opening(
    'exposure',
    EXPORT,
    (call) => `exported ${mailbox(call)} to \`${shown(exportBucket)(call)}\``,
    (call) =>
      `${command('workmail cancel-mailbox-export-job', { ...IN_ORGANISATION, 'job-id': JOB, region: REGION })(call)} (while it runs; what was written stays in the bucket)`,
  ),
  CancelMailboxExportJob: closing('exposure', EXPORT, () => 'cancelled an export of a mailbox'),
  PutMailboxPermissions: replacing(
    'exposure',
    PERMITTED,
    (call) => `gave \`${shown(GRANTEE)(call)}\` \`${permissions(call).join(', ')}\` on ${mailbox(call)}`,
    command('workmail delete-mailbox-permissions', {
      ...IN_ORGANISATION,
      'entity-id': OWNER,
      'grantee-id': GRANTEE,
      region: REGION,
    }),
  ),
  DeleteMailboxPermissions: closing(
    'exposure',
    PERMITTED,
    (call) => `took the permissions of \`${shown(GRANTEE)(call)}\` on ${mailbox(call)}`,
  ),
  ...pair(ROLE, 'CreateImpersonationRole', 'DeleteImpersonationRole'),
  UpdateImpersonationRole: replacing(
    'persistence',
    part(ROLE.subject, 'content'),
    (call) => `changed ${ROLE.words(call)}: whom it acts for, or how`,
    ROLE.remove,
  ),
  ResetPassword: opening(
    'persistence',
    part(SUBJECT, 'password'),
    (call) => `set a new password for ${mailbox(call)}`,
    (call) => `${onMailbox('reset-password', 'user-id')(call)} --password NEW_PASSWORD`,
  ),
  ...pair(USER, 'CreateUser', 'DeleteUser'),
  RegisterToWorkMail: made(REGISTERED),
  DeregisterFromWorkMail: unmade(REGISTERED),
  ...pair(ROOM, 'CreateResource', 'DeleteResource'),
  ...pair(ADDRESS, 'CreateAlias', 'DeleteAlias'),
  UpdatePrimaryEmailAddress: RENAMED,
  ...pair(MEMBER, 'AssociateMemberToGroup', 'DisassociateMemberFromGroup'),
  ...pair(DELEGATE, 'AssociateDelegateToResource', 'DisassociateDelegateFromResource'),
  ...pair(ORGANISATION, 'CreateOrganization', 'DeleteOrganization'),
  PutRawMessageContent: opening(
    'configuration',
    (call) => `replaced message ${pickText(call.request, 'messageId') ?? call.eventId}`,
    (call) =>
      `replaced the content of message \`${pickText(call.request, 'messageId') ?? 'unknown'}\` on its way by an object of bucket \`${String(pick(call.request, 'content.s3Reference.bucket') ?? 'unknown')}\``,
    () => 'a message that was delivered cannot be taken back',
  ),
}
