import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { tableFromArrays, tableFromIPC, tableToIPC, utf8 } from '@uwdata/flechette'
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

/** Writes rows of text as Parquet. Equal rows give equal bytes. */
export async function writeTextTable<Name extends string>(
  names: readonly Name[],
  rows: readonly Readonly<Record<Name, string>>[],
): Promise<Uint8Array> {
  await ready()
  const columns = Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])]))
  const types = Object.fromEntries(names.map((name) => [name, utf8()]))
  const ipc = tableToIPC(tableFromArrays(columns, { types }), { format: 'stream' })
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
