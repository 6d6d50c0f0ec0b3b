import type { TextsOf } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { pickText } from '../../../domain/json.ts'
import { closeAll, openTo } from '../../../domain/policy-grants.ts'
import type { Action, Grant, StoreAt } from '../../../domain/service-row.ts'
import {
  commandMailbox,
  everyMailbox,
  folderMailbox,
  folderOf,
  identityOf,
  ownMailbox,
  parameter,
  parameters,
  recipient,
} from './names.ts'
import { isTold } from './rules.ts'

const MANAGED: Pick<Action, 'logged' | 'names'> = { logged: 'management', names: 'one' }
const SHARED: Omit<Action, 'on'> = { ...MANAGED, effect: 'shared' }
const MAILBOX: StoreAt = { kind: 'mailbox', at: commandMailbox }
const FOLDER: StoreAt = { kind: 'mailbox', at: folderMailbox }

const isYes = (text: string | null): boolean => /^\$?true$/i.test(text ?? '')

/** Whom a command lets in or keeps out. */
const users = (call: CallEvent): readonly string[] =>
  [...parameters('User')(call), ...parameters('Trustee')(call)].map(recipient)

function granted(key: string): (call: CallEvent) => readonly Grant[] {
  return (call) => {
    const found = users(call)
    return openTo(found.length > 0 ? found : ['unknown'], key)
  }
}

function revoked(key: string): (call: CallEvent) => readonly Grant[] {
  return (call) => users(call).map((grantee): Grant => ({ grantee, grant: 'close', key }))
}

const folderKey = (call: CallEvent): string => `folder ${folderOf(call)}`

/** Rights on a folder; the word for none takes away those that there were. */
const onFolder = (call: CallEvent): readonly Grant[] => [
  ...revoked(folderKey(call))(call),
  ...(/^none$/i.test(parameter('AccessRights')(call) ?? '') ? [] : granted(folderKey(call))(call)),
]

/** Rights on a folder as a mail program gives them: the record has them under the item. */
const byProgram = (call: CallEvent): readonly Grant[] => {
  const folder = pickText(call.request, 'Item.ParentFolder.Path')?.toLowerCase() ?? 'unknown'
  const key = `folder ${folder}`
  const grantee = recipient(pickText(call.request, 'Item.ParentFolder.MemberUpn') ?? 'unknown')
  const isNone = /^none$/i.test(pickText(call.request, 'Item.ParentFolder.MemberRights') ?? '')
  const isGone = isNone || /^remove/i.test(call.name)
  return [{ grantee, grant: 'close', key }, ...(isGone ? [] : openTo([grantee], key))]
}

const FOLDERS_BY_PROGRAM: Action = {
  ...SHARED,
  logged: 'data',
  on: { kind: 'mailbox', at: ownMailbox },
  grants: byProgram,
}

/** The address that a command on a mailbox or recipient lets others send as. */
const addresses: TextsOf = (call) => {
  const told = parameter('Identity')(call) ?? pickText(call.request, 'ObjectId')
  return told === null ? [] : [identityOf(call, told.slice(told.lastIndexOf('/') + 1))]
}

const SENDER: Action = { ...MANAGED, effect: 'sent-as', on: { kind: 'mail-identity', at: addresses } }

const BEHALF = 'send on behalf'
const onBehalf = (call: CallEvent): readonly Grant[] => [
  ...closeAll(BEHALF),
  ...openTo(parameters('GrantSendOnBehalfTo')(call).map(recipient), BEHALF),
]

const FULL = 'permission'
const SEND_AS = 'send as'

/** Roles whose holders may act in every mailbox of the tenant. */
const EVERY_MAILBOX = /impersonation|mailbox import export|discovery|mailbox search|mail(?:boxes)?\.read|full_access/i
const isWide = (call: CallEvent): boolean => EVERY_MAILBOX.test(parameter('Role')(call) ?? '')
const SET: StoreAt = { kind: 'mailbox-set', at: everyMailbox }
const roleKey = (call: CallEvent): string => `role ${(parameter('Role')(call) ?? 'unknown').toLowerCase()}`
const roleHolders = (call: CallEvent): readonly string[] =>
  ['User', 'SecurityGroup', 'App', 'Policy'].flatMap((name) => parameters(name)(call)).map(recipient)

/** Rights of others on mailboxes, on folders of them and on addresses. */
export const PERMISSION_ACTIONS: Readonly<Record<string, Action | readonly Action[]>> = {
  'Add-MailboxPermission': {
    ...SHARED,
    on: MAILBOX,
    grants: granted(FULL),
    when: (call) => !isYes(parameter('Deny')(call)),
  },
  'Remove-MailboxPermission': { ...SHARED, on: MAILBOX, grants: revoked(FULL) },
  'Add-MailboxFolderPermission': { ...SHARED, on: FOLDER, grants: onFolder },
  'Set-MailboxFolderPermission': { ...SHARED, on: FOLDER, grants: onFolder },
  'Remove-MailboxFolderPermission': { ...SHARED, on: FOLDER, grants: (call) => revoked(folderKey(call))(call) },
  AddFolderPermissions: FOLDERS_BY_PROGRAM,
  ModifyFolderPermissions: FOLDERS_BY_PROGRAM,
  UpdateFolderPermissions: FOLDERS_BY_PROGRAM,
  RemoveFolderPermissions: FOLDERS_BY_PROGRAM,
  'Add-RecipientPermission': { ...SENDER, grants: granted(SEND_AS) },
  'Remove-RecipientPermission': { ...SENDER, grants: revoked(SEND_AS) },
  'New-ManagementRoleAssignment': {
    ...SHARED,
    ...{ on: SET, names: 'set', when: isWide },
    grants: (call) => {
      const found = roleHolders(call)
      return openTo(found.length > 0 ? found : ['unknown'], roleKey(call))
    },
  },
}

/** The same of a setting of a mailbox, beside its forwarding. */
export const ON_BEHALF: Action = { ...SENDER, grants: onBehalf, when: (call) => isTold(call, 'GrantSendOnBehalfTo') }
