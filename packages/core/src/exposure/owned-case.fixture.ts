import { expect } from 'vitest'
import { callerId } from '../domain/brand.ts'
import type { CallEvent } from '../domain/call.ts'
import { type Instant, instantOfMillis } from '../domain/instant.ts'
import type { Confidence, Mapping, OwnedThing, OwnersMap } from '../domain/owners-map.ts'
import type { StoreKind } from '../domain/service-row.ts'
import { ALWAYS } from '../domain/stretches.ts'
import type { Effect, Payload, Touch } from '../domain/touch.ts'
import type { Witnessed } from '../domain/witness.ts'
import { memoryFacts } from '../facts/memory.ts'
import type { Projection } from '../facts/project.ts'
import { randomProjections } from '../facts/random-calls.ts'
import { witnessedAt } from '../facts/witnessed.ts'
import { exposureInput } from './exposure-input.fixture.ts'
import { judgeOwners, type OwnersJudged } from './owners.ts'
import type { ExposureInput } from './store-answers.ts'
import { judgeStores, type StoreExposure } from './stores.ts'

/** Whose a call is: the actor's, perhaps the actor's, somebody's of whom nothing is known, or the owner's, who was there before. */
export type Who = 'ACTOR' | 'MAYBE' | 'STRANGER' | 'OWNER'

/** One call on one store, as far as parts are concerned. */
export interface Deed {
  readonly who: Who
  readonly store?: string
  readonly object: string | null
  readonly effect: Effect
  readonly payload?: Payload | null
  readonly bytes?: number | null
  readonly outcome?: 'ok' | 'failed'
  readonly to?: string | null
  /** Whether a log of requests shows it, and no record of calls; the actor is told by its address there. */
  readonly seen?: boolean
}

const [base] = randomProjections(() => 1)
if (base === undefined) throw new Error('no call was drawn')
const { event } = base

const BEGIN = 1_700_000_000_000

function at(ms: number): Instant {
  return instantOfMillis(BEGIN + ms) ?? expect.unreachable('no instant')
}

function originOf(who: Who, ordinal: number, when: Instant): CallEvent {
  return {
    ...event,
    ...{ eventId: `e${ordinal}`, at: when, account: '1', region: 'r', caller: callerId(who), outcome: 'ok' },
    ...{ callerKind: 'access-key', principal: `arn:p:${who}`, issuer: null, invokedBy: null, principalAccount: '1' },
    ...{ address: '192.0.2.1', agent: 'cli', vpcEndpoint: null, sharedEventId: null },
    ref: { item: 'i', ordinal, offset: 0, length: 1 },
  }
}

function called(origin: CallEvent, touches: readonly Touch[]): Projection {
  return { event: origin, touches, mints: [], changes: [], ends: [], statements: [] }
}

function done(deed: Deed, ordinal: number): Projection {
  const { who, store: id = 'bucket', object, effect, payload = null, bytes = null, outcome = 'ok', to = null } = deed
  const origin = { ...originOf(who, ordinal, at(1000 + ordinal)), outcome }
  const store = { id, kind: id.startsWith('table') ? 'table' : 'bucket', account: '1', region: 'r', name: id }
  const grants = { grantee: to, grant: null, grantKey: null }
  return called(origin, [{ ...origin, store, effect, object, nth: 0, payload, bytes, ...grants }])
}

const ACTORS_ADDRESS = '203.0.113.66'

function witnessed(deed: Deed, ordinal: number): Witnessed {
  const { who, store: id = 'bucket', object, effect, payload = null, bytes = null, outcome = 'ok' } = deed
  const subject = { id, kind: id.startsWith('table') ? 'table' : 'bucket', account: '1', region: 'r', name: id }
  const address = who === 'ACTOR' ? ACTORS_ADDRESS : '198.51.100.1'
  const by = { principal: null, credential: null, address, agent: null, requestId: null }
  const request = { kind: 'request', at: at(1000 + ordinal), subject, act: 'GET', ...by, size: null } as const
  const ref = { item: 'w', ordinal, offset: 0, length: 1 }
  return witnessedAt(
    { ...request, object, effect, outcome, payload, bytes },
    { ref, evidence: 'a-log', recordHash: null },
  )
}

const CHANNELS: StoreKind['channels'] = [
  {
    kind: 'data-call',
    way: 'reading it',
    recordedBy: 'data-events',
    selected: ({ id }) => [{ type: 'Object', arn: `${id}/` }],
    settledBy: 'its data events',
  },
]

const KINDS: ReadonlyMap<string, StoreKind> = new Map<string, StoreKind>([
  ['bucket', { title: 'bucket', name: () => null, partsByName: true, channels: CHANNELS }],
  ['table', { title: 'table', name: () => null, channels: CHANNELS }],
])

/** Calls in a window of which the record of every store is complete, with the owner known from before it. */
async function ownedInput(deeds: readonly Deed[], complete = true): Promise<ExposureInput> {
  const before = called(originOf('OWNER', 0, at(0)), [])
  const numbered = deeds.map((deed, place) => ({ deed, ordinal: place + 1 }))
  const calls = [before, ...numbered.filter(({ deed }) => deed.seen !== true).map((one) => done(one.deed, one.ordinal))]
  const beside = numbered.filter(({ deed }) => deed.seen === true).map((one) => witnessed(one.deed, one.ordinal))
  const window = { from: at(500), to: at(100_000) }
  const held = (caller: Who, strict: boolean) => ({ caller: callerId(caller), window, strict, address: null })
  const selection = {
    holdings: [held('ACTOR', true), held('MAYBE', false)],
    matches: [{ on: 'address', value: ACTORS_ADDRESS, window } as const],
    ours: [],
  }
  const input = await exposureInput(calls, KINDS, selection)
  const log = { log: 'log', account: '1', home: 'r', timeline: [], undelivered: () => [], member: () => [] }
  const record = { by: [], complete: [ALWAYS], shortfalls: [] }
  const coverage = { ...input.coverage, logs: [log], recordOf: () => record }
  const facts = memoryFacts(calls, [], beside)
  return { ...input, facts, window, entry: window.from, ...(complete ? { coverage } : {}) }
}

/** A map of lines, each of a thing and its owner. */
export function mapOf(...lines: readonly (readonly [OwnedThing, string, Confidence?])[]): OwnersMap {
  const owners = [...new Set(lines.map(([, owner]) => owner))].map((id) => ({
    ...{ id, name: `the ${id}`, controller: null, processor: null },
  }))
  const mappings = lines.map(
    ([of, owner, confidence = 'confirmed']): Mapping => ({ of, owner, categories: [], confidence }),
  )
  return { owners, mappings }
}

/** Names in the bucket that begin so are the owner's. */
export function prefixOf(prefix: string, owner = `owner of ${prefix}`): readonly [OwnedThing, string] {
  return [{ kind: 'prefix', store: 'bucket', account: null, prefix }, owner]
}

/** What is judged of the owners, beside what is judged of the stores. */
export async function judgedOwners(
  deeds: readonly Deed[],
  map: OwnersMap,
  complete = true,
): Promise<OwnersJudged & { readonly stores: readonly StoreExposure[] }> {
  const input = await ownedInput(deeds, complete)
  const judged = await judgeStores(input)
  return { ...(await judgeOwners(map, judged, input)), stores: judged.stores }
}
