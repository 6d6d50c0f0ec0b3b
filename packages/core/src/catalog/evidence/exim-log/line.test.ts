import { expect, it } from 'vitest'
import { lines } from './line.ts'

it('a line takes time in proportion to its length, whatever it holds', () => {
  const frame = '2026-03-24 03:10:38 1dJ08B-0003oP-5i'
  const reader = lines.starts([`${frame} Completed`]) ?? expect.unreachable()
  const many = 200_000
  for (const text of ['H=', 'A=', ' H=(', ' [1.1.1.1]', '(', ' ', 'H=a (b) ', ' id=', 'A=b '])
    expect(reader.read(`${frame} <= a@b ${text.repeat(many / text.length)}`)).not.toBeNull()
  expect(reader.read('2'.repeat(many))).toBeNull()
})
