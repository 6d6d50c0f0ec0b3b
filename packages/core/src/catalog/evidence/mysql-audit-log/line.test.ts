import { expect, it } from 'vitest'
import { lines } from './line.ts'

it('a line takes time in proportion to its length, whatever it holds', () => {
  const head = '20260324 03:10:38,h,bo,192.0.2.3,1,2,QUERY,p,'
  const reader = lines.starts([`${head}'x',0`]) ?? expect.unreachable()
  for (const part of ["'", '\\', "',", "'x',0,", ',', "\\'"])
    expect(reader.read(`${head}'${part.repeat(200_000)}`)?.kind).toBe('rejected')
})
