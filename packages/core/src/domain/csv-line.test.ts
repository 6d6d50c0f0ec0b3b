import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvCells } from './csv-line.ts'

function written(cells: readonly string[], always: boolean): string {
  return cells.map((cell) => (always || /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')
}

describe('a line of a table', () => {
  it('gives back the cells that it was written of, whatever they hold', () => {
    const cell = fc.stringMatching(/^[a-c", ]{0,8}$/)
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), fc.boolean(), (cells, always) => {
        expect(csvCells(written(cells, always))).toEqual(cells)
      }),
    )
  })

  it.each(['"a', 'a"b', '"a"b', 'a,"b"c', '"a"",b', '"'])(
    'of which a quote is in the wrong place is none: %s',
    (line) => {
      expect(csvCells(line)).toBeNull()
    },
  )

  it('takes time in proportion to its length', () => {
    for (const line of [
      '""'.repeat(500_000),
      `"${'""'.repeat(500_000)}`,
      '"a",'.repeat(250_000),
      ','.repeat(1_000_000),
    ])
      expect(csvCells(line)?.length ?? 0).toBeGreaterThanOrEqual(0)
  })
})
