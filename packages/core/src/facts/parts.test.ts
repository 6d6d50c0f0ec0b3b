import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memoryFacts } from './memory.ts'
import type { PartGroup, StoreVolume } from './port.ts'
import { type Draw, randomParts, randomProjections, randomSelection } from './random-calls.ts'

function drawOf(tape: readonly number[]): Draw {
  let at = 0
  return (below) => (tape[at++] ?? 0) % below
}

const TAPE = fc.array(fc.nat(), { minLength: 100, maxLength: 1500, size: 'max' })
const RUNS = { numRuns: 200 }

function sumOf<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0)
}

function kindOf({ storeId, standing, caller, effect, outcome, payload, grantee }: PartGroup): string {
  return JSON.stringify([storeId, standing, caller, effect, outcome, payload, grantee])
}

describe('parts of a store', () => {
  it('hold every call that the store has, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(TAPE, async (tape) => {
        const draw = drawOf(tape)
        const facts = memoryFacts(randomProjections(draw))
        const [selection, parts] = [randomSelection(draw), randomParts(draw)]
        const asked = new Set(parts.map((one) => one.storeId))
        const whole = (await facts.touches(selection)).filter((one) => asked.has(one.store.id))
        const found = await facts.partTouches(selection, parts)
        const kinds = new Map<string, number>()
        for (const group of whole) {
          const kind = kindOf({ ...group, storeId: group.store.id, prefix: null, named: true })
          kinds.set(kind, (kinds.get(kind) ?? 0) + group.events)
        }
        expect(new Set(found.map(kindOf))).toEqual(new Set(kinds.keys()))
        for (const [kind, events] of kinds) {
          const inParts = found.filter((group) => kindOf(group) === kind)
          const sum = sumOf(inParts, (group) => group.events)
          if (inParts.every((group) => group.payload !== 'listing')) expect(sum).toBe(events)
          else expect(sum).toBeGreaterThanOrEqual(events)
        }
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
