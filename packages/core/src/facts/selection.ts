import type { CallerId } from '../domain/brand.ts'
import type { Origin } from '../domain/call.ts'
import { isWithin, type Window } from '../domain/instant.ts'

/** A caller whose calls are the actor's, for a stretch of time. */
export interface Holding {
  readonly caller: CallerId
  readonly window: Window
  /** Whether its calls license `accessed`, or only make a store undetermined. */
  readonly strict: boolean
  /** The one address from which the caller's calls count; null where all do. */
  readonly address: string | null
}

/** Calls told by something in the record itself. A user agent matches where it contains the value, case and all. */
export interface EventMatch {
  readonly on: 'caller' | 'address' | 'user-agent'
  readonly value: string
  readonly window: Window
}

/** Which calls are the actor's: those of held callers and those matched, less those the owner claims. */
export interface Selection {
  readonly holdings: readonly Holding[]
  readonly matches: readonly EventMatch[]
  readonly ours: readonly EventMatch[]
}

/** Whose a call is: the actor's for certain, possibly, or claimed both by an actor's and an owner's indicator. */
export type Standing = 'strict' | 'wide' | 'either'

/** The columns by which a call is judged. */
export type Judged = Pick<Origin, 'caller' | 'address' | 'agent' | 'at'>

function matchesEvent(match: EventMatch, call: Judged): boolean {
  if (!isWithin(call.at, match.window)) return false
  switch (match.on) {
    case 'caller':
      return call.caller === match.value
    case 'address':
      return call.address === match.value
    case 'user-agent':
      return call.agent?.includes(match.value) ?? false
  }
}

/**
 * The definition of a call's standing; null when it is not the actor's. Engines that judge in SQL must agree with it.
 * INVARIANT: an owner's indicator never makes a call wider than it was, and never removes a call that an event indicator names.
 */
export function standingOf(selection: Selection, call: Judged): Standing | null {
  const named = selection.matches.some((match) => matchesEvent(match, call))
  if (selection.ours.some((match) => matchesEvent(match, call))) return named ? 'either' : null
  const held = selection.holdings.filter(
    (h) =>
      h.caller === call.caller && isWithin(call.at, h.window) && (h.address === null || h.address === call.address),
  )
  if (named || held.some((h) => h.strict)) return 'strict'
  return held.length > 0 ? 'wide' : null
}
