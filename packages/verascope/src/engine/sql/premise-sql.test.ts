import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { Premise, PremiseQuery } from '@verascope/core/domain/premise'
import type { Projection } from '@verascope/core/facts/project'
import { randomProjections } from '@verascope/core/facts/random-calls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeSampleCase } from '../duckdb/sample-case.ts'
import type { TableSources } from '../table-sources.ts'
import { premiseSql } from './premise-sql.ts'

let at = 0
const all: readonly Projection[] = randomProjections((below) => (at++ * 7919 + (at >> 3) * 31 + 38) % below)
const isCopy = (one: Projection): boolean => one.event.ref.ordinal % 5 === 0
const kept = all.filter((one) => !isCopy(one))

const cwd = process.cwd()
let sources: TableSources
beforeAll(async () => {
  const root = await mkdtemp(join(tmpdir(), 'verascope-premise-'))
  sources = await writeSampleCase(root, { projections: all, copies: all.filter(isCopy).map((one) => one.event.ref) })
  process.chdir(root)
})
afterAll(async () => {
  process.chdir(cwd)
  await rm(sources.root, { recursive: true })
})

function premise(query: PremiseQuery | null, says = 'a sentence'): Premise {
  return { id: 'P-1', kind: 'access', subject: 's', says, unless: null, from: [], evidence: [], query }
}

/** The rows of every SELECT of a script, run by a DuckDB that knows nothing of us. */
async function rowsOf(script: string): Promise<readonly (readonly Record<string, unknown>[])[]> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  try {
    const answers: (readonly Record<string, unknown>[])[] = []
    const statements = await connection.extractStatements(script)
    for (let statement = 0; statement < statements.count; statement += 1) {
      const reader = await (await statements.prepare(statement)).runAndReadAll()
      if (reader.columnNames().includes('event_id')) answers.push(reader.getRowObjectsJS())
    }
    return answers
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

const SAYS = ['one\n; DROP VIEW events; --', '*/ \u2028 SELECT 1;\r\n.shell true', '\u202enever\0']

describe('the script behind an argument', () => {
  it('shows for every premise the rows it rests on, in order, without copies', async () => {
    const touches = kept.flatMap((one) => one.touches)
    const [touch] = touches
    if (touch === undefined) throw new Error('no touch was drawn')
    const { store, caller, effect, outcome } = touch
    const account = kept[0]?.event.account ?? ''
    const queries: readonly PremiseQuery[] = [
      { kind: 'touches', store: store.id, caller, effect, outcome },
      { kind: 'store', store: store.id },
      { kind: 'events-of-caller', caller, account: null },
      { kind: 'events-of-caller', caller, account },
      { kind: 'event', event: touch.eventId },
    ]
    const onStore = touches.filter((one) => one.store.id === store.id)
    const ofCaller = kept.filter((one) => one.event.caller === caller)
    const expected = [
      onStore.filter((one) => one.caller === caller && one.effect === effect && one.outcome === outcome).length,
      onStore.length,
      ofCaller.length,
      ofCaller.filter((one) => one.event.account === account).length,
      kept.filter((one) => one.event.eventId === touch.eventId).length,
    ]
    expect(Math.min(...expected)).toBeGreaterThan(0)
    const script = premiseSql([premise(null), ...queries.map((query) => premise(query))], sources)
    const found = await rowsOf(script)
    expect(found.map((rows) => rows.length)).toEqual(expected)
    for (const rows of found) {
      const times = rows.map((row) => Number(row['at']))
      expect(times).toEqual([...times].sort((a, b) => a - b))
    }
  })

  it('holds hostile texts in their literals and comments, each on its line', async () => {
    const values = ["'; DROP VIEW touches; --", 'a\0b', '\n.shell true\n', 'x\r;SELECT 1;', "''", '\\', '\ud800', '$$']
    const premises = values.flatMap((store) => SAYS.map((says) => premise({ kind: 'store', store }, says)))
    const script = premiseSql(premises, sources)
    expect(script).not.toMatch(/(?!\n)[\p{Control}\u2028\u2029\u202e]/u)
    expect(script.split('\n').filter((line) => /^\s*\./.test(line))).toEqual([])
    expect(await rowsOf(script)).toEqual(premises.map(() => []))
  })

  it('runs over tables without rows, and without a premise that has rows', async () => {
    const empty: TableSources = {
      root: '',
      files: { events: [], touches: [], mints: [], changes: [], ends: [], statements: [], witnesses: [] },
      copies: null,
    }
    const script = premiseSql([premise({ kind: 'event', event: 'e' }), premise({ kind: 'store', store: 's' })], empty)
    expect(await rowsOf(script)).toEqual([[], []])
    expect(premiseSql([premise(null)], empty)).toMatch(/^-- .*\n$/)
  })
})
