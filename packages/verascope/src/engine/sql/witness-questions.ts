import type { Window } from '@verascope/core/domain/instant'
import type { WitnessQuery } from '@verascope/core/facts/witness-port'
import { type Dialect, isAmong, name, names } from './dialect.ts'
import { moment, unpacked } from './grouped.ts'

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
  const rows = `SELECT *, ${moment(dialect)} AS "moment" FROM ${ROWS} WHERE ${where}`
  return `SELECT ${names(KEYS)}, "object", ${columnsText(columns)} FROM (${rows}) AS r GROUP BY ${names(KEYS)}, "object"`
}

/** Facts.witnessSubjects. */
export function witnessSubjectsSql(): string {
  return `SELECT DISTINCT ${names(SUBJECT)} FROM "witnesses"`
}

/** Facts.witnessed; null when the query asks for nothing. */
export function witnessedSql(query: WitnessQuery, dialect: Dialect): string | null {
  const lists = [
    ['subject', query.subjects],
    ['address', query.addresses],
    ['principal', query.principals],
    ['credential', query.credentials],
  ] as const
  const any = lists.flatMap(([column, keys]) => (keys.length === 0 ? [] : [isAmong(dialect, name(column), keys)]))
  if (any.length === 0) return null
  const where = [`(${any.join(' OR ')})`, ...meets(query.window)].join(' AND ')
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
  const groups = `SELECT ${names(KEYS)}, ${columnsText(columns)} FROM (${perObject(where, dialect)}) AS o GROUP BY ${names(KEYS)}`
  const shown = [...KEYS, 'events', 'bytes', 'bytes_unknown', 'named_bytes', 'unnamed_bytes', 'objects']
  return `SELECT ${names(shown)}, ${unpacked('first')}, ${unpacked('last')} FROM (${groups}) AS g`
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
