import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Assessed, Assessment, StoreResult } from '@verascope/core/assess/assessment'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contentHash, newestAssessment, storeAssessment } from './assessments.ts'

const RANGE = { lower: 5, upper: null }
const FROM = {
  evidence: 'e',
  indicators: 'i',
  assumptions: 'a',
  owners: null,
  version: '0.1.0',
  window: { from: null, to: null },
}

function store(name: string): StoreResult {
  return {
    id: `arn:${name}`,
    kind: 's3-bucket',
    account: '',
    region: '',
    name,
    owners: [],
    verdict: 'undetermined',
    effects: [],
    possibleEffects: [],
    by: [],
    firstAccess: null,
    lastAccess: null,
    because: 'ключ\n\u0000',
    intervals: [],
    destinations: [],
    bytes: { sent: RANGE, distinct: RANGE, size: null, listings: RANGE },
    objects: RANGE,
    parts: [],
    bounds: [],
    gaps: ['G-0123456789ab'],
    assumptions: [],
    proof: 'P-0123456789ab',
  }
}

function assessed(scopeVersion: number, names: readonly string[]): Assessed {
  const assessment: Assessment = {
    schemaVersion: '1.0',
    scopeVersion,
    window: { from: null, to: null },
    evidenceCutoff: null,
    accounting: { read: 0, kept: 0, duplicate: 0, rejected: 0, files: 0, rejectedFiles: 0 },
    indicators: [],
    accounts: [],
    identities: [],
    related: [],
    changes: [],
    stores: names.map(store),
    ownersMap: null,
    owners: [],
    unmapped: [],
    calls: [],
    gaps: {},
    assumptions: [],
    requests: [],
    volume: { sent: RANGE, distinct: RANGE, method: '' },
    contradictions: [],
    calibration: { agree: 0, observed: 0 },
    ledger: [],
    duties: [],
    inputs: [],
  }
  const premises = [
    {
      id: 'P-0123456789ab',
      kind: 'verdict',
      subject: 's',
      says: 'x',
      unless: null,
      from: [],
      evidence: [],
      query: null,
    },
  ] as const
  return { assessment, premises }
}

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'verascope-'))
})
afterEach(() => rm(dir, { recursive: true }))

describe('a stored assessment', () => {
  it('comes back as the same document, byte for byte, with its premises', async () => {
    const original = assessed(1, ['a', 'b'])
    await storeAssessment(dir, original, FROM)
    const newest = await newestAssessment(dir)
    expect(newest?.from).toMatchObject(FROM)
    expect(JSON.stringify(await newest?.open())).toBe(JSON.stringify(original))
    expect((await readdir(join(dir, 'assessments/1'))).sort()).toEqual([
      'assessment.json',
      'inputs.json',
      'premises.parquet',
      'stores.parquet',
    ])
  })

  it('is the newest by number, not by name, and half-written ones do not count', async () => {
    for (const version of [2, 9, 10]) await storeAssessment(dir, assessed(version, ['a']), FROM)
    await writeFile(join(dir, 'assessments', '.making-1'), '')
    expect((await newestAssessment(dir))?.version).toBe(10)
    expect(await newestAssessment(join(dir, 'nowhere'))).toBeNull()
  })

  it('with no store at all comes back, too', async () => {
    await storeAssessment(dir, assessed(1, []), FROM)
    expect((await (await newestAssessment(dir))?.open())?.assessment.stores).toEqual([])
  })

  it('that was altered afterwards is not opened', async () => {
    await storeAssessment(dir, assessed(1, ['a']), FROM)
    const path = join(dir, 'assessments/1/assessment.json')
    await writeFile(path, (await readFile(path, 'utf8')).replace('"undetermined": 1', '"undetermined": 0'))
    await expect((await newestAssessment(dir))?.open()).rejects.toThrow('altered')
  })
})

describe('the hash of the content', () => {
  it('is the same under another version and another when a row differs', () => {
    expect(contentHash(assessed(1, ['a']))).toBe(contentHash(assessed(7, ['a'])))
    expect(contentHash(assessed(1, ['a']))).not.toBe(contentHash(assessed(1, ['b'])))
    expect(contentHash({ ...assessed(1, ['a']), premises: [] })).not.toBe(contentHash(assessed(1, ['a'])))
  })
})
