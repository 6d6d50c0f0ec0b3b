import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { callerId } from '../domain/brand.ts'
import { contractQuestions } from './contract.ts'
import { memoryFacts } from './memory.ts'
import { type Draw, randomProjections, randomSelection, randomWindow } from './random-calls.ts'
import { randomWitnesses, randomWitnessQuery } from './random-witnesses.ts'
import { standingOf } from './selection.ts'
import type { Measured } from './witness-port.ts'

/** Randomness as a tape of numbers, which fast-check can make smaller; behind its end everything is 0. */
function drawOf(tape: readonly number[]): Draw {
  let at = 0
  return (below) => (tape[at++] ?? 0) % below
}

const TAPE = fc.array(fc.nat(), { minLength: 100, maxLength: 1500, size: 'max' })

function shuffled<Item>(items: readonly Item[], seed: number): readonly Item[] {
  const list = [...items]
  let state = seed + 1
  for (let at = list.length - 1; at > 0; at -= 1) {
    state = (state * 1103515245 + 12345) % 2147483648
    const other = state % (at + 1)
    const [a, b] = [list[at], list[other]]
    if (a !== undefined && b !== undefined) [list[at], list[other]] = [b, a]
  }
  return list
}

describe('the in-memory facts', () => {
  it('do not depend on the order of the evidence', async () => {
    await fc.assert(
      fc.asyncProperty(TAPE, fc.nat(), async (tape, seed) => {
        const draw = drawOf(tape)
        const [projections, witnesses] = [randomProjections(draw), randomWitnesses(draw)]
        const one = memoryFacts(projections, [], witnesses)
        const other = memoryFacts(shuffled(projections, seed), [], shuffled(witnesses, seed))
        for (const { name, ask } of contractQuestions(draw)) expect(await ask(other), name).toEqual(await ask(one))
      }),
      { numRuns: 200 },
    )
  })

  it('count every selected call exactly once', async () => {
    await fc.assert(
      fc.asyncProperty(TAPE, async (tape) => {
        const draw = drawOf(tape)
        const projections = randomProjections(draw)
        const selection = randomSelection(draw)
        const groups = await memoryFacts(projections).calls(selection)
        const selected = projections.filter((one) => standingOf(selection, one.event) !== null)
        expect(groups.reduce((sum, group) => sum + group.events, 0)).toBe(selected.length)
      }),
      { numRuns: 200 },
    )
  })

  it('bound what was read from below: never more distinct bytes than sent ones', async () => {
    await fc.assert(
      fc.asyncProperty(TAPE, async (tape) => {
        const draw = drawOf(tape)
        const volumes = await memoryFacts(randomProjections(draw)).volumes(randomSelection(draw))
        for (const one of volumes) expect(one.distinct).toBeLessThanOrEqual(one.sent)
      }),
      { numRuns: 200 },
    )
  })

  it('bound what witnesses show from below, and count none twice', async () => {
    await fc.assert(
      fc.asyncProperty(TAPE, async (tape) => {
        const draw = drawOf(tape)
        const witnesses = randomWitnesses(draw)
        const query = { ...randomWitnessQuery(draw), subjects: witnesses.map((one) => one.subject.id) }
        const groups = await memoryFacts([], [], witnesses).witnessed({ ...query, window: { from: null, to: null } })
        expect(groups.reduce((sum, group) => sum + group.events, 0)).toBe(witnesses.length)
        for (const one of groups) {
          expect(one.distinct).toBeLessThanOrEqual(one.bytes)
          if (one.outcome !== 'ok' && one.outcome !== 'accepted') expect([one.bytes, one.bytesUnknown]).toEqual([0, 0])
        }
      }),
      { numRuns: 200 },
    )
  })

  it('measure at least what a narrower window would, over no more time than lies between its ends', async () => {
    await fc.assert(
      fc.asyncProperty(TAPE, async (tape) => {
        const draw = drawOf(tape)
        const facts = memoryFacts([], [], randomWitnesses(draw))
        const keyOf = ({ evidence, subject, measure, part, meter, complete, direction, outcome }: Measured): string =>
          JSON.stringify([evidence, subject, measure, part, meter, complete, direction, outcome])
        const all = new Map((await facts.measured({ from: null, to: null })).map((one) => [keyOf(one), one]))
        for (const one of await facts.measured(randomWindow(draw))) {
          expect(one.sum).toBeLessThanOrEqual(all.get(keyOf(one))?.sum ?? -1)
          expect(one.covered).toBeLessThanOrEqual(Math.max(0, one.until - one.first))
        }
      }),
      { numRuns: 200 },
    )
  })

  it('follow mints in a circle once, and through a chain of thousands', async () => {
    const [base] = randomProjections(drawOf([1]))
    if (base === undefined) throw new Error('no call was drawn')
    const length = 5_000
    const projections = Array.from({ length }, (_, at) => ({
      ...base,
      mints: [
        {
          ...base.event,
          eventId: `e${at}`,
          caller: callerId(`k${at}`),
          minted: callerId(`k${(at + 1) % length}`),
          kind: 'access-key',
          link: 'minted' as const,
          through: null,
          throughLink: null,
          principal: null,
          expires: null,
        },
      ],
    }))
    expect(await memoryFacts(projections).mintsFrom([callerId('k17')])).toHaveLength(length)
  })
})
