import type { CallerId } from '../domain/brand.ts'
import type { Window } from '../domain/instant.ts'
import { SERVICE_FORWARDED } from '../domain/principal.ts'
import { groupBy } from '../facts/group.ts'
import { NOBODY } from '../facts/nobody.ts'
import { by } from '../facts/order.ts'
import type { CallerUse, Facts } from '../facts/port.ts'
import type { Board } from './board.ts'
import type { Beside } from './held.ts'
import { isOwn } from './suggest.ts'

/** One session of one principal: everything that is signed in it carries both. */
export function sessionKey({ principal, principalId, sessionCreated }: CallerUse): string | null {
  return principal === null || sessionCreated === null ? null : JSON.stringify([principal, principalId, sessionCreated])
}

/**
 * What a service's call for a principal can be matched by: the session, or where the holder calls with a key that has none, the
 * principal alone, which may have acted through another credential.
 */
function matchOf(use: CallerUse): string | null {
  return use.sessionCreated === null ? use.principal : sessionKey(use)
}

/** A stretch in which a holder's calls count, and the holder: one for every stretch is enough to show why. */
interface Hold {
  readonly parent: CallerId
  readonly window: Window
}

/** The holds of each thing that a service's call can be matched by, in stretches that do not overlap: thousands of keys may share one principal. */
function holdsBy(board: Board, own: readonly CallerUse[]): ReadonlyMap<string, readonly Hold[]> {
  const found = own.flatMap((use) => {
    const key = matchOf(use)
    const ties = board.get(use.caller)?.ties ?? []
    return key === null ? [] : ties.map(({ window }) => ({ key, parent: use.caller, window }))
  })
  return new Map(groupBy(found, (one) => [one.key]).map((group) => [group[0].key, joined(group)]))
}

/** The same stretches without overlaps; each keeps the holder whose stretch began it. */
function joined(holds: readonly Hold[]): readonly Hold[] {
  const sorted = [...holds].sort(
    by(
      (one) => one.window.from,
      (one) => one.parent,
    ),
  )
  const found: Hold[] = []
  for (const { parent, window } of sorted) {
    const last = found.at(-1)
    const apart =
      last === undefined || (last.window.to !== null && window.from !== null && window.from > last.window.to)
    if (apart) found.push({ parent, window })
    else if (last.window.to !== null && (window.to === null || window.to > last.window.to))
      found[found.length - 1] = { ...last, window: { from: last.window.from, to: window.to } }
  }
  return found
}

/** Services at work for sessions and keys that are or may be the actor's. */
async function forwardedCalls(facts: Facts, board: Board): Promise<readonly Beside[]> {
  const callers = board.sorted().map((held) => held.caller)
  const own = (await facts.callers({ ...NOBODY, callers })).filter(isOwn)
  const holds = holdsBy(board, own)
  const principals = [...new Set(own.flatMap((use) => use.principal ?? []))]
  const forwarded = (await facts.callers({ ...NOBODY, principals })).filter(
    (use) => use.callerKind === SERVICE_FORWARDED,
  )
  return groupBy(forwarded, (use) => [use.caller, use.principal, sessionKey(use)]).flatMap(([use]) => {
    const because = `${use.invokedBy ?? use.address ?? 'a service'} acted for ${use.principal ?? 'the principal'}`
    const { caller, firstEvent: event } = use
    const found = joined([...(holds.get(sessionKey(use) ?? '') ?? []), ...(holds.get(use.principal ?? '') ?? [])])
    return found.map((hold) => ({ ...hold, caller, event, because, address: null }))
  })
}

/** What came of calls that services made for a holder: they may be the actor's, and never more. */
async function followMints(facts: Facts, board: Board, forwarded: readonly Beside[]): Promise<void> {
  const parents = new Map([...forwarded].reverse().map((one) => [one.caller, one.parent]))
  for (const mint of await facts.mintsFrom([...parents.keys()])) {
    const { kind, principal, at: madeAt, minted, expires } = mint
    const parent = parents.get(mint.caller)
    if (parent === undefined || minted === parent) continue
    const because = 'made by a service that acted for the session'
    const event = { eventId: mint.eventId, ref: mint.ref }
    const tie = { link: 'possible', strict: false, parent, indicator: null, because, kind, principal, madeAt } as const
    board.add({ caller: minted, expires }, { ...tie, event, window: { from: mint.at, to: null } })
  }
}

/**
 * What services did for the actor's sessions and keys. The service's own calls are a consequence and no credential that anybody
 * held, so that its caller stays out of the closure; but they may show what the actor read, where nothing else records it, and a
 * user or a key that came of them (out of a template) may be the actor's.
 */
export async function followServices(facts: Facts, board: Board): Promise<void> {
  const forwarded = await forwardedCalls(facts, board)
  board.setBeside('services', forwarded)
  await followMints(facts, board, forwarded)
}
