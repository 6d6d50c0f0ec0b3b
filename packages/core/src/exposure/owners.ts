import type { Owner, OwnersMap } from '../domain/owners-map.ts'
import { listsBy } from '../facts/group.ts'
import { by } from '../facts/order.ts'
import { type CopiesInput, type Dataset, datasetOf, weakest } from './datasets.ts'
import { type Holder, type OwnedPart, placeOwners, type Unplaced } from './owned-parts.ts'
import { askParts, askUses, type DividedStore } from './part-answers.ts'
import { judgeParts, type PartExposure, wholePart } from './parts.ts'
import { spellingsOf } from './prefix-spellings.ts'
import type { ExposureInput } from './store-answers.ts'
import type { JudgedStores, StoreExposure } from './stores.ts'
import type { Verdict } from './verdict.ts'

/** A part of a store that is an owner's. */
export interface Holding {
  readonly holder: Holder
  /** Whether it is others' as well. */
  readonly joint: boolean
  readonly dataset: Dataset
}

/** A line of the map that is about something evidence does not name, and the gap that it is. */
export interface UnplacedHolding {
  readonly unplaced: Unplaced
  readonly gap: string
}

/** What is known of one owner's data. */
export interface OwnerExposure {
  readonly owner: Owner
  readonly holdings: readonly Holding[]
  readonly unplaced: readonly UnplacedHolding[]
  /** The weakest of its datasets. */
  readonly verdict: Verdict['kind']
}

/** Whose data is where, and what happened to it. */
export interface OwnersJudged {
  readonly owners: readonly OwnerExposure[]
  /** Parts that no line of the map is about. */
  readonly unmapped: readonly PartExposure[]
  /** Ids of the owners of each store or of parts of it, by the store's id. */
  readonly byStore: ReadonlyMap<string, readonly string[]>
}

/** Without an owners map nothing is said of owners. */
export const NO_OWNERS_JUDGED: OwnersJudged = { owners: [], unmapped: [], byStore: new Map() }

interface JudgedPart {
  readonly part: PartExposure
  readonly holders: readonly Holder[]
}

interface PartsOfStore {
  readonly exposure: StoreExposure
  readonly owned: readonly OwnedPart[]
}

function prefixesIn(owned: readonly OwnedPart[]): readonly string[] {
  return owned.flatMap((one) => one.prefix ?? [])
}

function groupOwned(parts: readonly OwnedPart[], { stores }: JudgedStores): readonly PartsOfStore[] {
  const byStore = listsBy(parts, (part) => part.store.id)
  return stores.map((exposure) => ({ exposure, owned: byStore.get(exposure.store.id) ?? [] }))
}

function noteUnplaced(one: Unplaced, { gaps, window }: ExposureInput): UnplacedHolding {
  const { mapping, because, settledBy } = one
  const gap = gaps.note({
    ...{ kind: 'no-record', source: 'the owners map', subject: JSON.stringify(mapping.of) },
    ...{ because, settledBy },
    ...window,
  })
  return { unplaced: one, gap }
}

function ownersOf(
  map: OwnersMap,
  parts: readonly (JudgedPart & { readonly dataset: Dataset })[],
  unplaced: readonly UnplacedHolding[],
): readonly OwnerExposure[] {
  const held = parts.flatMap(({ holders, dataset }) =>
    holders.map((holder): Holding => ({ holder, joint: holders.length > 1, dataset })),
  )
  const holdingsBy = listsBy(held, (one) => one.holder.owner)
  const unplacedBy = listsBy(unplaced, (one) => one.unplaced.mapping.owner)
  return map.owners
    .map((owner): OwnerExposure => {
      const [holdings, own] = [holdingsBy.get(owner.id) ?? [], unplacedBy.get(owner.id) ?? []]
      const verdicts = holdings.map((one) => one.dataset.verdict)
      const verdict = weakest(own.length > 0 ? [...verdicts, 'undetermined'] : verdicts)
      return { owner, holdings, unplaced: own, verdict }
    })
    .sort(by((one) => one.owner.id))
}

interface JudgedParts {
  readonly parts: readonly JudgedPart[]
  readonly copies: CopiesInput
}

async function judgeAll(
  stores: readonly PartsOfStore[],
  judged: JudgedStores,
  input: ExposureInput,
): Promise<JudgedParts> {
  const { names, accessors } = judged
  const divided = stores
    .filter(({ owned }) => prefixesIn(owned).length > 0)
    .map(({ exposure, owned }): DividedStore => ({ exposure, spellings: spellingsOf(prefixesIn(owned)) }))
  const uses = await askUses(input.facts, names)
  const answers = await askParts(divided, judged, uses, input)
  const partsOf = ({ exposure, owned }: PartsOfStore): readonly PartExposure[] => {
    const own = answers.get(exposure.store.id)
    if (own === undefined) return [wholePart(exposure)]
    return judgeParts({ whole: exposure, answers: own, accessors, input }, prefixesIn(owned))
  }
  const parts = stores.flatMap((one) => {
    const holders = new Map(one.owned.map((part) => [part.prefix, part.holders]))
    // Calls that name no object are no part of anybody's.
    const holdersOf = ({ kind, prefix }: PartExposure): readonly Holder[] =>
      kind === 'unnamed' ? [] : (holders.get(prefix) ?? [])
    return partsOf(one).map((part): JudgedPart => ({ part, holders: holdersOf(part) }))
  })
  const byId = new Map(judged.stores.map((one) => [one.store.id, one]))
  return { parts, copies: { stores: byId, names, uses, answers, input } }
}

/** Judges whose data was touched, by an owners map: every part of every store is some owner's or is listed as nobody's. */
export async function judgeOwners(map: OwnersMap, judged: JudgedStores, input: ExposureInput): Promise<OwnersJudged> {
  if (map.mappings.length === 0) return NO_OWNERS_JUDGED
  const names = judged.stores.map((one) => one.store)
  const { parts: owned, unplaced } = placeOwners(map, names, input.catalog.storeKinds)
  const { parts, copies } = await judgeAll(groupOwned(owned, judged), judged, input)
  const held = parts
    .filter(({ holders }) => holders.length > 0)
    .map((one) => ({ ...one, dataset: datasetOf(one.part, copies) }))
  const noted = unplaced.map((one) => noteUnplaced(one, input))
  const byStore = listsBy(held, ({ part }) => part.of.store.id)
  const ownersIn = (list: readonly JudgedPart[]): readonly string[] =>
    [...new Set(list.flatMap(({ holders }) => holders.map((one) => one.owner)))].sort()
  return {
    owners: ownersOf(map, held, noted),
    unmapped: parts.filter(({ holders }) => holders.length === 0).map(({ part }) => part),
    byStore: new Map([...byStore].map(([id, list]) => [id, ownersIn(list)])),
  }
}
