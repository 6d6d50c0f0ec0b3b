import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CallEvent } from '../../../domain/call.ts'
import { clusterOf, clusterSnapshotOf, instanceOf, snapshotOf } from './names.ts'

const ACCOUNT = '123837392027'

describe('names', () => {
  it('a name in any spelling, and the id that is made of it, are one store', () => {
    const call = { account: ACCOUNT, region: 'us-gov-west-1' } as CallEvent
    const kinds = [instanceOf, clusterOf, snapshotOf, clusterSnapshotOf]
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,30}$/), (of, name) => {
        const named = of(name, call)
        expect(named).not.toBeNull()
        expect(of(name.toLowerCase(), call)).toEqual(named)
        expect(of(name.toUpperCase(), call)).toEqual(named)
        expect(of(named?.id ?? '', call)).toEqual(named)
        expect(kinds.filter((other) => other(named?.id ?? '', call) !== null)).toEqual([of])
      }),
    )
  })

  it('what is no identifier names no store', () => {
    const call = { account: ACCOUNT, region: 'us-east-1' } as CallEvent
    for (const value of [
      '',
      'a b',
      "x'; rm",
      'arn:aws:rds:us-east-1:123837392027:pg:default',
      'arn:aws:s3:::x',
      'db:x:y',
    ]) {
      for (const of of [instanceOf, clusterOf, snapshotOf, clusterSnapshotOf]) expect(of(value, call)).toBeNull()
    }
  })
})
