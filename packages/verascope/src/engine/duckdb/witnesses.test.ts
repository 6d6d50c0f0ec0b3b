import { instantOfMillis } from '@verascope/core/domain/instant'
import type { FlowWitness, Witnessed } from '@verascope/core/domain/witness'
import { memoryFacts } from '@verascope/core/facts/memory'
import { randomWindow } from '@verascope/core/facts/random-calls'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawOf, withSampleFacts } from './sample-case.ts'

const HOST = { id: 'eni-1', kind: 'host', account: null, region: null, name: 'eni-1' }

/** Flows of one host that agree in all but their times and bytes. */
function flows(stretches: readonly (readonly [number, number])[]): readonly Witnessed[] {
  return stretches.map(([from, length], ordinal) => {
    const at = instantOfMillis(1_700_000_000_000 + from * 500)
    const until = instantOfMillis(1_700_000_000_000 + (from + length) * 500)
    if (at === null || until === null) throw new Error('no instant')
    const flow: FlowWitness = {
      ...{ kind: 'flow', at, until, subject: HOST, address: `192.0.2.${ordinal}`, port: null },
      ...{ direction: 'out', outcome: 'accepted', bytes: ordinal % 3 === 0 ? null : ordinal, packets: 1 },
    }
    return { ...flow, ref: { item: 'i', ordinal, offset: 0, length: 1 }, evidence: 'log', recordHash: null }
  })
}

describe('stretches of one host', () => {
  it('cover what they cover together, once, however they overlap and whatever window is asked for', async () => {
    const stretch = fc.tuple(fc.nat(12), fc.integer({ min: -1, max: 6 }))
    await fc.assert(
      fc.asyncProperty(fc.array(stretch, { minLength: 3, maxLength: 12 }), fc.array(fc.nat()), async (all, tape) => {
        const witnesses = flows(all)
        const windows = [{ from: null, to: null }, randomWindow(drawOf(tape))]
        await withSampleFacts({ projections: [], witnesses }, async (facts) => {
          for (const window of windows)
            expect(await facts.measured(window)).toEqual(await memoryFacts([], [], witnesses).measured(window))
        })
      }),
      { numRuns: 25 },
    )
  }, 60_000)

  it('that overlap and lie apart, by hand', async () => {
    const witnesses = flows([
      [0, 2],
      [1, 2],
      [1, 1],
      [10, 2],
    ])
    await withSampleFacts({ projections: [], witnesses }, async (facts) => {
      const [all, ...others] = await facts.measured({ from: null, to: null })
      expect(others).toEqual([])
      expect(all).toMatchObject({
        events: 4,
        covered: 5 * 500,
        sum: 3,
        unknown: 2,
        direction: 'out',
        outcome: 'accepted',
      })
    })
  })
})
