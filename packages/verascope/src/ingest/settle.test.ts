import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { rows as evidence } from '@verascope/core/catalog/evidence/index.generated'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ManifestLine } from '../case/manifest-line.ts'
import { COPIES_NAME, type Settlement } from '../case/settlement.ts'
import { readTextTable } from '../case/text-table.ts'
import { openCopies } from '../engine/duckdb/copies.ts'
import { ingest } from './ingest.ts'
import { settle } from './settle.ts'

const ROW = evidence.find((row) => row.kind === 'cloudtrail')
const [SAMPLE = {}] = ROW?.examples.map((example) => example.record) ?? []
const [ADDED = ''] = ROW?.enrichments ?? []

let caseDir = ''
let logs = ''
let known: ManifestLine[] = []

beforeEach(() => {
  const root = mkdtempSync(join(tmpdir(), 'verascope-settle-'))
  caseDir = join(root, 'case')
  logs = join(root, 'logs')
  known = []
  mkdirSync(caseDir)
  mkdirSync(logs)
})
afterEach(() => rmSync(join(caseDir, '..'), { recursive: true, force: true }))

function idOf(nth: number): string {
  return `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`
}

function record(nth: number, more: object = {}): object {
  return { ...SAMPLE, eventID: idOf(nth), recipientAccountId: '111122223333', ...more }
}

function wrapped(...records: readonly object[]): string {
  return JSON.stringify({ Records: records })
}

/** The same value in other bytes: every object's keys the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turned(inner)]),
  )
}

function put(name: string, bytes: string | Uint8Array): void {
  writeFileSync(join(logs, name), bytes)
}

async function read(): Promise<void> {
  await ingest({
    caseDir,
    paths: [logs],
    collector: null,
    workers: 1,
    parser: '1',
    at: '',
    progress: () => {},
    known,
    commit: async (items) => {
      known.push(...items.map(({ line }) => line))
    },
  })
}

async function settled(): Promise<Settlement> {
  const files = {
    events: 'all',
    touches: 'all',
    mints: 'all',
    changes: 'all',
    ends: 'all',
    statements: 'all',
    witnesses: 'all',
  } as const
  const engine = await openCopies({ root: caseDir, files, copies: null })
  try {
    return await settle({ caseDir, engine, lines: known, progress: () => {} })
  } finally {
    engine.close()
  }
}

/** The files and positions of the rows that were found to be copies. */
async function copies(): Promise<readonly string[]> {
  const path = join(caseDir, COPIES_NAME)
  if (!existsSync(path)) return []
  const [items, ordinals] = await Promise.all(
    ['item', 'ordinal'].map((name) => readTextTable(readFileSync(path), name)),
  )
  const names = new Map(known.map((line) => [line.inflatedSha256, line.name]))
  return (items ?? []).map((item, at) => `${names.get(item)} ${ordinals?.[at]}`).sort()
}

describe('settling', () => {
  it('finds no copy where there is none, and leaves no file', async () => {
    put('a.json', wrapped(record(1), record(2)))
    await read()
    expect(await settled()).toEqual({ copies: 0, conflicts: [] })
    expect(existsSync(join(caseDir, COPIES_NAME))).toBe(false)
  })

  it('takes a record for one, whatever file and bytes it stands in', async () => {
    const [one, two] = [record(1), record(2)]
    put('a.json', wrapped(one, two))
    put('b.json', wrapped(two))
    put('c.json.gz', gzipSync([turned(one), turned(two)].map((value) => JSON.stringify(value)).join('\n')))
    put('d.json', JSON.stringify([one], null, 2))
    await read()
    expect(await settled()).toEqual({ copies: 4, conflicts: [] })
    expect(await copies()).toHaveLength(4)
  })

  it('keeps the copy to which the provider added something', async () => {
    put('a.json', wrapped(record(1)))
    put('b.json', wrapped(record(1, { [ADDED]: { tags: ['late'] } })))
    put('c.json', wrapped(record(1, { recipientAccountId: '444455556666' })))
    await read()
    expect(await settled()).toEqual({ copies: 1, conflicts: [] })
    expect(await copies()).toEqual(['logs/a.json 0'])
  })

  it('keeps both and says so where one id has two contents, and finds copies among them', async () => {
    put('a.json', wrapped(record(1), record(2), record(3)))
    put('b.json', wrapped(record(1, { sourceIPAddress: '198.51.100.9' }), record(2)))
    put('c.json', JSON.stringify(turned(record(1))))
    await read()
    expect(await settled()).toEqual({
      copies: 2,
      conflicts: [{ eventId: idOf(1), account: '111122223333' }],
    })
    expect(await copies()).not.toContain('logs/b.json 0')
  })

  it('never merges what cannot be seen again: a file that is gone or altered makes a conflict', async () => {
    put('a.json', wrapped(record(1), record(2)))
    put('b.json', JSON.stringify(turned(record(1))))
    put('c.json', wrapped(record(2)))
    await read()
    expect(await settled()).toEqual({ copies: 2, conflicts: [] })
    put('b.json', JSON.stringify(record(1)))
    expect(await settled()).toEqual({
      copies: 1,
      conflicts: [{ eventId: idOf(1), account: '111122223333' }],
    })
    expect(await copies()).not.toContain('logs/b.json 0')
  })

  it('keeps apart what it sees none of', async () => {
    put('a.json', wrapped(record(1)))
    put('b.json', JSON.stringify(turned(record(1))))
    await read()
    rmSync(join(logs, 'a.json'))
    rmSync(join(logs, 'b.json'))
    expect(await settled()).toEqual({ copies: 0, conflicts: [{ eventId: idOf(1), account: '111122223333' }] })
  })

  it('reads a raw record in a copy of its file when the first is gone', async () => {
    put('a.json', wrapped(record(1)))
    put('a2.json.gz', gzipSync(wrapped(record(1))))
    put('b.json', JSON.stringify(turned(record(1))))
    await read()
    rmSync(join(logs, 'a.json'))
    expect(await settled()).toEqual({ copies: 1, conflicts: [] })
  })

  it('forgets the copies of a former search when there are none any more', async () => {
    put('a.json', wrapped(record(1)))
    put('b.json', JSON.stringify(turned(record(1))))
    await read()
    expect((await settled()).copies).toBe(1)
    rmSync(join(logs, 'b.json'))
    expect((await settled()).copies).toBe(0)
    expect(await copies()).toEqual([])
  })
})
