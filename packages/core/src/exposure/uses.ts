import type { CallerId } from '../domain/brand.ts'
import type { Instant, Window } from '../domain/instant.ts'
import { groupBy } from '../facts/group.ts'
import type { Facts, StoreUse, TouchGroup } from '../facts/port.ts'
import type { Selection } from '../facts/selection.ts'
import { mergedGroups, type StoreNames } from './aliases.ts'

/** The uses of a store by one caller in the window that count neither as the actor's nor as covered by an owner's indicator. */
export interface OtherUse {
  readonly caller: CallerId
  readonly first: Instant
  readonly last: Instant
  readonly events: number
}

/** Who else touched each store in the window, by store; failed calls make nobody an accessor (coverage.md 0). */
export type OtherUses = ReadonlyMap<string, readonly OtherUse[]>

function keyOf({ store, caller, effect, payload, grantee, part }: StoreUse): string {
  return JSON.stringify([store.id, caller, effect, payload, grantee, part])
}

function counts(groups: readonly TouchGroup[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const group of groups) sums.set(keyOf(group), (sums.get(keyOf(group)) ?? 0) + group.events)
  return sums
}

/**
 * Finds who else touched the stores. INVARIANT: of calls of one kind, those that are neither the actor's nor covered are told by
 * their number, so that a caller whose calls are only partly covered is still an accessor.
 */
export async function otherUses(
  facts: Facts,
  selection: Selection,
  window: Window,
  names: StoreNames,
): Promise<OtherUses> {
  const callers = [...new Set((await facts.usesOf([...names.keys()])).map((use) => use.caller))]
  const holdings = callers.map((caller) => ({ caller, window, strict: true, address: null }))
  const ask = async (of: Selection): Promise<readonly TouchGroup[]> =>
    mergedGroups(await facts.touches(of), names).filter((group) => group.outcome === 'ok')
  const [uncovered, own] = await Promise.all([ask({ holdings, matches: [], ours: selection.ours }), ask(selection)])
  const actors = counts(own.filter((group) => group.standing !== 'either'))
  const others = uncovered.flatMap((group): readonly (OtherUse & { readonly id: string })[] => {
    const { caller, first, last } = group
    const events = group.events - (actors.get(keyOf(group)) ?? 0)
    return events > 0 ? [{ id: group.store.id, caller, first, last, events }] : []
  })
  return new Map(groupBy(others, (one) => [one.id]).map((group) => [group[0].id, group]))
}
