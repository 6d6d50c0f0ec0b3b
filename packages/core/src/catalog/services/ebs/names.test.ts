import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CallEvent } from '../../../domain/call.ts'
import { imageOf, instanceOf, snapshotOf, volumeOf } from './names.ts'

const ACCOUNT = '123837392027'
const CALL = {
  account: ACCOUNT,
  principalAccount: ACCOUNT,
  region: 'cn-north-1',
  name: 'DescribeSnapshots',
  outcome: 'ok',
  resources: null,
  request: null,
  response: null,
} as CallEvent

describe('names', () => {
  it('a name and the id that is made of it are one store', () => {
    const kinds = { snap: snapshotOf, ami: imageOf, vol: volumeOf, i: instanceOf }
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.entries(kinds)),
        fc.stringMatching(/^[0-9a-f]{8}(?:[0-9a-f]{9})?$/),
        ([prefix, of], digits) => {
          const named = of(`${prefix}-${digits}`, CALL)
          expect(of(named?.id ?? '', CALL)).toEqual(named)
          for (const [other, otherOf] of Object.entries(kinds)) {
            if (other !== prefix) expect(otherOf(named?.id ?? '', CALL)).toBeNull()
          }
        },
      ),
    )
  })

  it('what is no id names no store', () => {
    for (const value of [
      'snap-',
      'snap-1;x',
      'i-abc def',
      'arn:aws:ec2:us-east-1::snapshot/ami-0123',
      'arn:aws:s3:::snap-0123',
      '',
    ]) {
      for (const of of [snapshotOf, imageOf, volumeOf, instanceOf]) expect(of(value, CALL)).toBeNull()
    }
  })

  it('the owner of a snapshot is known only where the record shows it', () => {
    const owner = (call: Partial<CallEvent>): string | null | undefined =>
      snapshotOf('snap-083d3b857c13988bc', { ...CALL, ...call })?.account
    const response = { snapshotId: 'snap-083d3b857c13988bc' }
    const arn = 'arn:aws-cn:ec2:cn-north-1::snapshot/snap-083d3b857c13988bc'
    expect(owner({ name: 'ModifySnapshotAttribute' })).toBe(ACCOUNT)
    expect(owner({ name: 'CopySnapshot', response })).toBe(ACCOUNT)
    expect(owner({ name: 'GetSnapshotBlock', resources: [{ accountId: '999999999999', ARN: arn }] })).toBe(
      '999999999999',
    )
    // What may be on somebody else's snapshot: describing it, copying it, making a volume of it, and any call that failed.
    expect(owner({ name: 'DescribeSnapshots' })).toBeNull()
    expect(owner({ name: 'CopySnapshot', response: { snapshotId: 'snap-0123456789abcdef0' } })).toBeNull()
    expect(owner({ name: 'CreateVolume', response, principalAccount: '999999999999' })).toBeNull()
    expect(owner({ name: 'ModifySnapshotAttribute', outcome: 'failed' })).toBeNull()
  })
})
