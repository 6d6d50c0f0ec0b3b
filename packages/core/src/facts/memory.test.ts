import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { callerId } from '../domain/brand.ts'
import { contractQuestions } from './contract.ts'
import { memoryFacts } from './memory.ts'
import { type Draw, randomProjections, randomSelection } from './random-calls.ts'
import { standingOf } from './selection.ts'

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
        const projections = randomProjections(draw)
        const [one, other] = [memoryFacts(projections), memoryFacts(shuffled(projections, seed))]
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
