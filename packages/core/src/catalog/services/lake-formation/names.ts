import { parseArn, partitionOf } from '../../../domain/arn.ts'
import type { TextsOf } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { canonicalText, isObject, type Json, pick, pickAll, pickText } from '../../../domain/json.ts'
import { textsUnder } from '../../../domain/named-in-call.ts'

/** What permissions are on: the id of a store, and what narrows it. */
export interface Resource {
  readonly id: string
  /** Columns, a filter, tags: equal for a grant and the call that takes it back. */
  readonly detail: string
}

function arn(call: CallEvent, of: Json | undefined, resource: string): string {
  const stated = pickText(of, 'catalogId') ?? pickText(of, 'tableCatalogId') ?? pickText(call.request, 'catalogId')
  const owner = /^\d{12}/.exec(stated ?? '')?.[0] ?? call.account
  return `arn:${partitionOf(call.region)}:glue:${call.region}:${owner}:${resource.toLowerCase()}`
}

/** Tables of a database; without one, tables of the whole catalog. */
function all(call: CallEvent, of: Json | undefined, database: string | null): string {
  return arn(call, of, `table/${database ?? '*'}/*`)
}

function tableIn(call: CallEvent, of: Json, nameKey: string): string {
  const [database, name] = [pickText(of, 'databaseName'), pickText(of, nameKey)]
  return database === null || name === null ? all(call, of, database) : arn(call, of, `table/${database}/${name}`)
}

/** Columns and filters narrow a permission; what they leave of the table is not known here, so that the table is shared. */
function narrowed(of: Json, ...keys: readonly string[]): string {
  const found = keys.flatMap((key) => {
    const value = pick(of, key)
    return value === undefined || value === null ? [] : [`${key} ${canonicalText(value)}`]
  })
  return found.length === 0 ? '' : ` ${found.join(' ')}`
}

/** What a resource of a request stands for; whatever is told by tags, or by no name, may be any table of the catalog. */
export function resourceOf(resource: Json | undefined, call: CallEvent): Resource {
  const at = (key: string): Json | null => {
    const found = pick(resource, key)
    return isObject(found) ? found : null
  }
  const [table, columns, filter] = [at('table'), at('tableWithColumns'), at('dataCellsFilter')]
  if (table !== null) return { id: tableIn(call, table, 'name'), detail: '' }
  if (columns !== null) {
    return { id: tableIn(call, columns, 'name'), detail: narrowed(columns, 'columnNames', 'columnWildcard') }
  }
  if (filter !== null) return { id: tableIn(call, filter, 'tableName'), detail: narrowed(filter, 'name') }
  const [database, location] = [at('database'), at('dataLocation')]
  if (database !== null) return { id: all(call, database, pickText(database, 'name')), detail: '' }
  if (location !== null) return { id: pickText(location, 'resourceArn') ?? 'unknown', detail: '' }
  const detail = isObject(resource) ? ` ${canonicalText(resource)}` : ' unknown'
  return { id: all(call, undefined, null), detail: at('catalog') === null ? detail : '' }
}

/** One permission that a call gives or takes. */
export interface Permission extends Resource {
  readonly who: string
  readonly permission: string
  /** The resource as the request has it. */
  readonly resource: Json | undefined
}

function permissionsIn(entry: Json | undefined, call: CallEvent): readonly Permission[] {
  const resource = pick(entry, 'resource')
  const who = pickText(entry, 'principal.dataLakePrincipalIdentifier') ?? 'unknown'
  const found = [...textsUnder(entry, 'permissions')]
  const permissions = found.length > 0 ? [...new Set(found)] : ['unknown']
  return permissions.map((permission) => ({ ...resourceOf(resource, call), who, permission, resource }))
}

/** The permissions that a call gives or takes, of every entry that it has. */
export function permissionsOf(call: CallEvent): readonly Permission[] {
  const entries = pickAll(call.request, 'entries[]')
  return entries.length === 0
    ? permissionsIn(call.request, call)
    : entries.flatMap((entry) => permissionsIn(entry, call))
}

/** Whether a principal is of another account, or of an organisation; groups of the own account are written with its number. */
export function isOutside(who: string, { account }: CallEvent): boolean {
  if (who === 'IAM_ALLOWED_PRINCIPALS' || who.startsWith(account)) return false
  return parseArn(who)?.account !== account
}

const onKind = (test: (id: string) => boolean): TextsOf => {
  return (call) => [...new Set(permissionsOf(call).map((one) => one.id))].filter(test)
}
const isSet = (id: string): boolean => id.includes(':glue:') && id.endsWith('/*')

/** The single tables that permissions are on. */
export const permittedTables: TextsOf = onKind((id) => id.includes(':glue:') && !isSet(id))
/** The databases and catalogs that permissions are on. */
export const permittedSets: TextsOf = onKind(isSet)

/** The table that credentials or objects are asked for. */
export const askedTables: TextsOf = (call) => {
  const named = textsUnder(call.request, 'tableArn')
  if (named.length > 0) return named
  const [database, name] = [pickText(call.request, 'databaseName'), pickText(call.request, 'tableName')]
  return database === null || name === null ? [] : [arn(call, call.request, `table/${database}/${name}`)]
}

/** The buckets that credentials are asked for. */
export const askedBuckets: TextsOf = (call) =>
  ['dataLocations', 's3Path']
    .flatMap((key) => textsUnder(call.request, key))
    .flatMap((place) => {
      const bucket = /^(?:s3a?:\/\/|arn:[\w-]+:s3:::)([^/]{3,255})/.exec(place)?.[1]
      return bucket === undefined ? [] : [`arn:${partitionOf(call.region)}:s3:::${bucket}`]
    })

/** What a call may be about that names neither a table nor a bucket. */
export const unnamed: TextsOf = (call) =>
  askedTables(call).length + askedBuckets(call).length > 0
    ? []
    : [all(call, call.request, pickText(call.request, 'queryPlanningContext.databaseName'))]
