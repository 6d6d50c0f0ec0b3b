import { type Confidence, lessSure, type Mapping, type OwnedThing, type OwnersMap } from '../domain/owners-map.ts'
import type { StoreKind } from '../domain/service-row.ts'
import type { StoreName } from '../domain/touch.ts'
import { groupBy, listsBy } from '../facts/group.ts'
import { by } from '../facts/order.ts'

/** By what a part was given to an owner, most specific first. */
export type MappedBy = OwnedThing['kind']

/** An owner of a part, and by which lines of the map. */
export interface Holder {
  readonly owner: string
  readonly by: MappedBy
  readonly confidence: Confidence
  readonly categories: readonly string[]
}

/** A store, whole or the names in it that begin in one way, and whose it is; nobody's where no line of the map is about it. */
export interface OwnedPart {
  readonly store: StoreName
  /** Null: all that has no prefix of its own. */
  readonly prefix: string | null
  readonly holders: readonly Holder[]
}

/** A line of the map that no store in evidence fits, or that may be about more than evidence names. */
export interface Unplaced {
  readonly mapping: Mapping
  /** One clause without a full stop. */
  readonly because: string
  readonly settledBy: string
}

/** The owners map laid over the stores of a case. */
export interface Placed {
  readonly parts: readonly OwnedPart[]
  readonly unplaced: readonly Unplaced[]
}

type StoreMapping = Mapping & { readonly of: Extract<OwnedThing, { readonly store: string }> }

function isOfStore(mapping: Mapping): mapping is StoreMapping {
  return mapping.of.kind === 'store' || mapping.of.kind === 'prefix'
}

/** Several lines on one thing and owner are one: it is as sure as the least sure of them. */
function holdersOf(mappings: readonly Mapping[]): readonly Holder[] {
  return groupBy(mappings, (one) => [one.owner])
    .map((group): Holder => {
      const [{ owner, of, confidence }] = group
      const least = group.reduce<Confidence>((most, one) => lessSure(most, one.confidence), confidence)
      const categories = [...new Set(group.flatMap((one) => one.categories))].sort()
      return { owner, by: of.kind, confidence: least, categories }
    })
    .sort(by((one) => one.owner))
}

/** Finds the stores that a line means: by an id, else by a name. */
type Meant = (text: string) => readonly StoreName[]

function meantAmong(stores: readonly StoreName[], kinds: ReadonlyMap<string, StoreKind>): Meant {
  const ids = listsBy(stores, (store) => store.id)
  const spelled = stores.flatMap((store) => {
    const shorts = kinds.get(store.kind)?.shortId?.(store.id) ?? []
    return (typeof shorts === 'string' ? [shorts] : shorts).map((short) => ({ short, store }))
  })
  const shortIds = listsBy(spelled, (one) => one.short)
  const names = listsBy(stores, (store) => store.name)
  return (text) => ids.get(text) ?? shortIds.get(text)?.map((one) => one.store) ?? names.get(text) ?? []
}

const UNNAMED = { settledBy: 'an inventory of the stores of its account, or the id of the store as records name it' }

function unplacedStore(mapping: StoreMapping, found: readonly StoreName[]): Unplaced | null {
  const { store } = mapping.of
  if (found.length === 0) return { mapping, because: `no evidence names a store ${store}`, ...UNNAMED }
  if (found.length === 1) return null
  const settledBy = 'the id of the one that is meant, in the owners map'
  return { mapping, because: `${found.length} stores are called ${store}`, settledBy }
}

/** Of what evidence alone cannot say which stores are meant. */
function unplacedOther(mapping: Mapping): Unplaced | null {
  const { of } = mapping
  switch (of.kind) {
    case 'store':
    case 'prefix':
      return null
    case 'tag':
      return {
        mapping,
        because: 'no inventory in evidence states tags, so that nothing tells which stores have this one',
        settledBy: 'the ids of the stores that have the tag, in the owners map',
      }
    case 'account':
      return {
        mapping,
        because: `account ${of.account} may hold stores that no evidence names`,
        settledBy: `inventories of all stores of account ${of.account}, and their ids in the owners map`,
      }
  }
}

interface PlacedByStore {
  readonly byStore: ReadonlyMap<string, readonly StoreMapping[]>
  readonly unplaced: readonly Unplaced[]
}

function placeByStore(mappings: readonly StoreMapping[], meant: Meant): PlacedByStore {
  const unplaced: Unplaced[] = []
  const placed: { readonly id: string; readonly mapping: StoreMapping }[] = []
  for (const mapping of mappings) {
    const { store, account } = mapping.of
    const found = meant(store).filter((one) => [null, one.account].includes(account) || one.account === null)
    const missing = unplacedStore(mapping, found)
    if (missing !== null) unplaced.push(missing)
    else for (const { id } of found) placed.push({ id, mapping })
  }
  const byStore = [...listsBy(placed, (one) => one.id)].map(
    ([id, list]) => [id, list.map((one) => one.mapping)] as const,
  )
  return { byStore: new Map(byStore), unplaced }
}

function prefixesOf(store: StoreName, own: readonly StoreMapping[]): readonly OwnedPart[] {
  const lines = own.flatMap((one) => (one.of.kind === 'prefix' ? [{ one, prefix: one.of.prefix }] : []))
  return groupBy(lines, ({ prefix }) => [prefix]).map((group) => ({
    store,
    prefix: group[0].prefix,
    holders: holdersOf(group.map(({ one }) => one)),
  }))
}

/**
 * Lays an owners map over the stores that evidence names. The most specific line wins: a prefix over its store, that over the
 * account; equally specific lines of several owners make a part of all of them. A line that fits nothing is never dropped.
 */
export function placeOwners(
  { mappings }: OwnersMap,
  stores: readonly StoreName[],
  kinds: ReadonlyMap<string, StoreKind>,
): Placed {
  const { byStore, unplaced } = placeByStore(mappings.filter(isOfStore), meantAmong(stores, kinds))
  const byAccount = listsBy(mappings, ({ of }) => (of.kind === 'account' ? of.account : null))
  const parts = stores.flatMap((store): readonly OwnedPart[] => {
    const own = byStore.get(store.id) ?? []
    const whole = own.filter((one) => one.of.kind === 'store')
    const rest = whole.length > 0 ? whole : (byAccount.get(store.account ?? '') ?? [])
    return [{ store, prefix: null, holders: holdersOf(rest) }, ...prefixesOf(store, own)]
  })
  return { parts, unplaced: [...unplaced, ...mappings.flatMap((one) => unplacedOther(one) ?? [])] }
}
