import { rows } from '@verascope/core/catalog/evidence/index.generated'
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { GuessedEnds } from './guessed-ends.ts'
import jsonRecords from './known/json-records.ts'

const member = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 5 }),
  fc.constantFrom<unknown>('},{"id":', '\n{', '"', null, 7),
  fc.constant([{ id: 1 }, { id: 2 }, { other: [{ id: 3 }] }]),
)
const records = fc.array(fc.record({ id: member, more: fc.array(member, { maxLength: 3 }) }), { maxLength: 8 })

const EVIDENCE = rows.filter((row) => row.recordArrays.includes('Records'))

function piecesIn(bytes: Uint8Array) {
  return [...(jsonRecords(bytes, EVIDENCE) ?? [])]
}

/** Where the pieces lie, with every end looked for byte by byte. */
function unguessed(bytes: Uint8Array) {
  const spy = vi.spyOn(GuessedEnds.prototype, 'at').mockReturnValue(null)
  try {
    return piecesIn(bytes)
  } finally {
    spy.mockRestore()
  }
}

function placeOf(piece: ReturnType<typeof piecesIn>[number]) {
  return piece.kind === 'record' ? { kind: piece.kind, offset: piece.offset, length: piece.length } : piece
}

it('finds what a look at every byte finds, in whole lists and in damaged ones', () => {
  fc.assert(
    fc.property(
      records,
      fc.nat(400),
      fc.constantFrom('', '"', '}', '{', ',', '\n', '\\', '\u0000'),
      (list, at, put) => {
        const text = JSON.stringify({ Records: list })
        const cut = at % (text.length + 1)
        const bytes = Buffer.from(put === '' ? text : `${text.slice(0, cut)}${put}${text.slice(cut + 1)}`)
        const pieces = piecesIn(bytes)
        expect(pieces.map(placeOf)).toEqual(unguessed(bytes))
        for (const piece of pieces) {
          if (piece.kind !== 'record' || piece.value === undefined) continue
          const { offset, length, value } = piece
          expect(value).toEqual(JSON.parse(bytes.toString('utf8', offset, offset + length)))
        }
      },
    ),
    { numRuns: 3_000 },
  )
})

it('gives the value with the place', () => {
  const bytes = Buffer.from('[{"id":1},{"id":[{"x":1},{"id":2}]},{"id":3}]')
  const ends = new GuessedEnds(bytes, 1)
  expect(ends.at(1)).toEqual({ end: 9, value: { id: 1 } })
  // The next beginning lies inside of this record: no guess, and none for what begins before it.
  expect(ends.at(10)).toBeNull()
  expect(ends.at(12)).toBeNull()
  expect(ends.at(36)).toBeNull()
})

it('tries each place once, so that work stays in proportion to the bytes', () => {
  const many = 200_000
  // Every record ends early, and the only place that looks like a beginning lies behind all of them.
  const bytes = Buffer.from(`[{"id":1},${'{"a":1},'.repeat(many)}{"id":2},{"id":3}]`)
  expect(piecesIn(bytes)).toHaveLength(many + 3)
})
