import { stretchOfWindow } from '../coverage/complete-record.ts'
import type { Coverage } from '../coverage/coverage.ts'
import type { GapBook, GapsAt } from '../coverage/gap.ts'
import { storeRecord } from '../coverage/store-record.ts'
import type { EvidenceRef } from '../domain/evidence-ref.ts'
import type { Instant, Window } from '../domain/instant.ts'
import type { StoreKind } from '../domain/service-row.ts'
import { type MeterScope, type Stated, statementsOn } from '../domain/statement.ts'
import { isInside, meet } from '../domain/stretches.ts'
import type { StoreName, Touch } from '../domain/touch.ts'
import type { Catalog } from '../facts/catalog.ts'
import { NOBODY } from '../facts/nobody.ts'
import type { CallerUse, Facts, StoreUse, StoreVolume, TouchGroup } from '../facts/port.ts'
import type { Selection } from '../facts/selection.ts'
import type { Measured } from '../facts/witness-port.ts'
import type { Closure } from '../taint/held.ts'
import { Accessors } from './accessors.ts'
import { mergedGroups, type StoreNames, storeNames } from './aliases.ts'
import { type OtherUse, type OtherUses, otherUses } from './uses.ts'
import { accessesIn } from './verdict.ts'
import { type WitnessTouch, witnessTouches } from './witness-touches.ts'

/** What the stores of a case are judged from. */
export interface ExposureInput {
  readonly facts: Facts
  readonly catalog: Catalog
  readonly coverage: Coverage
  readonly closure: Closure
  /** When the actor came in; null where nobody said. */
  readonly entry: Instant | null
  /** The actor's calls in the window. */
  readonly selection: Selection
  /** The actor's calls before the window: a grant that they opened may stand in it. Null when there is nothing before it. */
  readonly earlier: Selection | null
  /** The actor's calls in the tail behind the window; null when there is no tail. */
  readonly tail: Selection | null
  readonly window: Window
  readonly gaps: GapBook
  /** Gaps that concern every store whose record is not proven: rejected evidence, conflicts. */
  readonly everywhere: readonly string[]
  /** Gaps that concern the stores of a place. */
  readonly here: GapsAt
  /** Gaps that no proof of a record closes: what was read may have been read wrong. */
  readonly blocking: readonly string[]
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

/** A set that calls acted on, and which stores may be in it. */
interface ActedSet {
  readonly holds: (member: StoreName) => boolean
  /** Calls that are or may be the actor's. */
  readonly groups: readonly TouchGroup[]
  /** Who else acted on it in the window: each may have touched every member. */
  readonly others: readonly OtherUse[]
}

function setsIn(
  stores: readonly StoreName[],
  { groups, others }: Pick<Answers, 'groups' | 'others'>,
  kinds: ReadonlyMap<string, StoreKind>,
): readonly ActedSet[] {
  return stores.flatMap((set): readonly ActedSet[] => {
    const { holds } = kinds.get(set.kind) ?? {}
    const acted = (groups.get(set.id) ?? []).filter((group) => group.outcome === 'ok')
    const used = others.get(set.id) ?? []
    if (holds === undefined || (acted.length === 0 && used.length === 0)) return []
    return [{ holds: (member) => holds(set, member), groups: acted, others: used }]
  })
}

/** What tells in which account and region a store is: inventories that name both, and whether calls do. */
export interface Placed {
  readonly listed: readonly EvidenceRef[]
  readonly seen: boolean
}

const NOWHERE: Placed = { listed: [], seen: false }

const isPlaced = ({ account, region }: StoreName): boolean => account !== null && region !== null

function placedBy(
  seen: readonly StoreName[],
  listed: readonly Stated<'store-listed'>[],
  idOf: (id: string) => string,
): ReadonlyMap<string, Placed> {
  const map = new Map<string, Placed>()
  for (const store of seen.filter(isPlaced)) map.set(idOf(store.id), { listed: [], seen: true })
  for (const { says, ref } of listed.filter((one) => isPlaced(one.says))) {
    const known = map.get(idOf(says.id)) ?? NOWHERE
    map.set(idOf(says.id), { ...known, listed: [...known.listed, ref] })
  }
  return map
}

/** What the evidence answers about all stores, each under the id that it counts by. */
export interface Answers {
  readonly names: StoreNames
  readonly sets: readonly ActedSet[]
  readonly stores: readonly StoreName[]
  readonly groups: ReadonlyMap<string, readonly TouchGroup[]>
  readonly grants: ReadonlyMap<string, readonly Touch[]>
  /** Of stores on which the actor opened a grant: what anybody did to them. */
  readonly uses: ReadonlyMap<string, readonly StoreUse[]>
  /** The callers of those uses, by id. */
  readonly callers: ReadonlyMap<string, readonly CallerUse[]>
  readonly volumes: ReadonlyMap<string, readonly StoreVolume[]>
  readonly inTail: ReadonlySet<string>
  /** What tells in which account and region each store is. */
  readonly placed: ReadonlyMap<string, Placed>
  /** Who else touched each store in the window. */
  readonly others: OtherUses
  readonly accessors: Accessors
  /** What evidence beside the record of calls shows of the actor. */
  readonly witnessed: ReadonlyMap<string, readonly WitnessTouch[]>
  /** What meters and bills say of each store. */
  readonly measured: ReadonlyMap<string, readonly Measured[]>
  /** What the meters of each store take in. */
  readonly meters: ReadonlyMap<string, readonly MeterScope[]>
}

/** Where grants may have been opened: every spelling of the stores that calls of the actor named a receiver for. */
function granted(groups: readonly TouchGroup[], names: StoreNames): readonly string[] {
  const ids = new Set(groups.flatMap((group) => (group.grantee === null ? [] : [group.store.id])))
  return [...names.keys()].filter((id) => ids.has(names.get(id)?.id ?? id))
}

/** Whether the record of any store is complete at some instant of the window: only then does it matter who else was in. */
function isAnyProvable(names: StoreNames, { catalog, coverage, window }: ExposureInput): boolean {
  const stretch = stretchOfWindow(window)
  if (stretch === null || coverage.logs.length === 0) return false
  return [...names.values()].some((store) => {
    const kind = catalog.storeKinds.get(store.kind)
    return kind !== undefined && meet(storeRecord(store, kind, coverage, catalog).complete, [stretch]).length > 0
  })
}

/** Asks about everybody who touched a store whose record may be complete; who touched others is of no account. */
async function askAccessors(
  { facts, closure, window, entry, coverage }: ExposureInput,
  others: OtherUses,
): Promise<Accessors> {
  const callers = [...new Set([...others.values()].flat().map((use) => use.caller))].sort()
  const stretch = stretchOfWindow(window)
  const birthsKnown = (account: string): boolean => {
    const births = coverage.birthsIn(account)
    const isComplete = stretch !== null && births.length > 0
    return isComplete && births.every(({ place, need }) => isInside(stretch, coverage.recordOf(place, need).complete))
  }
  const [absent] = stretch === null ? [] : coverage.absentIn(stretch)
  const hidden = absent === undefined ? null : `${absent.because}, and may show uses from elsewhere`
  return Accessors.ask(
    { facts, closure, window, entry, assumptions: coverage.assumptions, hidden, birthsKnown },
    callers,
  )
}

/** Asks everything at once that the stores are judged from. */
export async function askStores(input: ExposureInput): Promise<Answers> {
  const { facts, selection, earlier, tail } = input
  const { storeKinds } = input.catalog
  const seen = (await facts.stores()).map((one) => one.store)
  const stated = await facts.statements(['store-listed', 'meter-scope'])
  const listed = statementsOn(stated, 'store-listed')
  const witnessed = await witnessTouches(input)
  const beside = witnessed.map(({ group }) => group)
  const subjects = (await facts.witnessSubjects()).filter(({ kind }) => storeKinds.has(kind))
  // What the actor is seen to have used is a store whatever its kind; of other subjects many are none, such as network interfaces.
  const inventory = [...listed.map((one) => one.says), ...subjects, ...beside.map((group) => group.store)]
  const names = storeNames([...seen, ...inventory], storeKinds)
  const idOf = (id: string): string => names.get(id)?.id ?? id
  const groupsOf = async (calls: Selection | null): Promise<readonly TouchGroup[]> =>
    calls === null ? [] : mergedGroups(await facts.touches(calls), names)
  const own = [...(await groupsOf(selection)), ...mergedGroups(beside, names)]
  const groups = byStore(own, (group) => group.store.id)
  const spellings = granted([...own, ...(await groupsOf(earlier))], names)
  const grants = await facts.grants(spellings)
  const opened = new Set(grants.map((touch) => touch.store.id))
  const uses = await facts.usesOf(spellings.filter((id) => opened.has(id)))
  const callers = await facts.callers({ ...NOBODY, callers: [...new Set(uses.map((use) => use.caller))] })
  const tailGroups = byStore(await groupsOf(tail), (group) => group.store.id)
  const others = isAnyProvable(names, input) ? await otherUses(facts, selection, input.window, names) : new Map()
  const accessors = await askAccessors(input, others)
  const stores = [...new Map([...names.values()].map((store) => [store.id, store])).values()]
  return {
    names,
    stores,
    sets: setsIn(stores, { groups, others }, storeKinds),
    groups,
    grants: byStore(grants, (touch) => idOf(touch.store.id)),
    uses: byStore(uses, (use) => idOf(use.store.id)),
    callers: byStore(callers, (use) => use.caller),
    volumes: byStore(await facts.volumes(selection), (volume) => idOf(volume.storeId)),
    placed: placedBy(seen, listed, idOf),
    others,
    accessors,
    witnessed: byStore(witnessed, ({ group }) => idOf(group.store.id)),
    measured: byStore(await facts.measured(input.window), (one) => idOf(one.subject.id)),
    meters: byStore(
      statementsOn(stated, 'meter-scope').map(({ says }) => says),
      (one) => idOf(one.subject),
    ),
    inTail: new Set([...tailGroups].flatMap(([id, list]) => (accessesIn(list).length > 0 ? [id] : []))),
  }
}
