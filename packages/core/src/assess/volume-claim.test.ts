import { describe, expect, it } from 'vitest'
import type { Assessed, StoreResult } from './assessment.ts'
import { claimedAmount } from './claimed-amount.ts'
import type { Range } from './said.ts'
import { SETTLED_BY, type VolumeBounds, volumeBounds } from './volume-bounds.ts'
import { type ClaimForm, type ClaimTest, testVolumeClaim } from './volume-claim.ts'

const GB = 1_000_000_000

function bounds(sent: Range, distinct: Range, more: Partial<VolumeBounds> = {}): VolumeBounds {
  return {
    scopeVersion: 1,
    window: { from: '2026-03-24T00:00:00Z', to: null },
    method: '',
    narrowed: false,
    stores: [],
    sum: { sent, distinct, size: null, objects: { lower: 0, upper: null }, listings: { lower: 0, upper: null } },
    settledBy: SETTLED_BY,
    ...more,
  }
}

function tested(amount: string, form: ClaimForm, own: VolumeBounds): ClaimTest {
  const claim = claimedAmount(amount)
  if (claim === null) throw new Error(`${amount} is no amount`)
  return testVolumeClaim({ ...claim, form }, own)
}

const OPEN = (lower: number): Range => ({ lower, upper: null })
const SHUT = (lower: number, upper: number | string): Range => ({ lower, upper })

describe('a claimed amount', () => {
  it('is a stretch: rounded, and in either reading of its unit', () => {
    expect(claimedAmount('350GB')).toEqual({ least: 349_500_000_000, most: 376_346_509_312 })
    expect(claimedAmount('1.5 TiB')).toEqual({ least: 1_594_291_860_275, most: 1_704_243_023_053 })
    expect(claimedAmount('12 kB')).toEqual({ least: 11_500, most: 12_800 })
    expect(claimedAmount('350000000000B')).toEqual({ least: 350 * GB, most: 350 * GB })
    expect(claimedAmount('999999999999999EB')?.most).toMatch(/^\d{30,}$/)
  })

  it('that is none, or nothing, is refused', () => {
    for (const text of ['', '0GB', '0B', 'GB', '350', '-1GB', '1,5TB', '1e9B', '3.5B', '5iB', '350 Gb', '1.GB', '٣GB'])
      expect(claimedAmount(text), text).toBeNull()
  })
})

describe('a claim about volume', () => {
  it('is corroborated where records alone prove it', () => {
    const test = tested('350GB', 'raw', bounds(OPEN(400 * GB), OPEN(380 * GB)))
    expect(test).toMatchObject({ finding: 'corroborated', understated: ['sent', 'distinct'] })
    expect(test.tests.map((one) => one.settledBy)).toEqual([null, null])
  })

  it('is not testable where only repeated reads prove it, or only one reading of its unit', () => {
    expect(tested('350GB', 'raw', bounds(OPEN(400 * GB), OPEN(10 * GB))).finding).toBe('not-testable')
    expect(tested('350GB', 'raw', bounds(OPEN(360 * GB), OPEN(360 * GB)))).toMatchObject({
      finding: 'not-testable',
      understated: [],
    })
    expect(tested('350GiB', 'raw', bounds(OPEN(377 * GB), OPEN(377 * GB))).finding).toBe('corroborated')
  })

  it('is never contradicted by an unbounded upper bound', () => {
    for (const form of ['raw', 'compressed', 'unknown'] as const) {
      for (const own of [
        bounds(OPEN(0), OPEN(0)),
        bounds(SHUT(0, 1), OPEN(0)),
        bounds(OPEN(0), SHUT(0, 1)),
        bounds(OPEN(1 * GB), SHUT(1 * GB, 2 * GB)),
      ]) {
        const test = tested('350GB', form, own)
        expect(test.finding).toBe('not-testable')
        expect(test.tests.every((one) => one.settledBy !== null || one.finding === 'contradicted')).toBe(true)
      }
    }
  })

  it('is contradicted where both upper bounds lie below it, whatever its form', () => {
    const own = bounds(SHUT(1 * GB, 300 * GB), SHUT(1 * GB, '200000000000'))
    for (const form of ['raw', 'compressed', 'unknown'] as const) {
      const test = tested('350GB', form, own)
      expect(test).toMatchObject({ finding: 'contradicted', understated: [] })
      expect(test.assumptions.join()).toContain(form === 'raw' ? 'not of archives' : 'made the content no larger')
      expect(test.assumptions.join()).toContain('2026-03-24T00:00:00Z')
    }
    // 349.6 GB are 350 GB to whoever rounds.
    expect(tested('350GB', 'raw', bounds(SHUT(0, 349.6 * GB), SHUT(0, 349.6 * GB))).finding).toBe('not-testable')
  })

  it('is not contradicted where content could leave in ways that are not counted', () => {
    const [store] = volumeBounds(ASSESSED, null).stores
    if (store === undefined) throw new Error('no store')
    const shut = SHUT(0, 1)
    const test = tested('350GB', 'raw', bounds(shut, shut, { stores: [{ ...store, waysNotCounted: ['shared'] }] }))
    expect(test.finding).toBe('not-testable')
    expect(test.tests[0]?.because).toContain('shared')
  })

  it('of archives is not corroborated by raw bytes, and one that tells too little is said to', () => {
    const own = bounds(OPEN(400 * GB), OPEN(400 * GB))
    expect(tested('350GB', 'compressed', own)).toMatchObject({
      finding: 'not-testable',
      understated: ['sent', 'distinct'],
    })
    expect(tested('350GB', 'unknown', own)).toMatchObject({
      finding: 'not-testable',
      understated: ['sent', 'distinct'],
    })
    expect(tested('3GB', 'raw', own).understated).toHaveLength(2)
  })
})

const STORE: StoreResult = {
  id: 'arn:aws:s3:::one',
  kind: 'k',
  account: '1',
  region: '',
  name: 'one',
  owners: [],
  verdict: 'accessed',
  effects: ['read'],
  possibleEffects: ['copied-out'],
  by: [],
  firstAccess: null,
  lastAccess: null,
  because: '',
  intervals: [],
  destinations: [],
  bytes: { sent: SHUT(5, 9), distinct: OPEN(5), size: 7, listings: OPEN(1) },
  objects: OPEN(2),
  parts: [],
  bounds: [],
  gaps: [],
  assumptions: [],
  proof: 'P-1',
}

const TWO: StoreResult = {
  ...STORE,
  id: 'arn:aws:s3:::two',
  name: 'two',
  possibleEffects: [],
  bytes: { sent: SHUT(Number.MAX_SAFE_INTEGER, 10 ** 16), distinct: OPEN(1), size: null, listings: OPEN(0) },
  proof: 'P-2',
}

const ASSESSED = {
  assessment: {
    scopeVersion: 3,
    window: { from: null, to: null },
    stores: [STORE, TWO],
    volume: { sent: OPEN(5), distinct: OPEN(6), method: 'how' },
  },
  premises: [
    { id: 'P-1', kind: 'verdict', from: ['P-a', 'P-m', 'P-gone'] },
    { id: 'P-a', kind: 'access', from: [] },
    { id: 'P-m', kind: 'missing', from: [] },
  ],
} as unknown as Assessed

describe('the bounds of an assessment', () => {
  it('are those of the case as they were judged, with the records that each store rests on', () => {
    const all = volumeBounds(ASSESSED, null)
    expect(all.sum).toMatchObject({ sent: OPEN(5), distinct: OPEN(6), size: null, objects: OPEN(4) })
    expect(all.stores.map((one) => one.records)).toEqual([['P-a'], []])
    expect(all.stores.map((one) => one.waysNotCounted)).toEqual([['copied-out'], []])
    expect(all).toMatchObject({ method: 'how', narrowed: false, scopeVersion: 3 })
  })

  it('are those of one store where one is asked for, and of several when they have one name', () => {
    const one = volumeBounds(ASSESSED, 'arn:aws:s3:::one')
    expect(one).toMatchObject({ narrowed: true, sum: { sent: SHUT(5, 9), size: 7 } })
    const twins = { ...ASSESSED, assessment: { ...ASSESSED.assessment, stores: [STORE, { ...TWO, name: 'one' }] } }
    const both = volumeBounds(twins, 'one')
    expect(both.sum.sent).toEqual({ lower: '9007199254740996', upper: '10000000000000009' })
    expect(both.sum.distinct).toEqual(OPEN(6))
    expect(volumeBounds(ASSESSED, 'three').stores).toEqual([])
  })
})
