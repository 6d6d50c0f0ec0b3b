import { compareRefs } from '../domain/evidence-ref.ts'
import type { Instant } from '../domain/instant.ts'
import type { EventPointer, Span } from './port.ts'

/** A value by which answers are ordered; null comes first. */
export type Sortable = string | number | null

/** Compares by code units, as SQL's binary collation does for the ids in use; null first. */
export function compareValues(a: Sortable, b: Sortable): number {
  if (a === b) return 0
  if (a === null) return -1
  if (b === null) return 1
  return a < b ? -1 : 1
}

/** A comparison by several values in turn. */
export function by<T>(...keys: readonly ((item: T) => Sortable)[]): (a: T, b: T) => number {
  return (a, b) => {
    for (const key of keys) {
      const order = compareValues(key(a), key(b))
      if (order !== 0) return order
    }
    return 0
  }
}

interface Timed extends EventPointer {
  readonly at: Instant
}

/** Orders calls by time, then event id, then place in the evidence. */
export function compareTimed(a: Timed, b: Timed): number {
  return compareValues(a.at, b.at) || compareValues(a.eventId, b.eventId) || compareRefs(a.ref, b.ref)
}

/** The span of a non-empty list of calls. */
export function spanOf(calls: readonly [Timed, ...Timed[]]): Span {
  let [first] = calls
  let [last] = calls
  for (const call of calls) {
    if (compareTimed(call, first) < 0) first = call
    if (compareTimed(call, last) > 0) last = call
  }
  return {
    events: calls.length,
    first: first.at,
    last: last.at,
    firstEvent: { eventId: first.eventId, ref: first.ref },
    lastEvent: { eventId: last.eventId, ref: last.ref },
  }
}
