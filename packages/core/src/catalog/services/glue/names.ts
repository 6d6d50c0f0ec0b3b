import { parseArn, partitionOf } from '../../../domain/arn.ts'
import { type ArnForm, everyOne, type NameOf, namedAs, type TextsOf } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import type { FromCall } from '../../../domain/change-spec.ts'
import { pickText, pickTexts } from '../../../domain/json.ts'
import { mayBeBeside, type StoreName } from '../../../domain/touch.ts'

/** INVARIANT: in small letters, because the catalog stores names so, whatever a request says; one table must not become two. */
const TABLE: ArnForm = {
  service: 'glue',
  head: 'table/',
  name: /^[^/*\p{Cc}]{1,255}\/[^/*\p{Cc}]{1,255}$/u,
  own: (name) => name.toLowerCase(),
}
const CONNECTION: ArnForm = { service: 'glue', head: 'connection/', name: /^[^/*\p{Cc}]{1,255}$/u }

/** The table that an ARN, or the names of its database and itself, stand for. */
export const tableOf: NameOf = namedAs(TABLE)
/** The connection that a name or an ARN stands for. */
export const connectionOf: NameOf = namedAs(CONNECTION)
/** All connections of an account in a region. */
export const everyConnection: NameOf = everyOne(CONNECTION, 'all connections')

/** The set that an ARN of the form `table/database/*` stands for. */
export const tablesOf: NameOf = (value) => {
  const arn = parseArn(value)
  const database = /^table\/([^/\p{Cc}]{1,255})\/\*$/u.exec(arn?.resource ?? '')?.[1]
  if (arn === null || arn.service !== 'glue' || database === undefined) return null
  const { account, region } = arn
  const of = database === '*' ? `of ${account} in ${region}` : `of database ${database}`
  return { id: value, account: account || null, region: region || null, name: `all tables ${of}` }
}

/** Whether a table may be in a set: of the same place, and of the set's database where the set has one. */
export function inSet(set: StoreName, member: StoreName): boolean {
  const database = set.id.split(':table/')[1]?.split('/')[0] ?? '*'
  const isOf = database === '*' || member.name.startsWith(`${database}/`)
  return member.kind === 'glue-table' && isOf && mayBeBeside(set, member)
}

/** An ARN in the catalog of a call, which may be the one of another account. */
function inCatalog(call: CallEvent, resource: string): string {
  const owner = /^\d{12}/.exec(pickText(call.request, 'catalogId') ?? '')?.[0] ?? call.account
  return `arn:${partitionOf(call.region)}:glue:${call.region}:${owner}:${resource}`
}

/** The database of a call. */
export const DATABASE: FromCall = (call) =>
  pickText(call.request, 'databaseName') ??
  pickText(call.request, 'databaseInput.name') ??
  (call.name.endsWith('Database') ? pickText(call.request, 'name') : null)

const TABLE_PLACES = ['request.tableName', 'request.tableInput.name', 'request.name', 'request.tablesToDelete[]']

/** The tables of a call: it names their database and themselves. */
export const namedTables: TextsOf = (call) => {
  const database = pickText(call.request, 'databaseName')
  if (database === null) return []
  const [found = []] = TABLE_PLACES.map((place) => pickTexts({ request: call.request }, place)).filter(
    (names) => names.length > 0,
  )
  return found.map((name) => inCatalog(call, `table/${database}/${name}`))
}

/** The tables of the database that a call names, or all where it names none. */
export const wholeDatabase: TextsOf = (call) => [inCatalog(call, `table/${DATABASE(call)?.toLowerCase() ?? '*'}/*`)]
/** All tables of the catalog of a call. */
export const wholeCatalog: TextsOf = (call) => [inCatalog(call, 'table/*/*')]
/** The same, where a call that acts on tables names none. */
export const unnamedTables: TextsOf = (call) => (namedTables(call).length === 0 ? wholeDatabase(call) : [])

const CONNECTION_PLACES = [
  'request.connectionName',
  'request.connectionNameList[]',
  'request.connectionInput.name',
  'request.name',
]

/** The connections of a call. */
export const connectionsOf: TextsOf = (call) => {
  if (!call.name.includes('Connection')) return []
  const [found = []] = CONNECTION_PLACES.map((place) => pickTexts({ request: call.request }, place)).filter(
    (names) => names.length > 0,
  )
  return found.map((name) => inCatalog(call, `connection/${name}`))
}

/** The account whose connections a call lists, or fetches one of without naming it. */
export const unnamedConnections: TextsOf = (call) =>
  connectionsOf(call).length > 0 ? [] : [parseArn(inCatalog(call, ''))?.account ?? '']

/** What a policy is of: the catalog, or another thing that is named by its ARN. */
export function policyOf(call: CallEvent): string {
  const found = pickText(call.request, 'resourceArn')
  return found === null || found.endsWith(':catalog') ? 'catalog' : found
}
