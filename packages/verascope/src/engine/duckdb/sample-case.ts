import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { Witnessed } from '@verascope/core/domain/witness'
import { flatten, flattenWitnesses } from '@verascope/core/facts/flatten'
import type { Facts } from '@verascope/core/facts/port'
import type { Projection } from '@verascope/core/facts/project'
import type { Draw } from '@verascope/core/facts/random-calls'
import { type ColumnType, type FlatRow, TABLES, type TableName } from '@verascope/core/facts/tables'
import { type GivenType, name } from '../sql/dialect.ts'
import { duckDbDialect } from '../sql/duckdb-dialect.ts'
import type { TableSources } from '../table-sources.ts'
import { openDuckDb } from './open.ts'

/** How times are stored: a Parquet timestamp without or with UTC, or plain milliseconds. */
export type StoredTime = 'TIMESTAMP' | 'TIMESTAMPTZ' | 'BIGINT'

/** Where a row stands in the evidence. */
export interface RowPlace {
  readonly item: string
  readonly ordinal: number
}

/** What a sample case is made of. */
export interface Sample {
  readonly projections: readonly Projection[]
  readonly witnesses?: readonly Witnessed[]
  /** Rows that are to count as copies of others. */
  readonly copies?: readonly RowPlace[]
  readonly times?: StoredTime
}

const TABLE_NAMES = [
  'events',
  'touches',
  'mints',
  'changes',
  'ends',
  'statements',
  'witnesses',
] as const satisfies readonly TableName[]

function givenType(type: ColumnType): GivenType {
  if (type === 'time' || type === 'int') return 'int'
  return type === 'double' || type === 'bool' ? type : 'text'
}

function storedColumn(column: string, type: ColumnType, times: StoredTime): string {
  if (type !== 'time' || times === 'BIGINT') return name(column)
  const millis = `make_timestamp_ms(${name(column)})`
  return `${times === 'TIMESTAMP' ? millis : `${millis} AT TIME ZONE 'UTC'`} AS ${name(column)}`
}

function tableText(table: TableName, rows: readonly FlatRow[], times: StoredTime): string {
  const columns = Object.entries(TABLES[table])
  const given = Object.fromEntries(columns.map(([column, type]) => [column, givenType(type)]))
  const stored = columns.map(([column, type]) => storedColumn(column, type, times)).join(', ')
  return `SELECT ${stored} FROM ${duckDbDialect.relation(given, rows)} AS r`
}

/** Writes tables of Parquet as a case has them into `root`, for tests; a table without rows gets no file. */
export async function writeSampleCase(root: string, sample: Sample): Promise<TableSources> {
  const { projections, witnesses = [], copies = [], times = 'TIMESTAMP' } = sample
  const flat = [...projections.map(flatten), flattenWitnesses(witnesses)]
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  const write = async (folder: string, query: string): Promise<string> => {
    await mkdir(join(root, 'tables', folder), { recursive: true })
    const file = `tables/${folder}/part.parquet`
    await connection.run(`COPY (${query}) TO ${duckDbDialect.text(join(root, file))} (FORMAT parquet)`)
    return file
  }
  try {
    const files: Record<TableName, readonly string[]> = {
      events: [],
      touches: [],
      mints: [],
      changes: [],
      ends: [],
      statements: [],
      witnesses: [],
    }
    for (const table of TABLE_NAMES) {
      const rows = flat.flatMap((one) => one[table])
      if (rows.length > 0) files[table] = [await write(table, tableText(table, rows, times))]
    }
    const places = copies.map(({ item, ordinal }) => ({ item, ordinal }))
    const relation = duckDbDialect.relation({ item: 'text', ordinal: 'int' }, places)
    return { root, files, copies: copies.length === 0 ? null : await write('copies', `FROM ${relation}`) }
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

/** Writes a sample case into a folder of its own, asks it, and removes it. */
export async function withSampleFacts(sample: Sample, use: (facts: Facts) => Promise<void>): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'verascope-sample-'))
  try {
    const { facts, close } = await openDuckDb(await writeSampleCase(root, sample), { threads: 2 })
    await use(facts).finally(close)
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

/** Randomness as a tape of numbers, which a test can make smaller; behind its end everything is 0. */
export function drawOf(tape: readonly number[]): Draw {
  let at = 0
  return (below) => (tape[at++] ?? 0) % below
}
