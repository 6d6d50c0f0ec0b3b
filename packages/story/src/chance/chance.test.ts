import { createHash, createPublicKey, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { chanceOf } from './chance.ts'
import { accountNumber, awsId, uuid } from './ids.ts'
import { signingKey } from './rsa.ts'

describe('chance', () => {
  test('the same seed draws the same, another seed something else', () => {
    const draw = (seed: string): readonly number[] => {
      const chance = chanceOf(seed)
      return Array.from({ length: 50 }, () => chance.whole(0, 1000))
    }
    expect(draw('a')).toEqual(draw('a'))
    expect(draw('a')).not.toEqual(draw('b'))
  })

  test('whole numbers keep within both ends and reach them', () => {
    const chance = chanceOf('ends')
    const drawn = new Set(Array.from({ length: 500 }, () => chance.whole(3, 6)))
    expect([...drawn].sort()).toEqual([3, 4, 5, 6])
  })
})

describe('ids', () => {
  const chance = chanceOf('ids')

  test('look like those of AWS', () => {
    const account = accountNumber(chance)
    expect(account).toMatch(/^[1-9]\d{11}$/)
    expect(awsId(chance, 'ASIA', account)).toMatch(/^ASIA[A-Z2-7]{16}$/)
    expect(uuid(chance)).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  })

  test('the id of a key tells its account', () => {
    const id = awsId(chance, 'AKIA', '123456789012')
    const bits = [...id.slice(4)].reduce((sum, letter) => {
      return (sum << 5n) | BigInt('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter))
    }, 0n)
    const head = bits >> 32n
    expect(((head & 0x7fffffffff80n) >> 7n).toString()).toBe('123456789012')
  })
})

describe('signing keys', () => {
  test('a name gives one RSA key of 2,048 bits, for ever', () => {
    const key = signingKey('eu-west-1')
    const hash = createHash('sha256').update(key.publicKey).digest('hex')
    expect(hash).toBe('8557177786c82094142ed49968ec078d85636884a24cfad1ff165ad875e281c5')
    const publicKey = createPublicKey({ key: key.publicKey, format: 'der', type: 'pkcs1' })
    expect(publicKey.asymmetricKeyDetails).toMatchObject({ modulusLength: 2048, publicExponent: 65537n })
    const signature = Buffer.from(key.sign('text'), 'hex')
    expect(verify('sha256', Buffer.from('text'), publicKey, signature)).toBe(true)
    expect(verify('sha256', Buffer.from('texT'), publicKey, signature)).toBe(false)
  })
})
