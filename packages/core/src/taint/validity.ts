import type { End } from '../domain/end.ts'
import { formatInstant, type Instant, latest, plus } from '../domain/instant.ts'
import { LONGEST_SESSION, principalNames } from '../domain/principal.ts'
import type { CallerUse } from '../facts/port.ts'
import type { Held } from './held.ts'

/** Whether a credential can still be used, as far as the evidence goes, and why. */
export interface Validity {
  readonly state: 'active' | 'inactive' | 'deleted' | 'expired' | 'revoked' | 'unknown'
  readonly because: string
}

/** The identities whose ends concern a held one: itself and the principals it acts as. */
export function endNames(held: Held): readonly string[] {
  return [...new Set([held.caller, ...(held.principal === null ? [] : principalNames(held.principal))])]
}

function lastOf(ends: readonly End[], names: readonly string[], states: readonly End['state'][]): End | null {
  return ends.filter((end) => names.includes(end.identity) && states.includes(end.state)).at(-1) ?? null
}

function at(end: End): string {
  return `at ${formatInstant(end.at)} (event ${end.eventId})`
}

/**
 * When the identity came to be: the first call that made it or, where no record of that counts, when its session began. An end from
 * before says nothing of it: a role that was deleted and made anew is another one.
 */
function born(held: Held, made: readonly Instant[], sessionCreated: Instant | null): Instant | null {
  return made.length === 0 || held.ties.some((tie) => tie.link === 'seed')
    ? sessionCreated
    : made.reduce((a, b) => (b < a ? b : a))
}

function byEnds(held: Held, ends: readonly End[], birth: Instant | null): Ending | null {
  const since = ends.filter((end) => birth === null || end.at >= birth)
  const own = lastOf(since, [held.caller], ['active', 'inactive', 'deleted', 'revoked'])
  if (own !== null && own.state !== 'active')
    return { state: own.state, because: `${own.state} ${at(own)}`, at: own.at }
  const names = endNames(held).filter((name) => name !== held.caller)
  const principal = lastOf(since, names, ['deleted', 'revoked'])
  if (principal !== null)
    return {
      state: principal.state,
      because: `its principal ${principal.identity} was ${principal.state} ${at(principal)}`,
      at: principal.at,
    }
  return null
}

/** When an identity came to its end and how; a use after that contradicts it. */
interface Ending extends Validity {
  readonly at: Instant | null
}

/**
 * A credential that was used after its end was not ended: by a clock that is wrong, by a change that had not reached every region,
 * or by a record of switching it on that is not in evidence. A refused call shows a credential at work as well, except where it
 * was revoked, because then calls are recorded and refused.
 */
function unlessUsed({ at, ...ended }: Ending, uses: ValidityInput['uses']): Validity {
  const used = uses.reduce<Instant | null>(
    (l, use) => latest(l, ended.state === 'revoked' ? use.succeeded : use.last),
    null,
  )
  if (ended.state === 'active' || at === null || used === null || used <= at) return ended
  return { state: 'unknown', because: `${ended.because}, and yet it was used at ${formatInstant(used)}` }
}

function bySession(held: Held, cutoff: Instant, created: Instant | null): Ending | null {
  if (held.expires !== null) {
    const when = formatInstant(held.expires)
    const because =
      held.expires <= cutoff
        ? `expired at ${when}`
        : `valid until ${when}, later than the evidence goes (${formatInstant(cutoff)})`
    return { state: held.expires <= cutoff ? 'expired' : 'active', because, at: held.expires }
  }
  const end = created === null ? null : plus(created, LONGEST_SESSION)
  if (end === null || end > cutoff || held.kind === 'access-key') return null
  return {
    state: 'expired',
    because: `its session began at ${formatInstant(created ?? cutoff)}, and no session lives longer than 36 hours`,
    at: end,
  }
}

/** What an identity's validity is judged from. */
export interface ValidityInput {
  readonly held: Held
  /** Recorded ends of the identity and its principals, in order of time. */
  readonly ends: readonly End[]
  readonly made: readonly Instant[]
  readonly sessionCreated: Instant | null
  /** Every use of the identity, whoever made it: one after an end shows that it was none. */
  readonly uses: readonly Pick<CallerUse, 'last' | 'succeeded'>[]
  /** The last instant the evidence knows of; null when there is no evidence. */
  readonly cutoff: Instant | null
}

/**
 * Judges whether an identity can still be used. Without a recorded end it is `unknown`, never `inactive`: the record is not
 * known to be whole, and what happened after it ends nobody can tell.
 */
export function validityOf({ held, ends, made, sessionCreated, uses, cutoff }: ValidityInput): Validity {
  const ended = byEnds(held, ends, born(held, made, sessionCreated))
  if (ended !== null) return unlessUsed(ended, uses)
  const session = cutoff === null ? null : bySession(held, cutoff, sessionCreated)
  if (session !== null) return unlessUsed(session, uses)
  const until = cutoff === null ? 'there is no evidence' : `the evidence ends at ${formatInstant(cutoff)}`
  return { state: 'unknown', because: `no record in evidence switches it off; ${until}` }
}
