import { csvCells } from '../../../domain/csv-line.ts'
import type { LineReader, LineRecord, LineShape } from '../../../domain/line-shape.ts'
import { FIELDS, NEEDS } from './line-items.ts'

/** A column of the older report (`lineItem/UsageType`) under the name that it has now (`line_item_usage_type`). */
function presentName(column: string): string {
  return column
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .replaceAll('/', '_')
    .toLowerCase()
}

/** A cell that is empty says nothing. */
function recordOf(names: readonly string[], cells: readonly string[]): LineRecord {
  if (cells.length !== names.length)
    return { kind: 'rejected', reason: 'it has other columns than the head of the report' }
  const known = new Set(FIELDS)
  const pairs = names.flatMap((name, at) => {
    const cell = cells[at] ?? ''
    return known.has(name) && cell !== '' ? [[name, cell] as const] : []
  })
  return { kind: 'record', record: Object.fromEntries(pairs) }
}

function readerOf(head: string): LineReader | null {
  const names = head.includes('lineItem/') ? csvCells(head)?.map(presentName) : undefined
  if (names === undefined || !NEEDS.every((name) => names.includes(name))) return null
  return {
    read: (line) => {
      if (line === head) return null
      const cells = csvCells(line)
      return cells === null ? { kind: 'rejected', reason: 'its quotes have no end' } : recordOf(names, cells)
    },
  }
}

/** The older report, whose columns have the names of its parts before a slash (Data Exports user guide: legacy CUR). */
export const legacy: LineShape = { starts: ([head]) => (head === undefined ? null : readerOf(head)) }
