import { SERVICE_FORWARDED } from '@verascope/core/domain/principal'
import type { CallerQuery, PlaceStretch } from '@verascope/core/facts/port'
import { TABLES, type TableName } from '@verascope/core/facts/tables'
import { type Dialect, isAmong, keyRelation, name, names } from './dialect.ts'
import { grouped } from './grouped.ts'
import { IS_CALL, withPart } from './part-taken.ts'
import { READ, volumeSums } from './volume-sums.ts'

const STORE = ['store', 'store_kind', 'store_account', 'store_region', 'store_name'] as const

/** Facts.places. */
export function placesSql(dialect: Dialect): string {
  const isWrite = `"category" = 'management' AND "read_only" = false`
  const more = { first_write: `min(CASE WHEN ${isWrite} THEN "at" END)` }
  return grouped({ from: name('events'), where: '', keys: ['account', 'region'], more }, dialect)
}

const DURING = { account: 'text', region: 'text', from: 'int', to: 'int' } as const

/** Facts.callsDuring; null when no stretch is asked for. */
export function callsDuringSql(stretches: readonly PlaceStretch[], dialect: Dialect): string | null {
  if (stretches.length === 0) return null
  const asked = stretches.map(({ account, region, from, to }) => ({ account, region, from, to }))
  const on = 'e."account" = d."account" AND e."region" = d."region" AND e."at" BETWEEN d."from" AND d."to"'
  const once = `(SELECT DISTINCT * FROM ${dialect.relation(DURING, asked)} AS a)`
  const rows = `(SELECT e.*, d."from", d."to" FROM "events" AS e JOIN ${once} AS d ON ${on}) AS o`
  return grouped({ from: rows, where: '', keys: ['account', 'region', 'from', 'to'] }, dialect)
}

/** Facts.stores. */
export function storesSql(dialect: Dialect): string {
  return grouped({ from: name('touches'), where: '', keys: STORE, counted: IS_CALL }, dialect)
}

const CALLER_KEYS = [
  ...['caller', 'caller_kind', 'principal', 'principal_id', 'principal_account', 'issuer'],
  ...['session_created', 'invoked_by', 'account', 'address'],
]

/** Facts.callers; null when the query asks for nothing. */
export function callersSql(query: CallerQuery, dialect: Dialect): string | null {
  const isOneOf = (text: string, keys: readonly string[]): readonly string[] =>
    keys.length === 0 ? [] : [isAmong(dialect, text, keys)]
  const conditions = [
    ...isOneOf('"caller"', query.callers),
    ...isOneOf('"principal"', query.principals),
    ...isOneOf('"issuer"', query.principals),
    ...isOneOf('"address"', query.addresses),
    ...isOneOf(dialect.lastSegment('"principal"'), query.sessionNames).map(
      (isSession) => `(${dialect.contains('"principal"', dialect.text('/'))} AND ${isSession})`,
    ),
  ]
  if (conditions.length === 0) return null
  const failed = `count(CASE WHEN "outcome" = 'failed' THEN 1 END)`
  const succeeded = `max(CASE WHEN "outcome" <> 'failed' THEN "at" END)`
  const more = { failed, succeeded }
  return grouped({ from: name('events'), where: conditions.join(' OR '), keys: CALLER_KEYS, more }, dialect)
}

/** Facts.originsOf; null when no principal is asked for. */
export function originsSql(principals: readonly string[], dialect: Dialect): string | null {
  if (principals.length === 0) return null
  const rows = `(SELECT *, coalesce("issuer", "principal") AS "behind" FROM "events" WHERE "caller_kind" <> ${dialect.text(SERVICE_FORWARDED)}) AS o`
  const where = isAmong(dialect, '"behind"', principals)
  return grouped({ from: rows, where, keys: ['behind', 'address', 'agent', 'vpc_endpoint'] }, dialect)
}

/** Facts.pairings; null when no caller is asked for. */
export function pairingsSql(callers: readonly string[], dialect: Dialect): string | null {
  if (callers.length === 0) return null
  const on = 'p."shared_event_id" = e."shared_event_id" AND p."account" <> e."account" AND p."caller" <> e."caller"'
  const rows = `(SELECT e.*, p."caller" AS "partner" FROM "events" AS e LEFT JOIN "events" AS p ON ${on}) AS o`
  return grouped({ from: rows, where: isAmong(dialect, '"caller"', callers), keys: ['caller', 'partner'] }, dialect)
}

/** Facts.calls, over selected rows of events. */
export function callsSql(selected: string, dialect: Dialect): string {
  const keys = ['account', 'region', 'source', 'name', 'caller', 'standing', 'outcome']
  return grouped({ from: selected, where: '', keys }, dialect)
}

/** Facts.touches, over selected rows of touches. */
export function touchesSql(selected: string, dialect: Dialect): string {
  const keys = [...STORE, 'standing', 'caller', 'effect', 'outcome', 'payload', 'grantee', 'part']
  return grouped({ from: withPart(selected), where: `"effect" <> 'named'`, keys, counted: IS_CALL }, dialect)
}

/** Facts.usesOf; null when no store is asked for. */
export function usesOfSql(storeIds: readonly string[], dialect: Dialect): string | null {
  if (storeIds.length === 0) return null
  const keys = [...STORE, 'caller', 'effect', 'outcome', 'payload', 'grantee', 'part']
  const where = `"effect" <> 'named' AND ${isAmong(dialect, '"store"', storeIds)}`
  return grouped({ from: withPart(name('touches')), where, keys, counted: IS_CALL }, dialect)
}

/** Facts.volumes, over selected rows of touches. */
export function volumesSql(selected: string): string {
  return volumeSums(`(SELECT * FROM ${selected} WHERE ${READ}) AS r`, ['store'])
}

/** All rows of a table whose column has one of the values; for `mintsOf` and `ends`. */
export function rowsSql(table: TableName, column: string, keys: readonly string[], dialect: Dialect): string {
  return `SELECT ${names(Object.keys(TABLES[table]))} FROM ${name(table)} WHERE ${isAmong(dialect, name(column), keys)}`
}

/** Facts.grants; null when no store is asked for. */
export function grantsSql(storeIds: readonly string[], dialect: Dialect): string | null {
  if (storeIds.length === 0) return null
  return `${rowsSql('touches', 'store', storeIds, dialect)} AND "grant" IS NOT NULL AND "outcome" = 'ok'`
}

/** Facts.changesBy, over selected rows of changes. */
export function changesBySql(selected: string): string {
  return `SELECT ${names([...Object.keys(TABLES.changes), 'standing'])} FROM ${selected} WHERE "does" = 'open'`
}

/** Facts.closingsOn; null when no subject is asked for. */
export function closingsSql(subjects: readonly string[], dialect: Dialect): string | null {
  if (subjects.length === 0) return null
  const columns = names(['subject', 'at', 'event_id', 'item', 'ordinal', 'offset', 'length'])
  return `SELECT DISTINCT ${columns} FROM "changes" WHERE "does" = 'close' AND ${isAmong(dialect, '"subject"', subjects)}`
}

/**
 * Who brought whom about (columns `caller`, `through`, `minted`), for following holders. Left out are steps from somebody who is
 * no given holder and was minted by nobody: most calls of a provider's services are such, and no way leads to them.
 */
export function mintStepsSql(holders: readonly string[], dialect: Dialect): string {
  const known = `SELECT "minted" FROM "mints" UNION SELECT "key" FROM ${keyRelation(dialect, holders)} AS k`
  return (
    'SELECT DISTINCT "caller", "through", "minted" FROM "mints" ' +
    `WHERE "caller" IN (${known}) OR "through" IN (${known})`
  )
}

/** The mints that any of the holders made or had part in. */
export function mintsBySql(holders: readonly string[], dialect: Dialect): string {
  const { mints } = TABLES
  const isHolder = (column: string): string => isAmong(dialect, name(column), holders)
  return `SELECT ${names(Object.keys(mints))} FROM "mints" WHERE ${isHolder('caller')} OR ${isHolder('through')}`
}
