import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { batchType, Column, tableFromColumns, tableFromIPC, tableToIPC, utf8 } from '@uwdata/flechette'
import { Compression, initSync, readParquet, Table, WriterPropertiesBuilder, writeParquet } from 'parquet-wasm/esm'

let isReady = false

/** The writer's code: beside the worker in a build, in its package when the sources run as they stand. */
function wasmPath(): string {
  const built = fileURLToPath(new URL('../ingest/parquet_wasm_bg.wasm', import.meta.url))
  return existsSync(built) ? built : createRequire(import.meta.url).resolve('parquet-wasm/esm/parquet_wasm_bg.wasm')
}

async function ready(): Promise<void> {
  if (isReady) return
  initSync({ module: await readFile(wasmPath()) })
  isReady = true
}

/** A column of texts in Arrow's own layout, encoded into one buffer: text by text it takes longer than all else of an assessment. */
function textColumn(texts: readonly string[]): Column<unknown> {
  const offsets = new Int32Array(texts.length + 1)
  const values = Buffer.allocUnsafe(texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0))
  let end = 0
  for (const [at, text] of texts.entries()) {
    end += values.write(text, end, 'utf8')
    offsets[at + 1] = end
  }
  const type = utf8()
  const parts = { length: texts.length, nullCount: 0, type, validity: new Uint8Array(0), values, offsets }
  return new Column([new (batchType(type))(parts)], type)
}

/** Writes rows of text as Parquet. Equal rows give equal bytes. */
export async function writeTextTable<Name extends string>(
  names: readonly Name[],
  rows: readonly Readonly<Record<Name, string>>[],
): Promise<Uint8Array> {
  await ready()
  const columns = names.map((name): [string, Column<unknown>] => [name, textColumn(rows.map((row) => row[name]))])
  const ipc = tableToIPC(tableFromColumns(columns), { format: 'stream' })
  if (ipc === null) throw new Error('rows could not be laid out for Parquet')
  const properties = new WriterPropertiesBuilder().setCompression(Compression.ZSTD).build()
  return writeParquet(Table.fromIPCStream(ipc), properties)
}

/** Reads one column of a Parquet table of text. */
export async function readTextTable(bytes: Uint8Array, name: string): Promise<readonly string[]> {
  await ready()
  const column = tableFromIPC(readParquet(bytes).intoIPCStream()).getChild(name)
  if (column === null) throw new Error(`a Parquet table has no column \`${name}\``)
  return Array.from(column, String)
}
