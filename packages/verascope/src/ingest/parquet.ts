import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { ColumnType } from '@verascope/core/facts/tables'
import {
  Compression,
  Encoding,
  initSync,
  type RecordBatch,
  Table,
  transformParquetStream,
  type WriterProperties,
  WriterPropertiesBuilder,
  writeParquet,
} from 'parquet-wasm/esm'

import { RowBuffer } from './columns.ts'

/** Rows of one row group: what a query skips or reads as one. */
const ROW_GROUP = 65_536

let isReady = false

/** The writer's code: beside the worker in a build, in its package when the sources run as they stand. */
function wasmPath(): string {
  const built = fileURLToPath(new URL('../ingest/parquet_wasm_bg.wasm', import.meta.url))
  return existsSync(built) ? built : createRequire(import.meta.url).resolve('parquet-wasm/esm/parquet_wasm_bg.wasm')
}

function makeReady(): void {
  if (isReady) return
  initSync({ module: readFileSync(wasmPath()) })
  isReady = true
}

/** How a column is packed beside compression, where the writer's default is not the best: ids do not repeat, numbers step. */
const PACKING: Partial<Record<ColumnType, Encoding>> = {
  id: Encoding.DELTA_LENGTH_BYTE_ARRAY,
  text: Encoding.DELTA_LENGTH_BYTE_ARRAY,
  time: Encoding.DELTA_BINARY_PACKED,
  int: Encoding.DELTA_BINARY_PACKED,
}

function propertiesOf(columns: Readonly<Record<string, ColumnType>>): WriterProperties {
  let builder = new WriterPropertiesBuilder().setCompression(Compression.ZSTD).setMaxRowGroupSize(ROW_GROUP)
  for (const [name, type] of Object.entries(columns)) {
    const packing = PACKING[type]
    if (packing !== undefined) {
      builder = builder.setColumnDictionaryEnabled(name, false).setColumnEncoding(name, packing)
    }
  }
  return builder.build()
}

type RowStream = WritableStreamDefaultWriter<RecordBatch>

/** A Parquet file that is being written; it bears its name only once it is whole and on the disk. */
export class ParquetFile {
  readonly #path: string
  readonly #temporary: string
  readonly #columns: Readonly<Record<string, ColumnType>>
  readonly #file: FileHandle
  readonly #hash = createHash('sha256')
  #rows: RowStream | null = null
  #drained: Promise<void> = Promise.resolve()

  private constructor(
    path: string,
    temporary: string,
    columns: Readonly<Record<string, ColumnType>>,
    file: FileHandle,
  ) {
    this.#path = path
    this.#temporary = temporary
    this.#columns = columns
    this.#file = file
  }

  /** Opens a file for writing, under another name. */
  static async open(path: string, columns: Readonly<Record<string, ColumnType>>): Promise<ParquetFile> {
    makeReady()
    const temporary = `${path}.tmp`
    return new ParquetFile(path, temporary, columns, await open(temporary, 'w'))
  }

  async #drain(rows: ReadableStream<RecordBatch>): Promise<void> {
    const bytes: ReadableStream<Uint8Array> = await transformParquetStream(rows, propertiesOf(this.#columns))
    for await (const chunk of bytes) await this.#write(chunk)
  }

  async #write(bytes: Uint8Array): Promise<void> {
    this.#hash.update(bytes)
    await this.#file.writeFile(bytes)
  }

  #start(): RowStream {
    // One batch at a time on its way: memory stays that of one batch, however many rows the file gets.
    const pipe = new TransformStream<RecordBatch, RecordBatch>({}, { highWaterMark: 1 }, { highWaterMark: 0 })
    const rows = pipe.writable.getWriter()
    this.#drained = this.#drain(pipe.readable)
    // A file that cannot be written must not leave `append` waiting for ever.
    this.#drained.catch((error: unknown) => rows.abort(error)).catch(() => {})
    rows.closed.catch(() => {})
    return rows
  }

  /** Appends the rows of an Arrow stream. */
  async append(ipc: Uint8Array): Promise<void> {
    this.#rows ??= this.#start()
    const table = Table.fromIPCStream(ipc)
    for (const batch of table.recordBatches()) await Promise.race([this.#rows.write(batch), this.#drained])
    table.free()
  }

  /** Ends the file, flushes it to the disk and gives it its name; gives the SHA-256 (hex) of its bytes. */
  async finish(): Promise<string> {
    if (this.#rows === null) {
      // A stream without batches has no columns to tell.
      const none = Table.fromIPCStream(new RowBuffer(this.#columns).take())
      await this.#write(writeParquet(none, propertiesOf(this.#columns)))
    } else {
      await Promise.race([this.#rows.close(), this.#drained])
      await this.#drained
    }
    await this.#file.sync()
    await this.#file.close()
    await rename(this.#temporary, this.#path)
    return this.#hash.digest('hex')
  }

  /** Gives up and removes what was written. */
  async abandon(): Promise<void> {
    await this.#rows?.abort().catch(() => {})
    await this.#drained.catch(() => {})
    await this.#file.close().catch(() => {})
    await rm(this.#temporary, { force: true })
  }
}
