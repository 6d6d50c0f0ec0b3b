import type { FlatRow } from '@verascope/core/facts/tables'

/** The type of a column of a relation that is handed to a question. */
export type GivenType = 'text' | 'int' | 'double' | 'bool'

/**
 * What differs between databases, as text in, text out. INVARIANT: `text` and `relation` are the only ways by which a value gets
 * into a query, and what comes from evidence can be any text.
 */
export interface Dialect {
  /** A literal, on one line. */
  text(value: string): string
  /** A table of given rows, to stand behind FROM or JOIN. */
  relation(columns: Readonly<Record<string, GivenType>>, rows: readonly FlatRow[]): string
  /** Whether a text contains another, case and all; nothing in it is a wildcard. */
  contains(text: string, part: string): string
  /** Whether a text begins with another, case and all. */
  startsWith(text: string, part: string): string
  /** The longest of some texts that another begins with, case and all; NULL where it begins with none. */
  longestPrefix(text: string, prefixes: readonly string[]): string
  /** What stands behind the last slash of a text; the whole text where there is none. */
  lastSegment(text: string): string
  /** A text whose order in the database is the order of `text` by UTF-16 code units; {@link fromCodeUnitOrder} is its inverse. */
  codeUnitOrder(text: string): string
  /** A value of several fields that compares field by field. */
  record(fields: Readonly<Record<string, string>>): string
}

/** A name of a column or table: always quoted, because databases reserve words such as `at`. */
export function name(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

/** A list of names. */
export function names(columns: readonly string[]): string {
  return columns.map(name).join(', ')
}

/** A relation of keys, with the one column `key`. */
export function keyRelation(dialect: Dialect, keys: readonly string[]): string {
  const rows = [...new Set(keys)].map((key) => ({ key }))
  return dialect.relation({ key: 'text' }, rows)
}

/** The condition that a column is one of the keys. */
export function isAmong(dialect: Dialect, text: string, keys: readonly string[]): string {
  return `${text} IN (SELECT "key" FROM ${keyRelation(dialect, keys)} AS k)`
}

/** Undoes {@link Dialect.codeUnitOrder} on what the database answered. */
export function fromCodeUnitOrder(text: string): string {
  return text.replaceAll(/\u{10ffff}([.\ue000-\uffff])/gu, (_, char: string) => (char === '.' ? '\u{10ffff}' : char))
}
