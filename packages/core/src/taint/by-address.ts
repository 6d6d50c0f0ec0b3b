import type { CallerId } from '../domain/brand.ts'
import { COMPUTE_CREDENTIALS } from '../domain/principal.ts'
import type { CallerUse, Facts } from '../facts/port.ts'
import type { Board } from './board.ts'
import { isStrict } from './held.ts'
import { isOwn, NOBODY, suggest } from './suggest.ts'

/** Addresses the certain calls of held identities came from, less those the owner claims and those that name a service. */
export function actorAddresses(board: Board, uses: readonly CallerUse[]): readonly string[] {
  const { ours } = board.selection()
  const owned = new Set(ours.filter((match) => match.on === 'address').map((match) => match.value))
  const found = uses.flatMap((use) => {
    const held = board.get(use.caller)
    const usable =
      held !== undefined && isStrict(held) && isOwn(use) && use.address !== null && /[\d:]/.test(use.address)
    return usable && !owned.has(use.address) ? [use.address] : []
  })
  return [...new Set(found)].sort()
}

/** Principals that certain identities act as: further sessions of theirs may be the actor's, and are often the owner's. */
function ownPrincipals(board: Board, uses: readonly CallerUse[]): ReadonlySet<string> {
  const strict = board.sorted().filter(isStrict)
  return new Set(
    [...strict.flatMap((held) => held.ties.map((tie) => tie.principal)), ...uses.map((use) => use.principal)].filter(
      (one) => one !== null,
    ),
  )
}

/** Callers that a service made for compute: their own calls do not always say so. */
async function computeAmong(facts: Facts, uses: readonly CallerUse[]): Promise<ReadonlySet<CallerId>> {
  const mints = await facts.mintsOf([...new Set(uses.map((use) => use.caller))])
  return new Set(mints.flatMap((mint) => (COMPUTE_CREDENTIALS.has(mint.kind) ? [mint.minted] : [])))
}

/** What a use from an address of the actor's suggests, in words; null where the address alone ties nothing. */
function suggestion(use: CallerUse, principals: ReadonlySet<string>, compute: ReadonlySet<CallerId>): string | null {
  if (COMPUTE_CREDENTIALS.has(use.callerKind) || compute.has(use.caller))
    return `credentials of compute, used from the actor's address ${use.address}`
  const isSession = use.sessionCreated !== null && use.principal !== null && principals.has(use.principal)
  return isSession ? `another session of ${use.principal}, used from the actor's address ${use.address}` : null
}

/** Credentials that were used from an address of the actor's: of compute, taken off the host, and of a principal it acts as. */
export async function inferByAddress(facts: Facts, board: Board): Promise<void> {
  const strict = board.sorted().filter(isStrict)
  const uses = await facts.callers({ ...NOBODY, callers: strict.map((held) => held.caller) })
  const addresses = actorAddresses(board, uses)
  if (addresses.length === 0) return
  const principals = ownPrincipals(board, uses)
  const parents = new Map(
    [...uses].reverse().flatMap((use) => (use.address === null ? [] : [[use.address, board.get(use.caller)] as const])),
  )
  const near = await facts.callers({ ...NOBODY, addresses })
  const compute = await computeAmong(facts, near)
  for (const use of near) {
    const parent = use.address === null ? undefined : parents.get(use.address)
    const because = suggestion(use, principals, compute)
    if (parent === undefined || because === null || !isOwn(use)) continue
    suggest(board, use, parent.caller, because)
  }
}
