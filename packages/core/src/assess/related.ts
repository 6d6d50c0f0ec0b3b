import type { CallerId } from '../domain/brand.ts'
import { SERVICE_FORWARDED } from '../domain/principal.ts'
import { NOBODY } from '../facts/nobody.ts'
import { by } from '../facts/order.ts'
import type { CallerUse, Facts } from '../facts/port.ts'
import { type Closure, isStrict } from '../taint/held.ts'
import type { RelatedResult } from './assessment.ts'

/** Principals and roles that certain identities act as. */
function principalsOf(closure: Closure): readonly string[] {
  const strict = [...closure.held.values()].filter(isStrict)
  const uses = strict.flatMap((held) => closure.uses.get(held.caller) ?? [])
  const found = [...strict.map((held) => held.principal), ...uses.flatMap((use) => [use.principal, use.issuer])]
  return [...new Set(found.filter((one) => one !== null))].sort()
}

function isForwarded(use: CallerUse): boolean {
  return use.callerKind === SERVICE_FORWARDED
}

function summed(
  uses: readonly CallerUse[],
  relation: RelatedResult['relation'],
  noteOf: (use: CallerUse) => string,
): readonly RelatedResult[] {
  const map = new Map<CallerId, RelatedResult>()
  for (const use of uses) {
    const known = map.get(use.caller)
    const events = (known?.events ?? 0) + use.events
    map.set(use.caller, { id: use.caller, relation, events, note: known?.note ?? noteOf(use) })
  }
  return [...map.values()]
}

/**
 * Lists what was seen beside the closure and kept out of it, so that nobody has to wonder: other credentials of the same
 * principals (often the owner's own sessions), services that acted for them, and other callers from the actor's addresses.
 */
export async function listRelated(facts: Facts, closure: Closure): Promise<readonly RelatedResult[]> {
  const outside = (use: CallerUse): boolean => !closure.held.has(use.caller)
  const kin = (await facts.callers({ ...NOBODY, principals: principalsOf(closure) })).filter(outside)
  const known = new Set(kin.map((use) => use.caller))
  const near = (await facts.callers({ ...NOBODY, addresses: closure.addresses })).filter(
    (use) => outside(use) && !known.has(use.caller),
  )
  return [
    ...summed(
      kin.filter(isForwarded),
      'service-forwarded',
      (use) =>
        `${use.invokedBy ?? use.address ?? 'a service'} acted for ${use.principal ?? 'the principal'}; a consequence of its calls, not a credential`,
    ),
    ...summed(
      kin.filter((use) => !isForwarded(use)),
      'same-principal-other-credential',
      (use) =>
        `${use.principal ?? use.caller} from ${use.address ?? 'an unknown address'}; no record ties this credential to the actor`,
    ),
    ...summed(
      near,
      'same-address',
      (use) => `called from ${use.address ?? 'the same address'}, as the actor did; an address alone ties nothing`,
    ),
  ].sort(
    by(
      (one) => one.relation,
      (one) => one.id,
    ),
  )
}
