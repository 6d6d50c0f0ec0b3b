import type { CallerId } from '../domain/brand.ts'
import type { StoreName } from '../domain/touch.ts'
import { groupBy, listsBy } from '../facts/group.ts'
import type { AskedParts } from '../facts/part-names.ts'
import type { Facts, PartGroup, PartVolume, StoreUse, TouchGroup } from '../facts/port.ts'
import type { Selection } from '../facts/selection.ts'
import type { StoreNames } from './aliases.ts'
import { firstOnly, type Spellings } from './prefix-spellings.ts'
import { type SortedCalls, sortedCalls, unsorted } from './sorted-calls.ts'
import type { ExposureInput } from './store-answers.ts'
import { type JudgedStores, type StoreExposure, tells } from './stores.ts'
import { type WitnessPartTouch, witnessPartTouches } from './witness-touches.ts'

/** Equal calls on one part of a store, under the id that the store counts by. */
export type PartCalls = TouchGroup & Pick<PartGroup, 'prefix' | 'named'>

/** What was read of the parts of one store, as calls and as other evidence show it. */
export interface PartsRead {
  readonly volumes: SortedCalls<PartVolume>
  readonly witnessed: SortedCalls<WitnessPartTouch>
}

/** What the evidence answers about the parts of one store. */
export interface PartAnswers {
  /** Calls that are or may be the actor's. */
  readonly groups: SortedCalls<PartCalls>
  /** What was read; null where names do not tell parts. */
  readonly read: PartsRead | null
  /** Successful calls in the window by callers who are in doubt, those left out that count as the actor's. */
  readonly doubtful: SortedCalls<PartCalls>
  /** Everybody's calls, whenever they were made. */
  readonly everybody: SortedCalls<PartCalls>
}

/** What anybody did to any store, whenever: by the store's own id. */
export type UsesByStore = ReadonlyMap<string, readonly StoreUse[]>

/** Asks for everybody's uses of every store. */
export async function askUses(facts: Facts, names: StoreNames): Promise<UsesByStore> {
  const uses = await facts.usesOf([...names.keys()])
  return listsBy(uses, (use) => names.get(use.store.id)?.id ?? use.store.id)
}

/** A store with the spellings of the prefixes by which parts of it are told. */
export interface DividedStore {
  readonly exposure: StoreExposure
  readonly spellings: Spellings
}

/** Every spelling of the ids of the stores, with its prefixes. */
function askedParts(stores: readonly DividedStore[], names: StoreNames): readonly AskedParts[] {
  const wanted = new Map(stores.map(({ exposure, spellings }) => [exposure.store.id, [...spellings.keys()]]))
  return [...names].flatMap(([storeId, { id }]): readonly AskedParts[] => {
    const prefixes = wanted.get(id)
    return prefixes === undefined ? [] : [{ storeId, prefixes }]
  })
}

function callsOf(groups: readonly PartGroup[], storeOf: (id: string) => StoreName | undefined): readonly PartCalls[] {
  return groups.flatMap(({ storeId, ...group }): readonly PartCalls[] => {
    const store = storeOf(storeId)
    return store === undefined ? [] : [{ ...group, store }]
  })
}

function callersAs(callers: readonly CallerId[], { window }: Pick<ExposureInput, 'window'>): Selection['holdings'] {
  return [...new Set(callers)].sort().map((caller) => ({ caller, window, strict: true, address: null }))
}

const ALWAYS = { window: { from: null, to: null } }

function keyOf({ store, prefix, named, caller, effect, payload, grantee, part }: PartCalls): string {
  return JSON.stringify([store.id, prefix, named, caller, effect, payload, grantee, part])
}

/** INVARIANT: of calls of one kind, those that are not the actor's are told by their number, as for a whole store (uses.ts). */
function without(all: readonly PartCalls[], actors: readonly PartCalls[]): readonly PartCalls[] {
  const counts = new Map<string, number>()
  for (const one of actors) {
    if (one.standing === 'either' || one.outcome === 'failed') continue
    counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + one.events)
  }
  return groupBy(
    all.filter((one) => one.outcome === 'ok'),
    (one) => [keyOf(one)],
  ).flatMap((group) => {
    const events = group.reduce((sum, one) => sum + one.events, 0)
    return events > (counts.get(keyOf(group[0])) ?? 0) ? group : []
  })
}

/** Asks everything at once that the parts of the stores are judged from; stores that are not divided are not asked for. */
export async function askParts(
  stores: readonly DividedStore[],
  { names, accessors }: JudgedStores,
  uses: UsesByStore,
  input: ExposureInput,
): Promise<ReadonlyMap<string, PartAnswers>> {
  const { facts, selection } = input
  const parts = askedParts(stores, names)
  if (parts.length === 0) return new Map()
  const storeOf = (id: string): StoreName | undefined => names.get(id)
  const ask = async (of: Selection): Promise<readonly PartCalls[]> =>
    callsOf(await facts.partTouches(of, parts), storeOf)
  const others = stores.flatMap(({ exposure }) => exposure.others.map((one) => one.caller))
  const inDoubt = [...new Set(others)].filter((caller) => accessors.judge(caller).kind === 'doubt')
  const anybody = stores.flatMap(({ exposure }) => (uses.get(exposure.store.id) ?? []).map((use) => use.caller))
  const [own, doubtful, everybody, volumes, witnessed] = await Promise.all([
    ask(selection),
    ask({ holdings: callersAs(inDoubt, input), matches: [], ours: selection.ours }),
    ask({ holdings: callersAs(anybody, ALWAYS), matches: [], ours: [] }),
    facts.partVolumes(selection, parts),
    witnessPartTouches(input, parts),
  ])
  const idOf = (one: PartCalls): string => one.store.id
  const answers = {
    groups: listsBy(own, idOf),
    doubtful: listsBy(without(doubtful, own), idOf),
    everybody: listsBy(everybody, idOf),
    volumes: listsBy(volumes, (one) => storeOf(one.storeId)?.id ?? one.storeId),
    witnessed: listsBy(witnessed, (one) => storeOf(one.storeId)?.id ?? one.storeId),
  }
  return new Map(
    stores.map(({ exposure: { store, record }, spellings }): [string, PartAnswers] => {
      const byName = input.catalog.storeKinds.get(store.kind)?.partsByName === true
      const sorted = (calls: readonly PartCalls[]): SortedCalls<PartCalls> =>
        byName ? sortedCalls(calls, spellings) : unsorted(calls)
      const seen = (answers.witnessed.get(store.id) ?? []).filter((one) => tells(one.whole, record, input))
      const beside = seen.map(({ group, prefix, named }): PartCalls => ({ ...group, store, prefix, named }))
      const once = firstOnly(spellings)
      const read = {
        volumes: sortedCalls(answers.volumes.get(store.id) ?? [], once),
        witnessed: sortedCalls(seen, once),
      }
      return [
        store.id,
        {
          groups: sorted([...(answers.groups.get(store.id) ?? []), ...beside]),
          doubtful: sorted(answers.doubtful.get(store.id) ?? []),
          everybody: sorted(answers.everybody.get(store.id) ?? []),
          read: byName ? read : null,
        },
      ]
    }),
  )
}
