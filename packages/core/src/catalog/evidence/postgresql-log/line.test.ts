import { expect, it } from 'vitest'
import { lines } from './line.ts'

it('a line takes time in proportion to its length, whatever it holds', () => {
  const head = '2026-03-24 03:10:38 UTC:'
  const reader = lines.starts([`${head}192.0.2.3(5):a@b:[1]:LOG:  x`]) ?? expect.unreachable()
  const many = 200_000
  for (const part of [':', 'a@', 'LOG:  ', '[1]:', '192.0.2.3(5):', ' '])
    expect(reader.read(`${head}${part.repeat(many)}`)?.kind).toBe('rejected')
  for (const part of ['statement: ', 'duration: 1 ms  ', 'AUDIT: SESSION,', '"', ','])
    expect(reader.read(`${head}192.0.2.3(5):a@b:[1]:LOG:  ${part.repeat(many)}`)?.kind ?? 'none').not.toBe('rejected')
})
