import { expect, it } from 'vitest'
import { formatInstant, parseInstant } from './instant.ts'

function read(text: string): string | null {
  const at = parseInstant(text)
  return at === null ? null : formatInstant(at)
}

it.each([
  ['2026-02-28T03:10:38Z', '2026-02-28T03:10:38Z'],
  ['2024-02-29', '2024-02-29T00:00:00Z'],
  ['2026-03-31 23:30:00-02:00', '2026-04-01T01:30:00Z'],
  ['2026-12-31T23:59:59.5', '2026-12-31T23:59:59.500Z'],
  ['2026-02-29', null],
  ['2026-02-31T03:10:38Z', null],
  ['2026-04-31T00:00:00+02:00', null],
  ['2026-13-01', null],
  ['2026-01-00', null],
  ['yesterday', null],
])('`%s` is %s', (text, at) => {
  expect(read(text)).toBe(at)
})
