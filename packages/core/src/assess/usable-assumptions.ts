import type { AcceptedAssumption } from '../domain/assumption.ts'
import { formatInstant, type Instant } from '../domain/instant.ts'
import { type Closure, isStrict } from '../taint/held.ts'
import type { EvidenceSummary } from './input.ts'

function broken(one: AcceptedAssumption, because: string): AcceptedAssumption {
  return one.broken === null ? { ...one, broken: because } : one
}

/** When a credential that is certainly the actor's was first used, of those that its indicators give a beginning. */
function firstUse(closure: Closure, before: Instant): Instant | null {
  const uses = [...closure.held.values()]
    .filter(isStrict)
    .flatMap(({ caller, ties }) =>
      (closure.uses.get(caller) ?? []).filter(({ first }) =>
        ties.some(({ strict, window }) => strict && window.from !== null && first >= window.from && first < before),
      ),
    )
  return uses.reduce<Instant | null>((least, { first }) => (least === null || first < least ? first : least), null)
}

/** The assumptions, those that evidence contradicts broken: nothing is accepted for what it denies (coverage.md 6). */
export function usableAssumptions(
  assumptions: readonly AcceptedAssumption[],
  { rejected }: EvidenceSummary,
  closure: Closure,
): readonly AcceptedAssumption[] {
  return assumptions.map((one) => {
    if (one.kind === 'delivery' && rejected.length > 0)
      return broken(one, `${rejected[0]?.path} could not be read whole: what was delivered is not whole`)
    if (one.kind !== 'entry' || one.window.to === null) return one
    const first = firstUse(closure, one.window.to)
    return first === null ? one : broken(one, `the actor called at ${formatInstant(first)} already`)
  })
}
