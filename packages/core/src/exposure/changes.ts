import type { Change } from '../domain/change.ts'
import { by } from '../facts/order.ts'
import type { Facts } from '../facts/port.ts'
import type { Selection, Standing } from '../facts/selection.ts'

/** A change of the actor's and whether it still stands. */
export interface ChangeExposure {
  readonly change: Change & { readonly standing: Standing }
  readonly state: 'standing' | 'reverted' | 'unknown'
  readonly revertedBy: string | null
  /** Whether what was destroyed had been made by the actor itself. */
  readonly ownWork: boolean
}

function isLater(a: Change, b: Change): boolean {
  return b.at > a.at || (b.at === a.at && b.eventId !== a.eventId)
}

/**
 * The call that ended a change, whoever made it: the first closing of its subject after it. A closing in the same second counts
 * only as `unknown`, because the record does not say which came first.
 */
function judge(
  change: Change & { readonly standing: Standing },
  on: readonly Change[],
): Omit<ChangeExposure, 'ownWork'> {
  const closings = on.filter(
    (other) => other.does === 'close' && other.subject === change.subject && other.eventId !== change.eventId,
  )
  const end = closings.find((other) => isLater(change, other))
  if (end === undefined) return { change, state: 'standing', revertedBy: null }
  const sure = end.at > change.at || closings.some((other) => other.at > change.at)
  return { change, state: sure ? 'reverted' : 'unknown', revertedBy: end.eventId }
}

/** The changes that the actor's calls made, in order of time, each with its state by the end of the evidence. */
export async function judgeChanges(facts: Facts, selection: Selection): Promise<readonly ChangeExposure[]> {
  const made = await facts.changesBy(selection)
  const on = await facts.changesOn([...new Set(made.map((change) => change.subject))])
  const judged = made.map((change) => judge(change, on))
  const enders = new Set(judged.flatMap((one) => (one.change.kind === 'destruction' ? [] : (one.revertedBy ?? []))))
  return judged
    .map((one) => ({ ...one, ownWork: one.change.kind === 'destruction' && enders.has(one.change.eventId) }))
    .sort(
      by(
        (one) => one.change.at,
        (one) => one.change.eventId,
        (one) => one.change.subject,
      ),
    )
}
