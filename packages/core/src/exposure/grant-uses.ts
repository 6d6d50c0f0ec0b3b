import { accountOf, isAccount, isOrganisation } from '../domain/arn.ts'
import { ANONYMOUS } from '../domain/principal.ts'
import type { StoreName } from '../domain/touch.ts'
import type { CallerUse, StoreUse } from '../facts/port.ts'
import type { Destination } from './destinations.ts'

/** Calls on one store by somebody whom a grant of the actor's let in: they may be the actor's own. */
export interface GrantUse {
  readonly use: StoreUse
  readonly grant: Destination
}

/** Whether a caller is one that a grant names: the account, the principal or, where it is for everyone, anybody from outside. */
function isGrantee(grantee: string, store: StoreName, caller: CallerUse): boolean {
  const { principalAccount, principal, issuer, callerKind } = caller
  const isForeign = principalAccount !== null && principalAccount !== (store.account ?? caller.account)
  if (grantee === '*') return callerKind === ANONYMOUS || isForeign
  if (isOrganisation(grantee)) return isForeign
  if (grantee === principal || grantee === issuer || grantee === caller.caller) return true
  // A principal of an account: the account's own ARN or id lets in all of it.
  const account = accountOf(grantee)
  return account !== null && account === principalAccount && isAccount(grantee)
}

function during({ from, until }: Destination, use: StoreUse): boolean {
  return use.last >= from && (until === null || use.first <= until)
}

/**
 * The uses of a store that grants of the actor's allowed, as far as they are recorded. A use that also had another right to the
 * store is among them: nothing tells by which right a call was let in.
 */
export function grantUses(
  uses: readonly StoreUse[],
  grants: readonly Destination[],
  callers: ReadonlyMap<string, readonly CallerUse[]>,
): readonly GrantUse[] {
  return grants.flatMap((grant) =>
    uses
      .filter((use) => during(grant, use))
      .filter((use) => (callers.get(use.caller) ?? []).some((caller) => isGrantee(grant.to, use.store, caller)))
      .map((use) => ({ use, grant })),
  )
}
