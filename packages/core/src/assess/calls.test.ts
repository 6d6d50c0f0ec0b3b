import { expect, it } from 'vitest'
import { callerId } from '../domain/brand.ts'
import type { Outcome } from '../domain/call.ts'
import { instantOfMillis } from '../domain/instant.ts'
import type { Catalog } from '../facts/catalog.ts'
import type { CallGroup } from '../facts/port.ts'
import { undescribedCalls } from './calls.ts'

const FIRST = instantOfMillis(1_700_000_000_000) ?? expect.unreachable('no instant')

const EVENT = { eventId: 'e', ref: { item: 'i', ordinal: 0, offset: 0, length: 1 } }

const CATALOG: Catalog = {
  services: new Map(),
  credentials: new Map([['source Known', []]]),
  callerKinds: [],
  storeKinds: new Map(),
  managedBy: new Map(),
  governing: new Map(),
  recordedIn: new Map(),
}

function group(name: string, outcome: Outcome, events: number): CallGroup {
  const place = { account: '1', region: 'r', source: 'source', caller: callerId('AKIA') }
  return {
    ...place,
    name,
    outcome,
    events,
    standing: 'strict',
    first: FIRST,
    last: FIRST,
    firstEvent: EVENT,
    lastEvent: EVENT,
  }
}

it('lists what no row describes, and of what a row describes the calls that failed', () => {
  const groups = [
    group('Known', 'ok', 1),
    group('Known', 'failed', 2),
    group('New', 'ok', 4),
    group('New', 'failed', 8),
  ]
  const listed = undescribedCalls(groups, CATALOG).map(({ name, events, failed }) => ({ name, events, failed }))
  expect(listed).toEqual([
    { name: 'Known', events: 2, failed: 2 },
    { name: 'New', events: 12, failed: 8 },
  ])
})
