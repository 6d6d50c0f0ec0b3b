import type { Window } from '@verascope/core/domain/instant'
import { type AskedParts, prefixesBy } from '@verascope/core/facts/part-names'
import type { WitnessQuery } from '@verascope/core/facts/witness-port'
import { type Dialect, isAmong, name, names } from './dialect.ts'
import { moment, unpacked } from './grouped.ts'
import { prefixText } from './parts-sql.ts'

const SUBJECT = ['subject', 'subject_kind', 'subject_account', 'subject_region', 'subject_name'] as const

/** Rows of witnesses with what spans are made of; a witness has no id of its own. */
const ROWS = `(SELECT *, '' AS "event_id" FROM "witnesses") AS w`

/** Columns by their names. */
function columnsText(columns: Readonly<Record<string, string>>): string {
  return Object.entries(columns)
    .map(([key, value]) => `${value} AS ${name(key)}`)
    .join(', ')
}

/** The condition that the time of a witness, or its stretch of time, meets a window. */
function meets({ from, to }: Window): readonly string[] {
  const end = 'greatest("at", coalesce("until", "at"))'
  return [...(to === null ? [] : [`"at" <= ${to}`]), ...(from === null ? [] : [`${end} >= ${from}`])]
}

/** Whether the bytes of a witness went somewhere: what `carries` of the core says. */
const CARRIES =
  `("kind" = 'request' AND "outcome" = 'ok' AND "payload" IS NOT NULL OR ` +
  `"kind" = 'flow' AND "outcome" = 'accepted' OR "kind" = 'mail' AND "outcome" = 'ok')`

const KEYS = [
  ...['evidence', 'kind', ...SUBJECT, 'act', 'effect', 'outcome', 'payload'],
  ...['principal', 'credential', 'address'],
]

/** Of the requests on one object: how many, from when to when, and their bytes. Which of them count is volume.ts's rule in the core. */
function perObject(where: string, dialect: Dialect): string {
  const bytes = 'floor(coalesce("bytes", 0))'
  const columns = {
    events: 'count(*)',
    first: 'min("moment")',
    last: 'max("moment")',
    total: `sum(CASE WHEN ${CARRIES} THEN ${bytes} ELSE 0 END)`,
    unknown: `count(CASE WHEN ${CARRIES} AND "bytes" IS NULL THEN 1 END)`,
    most: `max(CASE WHEN ${CARRIES} AND "payload" = 'object' THEN ${bytes} ELSE 0 END)`,
  }
  // What an amount has there is the name of its meter.
  const named = `CASE WHEN "kind" <> 'amount' THEN "object" END AS "named"`
  const rows = `SELECT *, ${named}, ${moment(dialect)} AS "moment" FROM ${ROWS} WHERE ${where}`
  return `SELECT ${names(KEYS)}, "named" AS "object", ${columnsText(columns)} FROM (${rows}) AS r GROUP BY ${names(KEYS)}, "named"`
}

/** Facts.witnessSubjects. */
export function witnessSubjectsSql(): string {
  return `SELECT DISTINCT ${names(SUBJECT)} FROM "witnesses"`
}

/** The condition on what a query asks for; null when it asks for nothing. */
function askedFor(query: WitnessQuery, dialect: Dialect): string | null {
  const lists = [
    ['subject', query.subjects],
    ['address', query.addresses],
    ['principal', query.principals],
    ['credential', query.credentials],
  ] as const
  const any = lists.flatMap(([column, keys]) => (keys.length === 0 ? [] : [isAmong(dialect, name(column), keys)]))
  return any.length === 0 ? null : [`(${any.join(' OR ')})`, ...meets(query.window)].join(' AND ')
}

/** Groups of requests on one object each as groups of witnesses, told apart by further keys. */
function witnessGroups(perObjects: string, more: readonly string[]): string {
  const columns = {
    events: 'sum("events")',
    first: 'min("first")',
    last: 'max("last")',
    bytes: 'sum("total")',
    bytes_unknown: 'sum("unknown")',
    named_bytes: 'sum(CASE WHEN "object" IS NOT NULL THEN "most" ELSE 0 END)',
    unnamed_bytes: 'max(CASE WHEN "object" IS NULL THEN "most" ELSE 0 END)',
    objects: 'count("object")',
  }
  const keys = [...KEYS, ...more]
  const groups = `SELECT ${names(keys)}, ${columnsText(columns)} FROM (${perObjects}) AS o GROUP BY ${names(keys)}`
  const shown = [...keys, 'events', 'bytes', 'bytes_unknown', 'named_bytes', 'unnamed_bytes', 'objects']
  return `SELECT ${names(shown)}, ${unpacked('first')}, ${unpacked('last')} FROM (${groups}) AS g`
}

/** Facts.witnessed; null when the query asks for nothing. */
export function witnessedSql(query: WitnessQuery, dialect: Dialect): string | null {
  const where = askedFor(query, dialect)
  return where === null ? null : witnessGroups(perObject(where, dialect), [])
}

/** Facts.witnessedParts; null when nothing is asked for. */
export function witnessedPartsSql(query: WitnessQuery, parts: readonly AskedParts[], dialect: Dialect): string | null {
  const where = askedFor(query, dialect)
  if (where === null || parts.length === 0) return null
  const asked = prefixesBy(parts)
  const among = isAmong(dialect, '"subject"', [...asked.keys()])
  const prefix = prefixText('"subject"', '"object"', asked, dialect)
  const rows = `SELECT *, ${prefix} AS "prefix", "object" IS NOT NULL AS "is_named" FROM (${perObject(`${where} AND ${among}`, dialect)}) AS p`
  return witnessGroups(rows, ['prefix', 'is_named'])
}

/** The keys of measurements: a flow's other side, and what only the other kind has, are none of them. */
const METER_KEYS = ['evidence', 'kind', ...SUBJECT, 'measure', 'part', 'object', 'complete', 'direction', 'outcome']

/** Equal stretches as one: flows of a host share few of them, and what follows sorts. */
function perStretch(window: Window, dialect: Dialect): string {
  const where = [`"kind" IN ('amount', 'flow')`, ...meets(window)].join(' AND ')
  const stated = `CASE WHEN "kind" = 'amount' THEN "amount" ELSE "bytes" END`
  const rows = `SELECT *, ${moment(dialect)} AS "moment", ${stated} AS "stated" FROM ${ROWS} WHERE ${where}`
  const keys = names([...METER_KEYS, 'at', 'until'])
  const sums = columnsText({
    events: 'count(*)',
    first: 'min("moment")',
    last: 'max("moment")',
    total: 'sum(floor(coalesce("stated", 0)))',
    missing: 'count(*) - count("stated")',
  })
  return `SELECT ${keys}, ${sums} FROM (${rows}) AS r GROUP BY ${keys}`
}

/** Facts.measured. What a stretch covers beside those before it is its length behind the latest end of theirs. */
export function measuredSql(window: Window, dialect: Dialect): string {
  const before = `max("until") OVER (PARTITION BY ${names(METER_KEYS)} ORDER BY "at", "until" ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)`
  const added = `greatest("until" - greatest("at", coalesce(${before}, "at")), 0)`
  const stretches = `SELECT *, ${added} AS "added" FROM (${perStretch(window, dialect)}) AS o`
  const sums = columnsText({
    events: 'sum("events")',
    first: 'min("first")',
    last: 'max("last")',
    last_until: 'max("until")',
    sum: 'sum("total")',
    unknown: 'sum("missing")',
    covered: 'sum("added")',
  })
  const groups = `SELECT ${names(METER_KEYS)}, ${sums} FROM (${stretches}) AS s GROUP BY ${names(METER_KEYS)}`
  const shown = names([...METER_KEYS, 'events', 'last_until', 'sum', 'unknown', 'covered'])
  return `SELECT ${shown}, ${unpacked('first')}, ${unpacked('last')} FROM (${groups}) AS g`
}
