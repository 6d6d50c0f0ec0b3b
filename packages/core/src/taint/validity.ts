import type { End } from '../domain/end.ts'
import { formatInstant, type Instant, plus } from '../domain/instant.ts'
import { LONGEST_SESSION, principalNames } from '../domain/principal.ts'
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

function byEnds(held: Held, ends: readonly End[], birth: Instant | null): Validity | null {
  const since = ends.filter((end) => birth === null || end.at >= birth)
  const own = lastOf(since, [held.caller], ['active', 'inactive', 'deleted', 'revoked'])
  if (own !== null && own.state !== 'active') return { state: own.state, because: `${own.state} ${at(own)}` }
  const names = endNames(held).filter((name) => name !== held.caller)
  const principal = lastOf(since, names, ['deleted', 'revoked'])
  if (principal !== null)
    return {
      state: principal.state,
      because: `its principal ${principal.identity} was ${principal.state} ${at(principal)}`,
    }
  return null
}

function bySession(held: Held, cutoff: Instant, created: Instant | null): Validity | null {
  if (held.expires !== null) {
    const when = formatInstant(held.expires)
    return held.expires <= cutoff
      ? { state: 'expired', because: `expired at ${when}` }
      : { state: 'active', because: `valid until ${when}, later than the evidence goes (${formatInstant(cutoff)})` }
  }
  const end = created === null ? null : plus(created, LONGEST_SESSION)
  if (end === null || end > cutoff || held.kind === 'access-key') return null
  return {
    state: 'expired',
    because: `its session began at ${formatInstant(created ?? cutoff)}, and no session lives longer than 36 hours`,
  }
}

/** What an identity's validity is judged from. */
export interface ValidityInput {
  readonly held: Held
  /** Recorded ends of the identity and its principals, in order of time. */
  readonly ends: readonly End[]
  readonly made: readonly Instant[]
  readonly sessionCreated: Instant | null
  /** The last instant the evidence knows of; null when there is no evidence. */
  readonly cutoff: Instant | null
}

/**
 * Judges whether an identity can still be used. Without a recorded end it is `unknown`, never `inactive`: the record is not
 * known to be whole, and what happened after it ends nobody can tell.
 */
export function validityOf({ held, ends, made, sessionCreated, cutoff }: ValidityInput): Validity {
  const ended = byEnds(held, ends, born(held, made, sessionCreated))
  if (ended !== null) return ended
  const session = cutoff === null ? null : bySession(held, cutoff, sessionCreated)
  if (session !== null) return session
  const until = cutoff === null ? 'there is no evidence' : `the evidence ends at ${formatInstant(cutoff)}`
  return { state: 'unknown', because: `no record in evidence switches it off; ${until}` }
}
