import { isInside } from '../domain/stretches.ts'
import type { StoreExposure } from '../exposure/stores.ts'
import { accessesIn } from '../exposure/verdict.ts'
import type { TouchGroup } from '../facts/port.ts'
import { EFFECT_WORDS, when } from './words.ts'

/** How far apart two clocks may put one request, in milliseconds. */
const APART = 60_000

function isOf(call: TouchGroup, { effect, first, last }: TouchGroup): boolean {
  return call.effect === effect && call.first <= last + APART && call.last >= first - APART
}

/**
 * Accesses that other evidence shows at a time for which the record of calls is proven complete and has no such call of the actor:
 * one of the two is not what it seems. The access counts, and the proof under which both stand is named (coverage.md 8).
 */
function contradictionsOf(
  { store, groups, record }: StoreExposure,
  proofOf: (storeId: string) => string,
): readonly string[] {
  const calls = groups.filter((group) => group.witness === undefined && group.standing === 'strict')
  return accessesIn(groups)
    .filter((group) => group.witness !== undefined && !calls.some((call) => isOf(call, group)))
    .filter(({ first, last }) => isInside({ from: first, to: last + 1 }, record.complete))
    .map(
      ({ witness, caller, effect, first, last }) =>
        `${witness?.evidence} shows that ${caller} ${EFFECT_WORDS[effect]} ${store.name} ${when(first, last)}, and the record of calls, which is proven complete for that time, has no such call: a file, a clock or a proof is not what it seems; both stand under ${proofOf(store.id)}`,
    )
}

/** What of the evidence contradicts itself, store by store; `proofOf` gives the id of a store's proof. */
export function contradictionsIn(
  stores: readonly StoreExposure[],
  proofOf: (storeId: string) => string,
): readonly string[] {
  return [...new Set(stores.flatMap((one) => contradictionsOf(one, proofOf)))].sort()
}
