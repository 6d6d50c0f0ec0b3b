import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { callerId } from '../domain/brand.ts'
import { type Instant, instantOfMillis } from '../domain/instant.ts'
import type { Measured } from '../facts/witness-port.ts'
import { type BoundsInput, boundsOf } from './bounds.ts'
import type { WitnessTouch } from './witness-touches.ts'

const STORE = { id: 's', kind: 'bucket', account: null, region: null, name: 's' }
const REF = { item: 'i', ordinal: 0, offset: 0, length: 1 }
const at = (ms: number): Instant => instantOfMillis(ms) ?? expect.unreachable()
const WINDOW = { from: at(100), to: at(199) }
const SPAN = { events: 1, first: at(110), last: at(120), firstRef: REF, lastRef: REF }

function witnessed(evidence: string, bytes: number, standing: 'strict' | 'wide' = 'strict'): WitnessTouch {
  const who = { principal: null, credential: 'AKIA', address: null }
  const called = { effect: 'read', outcome: 'ok', payload: 'object' } as const
  const pointer = { eventId: evidence, ref: REF }
  const ends = { firstEvent: pointer, lastEvent: pointer }
  const amounts = { bytes, bytesUnknown: 0, distinct: bytes, objects: 1 }
  return {
    group: {
      ...{ store: STORE, standing, caller: callerId('AKIA'), ...called, grantee: null, part: null },
      ...{ events: 1, first: SPAN.first, last: SPAN.last, ...ends, witness: { evidence, ...who } },
    },
    seen: { evidence, kind: 'request', subject: STORE, act: 'GET', ...called, ...who, ...SPAN, ...amounts },
  }
}

function meter(more: Partial<Measured>): Measured {
  return {
    ...{ evidence: 'meter', kind: 'amount', subject: STORE, measure: 'bytes-sent', part: 'all', meter: null },
    complete: true,
    ...{
      direction: null,
      outcome: null,
      unknown: 0,
      sum: 1_000,
      ...SPAN,
      first: at(100),
      until: at(200),
      covered: 100,
    },
    ...more,
  }
}

function bounds(more: Partial<BoundsInput>) {
  const volume = { storeId: 's', sent: 50, sentUnknown: 0, distinct: 40, objects: 2, listed: 0 }
  return boundsOf({ volume, witnessed: [], measured: [], meters: [], window: WINDOW, ...more })
}

describe('how much of a store was taken', () => {
  it('is at least what the kind of evidence shows that shows most, and never their sum', () => {
    const { sent, methods } = bounds({ witnessed: [witnessed('requests', 30), witnessed('requests', 45)] })
    expect([sent, methods[0]]).toEqual([{ lower: 75, upper: null }, expect.objectContaining({ by: 'requests' })])
    expect(bounds({ witnessed: [witnessed('requests', 30)] }).sent.lower).toBe(50)
    expect(bounds({ witnessed: [witnessed('requests', 99, 'wide')] }).sent.lower).toBe(50)
    expect(bounds({ witnessed: [witnessed('one', 60), witnessed('other', 70)] }).sent.lower).toBe(70)
  })

  it('counts an object once that was taken in several guises', () => {
    expect(bounds({ witnessed: [witnessed('requests', 45), witnessed('requests', 45)] }).distinct.lower).toBe(45)
  })

  it('is at most what a meter counts that counts everything over the whole window', () => {
    const { sent, distinct } = bounds({ measured: [meter({}), meter({ evidence: 'other', sum: 800 })] })
    expect([sent.upper, distinct.upper]).toEqual([800, 800])
    const short: readonly Partial<Measured>[] = [
      ...[
        { meter: 'unheard of' },
        { part: 'unknown' as const },
        { part: 'internet' as const },
        { measure: 'egress-bytes' as const },
        { unknown: 1 },
      ],
      ...[{ first: at(101), covered: 99 }, { until: at(199), covered: 99 }, { covered: 99 }],
      ...[{ sum: Number.POSITIVE_INFINITY }, { sum: -1 }],
    ]
    for (const more of short) expect(bounds({ measured: [meter(more)] }).sent.upper, JSON.stringify(more)).toBe(null)
    expect(bounds({ measured: [meter({})], window: { from: null, to: null } }).sent.upper).toBe(null)
  })

  it('is bounded by a meter of the whole store that evidence tells of, with what would make it wrong', () => {
    const measured = [meter({ part: 'unknown', meter: 'all', complete: false })]
    const scope = { subject: 's', meter: 'all', whole: true }
    const { sent, methods } = bounds({ measured, meters: [scope] })
    expect(sent.upper).toBe(1_000)
    expect(methods.find(({ of }) => of === 'sent.upper')?.unless).toContain('does not promise')
    expect(bounds({ measured, meters: [{ ...scope, whole: false }] }).sent.upper).toBe(null)
    expect(bounds({ measured, meters: [scope, { ...scope, whole: false }] }).sent.upper).toBe(null)
    expect(bounds({ measured, meters: [{ ...scope, meter: 'other' }] }).sent.upper).toBe(null)
  })

  it('is not bounded by a meter that records deny', () => {
    expect(bounds({ measured: [meter({ sum: 49 })] }).sent).toEqual({ lower: 50, upper: null })
  })

  it('has bounds that hold, whatever evidence says, and that less of it only widens', () => {
    const number = fc.oneof(fc.nat(100), fc.constantFrom(-5, Number.POSITIVE_INFINITY, Number.NaN))
    const touch = fc.tuple(fc.constantFrom('a', 'b'), number).map(([kind, bytes]) => witnessed(kind, bytes))
    const measured = fc.tuple(number, fc.boolean()).map(([sum, complete]) => meter({ sum, complete }))
    fc.assert(
      fc.property(fc.array(touch), fc.array(measured), fc.nat(), (witnesses, meters, which) => {
        const whole = bounds({ witnessed: witnesses, measured: meters })
        const fewer = witnesses.filter((_, place) => place !== which % Math.max(1, witnesses.length))
        const less = bounds({ witnessed: fewer, measured: meters })
        const unmetered = bounds({ witnessed: witnesses })
        for (const of of ['sent', 'distinct', 'objects'] as const) {
          expect(whole[of].lower).toBeLessThanOrEqual(whole[of].upper ?? Number.POSITIVE_INFINITY)
          expect(less[of].lower).toBeLessThanOrEqual(whole[of].lower)
          expect([unmetered[of].lower, unmetered[of].upper]).toEqual([whole[of].lower, null])
        }
      }),
    )
  })
})
