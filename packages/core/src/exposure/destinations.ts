import type { Instant } from '../domain/instant.ts'
import { ALL_GRANTEES } from '../domain/service-row.ts'
import type { Effect, Touch } from '../domain/touch.ts'
import type { TouchGroup } from '../facts/port.ts'
import { type Selection, standingOf } from '../facts/selection.ts'

/** Where the content of a store went, or could go while a grant stood. */
export interface Destination {
  readonly effect: Effect
  readonly to: string
  readonly from: Instant
  readonly until: Instant | null
  readonly state: 'standing' | 'reverted' | 'copied'
  readonly event: string
  readonly endedBy: string | null
}

function ends(opening: Touch, later: Touch): boolean {
  if (later.grant !== 'close' || later.grantKey !== opening.grantKey || later.eventId === opening.eventId) return false
  return later.grantee === opening.grantee || later.grantee === ALL_GRANTEES
}

/** The grants that the actor's certain calls opened on one store, each with the call that ended it, whoever made that. */
export function grantsOpened(rows: readonly Touch[], selection: Selection): readonly Destination[] {
  return rows.flatMap((opening, position) => {
    if (opening.grant !== 'open' || standingOf(selection, opening) !== 'strict') return []
    const end = rows.slice(position + 1).find((later) => later.at > opening.at && ends(opening, later)) ?? null
    return [
      {
        effect: opening.effect,
        to: opening.grantee ?? 'unknown',
        from: opening.at,
        until: end?.at ?? null,
        state: end === null ? 'standing' : 'reverted',
        event: opening.eventId,
        endedBy: end?.eventId ?? null,
      },
    ]
  })
}

/** The copies that the actor's certain calls made of one store; a copy has no end that evidence of the store could show. */
export function copiesMade(groups: readonly TouchGroup[]): readonly Destination[] {
  return groups
    .filter(
      (group) =>
        group.standing === 'strict' &&
        group.outcome === 'ok' &&
        group.effect === 'copied-out' &&
        group.grantee !== null,
    )
    .map((group) => ({
      effect: group.effect,
      to: group.grantee ?? 'unknown',
      from: group.first,
      until: null,
      state: 'copied' as const,
      event: group.firstEvent.eventId,
      endedBy: null,
    }))
}
