import { addressIn } from '../../../domain/address.ts'
import { type CallerId, callerId } from '../../../domain/brand.ts'
import type { CallerFacts } from '../../../domain/credential-row.ts'
import type { EventDraft } from '../../../domain/evidence-row.ts'
import { type JsonObject, pickText } from '../../../domain/json.ts'
import { wordAt } from './fields.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const NO_ID = /^[0-]+$/

/** Names and ids that are the same in any case of letters: mail addresses and UUIDs. Records hold them in several. */
export function plainCase(text: string): string {
  return text.includes('@') || UUID.test(text) ? text.toLowerCase() : text
}

/** The id of a tenant; null for what is none, as some exports leave there. */
export function tenantIn(text: string | null): string | null {
  return text !== null && /^[\w-]{1,64}$/.test(text) ? text.toLowerCase() : null
}

/** The types of users that are none (Office 365 Management Activity API schema, UserType), by number and by word. */
const SYSTEMS: ReadonlySet<string> = new Set(['4', '8', 'System', 'SystemPolicy', 'CustomPolicy', '7'])
const APPLICATIONS: ReadonlySet<string> = new Set(['5', '6', 'Application', 'ServicePrincipal'])

/** The signing in of a user: the call is made with the password, and opens the session that it names. */
const SIGN_INS: ReadonlySet<string> = new Set(['UserLoggedIn', 'UserLoginFailed'])

/** What stands before the id of an application that is a principal. */
const APPLICATION = 'application '

const SESSION_PATHS = ['SessionId', 'AppAccessContext.AADSessionId', 'AADSessionId', 'DeviceProperties.SessionId']

/** Id of the session that the record is of; null where it has none. */
export function sessionOf(record: JsonObject): string | null {
  const found = SESSION_PATHS.map((path) => pickText(record, path)).find((id) => id !== null && !NO_ID.test(id))
  return found === undefined || found === null ? null : plainCase(found)
}

/** Id of the application that acted for the user or by itself. */
export function applicationOf(record: JsonObject): string | null {
  const at = ['ClientAppId', 'AppId', 'AppAccessContext.ClientAppId', 'ApplicationId']
  const found = at.map((path) => pickText(record, path)).find((id) => id !== null && !NO_ID.test(id))
  return found === undefined || found === null ? null : plainCase(found)
}

/** The addresses in a record, that of the device first: there are two fields for it, and a third for sign-ins. */
export function addressesOf(record: JsonObject): readonly string[] {
  const texts = ['ClientIPAddress', 'ClientIP', 'ActorIpAddress'].map((key) => wordAt(record, key))
  return [...new Set(texts.flatMap((text) => (text === null ? [] : (addressIn(text) ?? []))))]
}

function principalOf(record: JsonObject): string | null {
  const user = wordAt(record, 'UserId')
  const application = APPLICATIONS.has(wordAt(record, 'UserType') ?? '') ? applicationOf(record) : null
  if (application !== null) return `${APPLICATION}${application}`
  return user === null ? null : plainCase(user)
}

/** Everything that a record says of who called. */
export type Identity = Pick<
  EventDraft,
  'caller' | 'principal' | 'principalId' | 'principalAccount' | 'address' | 'callerFacts'
>

function callerOf(session: string | null, principal: string | null, address: string | null): CallerId {
  if (session !== null) return callerId(session)
  // An application has credentials of its own, wherever it runs.
  if (principal?.startsWith(APPLICATION) === true) return callerId(principal)
  // INVARIANT: a user without a session is told apart by address: one who has lost a password works on beside the thief.
  return callerId(principal === null || address === null ? (principal ?? 'unknown') : `${principal} from ${address}`)
}

function typeOf(record: JsonObject, session: string | null): string {
  const type = wordAt(record, 'UserType') ?? ''
  if (SYSTEMS.has(type)) return 'Microsoft365System'
  if (APPLICATIONS.has(type)) return 'Microsoft365Application'
  return session === null ? 'Microsoft365User' : 'Microsoft365Session'
}

/** Reads who called: a session where the record names one, else a user (or an application) from an address. */
export function identityOf(record: JsonObject, name: string, tenant: string): Identity {
  const session = SIGN_INS.has(name) ? null : sessionOf(record)
  const principal = principalOf(record) ?? wordAt(record, 'UserKey')
  const [address = null] = addressesOf(record)
  const key = wordAt(record, 'UserKey')
  const isExternal = /^true$/i.test(String(record['ExternalAccess'] ?? ''))
  const callerFacts: CallerFacts = {
    ...{ type: typeOf(record, session), accessKeyId: null, principal, issuer: null, sessionName: null },
    ...{ deliveredToCompute: false, fromConsole: false, issuedTo: null, isAnonymous: false, invokedBy: null },
  }
  return {
    caller: callerOf(session, principal, address),
    principal,
    principalId: key === null || key.includes('@') ? null : key,
    principalAccount: isExternal ? null : tenant,
    address,
    callerFacts,
  }
}
