import { tableFromColumns, tableToIPC } from '@uwdata/flechette'
import type { ColumnType, FlatRow } from '@verascope/core/facts/tables'
import { columnBuilder } from './column-builders.ts'

/** Rows that wait to be written, column by column. */
export class RowBuffer {
  readonly #columns: readonly (readonly [string, ReturnType<typeof columnBuilder>])[]
  /** How many rows wait. */
  rows = 0
  /** How much text they hold, in characters. */
  characters = 0

  constructor(columns: Readonly<Record<string, ColumnType>>) {
    this.#columns = Object.entries(columns).map(([name, type]) => [name, columnBuilder(type)])
  }

  /** Adds a row; a column that it leaves out is null. */
  add(row: FlatRow): void {
    for (const [name, builder] of this.#columns) {
      const cell = row[name] ?? null
      builder.add(cell)
      if (typeof cell === 'string') this.characters += cell.length
    }
    this.rows += 1
  }

  /** Gives the rows as an Arrow stream and forgets them. */
  take(): Uint8Array {
    const columns = this.#columns.map(([name, builder]): [string, ReturnType<typeof builder.take>] => [
      name,
      builder.take(),
    ])
    const ipc = tableToIPC(tableFromColumns(columns), { format: 'stream' })
    if (ipc === null) throw new Error('rows could not be laid out for Parquet')
    this.rows = 0
    this.characters = 0
    return ipc
  }
}
