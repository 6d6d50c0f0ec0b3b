import { parse as parseCsv } from 'csv-parse/sync'
import { isCollection, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'

/** The columns of an owners map, in the order of the guide. */
export const OWNER_COLUMNS = [
  ...(['store', 'prefix', 'tag', 'account', 'owner', 'name', 'controller', 'processor'] as const),
  ...(['categories', 'contact', 'confidence'] as const),
] as const

/** One of the columns. */
export type OwnerColumn = (typeof OWNER_COLUMNS)[number]

/** One row as it stands in the file: its line, and the cells that are not empty. */
export interface OwnerRow {
  readonly line: number
  readonly cells: Readonly<Partial<Record<OwnerColumn, string>>>
}

/** A row that cannot be taken, and why. */
export interface RejectedRow {
  readonly line: number
  /** One clause without a full stop. */
  readonly reason: string
}

/** What a file holds: rows and what is no row; a file of which nothing can be read says why. */
export type OwnerTable =
  | { readonly kind: 'rows'; readonly rows: readonly OwnerRow[]; readonly rejected: readonly RejectedRow[] }
  | { readonly kind: 'unreadable'; readonly line: number; readonly reason: string }

const COLUMNS: ReadonlySet<string> = new Set(OWNER_COLUMNS)

function isColumn(name: string): name is OwnerColumn {
  return COLUMNS.has(name)
}

/** THREAT: a misspelt `prefix` that is passed over would give the whole store to one owner. */
function unknownColumn(names: readonly string[]): string | null {
  const unknown = names.find((name) => !isColumn(name))
  if (unknown === undefined) return null
  return `there is no column \`${unknown}\`; there are: ${OWNER_COLUMNS.join(', ')}`
}

function headerOf(text: string, delimiter: string): readonly string[] {
  const [line = ''] = text.replace(/^\ufeff/, '').split(/\r?\n/, 1)
  return line.split(delimiter).map((name) => name.replaceAll('"', '').trim().toLowerCase())
}

/** The delimiter of a table whose header names an owner and something of its; null for what is no such table. */
function delimiterOf(text: string): string | null {
  const found = [',', ';', '\t'].find((one) => {
    const header = headerOf(text, one)
    return header.length > 1 && header.includes('owner')
  })
  return found ?? null
}

function withoutEmpty(cells: readonly (readonly [string, string])[]): OwnerRow['cells'] {
  return Object.fromEntries(cells.filter(([, cell]) => cell !== ''))
}

function csvRow(header: readonly string[], cells: readonly string[], line: number): OwnerRow | RejectedRow {
  if (cells.length !== header.length)
    return { line, reason: `it has ${cells.length} cells and the header has ${header.length}` }
  return { line, cells: withoutEmpty(header.map((name, at) => [name, (cells[at] ?? '').trim()] as const)) }
}

/** A record of the table and the line it ends in. */
interface Cells {
  readonly line: number
  readonly cells: readonly string[]
}

function csvCells(text: string, delimiter: string): readonly Cells[] | Extract<OwnerTable, { kind: 'unreadable' }> {
  const found: Cells[] = []
  const take = (cells: readonly string[], { lines }: { readonly lines: number }): null => {
    found.push({ line: lines, cells })
    return null
  }
  try {
    parseCsv(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true, on_record: take })
    return found
  } catch (error) {
    const reason = error instanceof Error ? error.message.replaceAll(/[\r\n]+/g, ' ') : String(error)
    return { kind: 'unreadable', line: Number(/\bline (\d+)/.exec(reason)?.[1] ?? 1), reason }
  }
}

function readCsv(text: string, delimiter: string): OwnerTable {
  const records = csvCells(text, delimiter)
  if ('kind' in records) return records
  const [head, ...body] = records
  const header = (head?.cells ?? []).map((name) => name.trim().toLowerCase())
  const unknown = unknownColumn(header)
  if (unknown !== null) return { kind: 'unreadable', line: 1, reason: unknown }
  if (new Set(header).size < header.length)
    return { kind: 'unreadable', line: 1, reason: 'a column stands there twice' }
  return tableOf(body.map(({ line, cells }) => csvRow(header, cells, line)))
}

function tableOf(rows: readonly (OwnerRow | RejectedRow)[]): OwnerTable {
  return {
    kind: 'rows',
    rows: rows.filter((row) => 'cells' in row),
    rejected: rows.filter((row) => 'reason' in row),
  }
}

/** The text of a value: a word or a number as it is written, a list with semicolons between; null for anything else. */
function textOf(node: unknown): string | null {
  if (node === null) return ''
  if (isScalar(node)) return node.value === null ? '' : (node.source ?? String(node.value)).trim()
  if (!isSeq(node)) return null
  const parts = node.items.map((item) => (isScalar(item) ? (item.source ?? String(item.value)).trim() : null))
  return parts.some((part) => part === null || part === '') ? null : parts.join(';')
}

function yamlRow(node: unknown, lineOf: (node: Node) => number): OwnerRow | RejectedRow {
  if (!isMap(node))
    return {
      line: isScalar(node) || isCollection(node) ? lineOf(node) : 1,
      reason: 'it is no list of names and values',
    }
  const line = lineOf(node)
  const cells = node.items.map(({ key, value }) => [textOf(key) ?? '', textOf(value)] as const)
  const unknown = unknownColumn(cells.map(([name]) => name))
  if (unknown !== null) return { line, reason: unknown }
  const bad = cells.find(([, cell]) => cell === null)
  if (bad !== undefined) return { line, reason: `\`${bad[0]}\` is neither a word nor a list of words` }
  return { line, cells: withoutEmpty(cells.map(([name, cell]) => [name, cell ?? ''] as const)) }
}

function readYaml(text: string): OwnerTable {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false })
  const [fault] = document.errors
  if (fault !== undefined)
    return { kind: 'unreadable', line: counter.linePos(fault.pos[0]).line, reason: fault.message }
  const { contents } = document
  const list = isMap(contents) ? contents.get('owners', true) : contents
  if (!isSeq(list))
    return { kind: 'unreadable', line: 1, reason: 'it is no table with a column `owner`, and no list of rows in YAML' }
  const lineOf = (node: Node): number => counter.linePos(node.range?.[0] ?? 0).line
  return tableOf(list.items.map((item) => yamlRow(item, lineOf)))
}

/** Reads the rows of an owners map, a table of text (CSV) or a list in YAML: which of both its first line tells. */
export function readOwnerTable(text: string): OwnerTable {
  const delimiter = delimiterOf(text)
  return delimiter === null ? readYaml(text) : readCsv(text, delimiter)
}
