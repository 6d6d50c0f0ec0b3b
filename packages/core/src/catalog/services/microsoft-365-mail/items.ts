import type { TextsOf } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { pickAll, pickText } from '../../../domain/json.ts'
import type { Action, StoreAt } from '../../../domain/service-row.ts'
import { ownMailbox, senders } from './names.ts'

const MAILBOX: StoreAt = { kind: 'mailbox', at: ownMailbox }

/** What an act takes whole where the record names no folder. */
export const WHOLE_MAILBOX = 'every folder'

/** The ids of the messages that a record names: those that the sender gave them, which are the same in every mailbox. */
const messages: TextsOf = (call) => {
  const within = ['Folders[].FolderItems[]', 'AffectedItems[]', 'Item'].flatMap((path) => pickAll(call.request, path))
  return within.flatMap((item) => pickText(item, 'InternetMessageId') ?? pickText(item, 'Id') ?? [])
}

/** The folders that a record names, by path where it has one. */
const folders: TextsOf = (call) => {
  const within = ['Folders[]', 'Item.ParentFolder', 'Folder'].flatMap((path) => pickAll(call.request, path))
  const found = within.flatMap((one) => pickText(one, 'Path') ?? pickText(one, 'Name') ?? pickText(one, 'Id') ?? [])
  return [...new Set(found)]
}

const foldersOrAll: TextsOf = (call) => {
  const found = folders(call)
  return found.length > 0 ? found : [WHOLE_MAILBOX]
}

function isSaid(call: CallEvent, property: string, form: RegExp): boolean {
  const found = [...pickAll(call.request, `OperationProperties.${property}`), ...pickAll(call.request, property)]
  return found.flat().some((value) => form.test(String(value)))
}

/**
 * Whether the record bounds what was read: not where a program fetched whole folders (Sync), where the log left further records out
 * (throttled: for a day it names no item), or where it names no message.
 */
function isOpen(call: CallEvent): boolean {
  return (
    isSaid(call, 'MailAccessType', /^sync$/i) || isSaid(call, 'IsThrottled', /^true$/i) || messages(call).length === 0
  )
}

/** A throttled record says nothing of the folders that were read after it. */
const readWhole: TextsOf = (call) =>
  isSaid(call, 'IsThrottled', /^true$/i) && !isSaid(call, 'MailAccessType', /^sync$/i)
    ? [...folders(call), WHOLE_MAILBOX]
    : foldersOrAll(call)

const ON_ITEMS: Omit<Action, 'effect'> = { logged: 'data', on: MAILBOX, names: 'one', objects: messages }

const READ: readonly Action[] = [
  { ...ON_ITEMS, effect: 'read', payload: 'object', when: (call) => messages(call).length > 0 },
  { ...ON_ITEMS, effect: 'read', payload: 'part', objects: readWhole, when: isOpen },
]

const WRITTEN: Action = { ...ON_ITEMS, effect: 'written' }
const DESTROYED: Action = { ...ON_ITEMS, effect: 'destroyed' }
const LISTED: Action = { ...ON_ITEMS, effect: 'listed', payload: 'listing', objects: folders }

/** Sending says nothing of what was read: it is a use of the address, and the mailbox is only named. */
const SENT: Action = { ...ON_ITEMS, on: { kind: 'mail-identity', at: senders }, effect: 'sent-as' }

/** What acts on items of a mailbox do, by the operations of mailbox auditing. */
export const ITEM_ACTIONS: Readonly<Record<string, Action | readonly Action[]>> = {
  MailItemsAccessed: READ,
  MessageBind: { ...ON_ITEMS, effect: 'read', payload: 'object' },
  AttachmentAccess: { ...ON_ITEMS, effect: 'read', payload: 'object' },
  FolderBind: LISTED,
  // A program that logs in sees the mailbox; which items it took, only other records could tell.
  MailboxLogin: LISTED,
  Send: SENT,
  SendAs: SENT,
  SendOnBehalf: SENT,
  Create: WRITTEN,
  Update: WRITTEN,
  Move: WRITTEN,
  Copy: WRITTEN,
  MoveToDeletedItems: WRITTEN,
  SoftDelete: DESTROYED,
  HardDelete: DESTROYED,
}
