import { expect, it } from 'vitest'
import { callerId } from '../domain/brand.ts'
import type { End } from '../domain/end.ts'
import { type Instant, instantOfMillis } from '../domain/instant.ts'
import type { Held, Tie } from './held.ts'
import { validityOf } from './validity.ts'

function at(second: number): Instant {
  return instantOfMillis(1_700_000_000_000 + second * 1000) ?? expect.unreachable('no instant')
}

const ROLE = 'arn:aws:iam::1:role/r'
const TIE: Tie = {
  ...{ link: 'inferred', strict: false, parent: null, indicator: null, because: 'b', kind: 'temporary-credentials' },
  ...{ principal: null, event: null, madeAt: null, window: { from: null, to: null } },
}
const held: Held = {
  caller: callerId('ASIAAAAAAAAAAAAAAAAA'),
  kind: 'temporary-credentials',
  principal: 'arn:aws:sts::1:assumed-role/r/s',
  expires: null,
  ties: [TIE],
}

interface Told {
  readonly ended?: Partial<End>
  readonly sessionCreated?: Instant
  readonly uses?: readonly { readonly last: Instant; readonly succeeded: Instant | null }[]
}

function stateOf({ ended, sessionCreated = at(5), uses = [] }: Told): string {
  const ref = { item: 'i', ordinal: 0, offset: 0, length: 1 }
  const origin = {
    account: '1',
    region: 'r',
    caller: callerId('AKIA'),
    address: null,
    agent: null,
    outcome: 'ok',
  } as const
  const end: End = { ...origin, identity: ROLE, state: 'deleted', at: at(10), eventId: 'e', ref, ...ended }
  return validityOf({ held, ends: [end], made: [], sessionCreated, uses, cutoff: at(20) }).state
}

it('a session that began after its role was deleted is not ended by that: it is of a role made anew', () => {
  expect(stateOf({ sessionCreated: at(5) })).toBe('deleted')
  expect(stateOf({ sessionCreated: at(15) })).toBe('unknown')
})

it('a credential that was used after its end is not called ended', () => {
  expect(stateOf({ uses: [{ last: at(9), succeeded: at(9) }] })).toBe('deleted')
  expect(stateOf({ uses: [{ last: at(11), succeeded: at(9) }] })).toBe('unknown')
  expect(
    stateOf({
      uses: [
        { last: at(12), succeeded: at(12) },
        { last: at(3), succeeded: null },
      ],
    }),
  ).toBe('unknown')
})

it('refused calls after a revocation are what it is for', () => {
  const revoked = { state: 'revoked' } as const
  expect(stateOf({ ended: revoked, uses: [{ last: at(12), succeeded: at(9) }] })).toBe('revoked')
  expect(stateOf({ ended: revoked, uses: [{ last: at(12), succeeded: at(12) }] })).toBe('unknown')
})
