import { expect, it } from 'vitest'
import { lines } from './line.ts'

it('a line takes time in proportion to its length, whatever it holds', () => {
  const head = 'http 2026-03-24T03:10:38.1Z app/a/50dc6c495c0c9188 1.1.1.1:1 - -1 -1 -1 200 - 0 7 "'
  const reader = lines.starts([`${head}" "" - - - "`]) ?? expect.unreachable()
  for (const part of ['"', '" ', '" a a ', '" a a - "', ' ', '" "'])
    expect(reader.read(`${head}${part.repeat(200_000)}`)?.kind).toBe('record')
})
