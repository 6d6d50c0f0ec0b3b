import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { getObject } from '../deeds/s3.ts'
import type { Call } from '../emit/call.ts'
import { Stage } from '../play/stage.ts'
import type { Part, Store } from '../world/model.ts'
import { type Deed, distinctBytes } from './taken.ts'

describe('bytes that are sent twice', () => {
  const alone = new Stage({ seed: 'pieces', from: 0, to: 1, regions: ['eu-west-1'], scale: 1 })
  const store: Store = alone.bucket(alone.account('main'), 'eu-west-1', 'pieces', 1)
  const call: Call = alone.call(0, alone.service('x'), getObject(alone.chance, store, { key: 'k', bytes: 64 }))
  const read = (part: Part): Deed => ({
    call,
    isRecorded: true,
    touch: { store, effect: 'read', bytes: part.to - part.from, objects: ['k'], part },
  })

  test('count once, whatever the pieces and their order', () => {
    const piece = fc
      .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
      .map(([from, length]) => ({ from, to: from + length }))
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        const bytes = new Set(pieces.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)))
        expect(distinctBytes(pieces.map(read)).get('k')).toBe(bytes.size)
      }),
    )
  })
})
