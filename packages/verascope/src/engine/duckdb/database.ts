import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import type { DuckDBConnection, DuckDBInstance, DuckDBPreparedStatement, DuckDBValue } from '@duckdb/node-api'
import type { Json } from '@verascope/core/domain/json'
import type { Cell, FlatRow } from '@verascope/core/facts/tables'
import { engineMissing, faultOf } from '../faults.ts'
import { duckDbDialect } from '../sql/duckdb-dialect.ts'
import { withoutGlob } from '../sql/table-text.ts'

/** How much of the machine the engine may take. */
export interface DuckDbOptions {
  /** Bytes of memory; beyond it the engine uses a temporary folder. Default: 2 GiB, at most half of what there is. */
  readonly memoryBytes?: number
  /** Threads. Default: one for each processor. */
  readonly threads?: number
}

/** A database in memory that can read one case and nothing else. */
export interface Database {
  /** Runs a query and gives all rows. Throws VS4005 when files, memory or disk fail it. */
  readonly ask: (query: string) => Promise<readonly FlatRow[]>
  /** Runs a query and gives its rows piece by piece, so that they need not fit in memory. */
  readonly stream: (query: string) => AsyncIterable<readonly FlatRow[]>
  /** Runs a query of the user's and gives whatever comes, as JSON has it. Rejects with the engine's own words. */
  readonly answer: (query: string) => Promise<{ columns: readonly string[]; rows: readonly (readonly Json[])[] }>
  /** A folder of its own that it may write to; gone after `close`. */
  readonly scratch: string
  readonly close: () => void
}

const GIB = 2 ** 30

async function loadDriver(): Promise<typeof import('@duckdb/node-api')> {
  try {
    return await import('@duckdb/node-api')
  } catch (error) {
    throw engineMissing(error)
  }
}

function settings(scratch: string, { memoryBytes, threads }: DuckDbOptions): Record<string, string> {
  const memory = memoryBytes ?? Math.min(2 * GIB, totalmem() / 2)
  return {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    memory_limit: `${Math.floor(memory / 2 ** 20)}MiB`,
    preserve_insertion_order: 'false',
    temp_directory: scratch,
    threads: String(threads ?? availableParallelism()),
  }
}

/**
 * INVARIANT: what a query says can reach the case and the scratch folder only, should text of the evidence ever get into one.
 * Paths are checked as they are written, so the escaped spelling of a folder is allowed beside the folder.
 */
function lockText(root: string, scratch: string): readonly string[] {
  const folders = [...new Set([root, withoutGlob(root), scratch, withoutGlob(scratch)])]
  return [
    `SET allowed_directories = [${folders.map(duckDbDialect.text).join(', ')}]`,
    'SET enable_external_access = false',
    'SET lock_configuration = true',
  ]
}

function cellOf(value: DuckDBValue | undefined): Cell {
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (value === null || value === undefined) return null
  throw new Error(`the engine answered a ${typeof value}, which no table has`)
}

function rowsOf(names: readonly string[], columns: readonly (readonly DuckDBValue[])[]): readonly FlatRow[] {
  const count = columns[0]?.length ?? 0
  return Array.from({ length: count }, (_, at) => {
    const row: Record<string, Cell> = {}
    for (const [column, name] of names.entries()) row[name] = cellOf(columns[column]?.[at])
    return row
  })
}

async function* streamed(connection: DuckDBConnection, query: string): AsyncGenerator<readonly FlatRow[]> {
  const result = await connection.stream(query)
  const names = result.columnNames()
  for (let chunk = await result.fetchChunk(); chunk !== null; chunk = await result.fetchChunk()) {
    if (chunk.rowCount === 0) return
    yield rowsOf(names, chunk.getColumns())
  }
}

/** One connection a question: questions that are asked at the same time do not wait for each other's answers. */
async function* onConnection(
  instance: DuckDBInstance,
  query: string,
  root: string,
): AsyncGenerator<readonly FlatRow[]> {
  const connection = await instance.connect()
  try {
    yield* streamed(connection, query)
  } catch (error) {
    throw faultOf(root, error)
  } finally {
    connection.closeSync()
  }
}

/**
 * The one statement of a query, which has to be a selection. A threat: the case folder is open to the engine, and other
 * statements (COPY, EXPLAIN ANALYZE of one) could write over the tables in it.
 */
async function selection(connection: DuckDBConnection, query: string): Promise<DuckDBPreparedStatement> {
  const { StatementType } = await loadDriver()
  const statements = await connection.extractStatements(query)
  if (statements.count !== 1) throw new Error(`one statement is taken at a time, and this has ${statements.count}`)
  const statement = await statements.prepare(0)
  if (statement.statementType !== StatementType.SELECT)
    throw new Error('only selections are taken: SELECT, FROM, WITH, DESCRIBE, SHOW, SUMMARIZE')
  return statement
}

async function answered(instance: DuckDBInstance, query: string): ReturnType<Database['answer']> {
  const connection = await instance.connect()
  try {
    const reader = await (await selection(connection, query)).runAndReadAll()
    return { columns: reader.columnNames(), rows: reader.getRowsJson() }
  } finally {
    connection.closeSync()
  }
}

/** Opens a database for the case in the folder `root` (absolute). Throws VS4005 when the engine cannot be loaded. */
export async function openDatabase(root: string, options: DuckDbOptions): Promise<Database> {
  const { DuckDBInstance: instances } = await loadDriver()
  // Outside the case: a case may be on a medium that cannot be written to.
  const scratch = mkdtempSync(join(tmpdir(), 'verascope-duckdb-'))
  const removeScratch = (): void => rmSync(scratch, { recursive: true, force: true })
  try {
    const instance = await instances.create(':memory:', settings(scratch, options))
    const stream = (query: string): AsyncIterable<readonly FlatRow[]> => onConnection(instance, query, root)
    const ask = async (query: string): Promise<readonly FlatRow[]> => {
      const pieces: (readonly FlatRow[])[] = []
      for await (const piece of stream(query)) pieces.push(piece)
      return pieces.flat()
    }
    for (const text of lockText(root, scratch)) await ask(text)
    const close = (): void => {
      instance.closeSync()
      removeScratch()
    }
    return { ask, stream, answer: (query) => answered(instance, query), scratch, close }
  } catch (error) {
    removeScratch()
    throw error
  }
}
