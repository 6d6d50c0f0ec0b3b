import type { Cell, FlatRow } from '@verascope/core/facts/tables'
import type { Dialect, GivenType } from './dialect.ts'

const TYPES: Readonly<Record<GivenType, string>> = {
  text: 'VARCHAR',
  int: 'BIGINT',
  double: 'DOUBLE',
  bool: 'BOOLEAN',
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** A lone surrogate is no text to a database; evidence was stored with the replacement character in its place. */
function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\ufffd')
}

/**
 * Control characters are written as calls: NUL ends a query early, and a line of its own could be a command to a shell that the
 * query is pasted into.
 */
function literal(value: string): string {
  const parts = wellFormed(value).split(/([\p{Control}\u2028\u2029])/u)
  const terms = parts.flatMap((part, at) => {
    if (at % 2 === 1) return [`chr(${part.codePointAt(0)})`]
    return part === '' && parts.length > 1 ? [] : [quoted(part)]
  })
  return terms.length === 1 ? terms.join('') : `(${terms.join(' || ')})`
}

function wellFormedCell(value: Cell | undefined): Cell {
  return typeof value === 'string' ? wellFormed(value) : (value ?? null)
}

/** One JSON text for all rows: parsed a hundred times faster than VALUES, and its escapes hold every character. */
function relation(columns: Readonly<Record<string, GivenType>>, rows: readonly FlatRow[]): string {
  const names = Object.keys(columns)
  const values = rows.map((row) => Object.fromEntries(names.map((column) => [column, wellFormedCell(row[column])])))
  const shape = JSON.stringify([Object.fromEntries(Object.entries(columns).map(([key, type]) => [key, TYPES[type]]))])
  const fields = names.map((column) => `r."${column}"`).join(', ')
  return `(SELECT ${fields} FROM (SELECT unnest(from_json(${quoted(JSON.stringify(values))}, ${quoted(shape)})) AS r))`
}

/**
 * Databases order text by code points, the core by UTF-16 code units; they differ where U+E000 to U+FFFF meets what lies above.
 * A prefix of the highest code point lifts the former over the latter; the highest itself is told apart by a suffix.
 */
function codeUnitOrder(text: string): string {
  const highest = `regexp_replace(${text}, '\\x{10FFFF}', '\\0.', 'g')`
  const lifted = `regexp_replace(${highest}, '[\\x{E000}-\\x{FFFF}]', chr(1114111) || '\\0', 'g')`
  return `CASE WHEN strlen(${text}) = length(${text}) THEN ${text} ELSE ${lifted} END`
}

/** Each character as a number: nothing in it means anything to an expression. */
function spelledOut(text: string): string {
  return [...wellFormed(text)].map((char) => `\\x{${char.codePointAt(0)?.toString(16)}}`).join('')
}

/** Beyond some hundred thousand characters an expression is matched character by character, a thousand times slower. */
const LONGEST_EXPRESSION = 200_000

/** Alternatives in their order, cut into expressions that are not too long. */
function expressions(alternatives: readonly string[]): readonly string[] {
  const found: string[] = []
  for (const one of alternatives) {
    const last = found.at(-1)
    if (last === undefined || last.length + one.length > LONGEST_EXPRESSION) found.push(one)
    else found[found.length - 1] = `${last}|${one}`
  }
  return found
}

/** One expression of alternatives finds the first that fits in one pass, whatever their number; joins would try pairs. */
function longestPrefix(text: string, prefixes: readonly string[]): string {
  const longestFirst = prefixes.filter((one) => one !== '').sort((a, b) => b.length - a.length)
  const matches = expressions(longestFirst.map(spelledOut)).map(
    (one) => `nullif(regexp_extract(${text}, '^(?:${one})'), '')`,
  )
  const fallback = prefixes.includes('') ? [`CASE WHEN ${text} IS NOT NULL THEN '' END`] : []
  return `coalesce(${[...matches, ...fallback, 'NULL'].join(', ')})`
}

/** DuckDB's way to say things. */
export const duckDbDialect: Dialect = {
  text: literal,
  relation,
  contains: (text, part) => `contains(${text}, ${part})`,
  startsWith: (text, part) => `starts_with(${text}, ${part})`,
  longestPrefix,
  lastSegment: (text) => `split_part(${text}, '/', -1)`,
  codeUnitOrder,
  record: (fields) =>
    `{${Object.entries(fields)
      .map(([key, value]) => `"${key}": ${value}`)
      .join(', ')}}`,
}
