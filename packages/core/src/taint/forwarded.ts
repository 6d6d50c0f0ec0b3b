import type { CallerId } from '../domain/brand.ts'
import { SERVICE_FORWARDED } from '../domain/principal.ts'
import { groupBy } from '../facts/group.ts'
import type { CallerUse, Facts } from '../facts/port.ts'
import type { Board } from './board.ts'
import { isOwn, NOBODY } from './suggest.ts'

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

/** Services at work for sessions and keys that are or may be the actor's, each with those it may have acted for. */
async function forwardedCalls(
  facts: Facts,
  board: Board,
): Promise<readonly { readonly use: CallerUse; readonly parents: readonly CallerId[] }[]> {
  const callers = board.sorted().map((held) => held.caller)
  const own = (await facts.callers({ ...NOBODY, callers })).filter(isOwn)
  const holders = new Map(
    groupBy(own, (use) => [matchOf(use)]).map((group) => [matchOf(group[0]), new Set(group.map((use) => use.caller))]),
  )
  holders.delete(null)
  const principals = [...new Set(own.flatMap((use) => use.principal ?? []))]
  const uses = await facts.callers({ ...NOBODY, principals })
  return uses.flatMap((use) => {
    if (use.callerKind !== SERVICE_FORWARDED) return []
    const parents = [...(holders.get(sessionKey(use)) ?? []), ...(holders.get(use.principal) ?? [])]
    return parents.length === 0 ? [] : [{ use, parents: [...new Set(parents)] }]
  })
}

/** What came of calls that services made for a holder: they may be the actor's, and never more. */
async function followMints(facts: Facts, board: Board, parentsOf: ReadonlyMap<CallerId, ReadonlySet<CallerId>>) {
  for (const mint of await facts.mintsFrom([...parentsOf.keys()])) {
    const { kind, principal, at: madeAt, minted, expires } = mint
    const because = 'made by a service that acted for the session'
    const event = { eventId: mint.eventId, ref: mint.ref }
    const window = { from: mint.at, to: null }
    for (const parent of parentsOf.get(mint.caller) ?? []) {
      if (minted === parent) continue
      const tie = {
        link: 'possible',
        strict: false,
        parent,
        indicator: null,
        because,
        kind,
        principal,
        madeAt,
      } as const
      board.add({ caller: minted, expires }, { ...tie, event, window })
    }
  }
}

/**
 * What services did for the actor's sessions and keys. The service's own calls are a consequence and no credential that anybody
 * held, so that its caller stays out of the closure; but they may show what the actor read, where nothing else records it, and a
 * user or a key that came of them (out of a template) may be the actor's.
 */
export async function followServices(facts: Facts, board: Board): Promise<void> {
  const parentsOf = new Map<CallerId, Set<CallerId>>()
  for (const { use, parents } of await forwardedCalls(facts, board)) {
    const known = parentsOf.get(use.caller) ?? new Set()
    parentsOf.set(use.caller, known)
    const because = `${use.invokedBy ?? use.address ?? 'a service'} acted for ${use.principal ?? 'the principal'}`
    for (const parent of parents) {
      known.add(parent)
      for (const { window } of board.get(parent)?.ties ?? [])
        board.addBeside({ caller: use.caller, parent, event: use.firstEvent, because, window, address: null })
    }
  }
  await followMints(facts, board, parentsOf)
}
