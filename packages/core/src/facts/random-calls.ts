import { type CallerId, callerId } from '../domain/brand.ts'
import type { CallEvent, Origin } from '../domain/call.ts'
import type { ChangeKind } from '../domain/change.ts'
import type { EvidenceRef } from '../domain/evidence-ref.ts'
import { type Instant, instantOfMillis } from '../domain/instant.ts'
import { LINKS } from '../domain/mint.ts'
import type { Stated } from '../domain/statement.ts'
import type { Effect, StoreName, Touch } from '../domain/touch.ts'
import type { AskedParts } from './part-names.ts'
import type { PlaceStretch } from './port.ts'
import type { Projection } from './project.ts'
import type { EventMatch, Holding, Selection } from './selection.ts'

/** Draws a whole number from 0 to below `below`; the asker brings the randomness, so that a failure can be made smaller. */
export type Draw = (below: number) => number

/** Names that are equal often, and texts that break careless quoting, matching or ordering. */
const CALLERS = ['AKIA1', 'ASIA2', 'ASIA3', "it's", 'arn:aws:iam::1:role/r', '%', 'a"b\\c', '𐍈', '\uffee'].map(callerId)
/** Addresses, and what stands in their place. */
export const ADDRESSES = ['192.0.2.1', '2001:db8::1', 'AWS Internal', "' OR 1=1 --", null] as const
/** User agents that differ in case or hold wildcards. */
export const AGENTS = ['aws-cli/2.0', 'AWS-CLI/2.0', 'Boto3 100%_', 'a\nb', '', null] as const
/** Principals, and none. */
export const PRINCIPALS = [
  'arn:aws:iam::1:user/u',
  'arn:aws:sts::1:assumed-role/r/i-0abc',
  'arn:aws:sts::1:assumed-role/r/s',
  null,
] as const
const STORES = ['arn:x:one', 'arn:x:two', "arn:x:o'ne", 'arn:x:%'] as const
/** Some begin with others, and some are what a listing asks for. */
export const OBJECTS = ['k', "k'2", 'k/a/1', 'k/a/2', 'k/b%_', 'k/', '\u{1f600}k', null] as const
const PREFIXES = ['k', 'k/', 'k/a/', 'k/a/1', 'k/b%', "k'", '', '\u{1f600}', 'n'] as const
/** Effects of every sort. */
export const EFFECTS: readonly Effect[] = [
  'listed',
  'read',
  'copied-out',
  'shared',
  'destroyed',
  'written',
  'key-used',
  'named',
]
const KINDS: readonly ChangeKind[] = ['persistence', 'exposure', 'logging', 'destruction', 'configuration']

/** One of the items. */
export function pick<Item>(draw: Draw, items: readonly Item[]): Item {
  const at = draw(items.length)
  for (const [position, item] of items.entries()) if (position === at) return item
  throw new Error(`drew ${at} of ${items.length}`)
}

function instant(ms: number): Instant {
  const at = instantOfMillis(ms)
  if (at === null) throw new Error('no instant')
  return at
}

/** An instant of few, so that ties in time are common. */
export function time(draw: Draw): Instant {
  return instant(1_700_000_000_000 + draw(6) * 500)
}

function origin(draw: Draw, ordinal: number): Origin & { readonly ref: EvidenceRef } {
  return {
    eventId: `e${draw(9)}`,
    at: time(draw),
    account: pick(draw, ['1', '2']),
    region: pick(draw, ['eu-1', 'us-1']),
    caller: pick(draw, CALLERS),
    address: pick(draw, ADDRESSES),
    agent: pick(draw, AGENTS),
    outcome: draw(4) === 0 ? 'failed' : 'ok',
    ref: { item: `item${draw(3)}`, ordinal, offset: ordinal * 10, length: 10 },
  }
}

function event(draw: Draw, base: Origin & { readonly ref: EvidenceRef }): CallEvent {
  return {
    ...base,
    source: pick(draw, ['one.example', 'two.example']),
    name: pick(draw, ['Get', 'Put', "Drop'"]),
    category: pick(draw, ['management', 'data', 'unknown'] as const),
    readOnly: pick(draw, [true, false, null]),
    errorCode: base.outcome === 'failed' ? 'Denied' : null,
    callerKind: pick(draw, ['access-key', 'service', 'service-forwarded']),
    principal: pick(draw, PRINCIPALS),
    principalId: pick(draw, ['AIDA', null]),
    principalAccount: pick(draw, ['1', null]),
    issuer: pick(draw, ['arn:aws:iam::1:role/r', null]),
    sessionCreated: draw(2) === 0 ? null : time(draw),
    invokedBy: pick(draw, ['service.example', null, null]),
    vpcEndpoint: pick(draw, ['vpce-1', null, null]),
    sharedEventId: pick(draw, ['s1', 's2', null]),
    request: null,
    response: null,
    extra: null,
    resources: null,
    enrichment: null,
    rawHash: `h${base.ref.ordinal}`,
  }
}

/** A store of few, so that groups have several members. */
export function store(draw: Draw): StoreName {
  const id = pick(draw, STORES)
  return { id, kind: 'bucket', account: pick(draw, ['1', null]), region: pick(draw, ['eu-1', null]), name: id.slice(6) }
}

function touch(draw: Draw, base: Origin & { readonly ref: EvidenceRef }): Touch {
  const grant = pick(draw, ['open', 'close', null, null, null] as const)
  return {
    ...base,
    store: store(draw),
    effect: pick(draw, EFFECTS),
    object: pick(draw, OBJECTS),
    nth: draw(3) === 0 ? 1 : 0,
    payload: pick(draw, ['object', 'object', 'listing', 'part', null] as const),
    bytes: draw(3) === 0 ? null : draw(5) + draw(4) / 4,
    grantee: grant === null ? pick(draw, ['2', null]) : pick(draw, ['2', '*', '*all*']),
    grant,
    grantKey: grant === null ? null : pick(draw, ['policy', 'acl']),
  }
}

function statement(draw: Draw, ref: EvidenceRef): Stated {
  const at = draw(3) === 0 ? null : time(draw)
  return draw(2) === 0
    ? {
        topic: 'delivery-failure',
        at,
        says: { log: pick(draw, ["l'", '%', '\uffee']), region: 'eu-1', error: 'x' },
        ref,
      }
    : { topic: 'regions', at, says: { account: '1', regions: ['eu-1', 'us-1'].slice(draw(3)) }, ref }
}

function projection(draw: Draw, ordinal: number): Projection {
  const base = origin(draw, ordinal)
  const few = <Item>(make: () => Item): readonly Item[] => (draw(3) === 0 ? [make()] : [])
  return {
    event: event(draw, base),
    touches: draw(2) === 0 ? [touch(draw, base)] : [],
    mints: few(() => ({
      ...base,
      minted: pick(draw, CALLERS),
      kind: pick(draw, ['access-key', 'console-session', 'unknown']),
      link: pick(draw, LINKS),
      through: pick(draw, [...CALLERS, null, null]),
      throughLink: pick(draw, ['possible', 'assumable', null] as const),
      principal: pick(draw, PRINCIPALS),
      expires: draw(2) === 0 ? null : time(draw),
    })),
    changes: few(() => ({
      ...base,
      kind: pick(draw, KINDS),
      subject: pick(draw, ['user u', "user o'u", 'policy %']),
      does: pick(draw, ['open', 'close'] as const),
      what: pick(draw, ['made it', "made 'it'"]),
      undo: 'undo it',
    })),
    ends: few(() => ({
      ...base,
      identity: pick(draw, CALLERS),
      state: pick(draw, ['active', 'inactive', 'deleted', 'revoked'] as const),
    })),
    statements: few(() => statement(draw, base.ref)),
  }
}

/** A few recorded calls that agree on little: every column takes its null, ties in time are common, texts are hostile. */
export function randomProjections(draw: Draw): readonly Projection[] {
  return Array.from({ length: draw(40) }, (_, ordinal) => projection(draw, ordinal))
}

/** A window, open on either side or none. */
export function randomWindow(draw: Draw): Holding['window'] {
  return { from: draw(2) === 0 ? null : time(draw), to: draw(2) === 0 ? null : time(draw) }
}

function match(draw: Draw): EventMatch {
  const on = pick(draw, ['caller', 'address', 'user-agent'] as const)
  const values = {
    caller: CALLERS,
    address: ['192.0.2.1', "' OR 1=1 --"],
    'user-agent': ['aws-cli', '%', 'Boto3', '_'],
  }
  return { on, value: pick(draw, values[on]), window: randomWindow(draw) }
}

function several<Item>(draw: Draw, most: number, make: (draw: Draw) => Item): readonly Item[] {
  return Array.from({ length: draw(most + 1) }, () => make(draw))
}

/** Somebody's calls: held callers, indicators of the actor's and of the owner's, with and without windows. */
export function randomSelection(draw: Draw): Selection {
  return {
    holdings: several(draw, 5, () => ({
      caller: pick(draw, CALLERS),
      window: randomWindow(draw),
      strict: draw(2) === 0,
      address: draw(3) === 0 ? pick(draw, ADDRESSES) : null,
    })),
    matches: several(draw, 2, match),
    ours: several(draw, 2, match),
  }
}

/** Some of the callers that random calls have. */
export function randomCallers(draw: Draw): readonly CallerId[] {
  return several(draw, 4, () => pick(draw, CALLERS))
}

/** Some of the stores that random calls touch, with prefixes that some objects begin with. */
export function randomParts(draw: Draw): readonly AskedParts[] {
  return STORES.filter(() => draw(2) === 0).map((storeId) => ({
    storeId,
    prefixes: PREFIXES.filter(() => draw(2) === 0),
  }))
}

/** Some stretches of places, empty and turned ones among them. */
export function randomStretches(draw: Draw): readonly PlaceStretch[] {
  return Array.from({ length: draw(4) }, () => ({
    account: pick(draw, ['1', '2', '3']),
    region: pick(draw, ['eu-1', 'us-1']),
    from: time(draw),
    to: time(draw),
  }))
}
