import type { CallerId } from '../domain/brand.ts'
import type { Instant } from '../domain/instant.ts'
import type { CallerUse, Facts } from '../facts/port.ts'
import type { Board } from './board.ts'
import { isStrict } from './held.ts'
import { isOwn, NOBODY, suggest } from './suggest.ts'

/** One reason to hold that the actor could log in as a principal, from a moment on. */
interface Login {
  readonly by: CallerId
  readonly principal: string
  readonly from: Instant | null
}

function loginsOn(board: Board): readonly Login[] {
  return board
    .sorted()
    .flatMap(({ caller, ties }) =>
      ties.flatMap(({ kind, principal, window }): readonly Login[] =>
        kind === 'console-session' && principal !== null ? [{ by: caller, principal, from: window.from }] : [],
      ),
    )
}

/** Sessions that a console log-in opens carry new key ids that no record states: they are told by principal and creation time. */
export async function inferConsole(facts: Facts, board: Board): Promise<void> {
  const logins = loginsOn(board)
  if (logins.length === 0) return
  const principals = [...new Set(logins.map((login) => login.principal))]
  const sessions = (await facts.callers({ ...NOBODY, principals })).filter(isOwn)
  for (const { by, principal, from } of logins) {
    for (const use of sessions) {
      const created = use.sessionCreated
      if (use.principal !== principal || created === null) continue
      if (from !== null && created < from) continue
      suggest(board, use, by, 'a session of the principal, opened after the actor could log in as it')
    }
  }
}

/** One session of one principal: everything that is signed in it carries both. */
function sessionKey({ principal, principalId, sessionCreated }: CallerUse): string | null {
  return principal === null || sessionCreated === null ? null : JSON.stringify([principal, principalId, sessionCreated])
}

/**
 * Other key ids of a session that is the actor's: a console renews its credentials all the time, and no record says so. They are
 * told by the principal and the moment at which the session began.
 */
export async function inferSameSession(facts: Facts, board: Board): Promise<void> {
  const callers = board.sorted().flatMap((held) => (isStrict(held) ? [held.caller] : []))
  const own = (await facts.callers({ ...NOBODY, callers })).filter(isOwn)
  const holders = new Map<string, CallerId>()
  for (const use of own) {
    const key = sessionKey(use)
    if (key !== null && !holders.has(key)) holders.set(key, use.caller)
  }
  if (holders.size === 0) return
  const principals = [...new Set(own.flatMap((use) => (sessionKey(use) === null ? [] : (use.principal ?? []))))]
  for (const use of (await facts.callers({ ...NOBODY, principals })).filter(isOwn)) {
    const holder = holders.get(sessionKey(use) ?? '')
    if (holder !== undefined) suggest(board, use, holder, `the same session of ${use.principal} under another key id`)
  }
}
