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

function stateOf(sessionCreated: Instant): string {
  const ref = { item: 'i', ordinal: 0, offset: 0, length: 1 }
  const origin = {
    account: '1',
    region: 'r',
    caller: callerId('AKIA'),
    address: null,
    agent: null,
    outcome: 'ok',
  } as const
  const end: End = { ...origin, identity: ROLE, state: 'deleted', at: at(10), eventId: 'e', ref }
  return validityOf({ held, ends: [end], made: [], sessionCreated, cutoff: at(20) }).state
}

it('a session that began after its role was deleted is not ended by that: it is of a role made anew', () => {
  expect(stateOf(at(5))).toBe('deleted')
  expect(stateOf(at(15))).toBe('unknown')
})
