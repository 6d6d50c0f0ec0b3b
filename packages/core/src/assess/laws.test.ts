import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Draw } from '../facts/random-calls.ts'
import type { Assessed, StoreResult } from './assessment.ts'
import { assessed, drawn, indicator, RUNS, TAPE } from './laws.fixture.ts'
import type { Range } from './said.ts'

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
