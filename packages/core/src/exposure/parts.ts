import { completeRecord, stretchOfWindow } from '../coverage/complete-record.ts'
import type { Effect } from '../domain/touch.ts'
import type { TouchGroup } from '../facts/port.ts'
import type { Accessors } from './accessors.ts'
import { boundsOf, type TakenBounds } from './bounds.ts'
import { type Doubtful, doubtsOf, ofGroup } from './doubts.ts'
import type { PartAnswers, PartCalls } from './part-answers.ts'
import type { SortedCalls } from './sorted-calls.ts'
import type { ExposureInput } from './store-answers.ts'
import { addVolumes, effectsOf, noteDoubts, type StoreExposure } from './stores.ts'
import { accessesIn, decide, type Verdict } from './verdict.ts'

/**
 * What a part is of its store: all of it, the names that begin in one way, all other names, or no part but the calls that name no
 * object and may be of any.
 */
export type PartKind = 'whole' | 'prefix' | 'rest' | 'unnamed'

/** How much of a part the actor took; what bounds the whole store from above bounds each part of it. */
export type PartTaken = Pick<TakenBounds, 'sent' | 'distinct' | 'objects'>

/** What is known of one part of a store. */
export interface PartExposure {
  readonly of: StoreExposure
  readonly kind: PartKind
  readonly prefix: string | null
  readonly verdict: Verdict
  readonly effects: readonly Effect[]
  readonly possibleEffects: readonly Effect[]
  /** Calls that are or may be the actor's, and are of the part for certain. */
  readonly groups: readonly TouchGroup[]
  /** Calls that name no object and may be of it. */
  readonly unnamed: readonly TouchGroup[]
  /** How much of it the actor took, from both sides. */
  readonly taken: PartTaken
  readonly gaps: readonly string[]
  readonly doubts: readonly Doubtful[]
  /** Whether any call in evidence names an object in it, whoever made it. */
  readonly seen: boolean
}

/** Effects that are of every part of a store when the call names no object: all names, all content, or all that is to come. */
const OF_ALL: ReadonlySet<Effect> = new Set<Effect>(['listed', 'copied-out', 'shared', 'redirected'])

/** What the parts of one store are judged from. */
interface Divided {
  readonly whole: StoreExposure
  readonly answers: PartAnswers
  readonly accessors: Accessors
  readonly input: ExposureInput
}

/** A part before it is judged. */
interface PartAt {
  readonly kind: Exclude<PartKind, 'whole'>
  readonly prefix: string | null
}

/** A store that nothing divides is its only part: what is known of it is known of the part. */
export function wholePart(of: StoreExposure): PartExposure {
  const { verdict, effects, possibleEffects, groups, taken, gaps, doubts } = of
  const shared = { of, kind: 'whole', prefix: null, unnamed: [], seen: true } as const
  return { ...shared, verdict, effects, possibleEffects, groups, taken, gaps, doubts }
}

/** A name that may be of two parts counts in one of them, so that parts add up to their store. */
function takenOf({ whole, answers: { read }, input }: Divided, { kind, prefix }: PartAt): PartTaken {
  if (read === null && kind === 'unnamed') return whole.taken
  const own = <Item>({ of, unnamed }: SortedCalls<Item>): readonly Item[] => (kind === 'unnamed' ? unnamed : of(prefix))
  const { sent, distinct, objects } = boundsOf({
    volume: addVolumes(whole.store.id, read === null ? [] : own(read.volumes)),
    witnessed: read === null ? [] : own(read.witnessed),
    ...{ measured: [], meters: [], window: input.window },
  })
  const { taken } = whole
  return {
    sent: { lower: sent.lower, upper: taken.sent.upper },
    distinct: { lower: distinct.lower, upper: taken.distinct.upper },
    objects: { lower: objects.lower, upper: taken.objects.upper },
  }
}

function inWindow({ stretch }: Doubtful, { window }: ExposureInput): boolean {
  const whole = stretchOfWindow(window)
  return whole === null || (stretch.from < whole.to && stretch.to > whole.from)
}

function ofUnnamed(groups: readonly TouchGroup[]): readonly Doubtful[] {
  return groups
    .filter((group) => group.outcome === 'ok')
    .map((group) => ofGroup(group, `calls of ${group.caller} name no object and may have been of it (${group.effect})`))
}

/** Which calls are of a part for certain, and which may be. */
interface Reaching {
  readonly certain: readonly TouchGroup[]
  readonly maybe: readonly TouchGroup[]
}

function reaching({ of, unnamed }: SortedCalls<PartCalls>, { kind, prefix }: PartAt): Reaching {
  // Other evidence does not tell what a request that names nothing asked for.
  const isOfAll = ({ effect, witness }: PartCalls): boolean => OF_ALL.has(effect) && witness === undefined
  // The bytes of content are no part's, also where the call is of every part.
  const isNobodys = (one: PartCalls): boolean => !isOfAll(one) || one.payload === 'object'
  if (kind === 'unnamed') return { certain: unnamed.filter(isNobodys), maybe: [] }
  return {
    certain: [...of(prefix), ...unnamed.filter(isOfAll)],
    maybe: unnamed.filter((one) => !isOfAll(one)),
  }
}

function possibleIn({ certain, maybe }: Reaching, whole: StoreExposure, kind: PartKind): readonly Effect[] {
  const own = effectsOf(certain, false)
  if (kind === 'unnamed') return own
  const all = [
    ...own,
    ...effectsOf(maybe, true),
    ...effectsOf(maybe, false),
    ...whole.bySets.map((group) => group.effect),
    ...whole.earlierGrants.map((grant) => grant.effect),
    ...whole.byGrants.map(({ use }): Effect => (use.outcome === 'failed' ? 'attempted' : use.effect)),
  ]
  return [...new Set(all)].sort()
}

/** Why the part may have been touched without a record that says so. */
function doubtsIn(divided: Divided, { kind, prefix }: PartAt, { certain, maybe }: Reaching): readonly Doubtful[] {
  const { whole, answers, accessors, input } = divided
  const { bySets, bySetOthers, earlierGrants, byGrants } = whole
  // Whoever is in doubt counts unless each of its calls names an object outside of the part.
  const { of, unnamed } = answers.doubtful
  const others = [...(kind === 'unnamed' ? [] : of(prefix)), ...unnamed]
  const found = doubtsOf(
    { groups: certain, all: whole.groups, bySets, earlierGrants, byGrants, others: [...bySetOthers, ...others] },
    accessors,
    input.window,
  )
  return [...found, ...ofUnnamed(maybe)].filter((one) => inWindow(one, input))
}

function judgePart(divided: Divided, at: PartAt): PartExposure {
  const { whole, answers, input } = divided
  const reached = reaching(answers.groups, at)
  const doubts = doubtsIn(divided, at, reached)
  const accesses = accessesIn(reached.certain, whole.groups)
  const gaps = [...new Set([...whole.recordGaps, ...noteDoubts(whole.store, doubts, input)])].sort()
  const isClear = accesses.length === 0 && doubts.length === 0 && input.blocking.length === 0
  const own = isClear ? completeRecord(whole.record, input.window) : null
  const record = whole.verdict.kind === 'untouched' ? whole.verdict.proof : own
  const denial = whole.verdict.kind === 'unreachable' ? whole.verdict.proof : null
  return {
    of: whole,
    kind: at.kind,
    prefix: at.prefix,
    verdict: decide({ accesses, gaps, record, denial }),
    effects: effectsOf(reached.certain, true),
    possibleEffects: possibleIn(reached, whole, at.kind),
    groups: reached.certain,
    unnamed: reached.maybe,
    taken: takenOf(divided, at),
    gaps: record === null ? gaps : [],
    doubts,
    seen: answers.everybody.of(at.prefix).length > 0,
  }
}

/**
 * The parts of a store that prefixes divide: one for each, the rest, and the calls that name no object where there are any. INVARIANT:
 * every call on the store is in one of them, and what may be of a part leaves it in doubt.
 */
export function judgeParts(divided: Divided, prefixes: readonly string[]): readonly PartExposure[] {
  const parts = prefixes.map((prefix) => judgePart(divided, { kind: 'prefix', prefix }))
  const rest = judgePart(divided, { kind: 'rest', prefix: null })
  const unnamed = judgePart(divided, { kind: 'unnamed', prefix: null })
  return [...parts, rest, ...(unnamed.groups.length > 0 ? [unnamed] : [])]
}
