import { describe, expect, it } from 'vitest'
import { formatInstant, type Instant, parseInstant } from '../domain/instant.ts'
import { knownUntil } from './chains.ts'
import type { DeliveryRecord, VerifiedDigest } from './delivery.ts'

const at = (text: string): Instant => parseInstant(text) ?? expect.unreachable(text)
const REF = { item: 'a'.repeat(64), ordinal: 0, offset: 0, length: 1 }

/** An hour that ends at a time. */
function hour(end: string, backfill = false): VerifiedDigest {
  const last = at(end)
  const start = parseInstant(new Date(last - 3_600_000).toISOString()) ?? expect.unreachable(end)
  return { place: end, start, end: last, backfill, files: 1, ref: REF }
}

function chain(region: string, ...verified: readonly VerifiedDigest[]): DeliveryRecord {
  const whose = { log: 'eu-west-1/main', organisation: null, bucket: 'logs', account: '111122223333', region }
  return { ...whose, verified, absent: [], gaps: [] }
}

const until = (...chains: readonly DeliveryRecord[]): string | null => {
  const found = knownUntil(chains)
  return found === null ? null : formatInstant(found)
}

describe('delivery is known', () => {
  it('up to the slack before the last instant of the last statement', () => {
    expect(until(chain('eu-west-1', hour('2026-03-10T14:10:00Z'), hour('2026-03-10T15:10:00Z')))).toBe(
      '2026-03-10T13:09:59.999Z',
    )
  })

  it('where several go on, as far as all of them reach', () => {
    const [one, other] = [hour('2026-03-10T15:10:00Z'), hour('2026-03-10T15:01:00Z')]
    expect(until(chain('eu-west-1', one), chain('us-east-1', other))).toBe('2026-03-10T13:00:59.999Z')
  })

  it('beyond the end of one whose next statement was due already', () => {
    const [goesOn, stopped] = [hour('2026-03-10T15:10:00Z'), hour('2026-03-10T14:10:00Z')]
    expect(until(chain('eu-west-1', goesOn), chain('us-east-1', stopped))).toBe('2026-03-10T13:09:59.999Z')
  })

  it('nowhere without a statement, and backfills are none', () => {
    expect(until()).toBeNull()
    expect(until(chain('eu-west-1', hour('2026-03-10T15:10:00Z', true)))).toBeNull()
  })
})
