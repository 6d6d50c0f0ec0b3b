import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type FlatRows, TABLE_NAMES, TABLES, type TableName } from '@verascope/core/facts/tables'
import { syncFolder } from '../case/durable.ts'
import { RowBuffer } from './columns.ts'
import { ParquetFile } from './parquet.ts'

/** Rows that are gathered before they are handed to the writer, and the text in them: what bounds the memory of a worker. */
const MANY_ROWS = 16_384
const MUCH_TEXT = 2 ** 25

/** SHA-256 (hex) of a part's file, by table. */
export type PartHashes = Readonly<Record<string, string>>

/** The part that rows were written into, and the hashes of its files; null when no row was. */
export interface Part {
  readonly name: string
  readonly tables: PartHashes | null
}

interface OpenTable {
  readonly name: TableName
  readonly folder: string
  readonly buffer: RowBuffer
  file: ParquetFile | null
}

/** Writes one part: a Parquet file of the same name in the folder of every table. */
export class PartWriter {
  readonly #tables: readonly OpenTable[]
  readonly #part: string
  #hasRows = false

  constructor(caseDir: string, part: string) {
    this.#part = part
    this.#tables = TABLE_NAMES.map((name) => ({
      name,
      folder: join(caseDir, 'tables', name),
      buffer: new RowBuffer(TABLES[name]),
      file: null,
    }))
  }

  /** Adds the rows of one record; true when enough have gathered that `flush` is due. */
  add(rows: FlatRows): boolean {
    let isFull = false
    for (const { name, buffer } of this.#tables) {
      for (const row of rows[name]) buffer.add(row)
      if (buffer.rows >= MANY_ROWS || buffer.characters >= MUCH_TEXT) isFull = true
    }
    this.#hasRows = true
    return isFull
  }

  async #fileOf(table: OpenTable): Promise<ParquetFile> {
    if (table.file !== null) return table.file
    await mkdir(table.folder, { recursive: true })
    table.file = await ParquetFile.open(join(table.folder, `${this.#part}.parquet`), TABLES[table.name])
    return table.file
  }

  /** Writes what has gathered and frees it. */
  async flush(): Promise<void> {
    for (const table of this.#tables) {
      const file = await this.#fileOf(table)
      if (table.buffer.rows > 0) await file.append(table.buffer.take())
    }
  }

  /** Writes the part, if it has rows: once this returns, the files of all tables are on the disk. Gives their hashes; null without rows. */
  async finish(): Promise<PartHashes | null> {
    if (!this.#hasRows) return null
    await this.flush()
    const hashes: Record<string, string> = {}
    for (const { name, file, folder } of this.#tables) {
      if (file !== null) hashes[name] = await file.finish()
      await syncFolder(folder)
    }
    return hashes
  }

  /** Removes what was written of a part that cannot be finished. */
  async abandon(): Promise<void> {
    for (const { file } of this.#tables) await file?.abandon()
  }
}
