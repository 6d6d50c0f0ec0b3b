import type { ServiceExample } from '../../../domain/service-row.ts'
import { CHANGE_EXAMPLES } from './change-examples.ts'
import { BOX, command, item, MAILBOX, TENANT } from './example-records.ts'
import { RULE_EXAMPLES } from './rule-examples.ts'

const INBOX = {
  Path: '\\Inbox',
  FolderItems: [{ InternetMessageId: '<a@example.net>' }, { InternetMessageId: '<b@example.net>' }],
}

function accessed(type: string, throttled: boolean, more: object): object {
  return item('MailItemsAccessed', {
    OperationProperties: [
      { Name: 'MailAccessType', Value: type },
      { Name: 'IsThrottled', Value: throttled ? 'True' : 'False' },
    ],
    ...more,
  })
}

const READ = { store: MAILBOX, effect: 'read' } as const

/** What is read, sent, thrown away, let in and exported. */
export const EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'messages that were opened, each once',
    record: accessed('Bind', false, { Folders: [INBOX, { ...INBOX, Path: '\\Archive' }] }),
    touches: [
      { ...READ, object: '<a@example.net>' },
      { ...READ, object: '<b@example.net>' },
    ],
  },
  {
    name: 'a folder that a program fetched',
    record: accessed('Sync', false, { Item: { ParentFolder: { Path: '\\Inbox', Name: 'Inbox' } } }),
    touches: [{ ...READ, object: '\\Inbox' }],
  },
  {
    name: 'a throttled record: what came after it is recorded nowhere',
    record: accessed('Bind', true, { Folders: [INBOX] }),
    touches: [
      { ...READ, object: '<a@example.net>' },
      { ...READ, object: '<b@example.net>' },
      { ...READ, object: '\\Inbox' },
      { ...READ, object: 'every folder' },
    ],
  },
  {
    name: 'a record that names neither message nor folder',
    record: accessed('Bind', false, {}),
    touches: [{ ...READ, object: 'every folder' }],
  },
  {
    name: 'a message that an administrator opened',
    record: item('MessageBind', { Item: { InternetMessageId: '<a@example.net>' }, LogonType: 1 }),
    touches: [{ ...READ, object: '<a@example.net>' }],
  },
  {
    name: 'a program logs in',
    record: item('MailboxLogin', {}),
    touches: [{ store: MAILBOX, effect: 'listed', object: null }],
  },
  {
    name: 'mail is sent, which reads nothing',
    record: item('Send', { Item: { InternetMessageId: '<c@example.com>', Subject: 'Invoice' } }),
    touches: [
      { store: `mail-identity/${TENANT}/dana@example.com`, effect: 'sent-as', object: '<c@example.com>' },
      { store: MAILBOX, effect: 'named' },
    ],
  },
  {
    name: 'mail is sent as somebody else',
    record: item('SendAs', { Item: { InternetMessageId: '<d@example.com>' }, SendAsUserSmtp: 'CFO@example.com' }),
    touches: [
      { store: `mail-identity/${TENANT}/cfo@example.com`, effect: 'sent-as' },
      { store: MAILBOX, effect: 'named' },
    ],
  },
  {
    name: 'messages are moved out of sight',
    record: item('MoveToDeletedItems', { AffectedItems: [{ InternetMessageId: '<a@example.net>' }] }),
    touches: [{ store: MAILBOX, effect: 'written', object: '<a@example.net>' }],
  },
  {
    name: 'messages are destroyed',
    record: item('HardDelete', { AffectedItems: [{ InternetMessageId: '<a@example.net>' }, { Id: 'LgAAAB' }] }),
    touches: [
      { store: MAILBOX, effect: 'destroyed', object: '<a@example.net>' },
      { store: MAILBOX, effect: 'destroyed', object: 'LgAAAB' },
    ],
  },
  {
    name: 'a mailbox without an address is told by its id',
    record: item('FolderBind', { MailboxOwnerUPN: '', Item: { ParentFolder: { Path: '\\Sent Items' } } }),
    touches: [{ store: `mailbox/${TENANT}/#${BOX}`, effect: 'listed', object: '\\Sent Items' }],
  },
  {
    name: 'a reading of nobody’s mailbox in particular, by an administrator',
    record: item('MessageBind', { MailboxOwnerUPN: '', MailboxGuid: '', LogonType: 1, Item: { Id: 'LgAAAB' } }),
    touches: [{ store: `mailboxes/${TENANT}`, effect: 'read', object: 'LgAAAB' }],
  },
  {
    name: 'an owner’s record without the owner is of the own mailbox',
    record: item('MessageBind', { MailboxOwnerUPN: '', MailboxGuid: '', Item: { Id: 'LgAAAB' } }),
    touches: [{ store: `mailbox/${TENANT}/dana@example.com`, effect: 'read' }],
  },
  {
    name: 'a search in the own mailbox',
    record: item('SearchQueryInitiatedExchange', {
      MailboxOwnerUPN: undefined,
      MailboxGuid: undefined,
      QueryText: 'password',
    }),
    touches: [{ store: `mailbox/${TENANT}/dana@example.com`, effect: 'listed', object: 'password' }],
  },
  {
    name: 'rights on a folder, given by a mail program',
    record: item('ModifyFolderPermissions', {
      Item: { ParentFolder: { Path: '\\Inbox', MemberUpn: 'Eve@example.com', MemberRights: 'ReadAny' } },
    }),
    touches: [
      { store: MAILBOX, effect: 'named', grantee: 'eve@example.com', grant: 'close' },
      { store: MAILBOX, effect: 'shared', grantee: 'eve@example.com', grant: 'open' },
    ],
  },
  {
    name: 'what a search found in all mailboxes is exported',
    record: command(
      'New-ComplianceSearchAction',
      {},
      { Parameters: '-SearchName "all of it" -Export', ...COMPLIANCE() },
    ),
    touches: [{ store: `mailboxes/${TENANT}`, effect: 'copied-out', object: 'all of it' }],
  },
  {
    name: 'what a search found in two mailboxes is exported',
    record: command(
      'SearchExported',
      {},
      { ...COMPLIANCE(), ExchangeLocations: ['Dana@example.com', 'eve@example.com'] },
    ),
    touches: [
      { store: `mailbox/${TENANT}/dana@example.com`, effect: 'copied-out' },
      { store: `mailbox/${TENANT}/eve@example.com`, effect: 'copied-out' },
    ],
  },
  {
    name: 'a search of all mailboxes is shown and then what it found is taken out',
    record: command('SearchPreviewed', {}, { ...COMPLIANCE(), ExchangeLocations: 'All', Case: 'C1' }),
    touches: [{ store: `mailboxes/${TENANT}`, effect: 'read', object: 'C1' }],
  },
  {
    name: 'what a search found is purged',
    record: command('SearchResultsPurged', {}, COMPLIANCE()),
    touches: [{ store: `mailboxes/${TENANT}`, effect: 'destroyed' }],
  },
  {
    name: 'a search begins',
    record: command('SearchStarted', {}, COMPLIANCE()),
    touches: [{ store: `mailboxes/${TENANT}`, effect: 'listed' }],
  },
  {
    name: 'a mailbox is exported to a share',
    record: command('New-MailboxExportRequest', { Mailbox: 'dana@example.com', FilePath: '\\\\host\\share\\d.pst' }),
    touches: [
      {
        store: `mailbox/${TENANT}/dana@example.com`,
        effect: 'copied-out',
        object: 'every folder',
        grantee: '\\\\host\\share\\d.pst',
      },
    ],
  },
  ...RULE_EXAMPLES,
  ...CHANGE_EXAMPLES,
]

/** What records of searches for content have beside the rest. */
function COMPLIANCE(): object {
  return { RecordType: 24, Workload: 'SecurityComplianceCenter' }
}
