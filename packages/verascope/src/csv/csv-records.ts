import type { TableShape } from '@verascope/core/domain/evidence-row'
import { isObject, type Json, parseJson } from '@verascope/core/domain/json'
import { parse } from 'csv-parse/sync'

/** The longest row that is read, in bytes: as long as the longest record. */
const LONGEST_ROW = 2 ** 23
/** How far the end of the header is looked for, in bytes. */
export const LONGEST_HEADER: number = 2 ** 16
const LINE_END = 0x0a

/** How the cells of a row become the text of a record. */
type RowText = (cells: readonly string[]) => string

function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
}

function firstRow(bytes: Buffer): readonly string[] {
  const end = bytes.subarray(0, LONGEST_HEADER).indexOf(LINE_END)
  if (end < 0) return []
  try {
    const rows: string[][] = parse(bytes.subarray(0, end), { bom: true, relax_column_count: true })
    return rows[0] ?? []
  } catch {
    return []
  }
}

/** A cell as a value: objects and lists are written as JSON, and so are the two words of logic. */
function cellValue(cell: string): Json {
  if (cell === 'true' || cell === 'false') return cell === 'true'
  return /^\s*[[{]/.test(cell) ? (parseJson(cell) ?? cell) : cell
}

/** Names by their form in lower case. */
type Spelling = ReadonlyMap<string, string>
const NONE: Spelling = new Map()

/** A value with the names in it spelled as the record spells them. A name in another case is somebody else's, and is kept. */
function respelled(value: Json, spelling: Spelling): Json {
  if (Array.isArray(value)) return value.map((one: Json) => respelled(one, spelling))
  if (!isObject(value)) return value
  const pairs = Object.entries(value).map(([name, one]) => [spelling.get(name) ?? name, respelled(one, spelling)])
  return Object.fromEntries(pairs)
}

/** A record that stands whole in one cell: its own text, where that is one line. */
function wholeText(at: number): RowText {
  return (cells) => {
    const cell = cells[at] ?? ''
    if (!/[\r\n]/.test(cell)) return cell
    const value = parseJson(cell)
    return isObject(value) ? JSON.stringify(value) : cell.replaceAll(/[\r\n]+/g, ' ')
  }
}

/** A record that stands field by field; what a row leaves empty it does not say. */
function fieldsText(fields: readonly (string | null)[], inside: TableShape['inside']): RowText {
  const spellings = fields.map((field): Spelling => {
    const names = field === null ? [] : (inside[field] ?? [])
    return new Map(names.map((name) => [name.toLowerCase(), name]))
  })
  return (cells) => {
    const pairs = fields.flatMap((field, at): readonly (readonly [string, Json])[] => {
      const cell = cells[at] ?? ''
      return field === null || cell === '' ? [] : [[field, respelled(cellValue(cell), spellings[at] ?? NONE)]]
    })
    return JSON.stringify(Object.fromEntries(pairs))
  }
}

function namesOf(header: readonly string[]): readonly string[] {
  return header.map((name) => name.trim().toLowerCase())
}

/**
 * Why a table of a known kind is not read: it is an export that leaves too much out, or it lacks columns; null for what looks like no
 * such table. The words quote nothing of the file.
 */
export function whyNoTable(bytes: Uint8Array, shapes: readonly TableShape[]): string | null {
  if (!mayBeTable(bytes)) return null
  const columns = namesOf(firstRow(viewOf(bytes)))
  for (const { needs, poor } of shapes) {
    const known = poor.find(({ first }) => first.some((name) => name.toLowerCase() === columns[0]))
    if (known !== undefined) return known.reason
    const missing = needs.filter((name) => !columns.includes(name.toLowerCase()))
    if (missing.length <= needs.length / 2)
      return `it is a table without what every record must say: select the columns ${missing.join(', ')} as well`
  }
  return null
}

function rowText(header: readonly string[], shapes: readonly TableShape[]): RowText | null {
  const columns = namesOf(header)
  for (const { whole, fields, needs, inside } of shapes) {
    const names = new Set(whole.map((name) => name.toLowerCase()))
    const at = columns.findIndex((column) => names.has(column))
    if (at >= 0) return wholeText(at)
    const known = new Map(fields.map((name) => [name.toLowerCase(), name]))
    if (needs.every((name) => columns.includes(name.toLowerCase())))
      return fieldsText(
        columns.map((column) => known.get(column) ?? null),
        inside,
      )
  }
  return null
}

/** Whether bytes that begin so may be a table: they do not begin as JSON does. */
function mayBeTable(bytes: Uint8Array): boolean {
  const at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const text = Buffer.from(bytes.subarray(at, at + 64))
    .toString('latin1')
    .trimStart()
  return text !== '' && !text.startsWith('{') && !text.startsWith('[')
}

/** Whether bytes that begin so are a table of a known shape; its first line, or so much as a header may be long, is enough to tell. */
export function isKnownTable(head: Uint8Array, shapes: readonly TableShape[]): boolean {
  return mayBeTable(head) && rowText(firstRow(viewOf(head)), shapes) !== null
}

/**
 * The records of a table of text (CSV) as JSON, one a line, in the order of its rows; null when the bytes are no table of a known
 * shape. The same bytes always give the same text: what is said of a record's place is said of this text. A table that cannot be
 * read to its end ends with a line that is no JSON and says why.
 */
export function csvRecords(bytes: Uint8Array, shapes: readonly TableShape[]): Buffer | null {
  if (!mayBeTable(bytes)) return null
  const view = viewOf(bytes)
  const text = rowText(firstRow(view), shapes)
  if (text === null) return null
  const lines: Buffer[] = []
  const take = (cells: readonly string[]): null => {
    lines.push(Buffer.from(`${text(cells)}\n`))
    // Nothing is kept by the parser.
    return null
  }
  try {
    const options = { bom: true, from: 2, relax_column_count: true, skip_empty_lines: true }
    parse(view, { ...options, max_record_size: LONGEST_ROW, on_record: take })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    lines.push(Buffer.from(`the table cannot be read from here on: ${why.replaceAll(/[\r\n]+/g, ' ')}\n`))
  }
  return Buffer.concat(lines)
}
