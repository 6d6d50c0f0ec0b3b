import { channelGaps } from '../coverage/channel-gaps.ts'
import type { GapBook } from '../coverage/gap.ts'
import type { Window } from '../domain/instant.ts'
import type { StoreKind } from '../domain/service-row.ts'
import type { Effect, StoreName, Touch } from '../domain/touch.ts'
import { by } from '../facts/order.ts'
import type { Facts, StoreVolume, TouchGroup } from '../facts/port.ts'
import type { Selection } from '../facts/selection.ts'
import { mergedGroups, storeNames } from './aliases.ts'
import { copiesMade, type Destination, grantsOpened } from './destinations.ts'
import { accessesIn, decide, type Verdict } from './verdict.ts'

/** What is known of one store: the verdict, what was done to it and where its content went. */
export interface StoreExposure {
  readonly store: StoreName
  readonly verdict: Verdict
  /** Effects of certain calls; a failed one is `attempted`. */
  readonly effects: readonly Effect[]
  /** Effects of calls that may be the actor's. */
  readonly possibleEffects: readonly Effect[]
  /** All groups of calls that are or may be the actor's. */
  readonly groups: readonly TouchGroup[]
  /** Groups of calls on sets that this store may be a member of: they may have read it, too. */
  readonly bySets: readonly TouchGroup[]
  readonly destinations: readonly Destination[]
  readonly volume: StoreVolume
  readonly gaps: readonly string[]
  /** Whether an access lies between the window's end and the evidence's. */
  readonly touchedInTail: boolean
}

/** What the stores of a case are judged from. */
export interface ExposureInput {
  readonly facts: Facts
  readonly storeKinds: ReadonlyMap<string, StoreKind>
  /** The actor's calls in the window. */
  readonly selection: Selection
  /** The actor's calls in the tail behind the window; null when there is no tail. */
  readonly tail: Selection | null
  readonly window: Window
  readonly gaps: GapBook
  /** Gaps that concern every store: rejected evidence, conflicts. */
  readonly everywhere: readonly string[]
}

function byStore<Item>(items: readonly Item[], idOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const map = new Map<string, Item[]>()
  for (const item of items) {
    const id = idOf(item)
    const list = map.get(id)
    if (list === undefined) map.set(id, [item])
    else list.push(item)
  }
  return map
}

function effectsOf(groups: readonly TouchGroup[], strict: boolean): readonly Effect[] {
  const chosen = groups.filter((group) => (group.standing === 'strict') === strict)
  const effects = chosen.map((group): Effect => (group.outcome === 'failed' ? 'attempted' : group.effect))
  return [...new Set(effects)].sort()
}

function addVolumes(storeId: string, volumes: readonly StoreVolume[]): StoreVolume {
  const sum = (pick: (volume: StoreVolume) => number): number =>
    volumes.reduce((total, volume) => total + pick(volume), 0)
  return {
    storeId,
    sent: sum((v) => v.sent),
    sentUnknown: sum((v) => v.sentUnknown),
    // Two spellings of one store may name one object twice: the larger is certain, the sum is not.
    distinct: volumes.reduce((most, v) => Math.max(most, v.distinct), 0),
    objects: volumes.reduce((most, v) => Math.max(most, v.objects), 0),
    listed: sum((v) => v.listed),
  }
}

/** A set that calls acted on, and which stores may be in it. */
interface ActedSet {
  readonly holds: (member: StoreName) => boolean
  readonly groups: readonly TouchGroup[]
}

function setsIn(
  stores: readonly StoreName[],
  groups: ReadonlyMap<string, readonly TouchGroup[]>,
  kinds: ReadonlyMap<string, StoreKind>,
): readonly ActedSet[] {
  return stores.flatMap((set): readonly ActedSet[] => {
    const { holds } = kinds.get(set.kind) ?? {}
    const acted = (groups.get(set.id) ?? []).filter((group) => group.outcome === 'ok')
    return holds === undefined || acted.length === 0 ? [] : [{ holds: (member) => holds(set, member), groups: acted }]
  })
}

interface Answers {
  readonly sets: readonly ActedSet[]
  readonly stores: readonly StoreName[]
  readonly groups: ReadonlyMap<string, readonly TouchGroup[]>
  readonly grants: ReadonlyMap<string, readonly Touch[]>
  readonly volumes: ReadonlyMap<string, readonly StoreVolume[]>
  readonly inTail: ReadonlySet<string>
}

async function ask({ facts, storeKinds, selection, tail }: ExposureInput): Promise<Answers> {
  const names = storeNames(
    (await facts.stores()).map((one) => one.store),
    storeKinds,
  )
  const idOf = (id: string): string => names.get(id)?.id ?? id
  const groupsOf = async (calls: Selection): Promise<ReadonlyMap<string, readonly TouchGroup[]>> =>
    byStore(mergedGroups(await facts.touches(calls), names), (group) => group.store.id)
  const groups = await groupsOf(selection)
  const granted = new Set(
    [...groups.values()].flat().flatMap((group) => (group.grantee === null ? [] : [group.store.id])),
  )
  const spellings = [...names.keys()].filter((id) => granted.has(idOf(id)))
  const tailGroups = tail === null ? new Map<string, readonly TouchGroup[]>() : await groupsOf(tail)
  const stores = [...new Map([...names.values()].map((store) => [store.id, store])).values()]
  return {
    stores,
    sets: setsIn(stores, groups, storeKinds),
    groups,
    grants: byStore(await facts.grants(spellings), (touch) => idOf(touch.store.id)),
    volumes: byStore(await facts.volumes(selection), (volume) => idOf(volume.storeId)),
    inTail: new Set([...tailGroups].flatMap(([id, list]) => (accessesIn(list).length > 0 ? [id] : []))),
  }
}

function judge(store: StoreName, answers: Answers, input: ExposureInput): StoreExposure {
  const groups = answers.groups.get(store.id) ?? []
  const own = channelGaps(store, input.storeKinds.get(store.kind) ?? null, input.window, input.gaps)
  const gaps = [...new Set([...own, ...input.everywhere])].sort()
  const bySets = answers.sets.flatMap((set) => (set.holds(store) ? set.groups : []))
  const possible = [...effectsOf(groups, false), ...bySets.map((group) => group.effect)]
  return {
    store,
    verdict: decide({ accesses: accessesIn(groups), gaps, record: null, denial: null }),
    effects: effectsOf(groups, true),
    possibleEffects: [...new Set(possible)].sort(),
    groups,
    bySets,
    destinations: [...grantsOpened(answers.grants.get(store.id) ?? [], input.selection), ...copiesMade(groups)].sort(
      by(
        (one) => one.from,
        (one) => one.to,
        (one) => one.event,
      ),
    ),
    volume: addVolumes(store.id, answers.volumes.get(store.id) ?? []),
    gaps,
    touchedInTail: answers.inTail.has(store.id),
  }
}

/** Judges every store that the evidence names, in the order of their ids. */
export async function judgeStores(input: ExposureInput): Promise<readonly StoreExposure[]> {
  const answers = await ask(input)
  return answers.stores.map((store) => judge(store, answers, input)).sort(by((one) => one.store.id))
}
