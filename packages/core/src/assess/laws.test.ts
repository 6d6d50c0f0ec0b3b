import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NOTHING_DELIVERED } from '../exposure/exposure-input.fixture.ts'
import { arrangeCatalog } from '../facts/catalog.ts'
import { memoryFacts } from '../facts/memory.ts'
import type { Projection } from '../facts/project.ts'
import { type Draw, randomProjections } from '../facts/random-calls.ts'
import type { Indicator } from '../taint/indicator.ts'
import { assess } from './assess.ts'
import type { Assessed, Range, StoreResult } from './assessment.ts'

// A failure prints its seed; making such large cases smaller takes minutes.
const RUNS = { numRuns: 50, endOnFailure: true }
const CATALOG = arrangeCatalog([], [])
const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Randomness as a tape of numbers, which fast-check can make smaller; behind its end everything is 0. */
function drawOf(tape: readonly number[]): Draw {
  let at = 0
  return (below) => (tape[at++] ?? 0) % below
}

const TAPE = fc.array(fc.nat(), { minLength: 100, maxLength: 2500, size: 'max' })

const SEEDS = [
  { kind: 'access-key', value: 'AKIA1' },
  { kind: 'access-key', value: 'ASIA2' },
  { kind: 'principal', value: 'arn:aws:iam::1:user/u' },
  { kind: 'session', value: 'arn:aws:sts::1:assumed-role/r/s' },
  { kind: 'instance', value: 'i-0abc' },
  { kind: 'address', value: '192.0.2.1' },
  { kind: 'user-agent', value: 'Boto3' },
] as const

/**
 * What a call itself shows. An owner's principal, session or host is told by the callers that were seen to act as it: real ones act
 * as one principal only, random ones as several, so that more evidence would tell that a call was the owner's after all.
 */
const SHOWN_BY_THE_CALL = SEEDS.filter(({ kind }) => ['access-key', 'address', 'user-agent'].includes(kind))

function indicator(draw: Draw, ours: boolean): Indicator {
  const seeds = ours ? SHOWN_BY_THE_CALL : SEEDS
  const seed = seeds[draw(seeds.length)] ?? SEEDS[0]
  const id = `I-${digest(`${seed.value} ${ours}`).slice(0, 12)}`
  return { id, ...seed, window: { from: null, to: null }, ours, by: null }
}

function assessed(projections: readonly Projection[], indicators: readonly Indicator[]): Promise<Assessed> {
  const accounting = { read: 0, kept: 0, duplicate: 0, rejected: 0, files: 1, rejectedFiles: 0 }
  return assess({
    facts: memoryFacts(projections),
    delivered: NOTHING_DELIVERED,
    catalog: CATALOG,
    evidenceKinds: [],
    evidence: { accounting, inputs: [], rejected: [], conflicts: [], otherwiseRead: 0 },
    indicators,
    assumptions: [],
    window: { from: null, to: null },
    scopeVersion: 1,
    digest,
  })
}

interface Drawn {
  readonly projections: readonly Projection[]
  readonly indicators: readonly Indicator[]
  readonly draw: Draw
}

function drawn(tape: readonly number[]): Drawn {
  const draw = drawOf(tape)
  const projections = randomProjections(draw)
  const indicators = [indicator(draw, false), ...(draw(2) === 0 ? [indicator(draw, true)] : [])]
  return { projections, indicators, draw }
}

const some = <Item>(items: readonly Item[], draw: Draw): readonly Item[] => items.filter(() => draw(3) !== 0)

function strictIds({ assessment }: Assessed): readonly string[] {
  return assessment.identities.filter((one) => one.strict).map((one) => one.id)
}

/** Whether the only access is the use of a key, which a write that comes to light can explain (docs/decisions/0007). */
function restsOnKeyUse(store: StoreResult): boolean {
  const access = ['listed', 'read', 'copied-out', 'shared', 'redirected', 'sent-as', 'destroyed']
  return !store.effects.some((effect) => access.includes(effect))
}

const accessedIn = ({ assessment }: Assessed): ReadonlyMap<string, StoreResult> =>
  new Map(assessment.stores.filter((one) => one.verdict === 'accessed').map((one) => [one.id, one]))

describe('laws of an assessment, on random calls', () => {
  it('the order of evidence and of indicators does not matter, to the byte', async () => {
    await fc.assert(
      fc.asyncProperty(TAPE, async (tape) => {
        const { projections, indicators } = drawn(tape)
        const one = await assessed(projections, indicators)
        const other = await assessed([...projections].reverse(), [...indicators].reverse())
        expect(JSON.stringify(other)).toBe(JSON.stringify(one))
      }),
      RUNS,
    )
  })

  it('the closure is monotone: more evidence and more indicators only add, and what is certain stays certain', async () => {
    await fc.assert(
      fc.asyncProperty(TAPE, async (tape) => {
        const { projections, indicators, draw } = drawn(tape)
        const less = await assessed(some(projections, draw), indicators)
        const more = await assessed(projections, [...indicators, indicator(draw, false)])
        const all = new Set(more.assessment.identities.map((one) => one.id))
        expect(less.assessment.identities.filter((one) => !all.has(one.id))).toEqual([])
        expect(strictIds(more)).toEqual(expect.arrayContaining([...strictIds(less)]))
      }),
      RUNS,
    )
  })

  it('more evidence never turns accessed into anything else', async () => {
    await fc.assert(
      fc.asyncProperty(TAPE, async (tape) => {
        const { projections, indicators, draw } = drawn(tape)
        const less = accessedIn(await assessed(some(projections, draw), indicators))
        const more = await assessed(projections, indicators)
        const lost = [...less.values()].filter((one) => !accessedIn(more).has(one.id))
        expect(lost.filter((one) => !restsOnKeyUse(one))).toEqual([])
        const writtenTo = new Set(
          more.assessment.stores
            .filter((one) => [...one.effects, ...one.possibleEffects].includes('written'))
            .map((one) => one.id),
        )
        expect(lost.filter((one) => !writtenTo.has(one.id))).toEqual([])
      }),
      RUNS,
    )
  })

  it('an indicator of the owner never adds an access', async () => {
    await fc.assert(
      fc.asyncProperty(TAPE, async (tape) => {
        const { projections, indicators, draw } = drawn(tape)
        const without = accessedIn(await assessed(projections, indicators))
        const covered = accessedIn(await assessed(projections, [...indicators, indicator(draw, true)]))
        for (const [id, store] of covered) {
          if (!restsOnKeyUse(store)) expect([...without.keys()]).toContain(id)
        }
      }),
      RUNS,
    )
  })

  it('bounds hold: lower <= upper, distinct <= sent, and the whole is the sum', async () => {
    const least = ({ lower }: Range): number => Number(lower)
    const holds = ({ lower, upper }: Range): boolean => upper === null || Number(lower) <= Number(upper)
    await fc.assert(
      fc.asyncProperty(TAPE, async (tape) => {
        const { projections, indicators } = drawn(tape)
        const { stores, volume } = (await assessed(projections, indicators)).assessment
        for (const { bytes, objects } of stores) {
          expect([bytes.sent, bytes.distinct, bytes.listings, objects].every(holds)).toBe(true)
          expect(least(bytes.distinct)).toBeLessThanOrEqual(least(bytes.sent))
        }
        expect(least(volume.sent)).toBe(stores.reduce((sum, store) => sum + least(store.bytes.sent), 0))
      }),
      RUNS,
    )
  })

  it('nothing is called untouched or unreachable, doubt names its gaps, and every proof stands on premises that exist', async () => {
    await fc.assert(
      fc.asyncProperty(TAPE, async (tape) => {
        const { projections, indicators } = drawn(tape)
        const { assessment, premises } = await assessed(projections, indicators)
        const known = new Map(premises.map((one) => [one.id, one]))
        for (const { verdict, gaps, proof } of assessment.stores) {
          expect(['accessed', 'undetermined']).toContain(verdict)
          expect(known.has(proof)).toBe(true)
          expect(gaps.length).toBeGreaterThan(0)
          for (const gap of gaps) expect(assessment.gaps[gap]?.settledBy).toBeTruthy()
        }
        for (const one of [...assessment.accounts, ...assessment.identities]) expect(known.has(one.proof)).toBe(true)
        for (const { from } of premises) expect(from.filter((id) => !known.has(id))).toEqual([])
        expect(cycleIn(known)).toBeNull()
      }),
      RUNS,
    )
  })
})

/** A premise that rests on itself, or null: taking away what rests on nothing left must take all away. */
function cycleIn(premises: ReadonlyMap<string, { readonly from: readonly string[] }>): string | null {
  const left = new Map(premises)
  let before = -1
  while (left.size !== before) {
    before = left.size
    for (const [id, { from }] of left) if (!from.some((one) => left.has(one))) left.delete(id)
  }
  return [...left.keys()][0] ?? null
}
