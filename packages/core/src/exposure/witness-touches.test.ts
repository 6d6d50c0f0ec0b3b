import { describe, expect, it } from 'vitest'
import { callerId } from '../domain/brand.ts'
import { type Instant, instantOfMillis, type Window } from '../domain/instant.ts'
import type { CallerUse } from '../facts/port.ts'
import type { Selection } from '../facts/selection.ts'
import type { Closure } from '../taint/held.ts'
import { witnessStanding } from './witness-touches.ts'

const at = (ms: number): Instant => instantOfMillis(ms) ?? expect.unreachable()
const during = (from: number, to: number): Window => ({ from: at(from), to: at(to) })
const OPEN = { from: null, to: null }
const KEY = callerId('AKIA')
const pointer = { eventId: 'e', ref: { item: 'i', ordinal: 0, offset: 0, length: 1 } }
const USE: CallerUse = {
  ...{ caller: KEY, callerKind: 'access-key', principal: 'arn:user/u', principalId: null, principalAccount: '1' },
  ...{ issuer: null, sessionCreated: null, invokedBy: null, account: '1', address: '192.0.2.9', failed: 0 },
  ...{ succeeded: null, events: 1, first: at(0), last: at(9), firstEvent: pointer, lastEvent: pointer },
}

function standing(
  named: Partial<Record<'principal' | 'credential' | 'address', string>>,
  selection: Partial<Selection> = {},
): string | null {
  const all: Selection = {
    holdings: [{ caller: KEY, window: during(10, 20), strict: true, address: null }],
    matches: [{ on: 'address', value: '192.0.2.1', window: during(10, 20) }],
    ours: [],
    ...selection,
  }
  const closure: Closure = {
    ...{ held: new Map(), selection: all, beside: [], events: [], addresses: ['192.0.2.9'] },
    uses: new Map([[KEY, [USE]]]),
  }
  const who = { principal: null, credential: null, address: null, ...named }
  return witnessStanding({ ...who, first: at(12), last: at(18) }, all, closure)
}

describe('who is seen beside the record of calls', () => {
  it('is the actor where the credential or an address named as the actor’s is', () => {
    expect(standing({ credential: 'AKIA' })).toBe('strict')
    expect(standing({ address: '192.0.2.1' })).toBe('strict')
  })

  it('may be the actor where only a part of the time is, the hold is in doubt, or only the principal is the actor’s', () => {
    expect(
      standing({ address: '192.0.2.1' }, { matches: [{ on: 'address', value: '192.0.2.1', window: during(15, 20) }] }),
    ).toBe('wide')
    expect(
      standing({ credential: 'AKIA' }, { holdings: [{ caller: KEY, window: OPEN, strict: false, address: null }] }),
    ).toBe('wide')
    expect(standing({ principal: 'arn:user/u' })).toBe('wide')
  })

  it('may be the actor where nobody signed and the address is one that the actor called from', () => {
    expect(standing({ principal: 'anonymous', address: '192.0.2.9' })).toBe('wide')
    expect(standing({ principal: 'arn:user/v', address: '192.0.2.9' })).toBe(null)
  })

  it('is nobody known where nothing fits', () => {
    expect(standing({ principal: 'arn:user/v', credential: 'AKIB', address: '192.0.2.2' })).toBe(null)
    expect(
      standing(
        { credential: 'AKIA' },
        { holdings: [{ caller: KEY, window: during(30, 40), strict: true, address: null }] },
      ),
    ).toBe(null)
  })

  it('is the owner where an indicator of the owner covers all of it, and in doubt where it covers a part', () => {
    const ours = (window: Window) => [{ on: 'address', value: '192.0.2.1', window }] as const
    expect(standing({ credential: 'AKIA', address: '192.0.2.1' }, { ours: ours(OPEN), matches: [] })).toBe(null)
    expect(standing({ address: '192.0.2.1' }, { ours: ours(OPEN) })).toBe('either')
    expect(standing({ credential: 'AKIA', address: '192.0.2.1' }, { ours: ours(during(10, 15)) })).toBe('wide')
  })
})
