import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EvidenceRow } from '../domain/evidence-row.ts'
import type { LineReader } from '../domain/line-shape.ts'
import { rows as EVIDENCE } from './evidence/index.generated.ts'
import { headOf, recordsOf } from './example-records.fixture.ts'

// Lines hold what clients wrote: whatever it is, a line is read, refused by name, or no record, and in time that grows with its length.

const WRITTEN = EVIDENCE.flatMap((row) =>
  row.examples.flatMap((example) => (example.lines === undefined ? [] : [{ row, example, lines: example.lines }])),
)

/** Pieces of syntax that a reader may go wrong at, over and over. */
const PIECES = [
  '"',
  '" ',
  ' "',
  ' ',
  '-',
  ',',
  '\t',
  '\\',
  '[',
  '%',
  '%25',
  '+',
  '#',
  "'",
  '0',
  '200 - 1 1 1 1 "',
  '\u0000',
  '𝄞',
]

function readerOf(row: EvidenceRow, head: readonly string[]): LineReader {
  return row.lines?.starts(head) ?? expect.unreachable('a row does not know its own lines')
}

/** Reads a line to its end: what it throws is thrown. */
function readThrough(row: EvidenceRow, reader: LineReader, line: string): void {
  reader.goesOn?.(line)
  const found = reader.read(line)
  if (found?.kind === 'rejected') expect(found.reason).not.toBe('')
  if (found?.kind !== 'record') return
  row.recognises(found.record)
  const read = row.read(found.record)
  if (read.kind === 'rejected') expect(read.reason).not.toBe('')
}

describe('lines with anything in any place', () => {
  it.each(WRITTEN)('$row.kind: $example.name', ({ row, example, lines }) => {
    const piece = fc.constantFrom(...PIECES)
    const at = fc.nat(2_000)
    fc.assert(
      fc.property(
        fc.nat(lines.length - 1),
        fc.array(fc.tuple(at, fc.nat(9), piece), { maxLength: 4 }),
        (nth, changes) => {
          const reader = readerOf(row, headOf(example))
          const changed = changes.reduce((line, [from, length, put]) => {
            const place = from % (line.length + 1)
            return line.slice(0, place) + put + line.slice(place + length)
          }, lines[nth] ?? '')
          for (const line of [lines[0] ?? '', changed]) readThrough(row, reader, line)
        },
      ),
      { numRuns: 60 },
    )
  })

  it.each([...new Map(WRITTEN.map((one) => [one.row, one])).values()])(
    '$row.kind, as long as a record may be',
    ({ row, example, lines }) => {
      const last = lines.at(-1) ?? ''
      // Twice a million: what grows with the square of it does not end.
      for (const piece of PIECES) {
        const reader = readerOf(row, headOf(example))
        for (const line of lines) reader.read(line)
        const long = piece.repeat(2 ** 21 / piece.length)
        for (const line of [long, last.slice(0, 150) + long, last.slice(0, 150) + long + last.slice(150)])
          readThrough(row, reader, line)
        row.lines?.starts([long])
      }
    },
  )

  it('and the records of the examples are those that the row knows', () => {
    for (const { row, example } of WRITTEN)
      for (const record of recordsOf(row, example).records) expect(row.recognises(record)).toBe(true)
    expect(WRITTEN.length).toBeGreaterThan(10)
  })
})
