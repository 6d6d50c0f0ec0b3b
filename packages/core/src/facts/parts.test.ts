import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memoryFacts } from './memory.ts'
import type { PartGroup, StoreVolume } from './port.ts'
import { type Draw, randomParts, randomProjections, randomSelection } from './random-calls.ts'
import { standingOf } from './selection.ts'

function drawOf(tape: readonly number[]): Draw {
  let at = 0
  return (below) => (tape[at++] ?? 0) % below
}

const TAPE = fc.array(fc.nat(), { minLength: 100, maxLength: 1500, size: 'max' })
const RUNS = { numRuns: 200 }

function sumOf<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0)
}

function kindOf({ storeId, standing, caller, effect, outcome, payload, grantee, part }: PartGroup): string {
  return JSON.stringify([storeId, standing, caller, effect, outcome, payload, grantee, part])
}

describe('parts of a store', () => {
  it('hold every touch that the store has, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(TAPE, async (tape) => {
        const draw = drawOf(tape)
        const projections = randomProjections(draw)
        const [selection, parts] = [randomSelection(draw), randomParts(draw)]
        const asked = new Set(parts.map((one) => one.storeId))
        const touches = projections
          .flatMap((one) => one.touches)
          .filter((one) => asked.has(one.store.id) && one.effect !== 'named' && standingOf(selection, one) !== null)
        const facts = memoryFacts(projections)
        const found = await facts.partTouches(selection, parts)
        const whole = (await facts.touches(selection)).filter((one) => asked.has(one.store.id))
        const kinds = whole.map((group) => kindOf({ ...group, storeId: group.store.id, prefix: null, named: true }))
        expect(new Set(found.map(kindOf))).toEqual(new Set(kinds))
        const isOnce = ({ payload }: Pick<PartGroup, 'payload'>): boolean => payload !== 'listing' && payload !== 'part'
        const once = sumOf(found.filter(isOnce), (group) => group.events)
        expect(once).toBe(touches.filter(isOnce).length)
        expect(sumOf(found, (group) => group.events)).toBeGreaterThanOrEqual(touches.length)
      }),
      RUNS,
    )
  })

  it('add up to what was read of the store, whichever prefixes are asked for', async () => {
    await fc.assert(
      fc.asyncProperty(TAPE, async (tape) => {
        const draw = drawOf(tape)
        const facts = memoryFacts(randomProjections(draw))
        const [selection, parts] = [randomSelection(draw), randomParts(draw)]
        const found = await facts.partVolumes(selection, parts)
        const asked = new Set(parts.map((one) => one.storeId))
        for (const whole of (await facts.volumes(selection)).filter((one) => asked.has(one.storeId))) {
          const own = found.filter((one) => one.storeId === whole.storeId)
          const total = (of: (volume: StoreVolume) => number): number => sumOf(own, of)
          expect([total((v) => v.sent), total((v) => v.listed)]).toEqual([whole.sent, whole.listed])
          expect(total((v) => v.sentUnknown)).toBe(whole.sentUnknown)
          expect(total((v) => v.distinct)).toBeGreaterThanOrEqual(whole.distinct)
          expect(
            sumOf(
              own.filter((one) => one.named),
              (v) => v.objects,
            ),
          ).toBeLessThanOrEqual(whole.objects)
        }
      }),
      RUNS,
    )
  })
})
