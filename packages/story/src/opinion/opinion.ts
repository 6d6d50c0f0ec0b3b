import { iso } from '../time.ts'
import { type Accessor, Accounting, hoursOf, isInside, type Window } from './accessors.ts'
import { closure, isActors, type Seed } from './closure.ts'
import { type Cell, Completeness } from './complete.ts'
import { type EvidenceFile, readEvidence, recordsOf } from './evidence.ts'
import type { Channel } from './selection.ts'
import { type Asked, channelsOf, isAccess, isOnlyWriting } from './touches.ts'

export interface Question {
  readonly window: Window
  readonly seeds: readonly Seed[]
  /** Addresses from which the seeds are used by their owners. */
  readonly ours: readonly string[]
  readonly stores: readonly Asked[]
}

/** One store in one stretch: whether its record is complete by section 2, and if not why. */
export interface CellOpinion {
  readonly from: string
  readonly to: string
  readonly isComplete: boolean
  readonly gaps: readonly string[]
}

export interface StoreOpinion {
  readonly store: string
  readonly cells: readonly CellOpinion[]
  /** Somebody in the closure of the seeds is recorded there. */
  readonly isAccessed: boolean
  readonly accessors: readonly Accessor[]
  /** Complete in every cell, and every accessor accounted for by section 3. */
  readonly isUntouched: boolean
}

function gapsOf(complete: Completeness, store: Asked, cell: Cell): readonly string[] {
  const gaps = channelsOf(store).flatMap((channel: Channel | null) =>
    channel === null
      ? ['a way in that no trail records']
      : complete.gaps(channel, cell).map((gap) => `${channel.kind}: ${gap}`),
  )
  return [...new Set(gaps)]
}

/** Hours, and besides every instant at which a trail was changed. */
function cutsOf(complete: Completeness, window: Window): readonly number[] {
  const changes = complete.configurations.flatMap((one) => one.changes())
  const inside = changes.filter((at) => at > window.from && at < window.to)
  return [...new Set([...hoursOf(window), ...inside, window.to])].sort((left, right) => left - right)
}

function cellsOf(complete: Completeness, store: Asked, cuts: readonly number[]): readonly CellOpinion[] {
  return cuts.slice(0, -1).map((from, at) => {
    const to = cuts[at + 1] ?? from
    const gaps = gapsOf(complete, store, { account: store.account, region: store.region, from, to })
    return { from: iso(from), to: iso(to), isComplete: gaps.length === 0, gaps }
  })
}

/** A second, slow answer to the question whether evidence shows stores untouched, from `facts` of the rules alone. */
export function opinionOf(
  files: readonly EvidenceFile[],
  { window, seeds, ours, stores }: Question,
): readonly StoreOpinion[] {
  const evidence = readEvidence(files)
  const records = recordsOf(evidence)
  const complete = new Completeness(evidence, records)
  const held = closure(records, seeds, ours)
  const accounting = new Accounting(records, held, complete, window)
  const cuts = cutsOf(complete, window)
  return stores.map((store) => {
    const accesses = records.filter((record) => isInside(window, record) && isAccess(record, store))
    const cells = cellsOf(complete, store, cuts)
    const accessors = accounting.accessors(accesses)
    const isWhole = cells.every(({ isComplete }) => isComplete)
    const isAccessed = accesses.some((record) => isActors(held, record) && !isOnlyWriting(record, store))
    const areAccounted = accessors.every(({ doubt }) => doubt === null)
    return { store: store.arn, cells, isAccessed, accessors, isUntouched: isWhole && !isAccessed && areAccounted }
  })
}
