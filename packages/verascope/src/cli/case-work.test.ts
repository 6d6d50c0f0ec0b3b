import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readJournal } from '../case/journal.ts'
import type { CommittedItem } from '../case/manifest.ts'
import type { ManifestLine } from '../case/manifest-line.ts'
import { caseInputs, listIndicators, makeCase, nameIndicator, readEvidence, withdraw } from './case-work.ts'
import type { Session } from './session.ts'

// What reads evidence has tests of its own. Here stand-ins say when it is killed, which the real ones cannot.
const ingest = vi.hoisted(() => vi.fn())
const settle = vi.hoisted(() => vi.fn())
const openCopies = vi.hoisted(() => vi.fn())
const close = vi.hoisted(() => vi.fn())
vi.mock('../ingest/ingest.ts', () => ({ ingest }))
vi.mock('../ingest/settle.ts', () => ({ settle }))
vi.mock('../engine/duckdb/copies.ts', () => ({ openCopies }))

const KEY = 'AKIAIOSFODNN7EXAMPLE'
const OPEN = { from: null, to: null }
const SHA = 'a'.repeat(64)

let session: Session
let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'verascope-work-'))
  session = {
    caseDir: join(dir, 'case'),
    program: 'verascope -C case',
    cwd: dir,
    version: '0.1.0',
    verbose: false,
    mayAsk: false,
    json: false,
    plain: false,
    say: () => {},
    warn: () => {},
    progress: () => {},
  }
  ingest.mockReset()
  settle.mockReset().mockResolvedValue({ copies: 0, conflicts: [] })
  close.mockReset()
  openCopies.mockReset().mockResolvedValue({ close })
  await makeCase(session, session.caseDir, 'a case')
})
afterEach(() => rm(dir, { recursive: true }))

const KEPT = { read: 2, kept: 2, duplicate: 0, rejected: 0 }

function item(path: string): CommittedItem {
  const line: ManifestLine = {
    path: join(dir, path),
    name: path,
    originalKey: null,
    state: 'read',
    reason: null,
    kind: 'kind',
    sha256: SHA,
    bytes: 1,
    inflatedSha256: SHA,
    inflatedBytes: 1,
    accounting: KEPT,
    collector: null,
    acquiredAt: '2024-01-01T00:00:00.000Z',
    parser: '0.1.0',
    catalog: '0123456789abcdef',
    part: 'part-1',
  }
  return { line, rejected: [] }
}

type Ingest = Parameters<typeof import('../ingest/ingest.ts').ingest>[0]

/** Reads one file as ingest does: the part first, then the commit. */
async function readOne({ caseDir, commit, known }: Ingest): Promise<unknown> {
  const alreadyKnown = known.length
  if (alreadyKnown === 0) {
    for (const table of ['events', 'touches', 'mints', 'changes', 'ends', 'statements']) {
      await mkdir(join(caseDir, 'tables', table), { recursive: true })
      await writeFile(join(caseDir, 'tables', table, 'part-1.parquet'), '')
    }
    await commit([item('x.json')])
  }
  const accounting = { ...(alreadyKnown === 0 ? KEPT : { read: 0, kept: 0, duplicate: 0, rejected: 0 }) }
  return { accounting: { ...accounting, files: 1, rejectedFiles: 0 }, alreadyKnown }
}

const BOTH = { collector: 'A. Responder', workers: 2 }

describe('indicators of a case', () => {
  const wish = { value: KEY, kind: null, window: OPEN, ours: false, by: 'A. Responder' }

  it('are added once, listed in the order of adding, and taken back by id or value', async () => {
    const { indicator, isNew } = await nameIndicator(session, wish)
    expect(isNew).toBe(true)
    expect(await nameIndicator(session, { ...wish, value: ` ${KEY} `, by: null })).toEqual({ indicator, isNew: false })
    await nameIndicator(session, { ...wish, value: '198.51.100.9' })
    expect((await listIndicators(session)).map((one) => one.value)).toEqual([KEY, '198.51.100.9'])
    const { indicators } = await caseInputs(session)
    expect(indicators.map((one) => one.id)).toEqual(indicators.map((one) => one.id).sort())
    expect((await withdraw(session, KEY, null)).id).toBe(indicator.id)
    await expect(withdraw(session, KEY, null)).rejects.toMatchObject({ code: 'VS2006' })
    expect((await nameIndicator(session, wish)).isNew).toBe(true)
    await withdraw(session, indicator.id, 'A. Responder')
    const acts = (await readJournal(session.caseDir)).map(({ act, by }) => [act.kind, by])
    expect(acts).toEqual([
      ['case-made', null],
      ['indicator-added', 'A. Responder'],
      ['indicator-added', 'A. Responder'],
      ['indicator-withdrawn', null],
      ['indicator-added', 'A. Responder'],
      ['indicator-withdrawn', 'A. Responder'],
    ])
  })

  it('with one value on both sides are told apart by id', async () => {
    const actor = await nameIndicator(session, wish)
    await nameIndicator(session, { ...wish, ours: true })
    await expect(withdraw(session, KEY, null)).rejects.toMatchObject({
      code: 'VS2005',
      next: expect.arrayContaining([`verascope -C case indicator withdraw ${actor.indicator.id}`]),
    })
    expect((await withdraw(session, actor.indicator.id, null)).ours).toBe(false)
  })

  it('need a case', async () => {
    const nowhere = { ...session, caseDir: join(dir, 'nowhere') }
    // One after the other: a rejection that nobody waits for yet would count as unhandled.
    for (const work of [() => nameIndicator(nowhere, wish), () => listIndicators(nowhere), () => caseInputs(nowhere)]) {
      await expect(work()).rejects.toMatchObject({ code: 'VS4003' })
    }
    expect(await readdir(dir)).not.toContain('nowhere')
  })
})

describe('reading evidence', () => {
  it('commits, settles, journals, and does not read again', async () => {
    ingest.mockImplementation(readOne)
    expect(await readEvidence(session, ['x.json'], BOTH)).toMatchObject({ read: 2, kept: 2, files: 1 })
    expect(ingest.mock.calls[0]?.[0]).toMatchObject({ paths: [join(dir, 'x.json')], ...BOTH, parser: '0.1.0' })
    await readEvidence(session, ['x.json'], BOTH)
    expect(settle).toHaveBeenCalledTimes(1)
    const { evidence } = await caseInputs(session)
    expect(evidence.accounting).toEqual({ ...KEPT, files: 1, rejectedFiles: 0 })
    const acts = (await readJournal(session.caseDir))
      .map((line) => line.act)
      .filter(({ kind }) => kind === 'evidence-read')
    expect(acts).toMatchObject([
      { paths: [join(dir, 'x.json')], collector: 'A. Responder', accounting: { kept: 2 } },
      { alreadyKnown: 1, accounting: { kept: 0 } },
    ])
    expect((await readdir(session.caseDir)).sort()).toEqual(['case.yaml', 'evidence', 'journal.ndjson', 'tables'])
  })

  it('that was killed leaves a case that opens: what was committed is settled before it is used', async () => {
    ingest.mockImplementation(async (input: Ingest) => {
      await readOne(input)
      throw new Error('killed')
    })
    await expect(readEvidence(session, ['x.json'], BOTH)).rejects.toThrow('killed')
    expect(settle).not.toHaveBeenCalled()
    settle.mockResolvedValue({ copies: 1, conflicts: [{ eventId: 'a', account: '1' }] })
    await mkdir(join(session.caseDir, 'tables/copies'))
    await writeFile(join(session.caseDir, 'tables/copies/copies.parquet'), '')
    const { evidence } = await caseInputs(session)
    expect(evidence.accounting).toMatchObject({ read: 2, kept: 1, duplicate: 1 })
    expect(evidence.conflicts).toEqual([{ eventId: 'a', account: '1' }])
    expect(openCopies.mock.calls[0]?.[0]).toMatchObject({
      root: session.caseDir,
      files: { events: 'all' },
      copies: null,
    })
    expect(close).toHaveBeenCalledTimes(1)
  })

  it('that is still going on is never assessed half', async () => {
    ingest.mockImplementation(async (input: Ingest) => {
      await readOne(input)
      await expect(caseInputs(session)).rejects.toMatchObject({ code: 'VS4006' })
      await expect(withdraw(session, KEY, null)).rejects.toMatchObject({ code: 'VS4006' })
      expect(await listIndicators(session)).toEqual([])
      throw new Error('killed')
    })
    await expect(readEvidence(session, ['x.json'], BOTH)).rejects.toThrow('killed')
    const lock = { pid: process.ppid, host: hostname(), startedAt: '2024-01-01T00:00:00.000Z' }
    await writeFile(join(session.caseDir, '.lock'), JSON.stringify(lock))
    await expect(caseInputs(session)).rejects.toMatchObject({ code: 'VS4006' })
  })

  it('clears away what a killed run left before it reads', async () => {
    const left = join(session.caseDir, 'tables/events/left.parquet')
    await mkdir(join(session.caseDir, 'tables/events'), { recursive: true })
    await writeFile(left, '')
    await mkdir(join(session.caseDir, 'evidence'))
    const halfCommit = JSON.stringify({ ...item('half.json').line, left: 1 })
    await writeFile(join(session.caseDir, 'evidence/manifest.ndjson'), `${halfCommit}\n{"torn`)
    ingest.mockImplementation(async (input: Ingest) => {
      await expect(readFile(left)).rejects.toThrow('ENOENT')
      return await readOne(input)
    })
    await readEvidence(session, ['x.json'], BOTH)
    expect((await caseInputs(session)).evidence.inputs).toEqual([{ path: 'x.json', sha256: SHA }])
  })
})
