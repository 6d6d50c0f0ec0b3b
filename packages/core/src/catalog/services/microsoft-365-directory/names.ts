import type { TextsOf } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import type { FromCall } from '../../../domain/change-spec.ts'
import { isObject, type Json, pick, pickAll, pickText } from '../../../domain/json.ts'

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i

function within(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/** What a property was changed to, without the marks that the log puts around texts. Names of properties hold dots. */
export function newValue(call: CallEvent, property: string): string | null {
  const text = pickText(within(pick(call.request, 'ModifiedProperties'), property), 'NewValue')
  const bare = text?.replace(/^\[?"?/, '').replace(/"?\]?$/, '') ?? ''
  return bare === '' ? null : bare
}

/** Whether a property was changed, to anything or to nothing. */
export function isChanged(call: CallEvent, property: string): boolean {
  return within(pick(call.request, 'ModifiedProperties'), property) !== undefined
}

/** The user that a call is about, by the name that it signs in with. */
export const USER: FromCall = (call) => {
  const ids = pickAll(call.request, 'Target[]').flatMap((one) => pickText(one, 'ID') ?? [])
  const found = [pickText(call.request, 'ObjectId'), ...ids].find((text) => text?.includes('@') === true)
  return found?.toLowerCase() ?? null
}

/** The application or thing that a call is about. */
export const OBJECT: FromCall = (call) => {
  const id = pickText(call.request, 'ObjectId')
  return UUID.exec(id ?? '')?.[0].toLowerCase() ?? id
}

/** The ids by which an application acts (type 4: names of service principals), else its own. */
const applications: TextsOf = (call) => {
  const targets = pickAll(call.request, 'Target[]').filter(isObject)
  const names = targets.flatMap((one) => (one['Type'] === 4 ? (UUID.exec(pickText(one, 'ID') ?? '')?.[0] ?? []) : []))
  const own = UUID.exec(pickText(call.request, 'ObjectId') ?? '')?.[0]
  const found = names.length > 0 ? names : own === undefined ? [] : [own]
  return [...new Set(found.map((id) => id.toLowerCase()))]
}

/** The application that gets rights: the one that a property names, else the one that the call is about. */
export const GRANTEE: FromCall = (call) => {
  const said = newValue(call, 'ServicePrincipal.AppId') ?? newValue(call, 'ServicePrincipal.ObjectID')
  return UUID.exec(said ?? '')?.[0].toLowerCase() ?? applications(call)[0] ?? null
}

/** The rights that a call gives or takes, as the log writes them. */
export function rightsIn(call: CallEvent): string {
  const names = ['ConsentAction.Permissions', 'DelegatedPermissionGrant.Scope', 'AppRole.Value']
  return names.flatMap((name) => newValue(call, name) ?? []).join(' ')
}

/** Rights by which mail can be read (Microsoft Graph permissions reference; Exchange and Outlook APIs). */
const READS_MAIL =
  /(?:^|[\s,;:[\]"'])(?:Mail\.Read|full_access_as_|EWS\.AccessAsUser|IMAP\.AccessAsUser|POP\.AccessAsUser|Exchange\.ManageAsApp)/i

/** Whether rights on mail are among those that a call gives. */
export function readsMail(call: CallEvent): boolean {
  return READS_MAIL.test(rightsIn(call))
}

/** Whether the rights are on the mailbox of one user only. */
export function isOfOne(call: CallEvent): boolean {
  const type = newValue(call, 'DelegatedPermissionGrant.ConsentType')
  const byAdmin = newValue(call, 'ConsentContext.IsAdminConsent')
  if (newValue(call, 'AppRole.Value') !== null) return false
  return type === null ? /^false$/i.test(byAdmin ?? '') : /^principal$/i.test(type)
}
