import { channelGaps } from '../coverage/channel-gaps.ts'
import { completeRecord, stretchOfWindow } from '../coverage/complete-record.ts'
import { type StoreRecord, storeRecord } from '../coverage/store-record.ts'
import { instantOfMillis } from '../domain/instant.ts'
import { isInside, type Stretch } from '../domain/stretches.ts'
import type { Effect, StoreName, Touch } from '../domain/touch.ts'
import { by } from '../facts/order.ts'
import type { StoreVolume, TouchGroup } from '../facts/port.ts'
import type { Accessors } from './accessors.ts'
import type { StoreNames } from './aliases.ts'
import { boundsOf, type TakenBounds } from './bounds.ts'
import { copiesMade, type Destination, grantsOpened } from './destinations.ts'
import { type Doubtful, doubtsOf } from './doubts.ts'
import { type GrantUse, grantUses } from './grant-uses.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { type Answers, askStores, type ExposureInput, type Placed } from './store-answers.ts'
import type { OtherUse } from './uses.ts'
import { accessesIn, decide, type Verdict } from './verdict.ts'

/** What is known of one store: the verdict, what was done to it and where its content went. */
export interface StoreExposure {
  readonly store: StoreName
  readonly verdict: Verdict
  /** Effects of certain calls; a failed one is `attempted`. */
  readonly effects: readonly Effect[]
  /** Effects of calls that may be the actor's. */
  readonly possibleEffects: readonly Effect[]
  /** All groups of calls that are or may be the actor's. */
  readonly groups: readonly TouchGroup[]
  /** Groups of calls on sets that this store may be a member of: they may have read it, too. */
  readonly bySets: readonly TouchGroup[]
  readonly destinations: readonly Destination[]
  /** Those of the destinations that were opened before the window and still stood in it. */
  readonly earlierGrants: readonly Destination[]
  /** Calls by those whom the actor's grants let in. */
  readonly byGrants: readonly GrantUse[]
  readonly volume: StoreVolume
  /** How much of it the actor took, from both sides. */
  readonly taken: TakenBounds
  readonly gaps: readonly string[]
  /** Those of the gaps that are of the record and not of somebody in it. */
  readonly recordGaps: readonly string[]
  /** Whether an access lies between the window's end and the evidence's. */
  readonly touchedInTail: boolean
  /** What the logs recorded of the ways into it. */
  readonly record: StoreRecord
  /** What tells in which account and region it is. */
  readonly placed: Placed
  /** Who else touched it in the window, or a set that it may belong to. */
  readonly others: readonly OtherUse[]
  /** Those of them that touched a set only: what of the store, no record shows. */
  readonly bySetOthers: readonly OtherUse[]
  /** Why somebody who touched it may be the actor, and when. */
  readonly doubts: readonly Doubtful[]
  /** The window, cut where the verdict changes; empty where the window is open. */
  readonly pieces: readonly Piece[]
}

/** The effects of certain calls (strict) or of those that may be the actor's; of one that failed, that it was attempted. */
export function effectsOf(groups: readonly TouchGroup[], strict: boolean): readonly Effect[] {
  const chosen = groups.filter((group) => (group.standing === 'strict') === strict)
  const effects = chosen.map((group): Effect => (group.outcome === 'failed' ? 'attempted' : group.effect))
  return [...new Set(effects)].sort()
}

/** What the spellings of one store, or of one part, amount to together. */
export function addVolumes(storeId: string, volumes: readonly StoreVolume[]): StoreVolume {
  const sum = (pick: (volume: StoreVolume) => number): number =>
    volumes.reduce((total, volume) => total + pick(volume), 0)
  return {
    storeId,
    sent: sum((v) => v.sent),
    sentUnknown: sum((v) => v.sentUnknown),
    // Two spellings of one store may name one object twice: the larger is certain, the sum is not.
    distinct: volumes.reduce((most, v) => Math.max(most, v.distinct), 0),
    objects: volumes.reduce((most, v) => Math.max(most, v.objects), 0),
    listed: sum((v) => v.listed),
  }
}

/** The grants that the actor opened on a store and that stood in the window. */
function standingGrants(rows: readonly Touch[], { selection, earlier, window }: ExposureInput): readonly Destination[] {
  const before = earlier === null ? [] : grantsOpened(rows, earlier)
  const stood = before.filter(({ until }) => until === null || window.from === null || until >= window.from)
  return [...stood, ...grantsOpened(rows, selection)]
}

/** What of a store is known beside what its record proves. */
type Touched = Pick<
  StoreExposure,
  'store' | 'groups' | 'bySets' | 'earlierGrants' | 'byGrants' | 'others' | 'bySetOthers'
>

const UNKNOWN: StoreRecord = { place: null, ways: [], complete: [] }

function recordOf(store: StoreName, { catalog, coverage }: ExposureInput): StoreRecord {
  const kind = catalog.storeKinds.get(store.kind)
  return kind === undefined ? UNKNOWN : storeRecord(store, kind, coverage, catalog)
}

function spanOf(groups: readonly TouchGroup[]): readonly Stretch[] {
  if (groups.length === 0) return []
  const from = Math.min(...groups.map((group) => group.first))
  return [{ from, to: Math.max(...groups.map((group) => group.last)) + 1 }]
}

/** Notes why somebody who touched a store may be the actor, and gives the ids of the gaps. */
export function noteDoubts(
  store: StoreName,
  doubts: readonly Doubtful[],
  { gaps, window }: Pick<ExposureInput, 'gaps' | 'window'>,
): readonly string[] {
  return doubts.map(({ stretch, because, gap, settledBy }) =>
    gaps.note({
      ...{ kind: gap, source: 'the record of the store', subject: JSON.stringify([store.id, because]) },
      ...{ because, settledBy },
      from: window.from === null ? null : instantOfMillis(stretch.from),
      to: window.to === null ? null : instantOfMillis(stretch.to - 1),
    }),
  )
}

type Decided = Pick<StoreExposure, 'verdict' | 'record' | 'doubts' | 'pieces' | 'gaps' | 'recordGaps'>

/** The verdict over the window and over its pieces, with the gaps of what is not proven. */
function decided(touched: Touched, record: StoreRecord, { accessors }: Answers, input: ExposureInput): Decided {
  const { store, groups } = touched
  const { window, gaps, coverage, everywhere, blocking, here } = input
  const doubts = doubtsOf(touched, accessors, window)
  const accesses = accessesIn(groups)
  const whole = stretchOfWindow(window)
  const complete = blocking.length > 0 ? [] : record.complete
  const doubtful = doubts.map((one) => one.stretch)
  const pieces = whole === null ? [] : piecesOf({ window: whole, complete, accessed: spanOf(accesses), doubtful })
  const isWhole = pieces.length > 0 && pieces.every((piece) => piece.verdict === 'untouched')
  const proof = isWhole ? completeRecord(record, window) : null
  const noted = noteDoubts(store, doubts, input)
  const kind = input.catalog.storeKinds.get(store.kind) ?? null
  const lacking = channelGaps({ store, record, window, anyLog: coverage.logs.length > 0 }, kind, gaps)
  const isComplete = whole !== null && isInside(whole, complete)
  const around = store.account === null ? [] : here(store.account, store.region)
  const ofRecord = [...(isComplete ? [] : [...lacking, ...everywhere, ...around]), ...blocking]
  const own = proof === null ? [...new Set([...ofRecord, ...noted])].sort() : []
  const verdict = decide({ accesses, gaps: own, record: proof, denial: null })
  return { verdict, record, doubts, pieces, gaps: own, recordGaps: ofRecord }
}

/**
 * Whether a group says something: where the record of calls is complete, who called is told by it, and a log that names no credential
 * has nothing to add. What is certainly the actor's counts everywhere: it would show that the record is not what it seems.
 */
export function tells(
  { witness, standing, first, last }: TouchGroup,
  { complete }: StoreRecord,
  { blocking }: Pick<ExposureInput, 'blocking'>,
): boolean {
  const isTold = blocking.length === 0 && isInside({ from: first, to: last + 1 }, complete)
  return witness === undefined || standing === 'strict' || !isTold
}

function judge(store: StoreName, answers: Answers, input: ExposureInput): StoreExposure {
  const record = recordOf(store, input)
  const groups = (answers.groups.get(store.id) ?? []).filter((group) => tells(group, record, input))
  const sets = answers.sets.filter((set) => set.holds(store))
  const bySets = sets.flatMap((set) => set.groups)
  const bySetOthers = sets.flatMap((set) => set.others)
  const others = [...(answers.others.get(store.id) ?? []), ...bySetOthers]
  const grants = standingGrants(answers.grants.get(store.id) ?? [], input)
  const earlierGrants = grants.filter((one) => input.window.from !== null && one.from < input.window.from)
  const byGrants = grantUses(answers.uses.get(store.id) ?? [], grants, answers.callers)
  const volume = addVolumes(store.id, answers.volumes.get(store.id) ?? [])
  const touched = { store, groups, bySets, earlierGrants, byGrants, others, bySetOthers }
  const possible = [
    ...effectsOf(groups, false),
    ...bySets.map((group) => group.effect),
    ...earlierGrants.map((grant) => grant.effect),
    ...byGrants.map(({ use }): Effect => (use.outcome === 'failed' ? 'attempted' : use.effect)),
  ]
  return {
    ...touched,
    ...decided(touched, record, answers, input),
    placed: answers.placed.get(store.id) ?? { listed: [], seen: false },
    effects: effectsOf(groups, true),
    possibleEffects: [...new Set(possible)].sort(),
    destinations: [...grants, ...copiesMade(groups)].sort(
      by(
        (one) => one.from,
        (one) => one.to,
        (one) => one.event,
      ),
    ),
    volume,
    taken: boundsOf({
      volume,
      witnessed: answers.witnessed.get(store.id) ?? [],
      measured: answers.measured.get(store.id) ?? [],
      meters: answers.meters.get(store.id) ?? [],
      window: input.window,
    }),
    touchedInTail: answers.inTail.has(store.id),
  }
}

/** All stores, and the judgements on who touched them. */
export interface JudgedStores {
  /** The store under which each id counts. */
  readonly names: StoreNames
  readonly stores: readonly StoreExposure[]
  readonly accessors: Accessors
}

/** Judges every store that the evidence names, in the order of their ids. */
export async function judgeStores(input: ExposureInput): Promise<JudgedStores> {
  const answers = await askStores(input)
  const stores = answers.stores.map((store) => judge(store, answers, input)).sort(by((one) => one.store.id))
  return { stores, accessors: answers.accessors, names: answers.names }
}
