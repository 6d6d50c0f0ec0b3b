import type { NameOf, TextsOf } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import type { FromCall } from '../../../domain/change-spec.ts'
import { type Json, pick, pickText } from '../../../domain/json.ts'
import { MAIL_NAME_FORM, mailName } from '../../../domain/mail-name.ts'
import type { Action } from '../../../domain/service-row.ts'
import type { StoreName } from '../../../domain/touch.ts'

const MAILBOX = new RegExp(`^mailbox/(${MAIL_NAME_FORM})/(${MAIL_NAME_FORM})$`, 'u')
const IDENTITY = new RegExp(`^mail-identity/(${MAIL_NAME_FORM})/(${MAIL_NAME_FORM})$`, 'u')
const TENANT = new RegExp(`^(?:mail-flow|mailboxes)/(${MAIL_NAME_FORM})$`, 'u')
const BOTH = /^(mailbox\/[^/]+\/)([^/]+)#([0-9a-f-]{36})$/
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * Ids of mailboxes: the tenant, and then the owner's address, `#` and the id of the mailbox, or either of the two. A command names a
 * mailbox also by an alias, which may be anybody's: it is a name of its own.
 */
export const mailboxNamed: NameOf = (id) => {
  const [, account, owner] = MAILBOX.exec(id) ?? []
  if (account === undefined || owner === undefined) return null
  return { id, account, region: 'global', name: BOTH.exec(id)?.[2] ?? owner.replace(/^#/, '') }
}

/** The spellings of a mailbox that its address or its id alone make. */
export function shortMailboxes(id: string): readonly string[] {
  const [, head, owner, uuid] = BOTH.exec(id) ?? []
  return head === undefined ? [] : [`${head}${owner}`, `${head}#${uuid}`]
}

/** An address that mail is sent as. */
export const identityNamed: NameOf = (id) => {
  const [, account, address] = IDENTITY.exec(id) ?? []
  return account === undefined || address === undefined ? null : { id, account, region: 'global', name: address }
}

/** Something that a tenant has one of: its flow of mail, or all of its mailboxes. */
export function ofTenant(title: string): NameOf {
  return (id) => {
    const account = TENANT.exec(id)?.[1]
    return account === undefined ? null : { id, account, region: 'global', name: `${title} of ${account}` }
  }
}

/** Whether a mailbox is one of a tenant's. */
export function inTenant(set: StoreName, member: StoreName): boolean {
  return member.kind === 'mailbox' && member.account === set.account
}

/** A mailbox as a command names it: an address, an id, an alias, or a path in the directory, of which the last part is the name. */
export function named({ account }: CallEvent, text: string): readonly string[] {
  const last = mailName(text.slice(text.lastIndexOf('/') + 1))
  if (last === '') return []
  return [`mailbox/${account}/${UUID.test(last) ? `#${last}` : last}`]
}

/** What a command is told, by the name of the parameter: null where it is not. */
export function parameter(name: string): FromCall {
  return (call) => pickText(call.request, `Parameters.${name}`)
}

/** Every text that a parameter holds: commands take lists with commas or semicolons between the members. */
export function parameters(name: string): TextsOf {
  return (call) => listIn(pick(call.request, `Parameters.${name}`))
}

function listIn(value: Json | undefined): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one: Json) => listIn(one))
  if (typeof value !== 'string') return []
  return value.split(/[;,]/).flatMap((one) => one.trim() || [])
}

/** A recipient as a grant names it: in lower case, without its type. */
export function recipient(text: string): string {
  const bare = text.replace(/^\w+:(?=[^@]*@)/, '').replace(/^"?[^"<]*"?\s*[[<](?:SMTP:)?([^\]>]+)[\]>]$/i, '$1')
  return bare.trim().toLowerCase()
}

/** The mailbox that a record states: by its owner's address, its id, or both. */
export const statedMailbox: TextsOf = (call) => {
  const owner = pickText(call.request, 'MailboxOwnerUPN')
  const uuid = pickText(call.request, 'MailboxGuid')?.toLowerCase()
  const id = uuid !== undefined && UUID.test(uuid) ? `#${uuid}` : ''
  const name = owner === null ? '' : mailName(owner)
  return name + id === '' ? [] : [`mailbox/${call.account}/${name}${id}`]
}

/** The mailbox that an act on items is made in: the stated one, else that of an owner who acts. */
export const ownMailbox: TextsOf = (call) => {
  const stated = statedMailbox(call)
  if (stated.length > 0) return stated
  const isOwner = /^(?:0|owner)?$/i.test(String(pick(call.request, 'LogonType') ?? ''))
  return isOwner ? callerMailbox(call) : []
}

/**
 * An act on a mailbox; where the record does not name it, on any of the tenant. INVARIANT: what is read, sent on or let in is never
 * lost because a record leaves out of whose mailbox.
 */
export function orAny(action: Action): readonly Action[] {
  const { at } = action.on
  const isNamed = (call: CallEvent): boolean => typeof at !== 'function' || at(call).length > 0
  const on = { kind: 'mailbox-set', at: (call: CallEvent) => (isNamed(call) ? [] : everyMailbox(call)) }
  return [action, { ...action, names: 'set', on }]
}

/** The address of whoever calls, where it is a user. */
const callerAddress: FromCall = (call) => (call.principal?.includes('@') === true ? call.principal : null)

/** The part of an identity before the last backslash: rules and folders are named behind their mailbox. */
function before(text: string): string | null {
  const at = text.lastIndexOf('\\')
  return at > 0 ? text.slice(0, at) : null
}

/** The mailbox of a command on a rule: the one that it is told, that of the rule's name, or the caller's own. */
export const ruleMailbox: TextsOf = (call) => {
  const inName = (text: string | null): string | null => before(text ?? '')
  const told = parameter('Mailbox')(call) ?? inName(parameter('Identity')(call)) ?? callerAddress(call)
  const found = told ?? inName(pickText(call.request, 'ObjectId'))
  return found === null ? [] : named(call, found)
}

/** The mailbox of the user who calls. */
export const callerMailbox: TextsOf = (call) => {
  const address = callerAddress(call)
  return address === null ? [] : named(call, address)
}

/** The mailbox of a command on a mailbox. */
export const commandMailbox: TextsOf = (call) => {
  const told = parameter('Identity')(call) ?? parameter('Mailbox')(call) ?? pickText(call.request, 'ObjectId')
  return told === null ? [] : named(call, told)
}

/** The mailbox of a command on a folder, which is named `dana:\Calendar`. */
export const folderMailbox: TextsOf = (call) => {
  const told = parameter('Identity')(call) ?? pickText(call.request, 'ObjectId')
  return told === null ? [] : named(call, told.split(':\\')[0] ?? '')
}

/** The folder that such a command is about. */
export function folderOf(call: CallEvent): string {
  return parameter('Identity')(call)?.split(':\\')[1]?.toLowerCase() ?? 'unknown'
}

/** All mailboxes of the tenant, where a call names none. */
export const everyMailbox: TextsOf = ({ account }) => [`mailboxes/${mailName(account)}`]

/** The tenant's flow of mail. */
export const mailFlow: TextsOf = ({ account }) => [`mail-flow/${mailName(account)}`]

/** The identity of an address. */
export function identityOf({ account }: CallEvent, address: string): string {
  return `mail-identity/${account}/${mailName(address)}`
}

/** The address that mail is sent as: that of somebody else where the record names one. */
const sentAs: FromCall = (call) =>
  ['SendAsUserSmtp', 'SendOnBehalfOfUserSmtp', 'MailboxOwnerUPN']
    .map((key) => pickText(call.request, key))
    .find((found) => found !== null) ?? call.principal

/** The same as a store; somebody whom the record does not name sent all the same. */
export const senders: TextsOf = (call) => [identityOf(call, sentAs(call) ?? 'unknown')]

/** The first of the texts. */
export function first(of: TextsOf): FromCall {
  return (call) => of(call)[0] ?? null
}

/** The name of a store as commands take it: the address, or where there is none the id. */
export function bare(of: TextsOf): FromCall {
  return (call) => {
    const owner = first(of)(call)?.split('/').at(-1) ?? null
    const [, address, uuid] = /^(.*)#([0-9a-f-]{36})$/.exec(owner ?? '') ?? []
    return uuid === undefined ? owner : address || uuid
  }
}
