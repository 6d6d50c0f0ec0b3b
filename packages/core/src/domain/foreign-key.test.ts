import { describe, expect, it } from 'vitest'
import type { CallEvent } from './call.ts'
import { foreignKey } from './foreign-key.ts'
import type { Json } from './json.ts'

const OWN = 'arn:aws:kms:eu-west-1:111122223333:key/a'
const OTHER = 'arn:aws:kms:eu-west-1:999999999999:key/b'
const spec = foreignKey(
  () => 'store 1',
  () => 'store `1`',
  'kmsKeyId',
)

function shows(request: Json, response: Json = null): boolean {
  const call = { eventId: 'e-1', account: '111122223333', region: 'eu-west-1', request, response } as CallEvent
  return spec.when?.(call) ?? true
}

describe('keys of other accounts', () => {
  it('the account in the ARN of a key tells whose it is', () => {
    expect(shows({ kmsKeyId: OTHER })).toBe(true)
    expect(shows({ destinations: [{ KmsKeyId: OTHER }] })).toBe(true)
    expect(shows({ kmsKeyId: OWN })).toBe(false)
  })

  it('an id, an alias, or no key is no key of another account, and the answer does not ask for one', () => {
    expect(shows({ kmsKeyId: 'alias/mine' })).toBe(false)
    expect(shows({}, { kmsKeyId: OTHER })).toBe(false)
  })
})
