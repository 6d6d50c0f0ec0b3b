import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { disjoint, type KeySpan, keySpan } from './key-spans.ts'

const SPAN = fc.record({
  key: fc.constantFrom('a', 'b'),
  from: fc.integer({ min: 0, max: 20 }),
  to: fc.integer({ min: 0, max: 20 }),
  level: fc.integer({ min: 1, max: 3 }),
})

function levelsAt(spans: readonly KeySpan[], key: string, at: number): readonly number[] {
  return spans.filter((one) => one.key === key && one.from <= at && at <= one.to).map((one) => one.level)
}

describe('disjoint spans', () => {
  it('mean at every instant what the spans mean, and are at most one', () => {
    fc.assert(
      fc.property(fc.array(SPAN, { maxLength: 12 }), (spans) => {
        const found = disjoint(spans)
        for (const key of ['a', 'b']) {
          for (let at = -1; at <= 21; at += 1) {
            const before = levelsAt(spans, key, at)
            expect(levelsAt(found, key, at)).toEqual(before.length === 0 ? [] : [Math.max(...before)])
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  it('are as few as can be', () => {
    const [open, strict] = [keySpan('a', { from: null, to: null }, 1), { key: 'a', from: 5, to: 6, level: 2 }]
    expect(disjoint([open, open, strict, { ...strict, from: 6, to: 9 }])).toEqual([
      { ...open, to: 4 },
      { ...strict, to: 9 },
      { ...open, from: 10 },
    ])
  })
})
