import { command, type Lasting, opening, pair, part, plain, REGION, said, shown } from '../../domain/change-forms.ts'
import { defineService, type ServiceRow } from '../../domain/service-row.ts'

const SERVER_ID = said('serverId')
const SERVER = plain({
  kind: 'exposure',
  noun: 'file transfer server',
  id: SERVER_ID,
  remove: ['transfer delete-server', 'server-id'],
})
const NAME = said('userName')
const USER: Lasting = {
  kind: 'persistence',
  subject: part(SERVER.subject, 'user', NAME),
  words: (call) => `user \`${shown(NAME)(call)}\` of ${SERVER.words(call)}, with role \`${shown(said('role'))(call)}\``,
  remove: command('transfer delete-user', { 'server-id': SERVER_ID, 'user-name': NAME, region: REGION }),
}
const KEY_ID = said('sshPublicKeyId')
const KEY: Lasting = {
  kind: 'persistence',
  subject: part(USER.subject, 'key', KEY_ID),
  words: (call) => `key \`${shown(KEY_ID)(call)}\` of user \`${shown(NAME)(call)}\` of ${SERVER.words(call)}`,
  remove: command('transfer delete-ssh-public-key', {
    'server-id': SERVER_ID,
    'user-name': NAME,
    'ssh-public-key-id': KEY_ID,
    region: REGION,
  }),
}

const row: ServiceRow = defineService({
  service: 'transfer',
  sources: ['transfer.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: {
    ...pair(SERVER, 'CreateServer', 'DeleteServer'),
    ...pair(USER, 'CreateUser', 'DeleteUser'),
    ...pair(KEY, 'ImportSshPublicKey', 'DeleteSshPublicKey'),
    UpdateUser: opening(
      'persistence',
      part(USER.subject, 'content'),
      (call) => `changed user \`${shown(NAME)(call)}\` of ${SERVER.words(call)}: its role, home or policy`,
      USER.remove,
    ),
  },
  cite: 'AWS Transfer Family API reference',
  examples: [
    {
      name: 'a user gets the files that a role reaches',
      record: {
        eventSource: 'transfer.amazonaws.com',
        eventName: 'CreateUser',
        requestParameters: {
          serverId: 's-1234567890abcdef0',
          userName: 'TrailDiscover',
          role: 'arn:aws:iam::123456789012:role/TrailDiscover',
          homeDirectory: '/TrailDiscover',
        },
        responseElements: { serverId: 's-1234567890abcdef0', userName: 'TrailDiscover' },
      },
      changes: [
        {
          kind: 'persistence',
          subject: 'file transfer server s-1234567890abcdef0 / user TrailDiscover',
          does: 'open',
        },
        {
          kind: 'destruction',
          subject: 'deleted file transfer server s-1234567890abcdef0, user TrailDiscover',
          does: 'close',
        },
      ],
    },
  ],
})

export default row
