import type { CallerId } from '../domain/brand.ts'
import type { CallEvent } from '../domain/call.ts'
import type { Change } from '../domain/change.ts'
import { earliest, type Instant, latest } from '../domain/instant.ts'
import { SERVICE_FORWARDED } from '../domain/principal.ts'
import type { Stated, Topic } from '../domain/statement.ts'
import type { StoreName, Touch } from '../domain/touch.ts'
import type { Witnessed } from '../domain/witness.ts'
import {
  byCall,
  byCaller,
  byChange,
  byClosing,
  byDuring,
  byEnd,
  byGrant,
  byGroup,
  byMint,
  byOrigin,
  byPairing,
  byPlace,
  bySeen,
  byStatement,
  byStoreUse,
  byTouchGroup,
} from './answer-order.ts'
import { groupBy } from './group.ts'
import { spanOf } from './order.ts'
import { partTaken } from './part-taken.ts'
import { partGroups, partVolumes } from './parts.ts'
import type {
  CallerQuery,
  CallerUse,
  CallGroup,
  CallsDuring,
  Closing,
  Facts,
  OriginUse,
  Pairing,
  Place,
  PlaceStretch,
  StoreSeen,
  StoreUse,
  StoreVolume,
  TouchGroup,
} from './port.ts'
import type { Projection } from './project.ts'
import { reachedMints } from './reached-mints.ts'
import { type Judged, type Selection, type Standing, standingOf } from './selection.ts'
import { isRead, volumeOf } from './volume.ts'
import { measured, witnessed, witnessedParts, witnessSubjects } from './witness-memory.ts'

type Standed<Item> = Item & { readonly standing: Standing }

function selected<Item extends Judged>(items: readonly Item[], selection: Selection): readonly Standed<Item>[] {
  return items.flatMap((item) => {
    const standing = standingOf(selection, item)
    return standing === null ? [] : [{ ...item, standing }]
  })
}

function places(events: readonly CallEvent[]): readonly Place[] {
  return groupBy(events, (one) => [one.account, one.region])
    .map((group): Place => {
      const writes = group.filter((one) => one.category === 'management' && one.readOnly === false)
      const firstWrite = writes.reduce<Instant | null>((first, one) => earliest(first, one.at), null)
      return { account: group[0].account, region: group[0].region, firstWrite, ...spanOf(group) }
    })
    .sort(byPlace)
}

function callsDuring(events: readonly CallEvent[], stretches: readonly PlaceStretch[]): readonly CallsDuring[] {
  const once = new Map(
    stretches.map(({ account, region, from, to }) => [
      JSON.stringify([account, region, from, to]),
      { account, region, from, to },
    ]),
  )
  const isIn = ({ account, region, from, to }: PlaceStretch, event: CallEvent): boolean =>
    event.account === account && event.region === region && event.at >= from && event.at <= to
  return [...once.values()]
    .flatMap((during): readonly CallsDuring[] => {
      const [first, ...rest] = events.filter((event) => isIn(during, event))
      return first === undefined ? [] : [{ during, ...spanOf([first, ...rest]) }]
    })
    .sort(byDuring)
}

function origins(events: readonly CallEvent[], principals: readonly string[]): readonly OriginUse[] {
  const wanted = new Set(principals)
  const own = events.flatMap((event) => {
    const behind = event.issuer ?? event.principal
    return behind !== null && event.callerKind !== SERVICE_FORWARDED && wanted.has(behind) ? [{ ...event, behind }] : []
  })
  return groupBy(own, (one) => [one.behind, one.address, one.agent, one.vpcEndpoint])
    .map((group): OriginUse => {
      const { behind: principal, address, agent, vpcEndpoint } = group[0]
      return { principal, address, agent, vpcEndpoint, ...spanOf(group) }
    })
    .sort(byOrigin)
}

function isAskedFor(query: CallerQuery): (event: CallEvent) => boolean {
  const callers = new Set(query.callers)
  const principals = new Set(query.principals)
  const addresses = new Set(query.addresses)
  const sessions = new Set(query.sessionNames)
  const nameOf = (principal: string): string => principal.slice(principal.lastIndexOf('/') + 1)
  return ({ caller, principal, issuer, address }) =>
    callers.has(caller) ||
    (principal !== null &&
      (principals.has(principal) || (principal.includes('/') && sessions.has(nameOf(principal))))) ||
    (issuer !== null && principals.has(issuer)) ||
    (address !== null && addresses.has(address))
}

function callers(events: readonly CallEvent[], query: CallerQuery): readonly CallerUse[] {
  const keysOf = (e: CallEvent): readonly (string | number | null)[] => [
    ...[e.caller, e.callerKind, e.principal, e.principalId, e.principalAccount, e.issuer],
    ...[e.sessionCreated, e.invokedBy, e.account, e.address],
  ]
  return groupBy(events.filter(isAskedFor(query)), keysOf)
    .map((group): CallerUse => {
      const { caller, callerKind, principal, principalId, principalAccount, issuer, sessionCreated } = group[0]
      const { invokedBy, account, address } = group[0]
      const failed = group.filter((event) => event.outcome === 'failed').length
      const succeeded = group.reduce<Instant | null>(
        (last, e) => (e.outcome === 'failed' ? last : latest(last, e.at)),
        null,
      )
      const who = { caller, callerKind, principal, principalId, principalAccount, issuer, sessionCreated, invokedBy }
      return { ...who, account, address, failed, succeeded, ...spanOf(group) }
    })
    .sort(byCaller)
}

function calls(events: readonly CallEvent[], selection: Selection): readonly CallGroup[] {
  return groupBy(selected(events, selection), (one) => [
    ...[one.account, one.region, one.source, one.name, one.caller, one.standing, one.outcome],
  ])
    .map((group): CallGroup => {
      const { account, region, source, name, caller, standing, outcome } = group[0]
      return { account, region, source, name, caller, standing, outcome, ...spanOf(group) }
    })
    .sort(byCall)
}

function storeKeys({ id, kind, account, region, name }: StoreName): readonly (string | null)[] {
  return [id, kind, account, region, name]
}

/** How many calls made these touches: one that names several objects is one call. */
function callsIn(touches: readonly Touch[]): number {
  return touches.filter((touch) => partTaken(touch) !== null || touch.nth === 0).length
}

function touchGroups(touches: readonly Touch[], selection: Selection): readonly TouchGroup[] {
  const shown = touches.filter((touch) => touch.effect !== 'named')
  return groupBy(selected(shown, selection), (one) => [
    ...storeKeys(one.store),
    ...[one.standing, one.caller, one.effect, one.outcome, one.payload, one.grantee, partTaken(one)],
  ])
    .map((group): TouchGroup => {
      const { store, standing, caller, effect, outcome, payload, grantee } = group[0]
      const span = { ...spanOf(group), events: callsIn(group) }
      return { store, standing, caller, effect, outcome, payload, grantee, part: partTaken(group[0]), ...span }
    })
    .sort(byTouchGroup)
}

function storeUses(touches: readonly Touch[], storeIds: readonly string[]): readonly StoreUse[] {
  const shown = among(touches, storeIds, (touch) => touch.store.id).filter((touch) => touch.effect !== 'named')
  return groupBy(shown, (one) => [
    ...storeKeys(one.store),
    ...[one.caller, one.effect, one.outcome, one.payload, one.grantee, partTaken(one)],
  ])
    .map((group): StoreUse => {
      const { store, caller, effect, outcome, payload, grantee } = group[0]
      const span = { ...spanOf(group), events: callsIn(group) }
      return { store, caller, effect, outcome, payload, grantee, part: partTaken(group[0]), ...span }
    })
    .sort(byStoreUse)
}

function closings(changes: readonly Change[], subjects: readonly string[]): readonly Closing[] {
  const ended = among(changes, subjects, (change) => change.subject).filter((change) => change.does === 'close')
  const slim = ended.map(({ subject, at, eventId, ref }): Closing => ({ subject, at, eventId, ref }))
  return [...new Map(slim.map((one) => [JSON.stringify(one), one])).values()].sort(byClosing)
}

function volumes(touches: readonly Touch[], selection: Selection): readonly StoreVolume[] {
  return groupBy(selected(touches, selection).filter(isRead), (touch) => [touch.store.id])
    .map((group) => volumeOf(group[0].store.id, group))
    .sort(byGroup)
}

function stores(touches: readonly Touch[]): readonly StoreSeen[] {
  return groupBy(touches, (touch) => storeKeys(touch.store))
    .map((group): StoreSeen => ({ store: group[0].store, ...spanOf(group), events: callsIn(group) }))
    .sort(bySeen)
}

function pairings(events: readonly CallEvent[], callers: readonly CallerId[]): readonly Pairing[] {
  const shared = new Map(
    groupBy(
      events.filter((one) => one.sharedEventId !== null),
      (one) => [one.sharedEventId],
    ).map((group) => [group[0].sharedEventId, group]),
  )
  const paired = among(events, callers, (one) => one.caller).flatMap((event) => {
    const all = shared.get(event.sharedEventId) ?? []
    const others = all.filter((one) => one.account !== event.account && one.caller !== event.caller)
    const partners: readonly (CallerId | null)[] = others.length === 0 ? [null] : others.map((one) => one.caller)
    return partners.map((partner) => ({ ...event, partner }))
  })
  return groupBy(paired, (one) => [one.caller, one.partner])
    .map((group): Pairing => ({ caller: group[0].caller, partner: group[0].partner, ...spanOf(group) }))
    .sort(byPairing)
}

function among<Item>(
  items: readonly Item[],
  wanted: readonly string[],
  keyOf: (item: Item) => string,
): readonly Item[] {
  const set = new Set(wanted)
  return items.filter((item) => set.has(keyOf(item)))
}

/**
 * Answers the questions over plain arrays: the definition that every engine is tested against. For evidence that fits in memory.
 */
export function memoryFacts(
  projections: readonly Projection[],
  documents: readonly Stated[] = [],
  witnesses: readonly Witnessed[] = [],
): Facts {
  const events = projections.map((one) => one.event)
  const touches = projections.flatMap((one) => one.touches)
  const mints = projections.flatMap((one) => one.mints)
  const changes = projections.flatMap((one) => one.changes)
  const ends = projections.flatMap((one) => one.ends)
  const statements = [...projections.flatMap((one) => one.statements), ...documents].sort(byStatement)
  const granted = touches.filter((touch) => touch.grant !== null && touch.outcome === 'ok')
  return {
    places: async () => places(events),
    callsDuring: async (stretches) => callsDuring(events, stretches),
    callers: async (query) => callers(events, query),
    mintsFrom: async (holders: readonly CallerId[]) => [...reachedMints(mints, holders)].sort(byMint),
    mintsOf: async (minted) => [...among(mints, minted, (mint) => mint.minted)].sort(byMint),
    touches: async (selection) => touchGroups(touches, selection),
    usesOf: async (ids) => storeUses(touches, ids),
    volumes: async (selection) => volumes(touches, selection),
    partTouches: async (selection, parts) => partGroups(selected(touches, selection), parts),
    partVolumes: async (selection, parts) => partVolumes(selected(touches, selection), parts),
    stores: async () => stores(touches),
    grants: async (ids) => [...among(granted, ids, (touch) => touch.store.id)].sort(byGrant),
    changesBy: async (selection) => {
      const opened = changes.filter((change) => change.does === 'open')
      return [...selected(opened, selection)].sort(byChange)
    },
    closingsOn: async (subjects) => closings(changes, subjects),
    ends: async (identities) => [...among(ends, identities, (end) => end.identity)].sort(byEnd),
    originsOf: async (principals) => origins(events, principals),
    pairings: async (asked) => pairings(events, asked),
    statements: async (topics: readonly Topic[]) => statements.filter((one) => topics.includes(one.topic)),
    calls: async (selection) => calls(events, selection),
    witnessSubjects: async () => witnessSubjects(witnesses),
    witnessed: async (query) => witnessed(witnesses, query),
    witnessedParts: async (query, parts) => witnessedParts(witnesses, query, parts),
    measured: async (window) => measured(witnesses, window),
  }
}
