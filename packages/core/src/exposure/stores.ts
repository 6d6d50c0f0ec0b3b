import { channelGaps } from '../coverage/channel-gaps.ts'
import type { Effect, StoreName, Touch } from '../domain/touch.ts'
import { by } from '../facts/order.ts'
import type { StoreVolume, TouchGroup } from '../facts/port.ts'
import { copiesMade, type Destination, grantsOpened } from './destinations.ts'
import { type GrantUse, grantUses } from './grant-uses.ts'
import { type Answers, askStores, type ExposureInput } from './store-answers.ts'
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
  readonly gaps: readonly string[]
  /** Whether an access lies between the window's end and the evidence's. */
  readonly touchedInTail: boolean
}

function effectsOf(groups: readonly TouchGroup[], strict: boolean): readonly Effect[] {
  const chosen = groups.filter((group) => (group.standing === 'strict') === strict)
  const effects = chosen.map((group): Effect => (group.outcome === 'failed' ? 'attempted' : group.effect))
  return [...new Set(effects)].sort()
}

function addVolumes(storeId: string, volumes: readonly StoreVolume[]): StoreVolume {
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

function judge(store: StoreName, answers: Answers, input: ExposureInput): StoreExposure {
  const groups = answers.groups.get(store.id) ?? []
  const own = channelGaps(store, input.storeKinds.get(store.kind) ?? null, input.window, input.gaps)
  const gaps = [...new Set([...own, ...input.everywhere])].sort()
  const bySets = answers.sets.flatMap((set) => (set.holds(store) ? set.groups : []))
  const grants = standingGrants(answers.grants.get(store.id) ?? [], input)
  const earlierGrants = grants.filter((one) => input.window.from !== null && one.from < input.window.from)
  const byGrants = grantUses(answers.uses.get(store.id) ?? [], grants, answers.callers)
  const possible = [
    ...effectsOf(groups, false),
    ...bySets.map((group) => group.effect),
    ...earlierGrants.map((grant) => grant.effect),
    ...byGrants.map(({ use }): Effect => (use.outcome === 'failed' ? 'attempted' : use.effect)),
  ]
  return {
    store,
    verdict: decide({ accesses: accessesIn(groups), gaps, record: null, denial: null }),
    effects: effectsOf(groups, true),
    possibleEffects: [...new Set(possible)].sort(),
    groups,
    bySets,
    destinations: [...grants, ...copiesMade(groups)].sort(
      by(
        (one) => one.from,
        (one) => one.to,
        (one) => one.event,
      ),
    ),
    earlierGrants,
    byGrants,
    volume: addVolumes(store.id, answers.volumes.get(store.id) ?? []),
    gaps,
    touchedInTail: answers.inTail.has(store.id),
  }
}

/** Judges every store that the evidence names, in the order of their ids. */
export async function judgeStores(input: ExposureInput): Promise<readonly StoreExposure[]> {
  const answers = await askStores(input)
  return answers.stores.map((store) => judge(store, answers, input)).sort(by((one) => one.store.id))
}
