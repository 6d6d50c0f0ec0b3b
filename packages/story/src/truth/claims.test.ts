import { describe, expect, test } from 'vitest'
import type { Claim } from '../world/claim.ts'
import type { TrueBounds } from './bounds.ts'
import { claimsOf } from './claims.ts'

describe('what can be said of a claim', () => {
  const bucket: TrueBounds = {
    store: 'arn:aws:s3:::b',
    name: 'b',
    size: 1000,
    objects: 1,
    sent: 100,
    sentInRecords: 80,
    distinct: 90,
    copied: { bytes: 0, to: [] },
    shared: { bytes: 0, to: [] },
    metered: 150,
  }
  const claim = (bytes: number): Claim => ({ id: 'c', speaker: 's', saidAt: 0, text: '', bytes, store: null })

  test.each<readonly [number, string, string]>([
    [80, 'corroborated', 'not-testable'],
    [81, 'not-testable', 'not-testable'],
    [150, 'not-testable', 'not-testable'],
    [151, 'contradicted', 'contradicted'],
  ])('%i bytes, raw: %s; packed: %s', (bytes, raw, packed) => {
    const [one] = claimsOf([claim(bytes)], [bucket])
    expect(one?.readings.map(({ finding }) => finding)).toEqual([raw, packed, packed])
  })

  test('without a meter each byte may have left once, and a store without a size bounds nothing', () => {
    const [sized] = claimsOf([claim(999)], [{ ...bucket, metered: null }])
    expect(sized?.upper).toBe(1000)
    const [open] = claimsOf([claim(1e12)], [{ ...bucket, metered: null, size: null }])
    expect([open?.upper, open?.readings[0]?.finding]).toEqual([null, 'not-testable'])
  })
})
