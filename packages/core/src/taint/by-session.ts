import { parseArn } from '../domain/arn.ts'
import type { CallerId } from '../domain/brand.ts'
import type { Instant } from '../domain/instant.ts'
import { UNDATED_SESSIONS } from '../domain/principal.ts'
import { NOBODY } from '../facts/nobody.ts'
import type { CallerUse, Facts } from '../facts/port.ts'
import type { Board } from './board.ts'
import { sessionKey } from './forwarded.ts'
import { isStrict, type Tie } from './held.ts'
import { isOwn, suggest } from './suggest.ts'

/** One reason to hold that the actor could log in as a principal, from a moment on. */
interface Login {
  readonly by: CallerId
  readonly principal: string
  readonly from: Instant
}

/** Kinds of credentials whose principal is one session, made for somebody: a role's session, a federated user. */
const SESSIONS: ReadonlySet<string> = new Set(['temporary-credentials', 'federated-session'])

/**
 * From when a tie means that the actor could sign in as its principal: a password from when it was set, a session from when it was
 * made. What was itself only told by its principal says nothing of further sessions.
 */
function loginOf(caller: CallerId, { kind, principal, window, madeAt }: Tie): readonly Login[] {
  if (principal === null || madeAt === null) return []
  if (kind === 'console-session') return window.from === null ? [] : [{ by: caller, principal, from: window.from }]
  const isSession = SESSIONS.has(kind) && parseArn(principal)?.resource.includes('/') === true
  return isSession && !principal.includes(':user/') ? [{ by: caller, principal, from: madeAt }] : []
}

function loginsOn(board: Board): readonly Login[] {
  return board
    .sorted()
    .flatMap(({ caller, ties }) =>
      ties.filter((tie) => tie.strict || tie.link === 'inferred').flatMap((tie) => loginOf(caller, tie)),
    )
}

/** Whether a session may have begun since a moment; one of which no record says when is told by its uses. */
function maySinceBegin({ sessionCreated, callerKind, last }: CallerUse, from: Instant): boolean {
  if (sessionCreated !== null) return sessionCreated >= from
  return UNDATED_SESSIONS.has(callerKind) && last >= from
}

/** Sessions that a console log-in opens carry new key ids that no record states: they are told by principal and creation time. */
export async function inferConsole(facts: Facts, board: Board): Promise<void> {
  const logins = loginsOn(board)
  if (logins.length === 0) return
  const principals = [...new Set(logins.map((login) => login.principal))]
  const sessions = (await facts.callers({ ...NOBODY, principals })).filter(isOwn)
  for (const { by, principal, from } of logins) {
    for (const use of sessions) {
      if (use.principal !== principal || !maySinceBegin(use, from)) continue
      suggest(board, use, by, 'a session of the principal, opened after the actor could log in as it')
    }
  }
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
  for (const use of await facts.callers({ ...NOBODY, principals })) {
    const holder = holders.get(sessionKey(use) ?? '')
    if (holder !== undefined && isOwn(use))
      suggest(board, use, holder, `the same session of ${use.principal} under another key id`)
  }
}
