import { callerId } from '../domain/brand.ts'
import { NOBODY } from '../facts/nobody.ts'
import type { CallerUse, Facts } from '../facts/port.ts'
import type { Board } from './board.ts'
import { isStrict } from './held.ts'
import { isOwn } from './suggest.ts'

const OPEN = { from: null, to: null }

/**
 * Calls into another account as that account records them: it names the id of the principal that called and not the credential, so
 * that a principal of the actor's only may have been the actor. Where the caller's own account has the call as well, that says more.
 */
export async function inferHalfEdges(facts: Facts, board: Board): Promise<void> {
  const callers = board.sorted().flatMap((held) => (isStrict(held) ? [held.caller] : []))
  const own = (await facts.callers({ ...NOBODY, callers })).filter(isOwn)
  const holders = new Map<string, CallerUse>(
    own.flatMap((use) => (use.principalId === null ? [] : [[use.principalId, use]])),
  )
  for (const use of await facts.callers({ ...NOBODY, callers: [...holders.keys()].map(callerId) })) {
    const holder = holders.get(use.caller)
    if (holder === undefined) continue
    const because = `another account records calls of ${holder.principal ?? use.caller} and not with which credential`
    const tie = {
      link: 'possible',
      strict: false,
      parent: holder.caller,
      indicator: null,
      because,
      madeAt: null,
    } as const
    board.add(
      { caller: use.caller, expires: null },
      { ...tie, event: use.firstEvent, kind: use.callerKind, principal: use.principal, window: OPEN },
    )
  }
}
