import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { tableFromIPC } from '@uwdata/flechette'
import {
  type Cell,
  type ColumnType,
  type FlatRow,
  type FlatRows,
  TABLE_NAMES,
  TABLES,
} from '@verascope/core/facts/tables'
import fc from 'fast-check'
import { readParquet } from 'parquet-wasm/esm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PartWriter } from './part-writer.ts'

let caseDir = ''
beforeEach(() => {
  caseDir = mkdtempSync(join(tmpdir(), 'verascope-part-'))
})
afterEach(() => rmSync(caseDir, { recursive: true, force: true }))

const NONE: FlatRows = { events: [], touches: [], mints: [], changes: [], ends: [], statements: [], witnesses: [] }

function rowsIn(table: string, part: string): readonly Record<string, unknown>[] {
  const bytes = readFileSync(join(caseDir, 'tables', table, `${part}.parquet`))
  return tableFromIPC(readParquet(bytes).intoIPCStream()).toArray()
}

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '\u0000', '\ud800', '\udc00\ud800', '𝄞', 'a\u0000b', '"', '\n'),
  fc.string({ maxLength: 1 }).map((one) => one.repeat(5_000)),
)
const CELLS: Readonly<Record<ColumnType, fc.Arbitrary<Cell>>> = {
  label: text,
  id: text,
  text,
  time: fc.integer({ min: -8.64e15, max: 8.64e15 }),
  int: fc.maxSafeNat(),
  double: fc.double({ noNaN: true }),
  bool: fc.boolean(),
}

function rowOf(columns: Readonly<Record<string, ColumnType>>): fc.Arbitrary<FlatRow> {
  const cells = Object.entries(columns).map(([name, type]) => [name, fc.option(CELLS[type])])
  return fc.record(Object.fromEntries(cells))
}

/** Half of a surrogate pair. */
const LONE = /[\ud800-\udfff]/gu

/** What a cell is once it is UTF-8: half of a surrogate pair has no bytes. */
function stored(cell: Cell | undefined): Cell {
  return typeof cell === 'string' ? cell.replace(LONE, '\ufffd') : (cell ?? null)
}

describe('a part', () => {
  it('gives back every cell of every column, however rows are split into batches', async () => {
    let nth = 0
    const rows = fc.array(fc.tuple(rowOf(TABLES.events), fc.array(rowOf(TABLES.touches), { maxLength: 3 })), {
      minLength: 1,
    })
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 5 }), async (records, every) => {
        nth += 1
        const part = new PartWriter(caseDir, `p${nth}`)
        for (const [at, [event, touches]] of records.entries()) {
          part.add({ ...NONE, events: [event], touches })
          if (at % every === 0) await part.flush()
        }
        const hashes = await part.finish()
        for (const table of TABLE_NAMES) {
          const bytes = readFileSync(join(caseDir, 'tables', table, `p${nth}.parquet`))
          expect(hashes?.[table]).toBe(createHash('sha256').update(bytes).digest('hex'))
        }
        const given = { events: records.map(([event]) => event), touches: records.flatMap(([, touches]) => touches) }
        for (const table of ['events', 'touches'] as const) {
          const wanted = given[table].map((row) => Object.keys(TABLES[table]).map((name) => stored(row[name])))
          const found = rowsIn(table, `p${nth}`).map((row) => Object.keys(TABLES[table]).map((name) => row[name]))
          expect(found).toEqual(wanted)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('is a file in every table, also where there are no rows, with the types that queries expect', async () => {
    const part = new PartWriter(caseDir, 'p')
    part.add({ ...NONE, events: [{ event_id: 'e', at: Date.UTC(2023, 6, 10, 11, 54, 47, 123), ordinal: 2 ** 40 }] })
    await part.finish()
    const instance = await DuckDBInstance.create()
    const connection = await instance.connect()
    const types: Readonly<Record<ColumnType, string>> = {
      label: 'VARCHAR',
      id: 'VARCHAR',
      text: 'VARCHAR',
      time: 'TIMESTAMP WITH TIME ZONE',
      int: 'BIGINT',
      double: 'DOUBLE',
      bool: 'BOOLEAN',
    }
    for (const [table, columns] of Object.entries(TABLES)) {
      const path = join(caseDir, 'tables', table, 'p.parquet')
      const described = await connection.runAndReadAll(`describe select * from read_parquet('${path}')`)
      expect(described.getRowObjects().map((row) => [row['column_name'], row['column_type']])).toEqual(
        Object.entries(columns).map(([name, type]) => [name, types[type]]),
      )
    }
    const path = join(caseDir, 'tables/events/p.parquet')
    const read = await connection.runAndReadAll(
      `select event_id, epoch_ms("at") as ms, ordinal, caller from read_parquet('${path}')`,
    )
    expect(read.getRowObjectsJson()).toEqual([
      { event_id: 'e', ms: String(Date.UTC(2023, 6, 10, 11, 54, 47, 123)), ordinal: String(2 ** 40), caller: null },
    ])
    connection.closeSync()
  })

  it('leaves nothing behind without rows, or when it is given up', async () => {
    expect(await new PartWriter(caseDir, 'empty').finish()).toBeNull()
    const part = new PartWriter(caseDir, 'given-up')
    part.add({ ...NONE, events: [{ event_id: 'e' }] })
    await part.flush()
    await part.abandon()
    expect(readdirSync(join(caseDir, 'tables/events'))).toEqual([])
  })
})
