import { type CallerId, callerId } from '../domain/brand.ts'
import { type Instant, isWithin, plus, type Window } from '../domain/instant.ts'
import { LONGEST_SESSION } from '../domain/principal.ts'
import { NOBODY } from '../facts/nobody.ts'
import type { Facts } from '../facts/port.ts'
import type { Board } from './board.ts'
import { isOwn } from './suggest.ts'

/** A session that is the actor's or may be: as whom it acts, and while it could be switched from. */
interface Origin {
  readonly by: CallerId
  readonly principal: string
  readonly window: Window
}

/** A session's life, as far as a tie counts its calls. */
function lifeOf(created: Instant, tie: Window): Window {
  return { from: tie.from !== null && tie.from > created ? tie.from : created, to: plus(created, LONGEST_SESSION) }
}

/** Sessions only: a long-term key opens no console, and with it nobody switches. */
async function originsOn(facts: Facts, board: Board): Promise<readonly Origin[]> {
  const callers = board.sorted().map((held) => held.caller)
  const own = (await facts.callers({ ...NOBODY, callers })).filter(isOwn)
  return own.flatMap(({ caller, principal, sessionCreated }) => {
    const ties = board.get(caller)?.ties ?? []
    if (principal === null || sessionCreated === null) return []
    return ties.map(({ window }) => ({ by: caller, principal, window: lifeOf(sessionCreated, window) }))
  })
}

/**
 * Switches to another principal that name whom they were made from and not with which session: the actor's session may have been the
 * one. INVARIANT: never strict, because the owner may be signed in as the same principal at the time.
 */
export async function inferSwitches(facts: Facts, board: Board): Promise<void> {
  const origins = await originsOn(facts, board)
  if (origins.length === 0) return
  const principals = new Set(origins.map(({ principal }) => callerId(principal)))
  for (const mint of await facts.mintsFrom([...principals])) {
    const { through, throughLink, minted, kind, principal, expires, at: madeAt } = mint
    if (through === null || throughLink === null || !principals.has(through)) continue
    const event = { eventId: mint.eventId, ref: mint.ref }
    const because = `switched to from ${through}, which a session that is or may be the actor's acts as`
    const tie = { link: throughLink, strict: false, indicator: null, event, because, kind, principal, madeAt } as const
    for (const { by, principal: origin, window } of origins) {
      if (origin !== through || by === minted || !isWithin(mint.at, window)) continue
      board.add({ caller: minted, expires }, { ...tie, parent: by, window: { from: mint.at, to: null } })
    }
  }
}
