import type { StoreKind } from '../domain/service-row.ts'
import type { StoreName } from '../domain/touch.ts'
import { byTouchGroup } from '../facts/answer-order.ts'
import { groupBy } from '../facts/group.ts'
import { compareTimed } from '../facts/order.ts'
import type { TouchGroup } from '../facts/port.ts'

/** The store under which each id is to be counted, by id. */
export type StoreNames = ReadonlyMap<string, StoreName>

function known(values: readonly (string | null)[]): string | null {
  const said = [...new Set(values.filter((value) => value !== null && value !== ''))].sort()
  // Records that disagree say nothing: a bucket may be called from any region.
  return said.length === 1 ? (said[0] ?? null) : null
}

/** What the records of one id say together: a field that one leaves out and others agree on is known. */
function combined([first, ...rest]: readonly [StoreName, ...StoreName[]]): StoreName {
  const all = [first, ...rest]
  return { ...first, account: known(all.map((one) => one.account)), region: known(all.map((one) => one.region)) }
}

/**
 * Joins the spellings of one store: a name seen without the suffix that its full id has is the one store whose id shortens to
 * it. Where two stores shorten to the same name it stays apart, because it may be either.
 */
export function storeNames(seen: readonly StoreName[], kinds: ReadonlyMap<string, StoreKind>): StoreNames {
  const stores = groupBy(seen, (store) => [store.id]).map(combined)
  const full = new Map<string, StoreName[]>()
  for (const store of stores) {
    const shorts = kinds.get(store.kind)?.shortId?.(store.id) ?? []
    for (const short of typeof shorts === 'string' ? [shorts] : shorts)
      if (short !== store.id) full.set(short, [...(full.get(short) ?? []), store])
  }
  return new Map(
    stores.map((store) => {
      const [only, ...others] = full.get(store.id) ?? []
      return [store.id, only !== undefined && others.length === 0 ? only : store]
    }),
  )
}

function startsBefore(a: TouchGroup, b: TouchGroup): boolean {
  return compareTimed({ at: a.first, ...a.firstEvent }, { at: b.first, ...b.firstEvent }) < 0
}

function endsAfter(a: TouchGroup, b: TouchGroup): boolean {
  return compareTimed({ at: a.last, ...a.lastEvent }, { at: b.last, ...b.lastEvent }) > 0
}

function merged(groups: readonly [TouchGroup, ...TouchGroup[]]): TouchGroup {
  let [start] = groups
  let [end] = groups
  for (const group of groups) {
    if (startsBefore(group, start)) start = group
    if (endsAfter(group, end)) end = group
  }
  const events = groups.reduce((sum, group) => sum + group.events, 0)
  return { ...start, events, last: end.last, lastEvent: end.lastEvent }
}

/** The groups under their stores' names: equal calls on one store are one group, however each record spells the store. */
export function mergedGroups(groups: readonly TouchGroup[], names: StoreNames): readonly TouchGroup[] {
  const renamed = groups.map((group): TouchGroup => ({ ...group, store: names.get(group.store.id) ?? group.store }))
  return groupBy(renamed, (one) => [
    ...[one.store.id, one.standing, one.caller, one.effect, one.outcome, one.payload, one.grantee, one.part],
    // What other evidence saw are the same calls once more: they are not added up.
    one.witness === undefined ? null : JSON.stringify(one.witness),
  ])
    .map(merged)
    .sort(byTouchGroup)
}
