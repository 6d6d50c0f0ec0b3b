import type { Change } from '../domain/change.ts'
import { wholesOf } from '../domain/change-forms.ts'
import { byClosing } from '../facts/answer-order.ts'
import { groupBy } from '../facts/group.ts'
import { by } from '../facts/order.ts'
import type { Closing, Facts } from '../facts/port.ts'
import type { Selection, Standing } from '../facts/selection.ts'

/** A change of the actor's and whether it still stands. */
export interface ChangeExposure {
  readonly change: Change & { readonly standing: Standing }
  readonly state: 'standing' | 'reverted' | 'unknown'
  readonly revertedBy: string | null
  /** Whether what was destroyed had been made by the actor itself. */
  readonly ownWork: boolean
}

function isLater(a: Change, b: Closing): boolean {
  return b.at > a.at || (b.at === a.at && b.eventId !== a.eventId)
}

type Made = Change & { readonly standing: Standing }

/**
 * The call that ended a change, whoever made it: the first closing after it of its subject or of a thing that this is a part of. A
 * closing in the same second counts only as `unknown`, because the record does not say which came first.
 */
function judge(change: Made, closings: ReadonlyMap<string, readonly Closing[]>): Omit<ChangeExposure, 'ownWork'> {
  const own = wholesOf(change.subject)
    .flatMap((subject) => closings.get(subject) ?? [])
    .filter((other) => other.eventId !== change.eventId)
    .sort(byClosing)
  const end = own.find((other) => isLater(change, other))
  if (end === undefined) return { change, state: 'standing', revertedBy: null }
  const sure = end.at > change.at || own.some((other) => other.at > change.at)
  return { change, state: sure ? 'reverted' : 'unknown', revertedBy: end.eventId }
}

/** Kinds of changes that take something away: what one takes away that the actor had made needs no undoing. */
const TAKING: ReadonlySet<Change['kind']> = new Set(['destruction', 'logging'])

/** The changes that the actor's calls made, in order of time, each with its state by the end of the evidence. */
export async function judgeChanges(facts: Facts, selection: Selection): Promise<readonly ChangeExposure[]> {
  const made = await facts.changesBy(selection)
  const on = await facts.closingsOn([...new Set(made.flatMap((change) => wholesOf(change.subject)))])
  const closings = new Map(groupBy(on, (closing) => [closing.subject]).map((group) => [group[0].subject, group]))
  const judged = made.map((change) => judge(change, closings))
  const enders = new Set(judged.flatMap((one) => (one.change.kind === 'destruction' ? [] : (one.revertedBy ?? []))))
  return judged
    .map((one) => ({ ...one, ownWork: TAKING.has(one.change.kind) && enders.has(one.change.eventId) }))
    .sort(
      by(
        (one) => one.change.at,
        (one) => one.change.eventId,
        (one) => one.change.subject,
      ),
    )
}
