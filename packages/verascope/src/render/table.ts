import type { Page } from './page.ts'
import { shorten, visibleWidth, wrap } from './text.ts'

/** One column; `fit` says what happens to a cell that is wider than the column may be. */
export interface Column {
  readonly title: string
  readonly fit: 'keep' | 'shorten' | 'wrap'
  /** Narrowest width to which a column that does not keep is pressed. */
  readonly min?: number
  readonly align?: 'right'
}

/** A cell; `tone` paints it after it was laid out. */
export interface Cell {
  readonly text: string
  readonly tone?: Parameters<Page['paint']>[0]
}

const GAP = 2

/** Takes columns from the widest yielding ones until the table fits. */
function widthsOf(columns: readonly Column[], rows: readonly (readonly Cell[])[], room: number): readonly number[] {
  const widths = columns.map((column, at) =>
    Math.max(visibleWidth(column.title), ...rows.map((row) => visibleWidth(row[at]?.text ?? ''))),
  )
  const least = columns.map((column) =>
    column.fit === 'keep' ? Number.POSITIVE_INFINITY : Math.max(column.min ?? 8, column.title.length),
  )
  let over = widths.reduce((sum, width) => sum + width, GAP * (columns.length - 1)) - room
  while (over > 0) {
    let widest = -1
    for (const [at, width] of widths.entries()) {
      if (width > (least[at] ?? 0) && (widest < 0 || width > (widths[widest] ?? 0))) widest = at
    }
    if (widest < 0) break
    widths[widest] = (widths[widest] ?? 0) - 1
    over -= 1
  }
  return widths
}

function linesOf(cell: string, column: Column, width: number): readonly string[] {
  if (visibleWidth(cell) <= width || column.fit === 'keep') return [cell]
  return column.fit === 'wrap' ? wrap(cell, width) : [shorten(cell, width)]
}

function layCell(text: string, width: number, column: Column, paint: (text: string) => string): string {
  const space = ' '.repeat(Math.max(0, width - visibleWidth(text)))
  return column.align === 'right' ? `${space}${paint(text)}` : `${paint(text)}${space}`
}

function layRow(
  row: readonly Cell[],
  columns: readonly Column[],
  widths: readonly number[],
  page: Page,
): readonly string[] {
  const cells = columns.map((column, at) => linesOf(row[at]?.text ?? '', column, widths[at] ?? 0))
  const height = Math.max(1, ...cells.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) => {
    const parts = columns.map((column, at) => {
      const tone = row[at]?.tone
      const paint = (text: string): string => (tone === undefined || text === '' ? text : page.paint(tone, text))
      return layCell(cells[at]?.[line] ?? '', widths[at] ?? 0, column, paint)
    })
    return parts.join(' '.repeat(GAP)).trimEnd()
  })
}

/** A row of cells with, where wanted, a text beneath it; or a text alone, over the whole width. */
export interface Row {
  readonly cells?: readonly Cell[]
  readonly beneath?: string
}

function beneath(text: string | undefined, page: Page, indent: number): readonly string[] {
  if (text === undefined || text === '') return []
  return wrap(text, page.width - indent).map((line) => `${' '.repeat(indent)}${page.paint('dim', line)}`)
}

/** Prints rows under their titles; a line that would not fit is shortened or wrapped as its column says. */
export function printTable(
  columns: readonly Column[],
  rows: readonly Row[],
  page: Page,
  indent = 2,
): readonly string[] {
  const widths = widthsOf(
    columns,
    rows.flatMap((row) => (row.cells === undefined ? [] : [row.cells])),
    page.width - indent,
  )
  const margin = ' '.repeat(indent)
  const titles = columns.map((column): Cell => ({ text: column.title.toUpperCase(), tone: 'dim' }))
  return [
    ...layRow(titles, columns, widths, page).map((line) => `${margin}${line}`),
    ...rows.flatMap((row) => [
      ...(row.cells === undefined ? [] : layRow(row.cells, columns, widths, page).map((line) => `${margin}${line}`)),
      ...beneath(row.beneath, page, row.cells === undefined ? indent : indent + 4),
    ]),
  ]
}
