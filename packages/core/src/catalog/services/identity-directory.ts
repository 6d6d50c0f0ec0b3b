import type { CallEvent } from '../../domain/call.ts'
import { command, type Lasting, opening, pair, part, plain, REGION, said, shown } from '../../domain/change-forms.ts'
import { closing, type FromCall } from '../../domain/change-spec.ts'
import { pickText } from '../../domain/json.ts'
import { type ChangeSpec, defineService, type ServiceRow } from '../../domain/service-row.ts'

const STORE = said('identityStoreId')
const USER: FromCall = (call) => said('userId')(call) ?? said('memberId')(call)
const GROUP = said('groupId')

function entry(noun: string, id: FromCall, name: string): Lasting {
  const title: FromCall = (call) => pickText(call.request, name) ?? id(call)
  return {
    ...plain({
      kind: 'persistence',
      noun: `directory ${noun}`,
      id,
      name: title,
      remove: [`identitystore delete-${noun}`, `${noun}-id`],
    }),
    remove: command(`identitystore delete-${noun}`, { 'identity-store-id': STORE, [`${noun}-id`]: id, region: REGION }),
  }
}

const PERSON = entry('user', said('userId'), 'userName')
const TEAM = entry('group', GROUP, 'displayName')

/** A membership by the user and the group, or by its own id where the call has that alone. */
const MEMBER: Lasting = {
  kind: 'persistence',
  subject: (call) => {
    const own = said('membershipId')(call)
    if (own !== null) return `directory membership ${own}`
    const [user, group] = [USER(call), GROUP(call)]
    return user === null || group === null ? null : `directory membership ${user} in ${group}`
  },
  words: (call) => `the membership of directory user \`${shown(USER)(call)}\` in group \`${shown(GROUP)(call)}\``,
  remove: command('identitystore delete-group-membership', {
    'identity-store-id': STORE,
    'membership-id': said('membershipId'),
    region: REGION,
  }),
}

const PASSWORD = part(PERSON.subject, 'password')
const FACTOR = part(PERSON.subject, 'second factor')
const DISABLED = part(PERSON.subject, 'off')
const person = (call: CallEvent): string => `directory user \`${shown(USER)(call)}\``
const byHand = (): string => 'undo it in the console of IAM Identity Center, under users'

const registered: ChangeSpec = opening(
  'persistence',
  part(PERSON.subject, 'second factor', (call) => call.eventId),
  (call) => `registered a device for the sign-in of ${person(call)}`,
  byHand,
)

const EXTERNAL: FromCall = ({ account }) => `external identity provider of the directory of ${account}`

const row: ServiceRow = defineService({
  service: 'identity-directory',
  sources: ['sso-directory.amazonaws.com', 'identitystore.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: {
    ...pair(PERSON, 'CreateUser', 'DeleteUser'),
    ...pair(TEAM, 'CreateGroup', 'DeleteGroup'),
    ...pair(MEMBER, 'AddMemberToGroup', 'RemoveMemberFromGroup'),
    ...pair(MEMBER, 'CreateGroupMembership', 'DeleteGroupMembership'),
    UpdatePassword: opening('persistence', PASSWORD, (call) => `set a new password of ${person(call)}`, byHand),
    DisableUser: opening('destruction', DISABLED, (call) => `switched off ${person(call)}`, byHand),
    EnableUser: [
      opening('persistence', part(PERSON.subject, 'on'), (call) => `switched on ${person(call)}`, byHand),
      closing('destruction', DISABLED, (call) => `switched on ${person(call)}`),
    ],
    CompleteVirtualMfaDeviceRegistration: registered,
    CompleteWebAuthnDeviceRegistration: registered,
    DeleteMfaDeviceForUser: opening(
      'persistence',
      FACTOR,
      (call) => `took a device for the sign-in from ${person(call)}`,
      byHand,
    ),
    EnableExternalIdPConfigurationForDirectory: opening(
      'persistence',
      EXTERNAL,
      () => 'let an identity provider from outside sign users of the directory in',
      byHand,
    ),
    DisableExternalIdPConfigurationForDirectory: closing(
      'persistence',
      EXTERNAL,
      () => 'ended the sign-in by an identity provider from outside',
    ),
    // Whoever holds such a token may make users and groups from outside.
    CreateBearerToken: opening(
      'persistence',
      ({ eventId }) => `provisioning token ${eventId}`,
      () => 'made a token that lets users and groups be provisioned from outside',
      byHand,
    ),
  },
  cite: 'IAM Identity Center user guide: logging with CloudTrail; Identity Store API reference',
  examples: [
    {
      name: 'a user is made in the directory',
      record: {
        eventSource: 'sso-directory.amazonaws.com',
        eventName: 'CreateUser',
        requestParameters: { identityStoreId: 'd-1234567890', userName: 'backup' },
        responseElements: { user: { userId: '9067f7a1b2-11111111-2222-3333-4444-555555555555' } },
      },
      changes: [
        {
          kind: 'persistence',
          subject: 'directory user 9067f7a1b2-11111111-2222-3333-4444-555555555555',
          does: 'open',
        },
        {
          kind: 'destruction',
          subject: 'deleted directory user 9067f7a1b2-11111111-2222-3333-4444-555555555555',
          does: 'close',
        },
      ],
    },
    {
      name: 'a user becomes a member of a group',
      record: {
        eventSource: 'sso-directory.amazonaws.com',
        eventName: 'AddMemberToGroup',
        requestParameters: {
          identityStoreId: 'd-1234567890',
          groupId: 'g-1',
          member: { memberId: '9067f7a1b2-11111111-2222-3333-4444-555555555555' },
        },
      },
      changes: [
        {
          kind: 'persistence',
          subject: 'directory membership 9067f7a1b2-11111111-2222-3333-4444-555555555555 in g-1',
          does: 'open',
        },
        {
          kind: 'destruction',
          subject: 'deleted directory membership 9067f7a1b2-11111111-2222-3333-4444-555555555555 in g-1',
          does: 'close',
        },
      ],
    },
  ],
})

export default row
