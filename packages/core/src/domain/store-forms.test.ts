import { describe, expect, it } from 'vitest'
import { namedAs, orUnnamed } from './arn-form.ts'
import type { CallEvent } from './call.ts'
import { firstOf, storeRef } from './store-forms.ts'

const CALL = { eventId: 'e-1', account: '111122223333', region: 'eu-west-1' } as CallEvent
const vaultOf = namedAs({ service: 'safe', head: 'vault:', name: /^[\w-]{1,50}$/ })

describe('names of stores', () => {
  it('a bare name is of the account and region of the call, in its partition', () => {
    expect(vaultOf('gold', CALL)?.id).toBe('arn:aws:safe:eu-west-1:111122223333:vault:gold')
    expect(vaultOf('gold', { ...CALL, region: 'cn-north-1' })?.id).toBe(
      'arn:aws-cn:safe:cn-north-1:111122223333:vault:gold',
    )
  })

  it('an ARN keeps its own account and region, and unknown ones stay unknown', () => {
    const named = vaultOf('arn:aws:safe:us-east-1:999999999999:vault:gold', CALL)
    expect(named).toMatchObject({ account: '999999999999', region: 'us-east-1', name: 'gold' })
    expect(vaultOf('arn:aws:safe:::vault:gold', CALL)).toMatchObject({ account: null, region: null })
  })

  it('the ARN of something else, and what is no name, are no such store', () => {
    expect(vaultOf('arn:aws:safe:us-east-1:999999999999:key:gold', CALL)).toBeNull()
    expect(vaultOf('arn:aws:other:us-east-1:999999999999:vault:gold', CALL)).toBeNull()
    expect(vaultOf('', CALL)).toBeNull()
    expect(vaultOf('a b', CALL)).toBeNull()
  })

  it('the first text that names one counts, and nothing else stands in for a missing one', () => {
    const ref = storeRef(() => ['a b', 'gold', 'silver'], vaultOf)
    expect(ref.name(CALL)).toBe('gold')
    expect(storeRef(() => [], vaultOf).id(CALL)).toBeNull()
    expect(orUnnamed(() => null)(CALL)).toBe('unnamed e-1')
    expect(
      firstOf(
        () => [],
        () => ['b'],
      )(CALL),
    ).toEqual(['b'])
  })
})
