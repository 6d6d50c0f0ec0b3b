import type { Json } from '@verascope/core/domain/json'
import { counted } from './amounts.ts'
import type { Page, PlainRow } from './page.ts'
import { type Column, printTable } from './table.ts'
import { safeText } from './text.ts'

/** What a query gave. */
export interface Answer {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Json[])[]
}

function cellText(value: Json | undefined): string {
  if (value === undefined || value === null) return ''
  return safeText(typeof value === 'string' ? value : JSON.stringify(value))
}

/** The rows of a query under their columns; long cells are shortened, and how many rows there are is said. */
export function sqlView({ columns, rows }: Answer, page: Page): string {
  const titles = columns.map((title): Column => ({ title: safeText(title), fit: 'shorten', min: 4 }))
  const cells = rows.map((row) => ({ cells: columns.map((_, at) => ({ text: cellText(row[at]) })) }))
  return `${printTable(titles, cells, page).join('\n')}\n${page.paint('dim', counted(rows.length, 'row'))}\n`
}

/** `sql --plain`: the names of the columns first, then the rows, nothing shortened. */
export function sqlRows({ columns, rows }: Answer): readonly PlainRow[] {
  return [columns, ...rows.map((row) => columns.map((_, at) => cellText(row[at])))]
}
