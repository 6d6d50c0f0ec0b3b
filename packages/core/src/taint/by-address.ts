import type { CallerId } from '../domain/brand.ts'
import { ANONYMOUS, COMPUTE_CREDENTIALS, UNDATED_SESSIONS } from '../domain/principal.ts'
import { NOBODY } from '../facts/nobody.ts'
import type { CallerUse, Facts } from '../facts/port.ts'
import type { Board } from './board.ts'
import { type Beside, isStrict } from './held.ts'
import { isOwn, suggest } from './suggest.ts'

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

/** What tells a use from the actor's address to be more than a neighbour's. */
interface Marks {
  /** Principals and roles that certain identities act as: further sessions of theirs may be the actor's, and are often the owner's. */
  readonly principals: ReadonlySet<string>
  /** Callers that a service made for compute: their own calls do not always say so. */
  readonly compute: ReadonlySet<CallerId>
  /** Callers that a certain identity made, also by a call that the owner claims. */
  readonly made: ReadonlySet<CallerId>
}

async function marksOf(
  facts: Facts,
  board: Board,
  own: readonly CallerUse[],
  near: readonly CallerUse[],
): Promise<Marks> {
  const strict = board.sorted().filter(isStrict)
  const ties = strict.flatMap((held) => held.ties.map((tie) => tie.principal))
  const principals = [...ties, ...own.flatMap((use) => [use.principal, use.issuer])].filter((one) => one !== null)
  const mints = await facts.mintsOf([...new Set(near.map((use) => use.caller))])
  const holders = new Set(strict.map((held) => held.caller))
  return {
    principals: new Set(principals),
    compute: new Set(mints.flatMap((mint) => (COMPUTE_CREDENTIALS.has(mint.kind) ? [mint.minted] : []))),
    made: new Set(mints.flatMap((mint) => (holders.has(mint.caller) ? [mint.minted] : []))),
  }
}

/** What a use from an address of the actor's suggests, in words; null where the address alone ties nothing. */
function suggestion(use: CallerUse, { principals, compute, made }: Marks): string | null {
  const { caller, principal, issuer, address } = use
  if (COMPUTE_CREDENTIALS.has(use.callerKind) || compute.has(caller))
    return `credentials of compute, used from the actor's address ${address}`
  if (made.has(caller)) return `made with a credential of the actor's and used from its address ${address}`
  if (use.sessionCreated === null && !UNDATED_SESSIONS.has(use.callerKind)) return null
  const shared = [principal, issuer].find((one) => one !== null && principals.has(one)) ?? null
  return shared === null ? null : `another session of ${shared}, used from the actor's address ${address}`
}

/** One certain identity that called from each address: enough to tie what else came from there, and no more ties than uses. */
function holderByAddress(board: Board, uses: readonly CallerUse[]): ReadonlyMap<string, CallerId> {
  const held = uses.filter((use) => board.get(use.caller) !== undefined)
  return new Map([...held].reverse().flatMap(({ address, caller }) => (address === null ? [] : [[address, caller]])))
}

const BARE = "called without any credential from the actor's address"
const OPEN = { from: null, to: null }

/**
 * What was used from an address of the actor's: credentials of compute taken off the host, those of principals and roles that it
 * acts as, those its own credentials made; and calls without any credential, which are no identity.
 */
export async function inferByAddress(facts: Facts, board: Board): Promise<void> {
  const strict = board.sorted().filter(isStrict)
  const own = await facts.callers({ ...NOBODY, callers: strict.map((held) => held.caller) })
  const addresses = actorAddresses(board, own)
  if (addresses.length === 0) return
  const near = (await facts.callers({ ...NOBODY, addresses })).filter(isOwn)
  const marks = await marksOf(facts, board, own, near)
  const holders = holderByAddress(board, own)
  const bare: Beside[] = []
  for (const use of near) {
    const { address, caller, firstEvent: event } = use
    const because = suggestion(use, marks)
    const parent = holders.get(address ?? '')
    if (parent === undefined) continue
    if (because !== null) suggest(board, use, parent, because)
    if (use.callerKind === ANONYMOUS) bare.push({ caller, parent, event, because: BARE, window: OPEN, address })
  }
  board.setBeside('bare', bare)
}
