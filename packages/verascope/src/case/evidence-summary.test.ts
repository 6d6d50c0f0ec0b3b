import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountingOf, evidenceSummary } from './evidence-summary.ts'
import { appendItems, readManifest } from './manifest.ts'
import type { ItemAccounting, ManifestLine } from './manifest-line.ts'
import { isSettled, writeSettlement } from './settlement.ts'
import { removeUncommittedParts, tableSources } from './table-sources.ts'

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'verascope-evidence-'))
})
afterEach(() => rm(dir, { recursive: true }))

const CATALOG = '0123456789abcdef'

function lineOf(name: string, accounting: ItemAccounting, more: Partial<ManifestLine> = {}): ManifestLine {
  const sha256 = createHash('sha256').update(name).digest('hex')
  return {
    path: `/logs/${name}`,
    name,
    originalKey: null,
    state: 'read',
    reason: null,
    kind: 'kind',
    sha256,
    bytes: 1,
    inflatedSha256: sha256,
    inflatedBytes: 1,
    collector: null,
    acquiredAt: '2024-01-01T00:00:00.000Z',
    parser: '0.1.0',
    catalog: CATALOG,
    part: null,
    accounting,
    ...more,
  }
}

const counts = fc
  .tuple(fc.nat(50), fc.nat(50), fc.nat(50))
  .map(([kept, duplicate, rejected]) => ({ read: kept + duplicate + rejected, kept, duplicate, rejected }))
const NONE = { read: 0, kept: 0, duplicate: 0, rejected: 0 }

async function settle(copies: number, conflicts: readonly { eventId: string; account: string }[] = []): Promise<void> {
  if (copies > 0) await put('tables/copies/copies.parquet')
  await writeSettlement(dir, await readManifest(dir), { copies, conflicts })
}

async function put(path: string): Promise<void> {
  await mkdir(dirname(join(dir, path)), { recursive: true })
  await writeFile(join(dir, path), '')
}

describe('the accounting', () => {
  it('adds up, whatever was read and however many copies were found', () => {
    const state = fc.constantFrom('read' as const, 'duplicate' as const)
    fc.assert(
      fc.property(fc.array(fc.tuple(counts, state)), fc.nat(), (items, some) => {
        const lines = items.map(([accounting, of], at) => lineOf(String(at), accounting, { state: of }))
        const kept = accountingOf(lines, 0).kept
        const copies = some % (kept + 1)
        const sum = accountingOf(lines, copies)
        expect(sum.read).toBe(sum.kept + sum.duplicate + sum.rejected)
        expect(sum.kept).toBe(kept - copies)
        expect(sum.read).toBe(items.reduce((total, [one]) => total + one.read, 0))
        expect(sum.files).toBe(items.length)
      }),
    )
  })

  it('takes the copy of a file for nothing but duplicate, and a rejected file for a file only', () => {
    const accounting = { read: 5, kept: 3, duplicate: 0, rejected: 2 }
    const copy = lineOf('copy', accounting, { state: 'duplicate' })
    const rejected = lineOf('bad', NONE, { state: 'rejected' })
    expect(accountingOf([lineOf('a', accounting), copy, rejected], 1)).toEqual({
      read: 10,
      kept: 2,
      duplicate: 6,
      rejected: 2,
      files: 3,
      rejectedFiles: 1,
    })
  })
})

describe('the summary of the evidence', () => {
  const accounting = { read: 12, kept: 10, duplicate: 0, rejected: 2 }
  const items = ['b', 'a'].map((name) => {
    const line = lineOf(name, accounting)
    const rejected = [10, 9].map((ordinal) => ({ path: line.path, name, ordinal, offset: 1, reason: `no ${ordinal}` }))
    return { line, rejected }
  })
  const bad = lineOf('bad', NONE, { state: 'rejected', reason: 'no kind is recognised' })
  const all = [...items, { line: bad, rejected: [] }]

  it('is the same whatever the order of reading was', async () => {
    await appendItems(dir, all)
    await settle(0)
    const one = await evidenceSummary(dir, CATALOG)
    await rm(join(dir, 'evidence'), { recursive: true })
    for (const item of all.toReversed()) await appendItems(dir, [item])
    await settle(0)
    expect(JSON.stringify(await evidenceSummary(dir, CATALOG))).toBe(JSON.stringify(one))
    expect(one.rejected).toEqual([
      { path: 'bad', reason: 'no kind is recognised' },
      { path: 'a, record 9', reason: 'no 9' },
      { path: 'a, record 10', reason: 'no 10' },
      { path: 'b, record 9', reason: 'no 9' },
      { path: 'b, record 10', reason: 'no 10' },
    ])
    expect(one.inputs.map((input) => input.path)).toEqual(['a', 'b', 'bad'])
  })

  it('drops a rejection once the file was read', async () => {
    await appendItems(dir, [{ line: bad, rejected: [] }])
    await appendItems(dir, [{ line: { ...bad, state: 'read', reason: null, accounting }, rejected: [] }])
    await settle(0)
    const { accounting: sum, rejected } = await evidenceSummary(dir, CATALOG)
    expect([sum.rejectedFiles, sum.files, sum.kept, rejected]).toEqual([0, 1, 10, []])
  })

  it('counts copies found between files, and lists conflicts in order', async () => {
    await appendItems(dir, all)
    const conflicts = [
      { eventId: 'b', account: '1' },
      { eventId: 'a', account: '2' },
      { eventId: 'a', account: '1' },
    ]
    await settle(4, conflicts)
    const summary = await evidenceSummary(dir, CATALOG)
    expect(summary.accounting).toMatchObject({ read: 24, kept: 16, duplicate: 4, rejected: 4 })
    expect(summary.conflicts.map((one) => one.eventId + one.account)).toEqual(['a1', 'a2', 'b1'])
  })

  it('is refused while copies were not looked for, and an empty case needs no look', async () => {
    expect((await evidenceSummary(dir, CATALOG)).accounting).toMatchObject({ read: 0, files: 0 })
    await appendItems(dir, items)
    expect(await isSettled(dir)).toBe(false)
    await expect(evidenceSummary(dir, CATALOG)).rejects.toMatchObject({ code: 'VS4006' })
    await settle(3)
    expect(await isSettled(dir)).toBe(true)
    await rm(join(dir, 'tables/copies/copies.parquet'))
    expect(await isSettled(dir)).toBe(false)
    await settle(3, [{ eventId: 'a', account: '' }])
    await writeFile(join(dir, 'evidence/conflicts.ndjson'), '')
    expect(await isSettled(dir)).toBe(false)
    await settle(0)
    await appendItems(dir, [{ line: bad, rejected: [] }])
    expect(await isSettled(dir)).toBe(false)
  })

  it('counts the files that another catalogue read, because that one may not have known what this one knows', async () => {
    const one = { line: lineOf('a', { ...NONE, read: 1, kept: 1 }), rejected: [] }
    const other = { line: lineOf('b', { ...NONE, read: 1, kept: 1 }, { catalog: 'fedcba9876543210' }), rejected: [] }
    await appendItems(dir, [one, other])
    await settle(0)
    expect((await evidenceSummary(dir, CATALOG)).otherwiseRead).toBe(1)
  })
})

describe('the tables of a case', () => {
  const tables = ['events', 'touches', 'mints', 'changes', 'ends', 'statements', 'witnesses']
  const tablesOf = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 'a'.repeat(64)]))
  const kept = { read: 1, kept: 1, duplicate: 0, rejected: 0 }
  const parts = ['part-2', 'part-1'].map((part) => ({
    line: lineOf(part, kept, { part, tables: tablesOf(tables) }),
    rejected: [],
  }))
  const committed = tables.flatMap((table) => [1, 2].map((part) => `tables/${table}/part-${part}.parquet`))

  beforeEach(async () => {
    await appendItems(dir, parts)
    for (const path of committed) await put(path)
  })

  it('are every file of a folder while these are just the committed ones', async () => {
    const all = 'all' as const
    expect(await tableSources(dir)).toEqual({
      root: dir,
      files: { events: all, touches: all, mints: all, changes: all, ends: all, statements: all, witnesses: all },
      copies: null,
    })
    await put('tables/mints/killed.parquet')
    await put('tables/ends/killed.parquet.tmp')
    await settle(1)
    expect(await tableSources(dir)).toMatchObject({
      files: { events: all, mints: ['tables/mints/part-1.parquet', 'tables/mints/part-2.parquet'], ends: all },
      copies: 'tables/copies/copies.parquet',
    })
  })

  it('are read as far as a part has them: one of a version before witnesses has none of them', async () => {
    const { witnesses: _, ...older } = tablesOf(tables)
    const known = { part: 'part-3', tables: older }
    await appendItems(dir, [{ line: lineOf('old', kept, known), rejected: [] }])
    await appendItems(dir, [{ line: lineOf('oldest', kept, { part: 'part-4' }), rejected: [] }])
    for (const table of Object.keys(older)) for (const nth of [3, 4]) await put(`tables/${table}/part-${nth}.parquet`)
    const { files } = await tableSources(dir)
    expect(new Set(Object.values(files))).toEqual(new Set(['all']))
    await rm(join(dir, 'tables/statements/part-3.parquet'))
    await expect(tableSources(dir)).rejects.toMatchObject({ code: 'VS7002' })
  })

  it('have no file in a case that committed none', async () => {
    await rm(join(dir, 'evidence'), { recursive: true })
    expect((await tableSources(dir)).files).toEqual(Object.fromEntries(tables.map((table) => [table, []])))
    await rm(join(dir, 'tables'), { recursive: true })
    expect((await tableSources(dir)).files).toEqual(Object.fromEntries(tables.map((table) => [table, []])))
  })

  it('lose what is not committed before the next ingest, and nothing else', async () => {
    const killed = ['tables/events/part-3.parquet', 'tables/events/part-1.parquet.tmp', 'tables/ends/x.parquet']
    for (const path of [...killed, 'tables/copies/copies.parquet']) await put(path)
    await removeUncommittedParts(dir)
    expect(killed.filter((path) => existsSync(join(dir, path)))).toEqual([])
    expect(committed.filter((path) => !existsSync(join(dir, path)))).toEqual([])
    expect(await readdir(join(dir, 'tables/copies'))).toEqual(['copies.parquet'])
  })

  it('are not opened when any committed file is gone: its rows would be missed by nobody', async () => {
    for (const path of committed) {
      await rm(join(dir, path))
      await expect(tableSources(dir), path).rejects.toMatchObject({ code: 'VS7002' })
      await put(path)
    }
  })
})
