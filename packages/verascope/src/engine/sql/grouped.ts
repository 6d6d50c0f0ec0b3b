import { type Dialect, name, names } from './dialect.ts'

/** Rows to be grouped, and by what. */
export interface Grouping {
  /** Table or derived table, with its alias. */
  readonly from: string
  /** Condition on the rows; empty takes all. */
  readonly where: string
  readonly keys: readonly string[]
  /** Condition on the rows that count as calls; absent where all do. */
  readonly counted?: string
  /** Further aggregates by name, over columns of the rows. */
  readonly more?: Readonly<Record<string, string>>
}

const FIELDS = ['at', 'event', 'item', 'ordinal', 'offset', 'length'] as const

/** A value that compares as compareTimed of the core does; offset and length only ride along, they follow from item and ordinal. */
export function moment(dialect: Dialect): string {
  return dialect.record({
    at: name('at'),
    event: dialect.codeUnitOrder(name('event_id')),
    item: name('item'),
    ordinal: name('ordinal'),
    offset: name('offset'),
    length: name('length'),
  })
}

/** The fields of a moment as columns, `first_at` and so on. */
export function unpacked(side: 'first' | 'last'): string {
  return FIELDS.map((field) => `${name(side)}.${name(field)} AS ${name(`${side}_${field}`)}`).join(', ')
}

/** A query of groups with their span: how many calls, the first and the last, ties as the port says. */
export function grouped({ from, where, keys, counted, more = {} }: Grouping, dialect: Dialect): string {
  const sums = Object.entries(more).map(([key, value]) => `, ${value} AS ${name(key)}`)
  const condition = where === '' ? '' : ` WHERE ${where}`
  const rows = `SELECT *, ${moment(dialect)} AS "moment" FROM ${from}${condition}`
  const events = counted === undefined ? 'count(*)' : `count(CASE WHEN ${counted} THEN 1 END)`
  const groups =
    `SELECT ${names(keys)}, ${events} AS "events", min("moment") AS "first", max("moment") AS "last"${sums.join('')} ` +
    `FROM (${rows}) AS r GROUP BY ${names(keys)}`
  const shown = [...keys, 'events', ...Object.keys(more)]
  return `SELECT ${names(shown)}, ${unpacked('first')}, ${unpacked('last')} FROM (${groups}) AS g`
}
