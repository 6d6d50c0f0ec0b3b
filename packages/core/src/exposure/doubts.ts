import type { GapKind } from '../coverage/gap.ts'
import type { Window } from '../domain/instant.ts'
import { ALWAYS, type Stretch } from '../domain/stretches.ts'
import type { TouchGroup } from '../facts/port.ts'
import type { Accessors } from './accessors.ts'
import type { Destination } from './destinations.ts'
import type { GrantUse } from './grant-uses.ts'
import type { OtherUse } from './uses.ts'
import { accessesIn } from './verdict.ts'

/** A stretch in which somebody who may be the actor touched a store, or could do so without a record. */
export interface Doubtful {
  readonly stretch: Stretch
  readonly gap: Extract<GapKind, 'accessor-unknown' | 'public'>
  /** One clause without a full stop. */
  readonly because: string
  readonly settledBy: string
}

/** Everything that is known to have happened to a store, in the window and before. */
export interface HappenedTo {
  readonly groups: readonly TouchGroup[]
  /** Of a part of a store: the groups on all of it, among which writes are looked for; absent where `groups` are all. */
  readonly all?: readonly TouchGroup[]
  readonly bySets: readonly TouchGroup[]
  readonly earlierGrants: readonly Destination[]
  readonly byGrants: readonly GrantUse[]
  readonly others: readonly OtherUse[]
}

function hull({ first, last }: Pick<TouchGroup, 'first' | 'last'>): Stretch {
  return { from: first, to: last + 1 }
}

/** That calls of one kind may be, or are, the actor's. */
export function ofGroup(group: TouchGroup, because: string): Doubtful {
  const settledBy = `the word of the owner of \`${group.caller}\` on these calls`
  return { stretch: hull(group), gap: 'accessor-unknown', because, settledBy }
}

/** The actor's own calls that are no access, and calls that may be the actor's; what failed returned nothing. */
function ofGroups(groups: readonly TouchGroup[], all: readonly TouchGroup[]): readonly Doubtful[] {
  const accesses = new Set(accessesIn(groups, all))
  return groups
    .filter((group) => group.outcome === 'ok' && !accesses.has(group))
    .map((group) =>
      ofGroup(
        group,
        group.standing === 'strict'
          ? `the actor acted on it (${group.effect})`
          : `calls of ${group.caller} that may be the actor's touched it (${group.effect})`,
      ),
    )
}

function ofGrant({ from, until, to, effect }: Destination): Doubtful {
  return {
    stretch: { from, to: until === null ? ALWAYS.to : until + 1 },
    gap: 'accessor-unknown',
    because: `a grant that the actor had opened to ${to} stood (${effect})`,
    settledBy: 'the record of whom it let in',
  }
}

function ofOther({ caller, first, last }: OtherUse, accessors: Accessors): readonly Doubtful[] {
  const judged = accessors.judge(caller)
  if (judged.kind === 'accounted') return []
  const { gap, because, settledBy } = judged
  return [{ stretch: hull({ first, last }), gap, because, settledBy }]
}

/** When somebody who may be the actor touched a store, and why that is. */
export function doubtsOf(
  { groups, all = groups, bySets, earlierGrants, byGrants, others }: HappenedTo,
  accessors: Accessors,
  window: Window,
): readonly Doubtful[] {
  const end = window.to ?? ALWAYS.to
  return [
    ...ofGroups(groups, all),
    ...bySets.map((group) => ofGroup(group, 'the actor acted on a set that it may belong to')),
    ...earlierGrants.map(ofGrant),
    ...byGrants.map(({ use }) => ({
      stretch: hull(use),
      gap: 'accessor-unknown' as const,
      because: `${use.caller} was let in by a grant of the actor's`,
      settledBy: 'the word of whom the grant let in',
    })),
    ...others.flatMap((other) => ofOther(other, accessors)),
  ].filter(({ stretch }) => stretch.from <= end)
}
