import { expect, it } from 'vitest'
import { lines } from './line.ts'

it('a line takes time in proportion to its length, whatever it holds', () => {
  const frame = 'Mar 24 03:10:38 mail postfix/qmgr[1]: 4F9D3A0B:'
  const reader = lines.starts([`${frame} removed`]) ?? expect.unreachable()
  const many = 100_000
  for (const text of [
    `from=<${'>, size=1, nrcpt=1 (queue active)'.repeat(many / 10)}x`,
    `to=<${'a'.repeat(many)}`,
    `to=<a>, ${'relay=x, '.repeat(many)}`,
    `client=${'a'.repeat(many)}`,
    `client=a[1.1.1.1], sasl_username=${', '.repeat(many)}`,
    `message-id=<${'<'.repeat(many)}`,
  ])
    expect(reader.read(`${frame} ${text}`)?.kind ?? null).not.toBe('record')
  expect(reader.read('a'.repeat(many * 10))).toBeNull()
  expect(reader.read(`${frame.slice(0, 16)}${'a'.repeat(many)} postfix`)).toBeNull()
})
