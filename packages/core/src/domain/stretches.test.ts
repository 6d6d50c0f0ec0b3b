import fc from 'fast-check'
import { expect, it } from 'vitest'
import { complement, isInside, meet, type Stretch, union, without } from './stretches.ts'

const stretch = fc.record({ from: fc.integer({ min: 0, max: 12 }), to: fc.integer({ min: 0, max: 12 }) })
const some = fc.array(stretch, { maxLength: 6 })
const POINTS = Array.from({ length: 14 }, (_, at) => at - 1)
const has = (stretches: readonly Stretch[], at: number): boolean =>
  stretches.some((one) => one.from <= at && at < one.to)

it('holds the instants that it should, whatever the stretches', () => {
  fc.assert(
    fc.property(some, some, stretch, (a, b, one) => {
      for (const at of POINTS) {
        expect(has(union(a), at)).toBe(has(a, at))
        expect(has(meet(a, b), at)).toBe(has(a, at) && has(b, at))
        expect(has(complement(a), at)).toBe(!has(a, at))
        expect(has(without(a, b), at)).toBe(has(a, at) && !has(b, at))
      }
      expect(isInside(one, a)).toBe(POINTS.filter((at) => has([one], at)).every((at) => has(a, at)))
      const joined = union(a)
      expect(joined.slice(1).every((next, at) => next.from > (joined[at]?.to ?? 0))).toBe(true)
    }),
  )
})
