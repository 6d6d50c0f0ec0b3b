import type { Window } from '../domain/instant.ts'
import { earliest, type Instant, instantOfMillis, latest } from '../domain/instant.ts'
import type { TakenBounds } from '../exposure/bounds.ts'
import type { Piece } from '../exposure/pieces.ts'
import type { StoreExposure } from '../exposure/stores.ts'
import type { IntervalResult, StoreResult } from './assessment.ts'
import type { Range } from './said.ts'
import { becauseOf } from './store-words.ts'
import { atLeast, NONE_TAKEN, rangeOf, timeOf } from './words.ts'

function wholeWindow(exposure: StoreExposure, window: Window): IntervalResult {
  const { kind: verdict } = exposure.verdict
  return { from: timeOf(window.from), to: timeOf(window.to), verdict, because: becauseOf(exposure), kind: 'window' }
}

const PIECE_WORDS: Readonly<Record<Piece['verdict'], string>> = {
  accessed: 'from the first to the last access of the actor',
  untouched: 'its record is complete, and everybody in it is accounted for',
  undetermined: 'its record is not proven whole',
  unreachable: 'nobody could reach it',
}

/** The window, cut where the verdict changes. Ends are instants of the stretch, in whole milliseconds. */
function piecesIn({ pieces, doubts }: StoreExposure): readonly IntervalResult[] {
  return pieces.map(({ stretch: { from, to }, verdict }): IntervalResult => {
    const doubt = doubts.find(({ stretch }) => stretch.from < to && stretch.to > from)
    const because = verdict === 'undetermined' && doubt !== undefined ? doubt.because : PIECE_WORDS[verdict]
    return {
      from: timeOf(instantOfMillis(from)),
      to: timeOf(instantOfMillis(to - 1)),
      verdict,
      because,
      kind: 'window',
    }
  })
}

function intervalsOf(exposure: StoreExposure, window: Window, cutoff: Instant | null): readonly IntervalResult[] {
  const inWindow = exposure.pieces.length > 1 ? piecesIn(exposure) : [wholeWindow(exposure, window)]
  if (window.to === null || cutoff === null || window.to >= cutoff) return inWindow
  const tail: IntervalResult = {
    from: timeOf(window.to),
    to: timeOf(cutoff),
    verdict: exposure.touchedInTail ? 'accessed' : 'undetermined',
    because: exposure.touchedInTail
      ? "calls of the actor lie behind the window's end"
      : 'outside the window that was asked for',
    kind: 'tail',
  }
  return [...inWindow, tail]
}

/** Writes what is known of one store as a row of the Assessment. */
export function storeResult(
  exposure: StoreExposure,
  window: Window,
  cutoff: Instant | null,
  { proof, assumptions, owners }: Pick<StoreResult, 'proof' | 'assumptions' | 'owners'>,
): StoreResult {
  const { store, verdict, volume, taken } = exposure
  const isNegative = verdict.kind === 'untouched' || verdict.kind === 'unreachable'
  const amount = (lower: number): Range => (isNegative ? NONE_TAKEN : atLeast(lower))
  const between = (range: TakenBounds['sent']): Range => (isNegative ? NONE_TAKEN : rangeOf(range))
  const accesses = verdict.kind === 'accessed' ? verdict.proof : []
  return {
    id: store.id,
    kind: store.kind,
    account: store.account ?? '',
    region: store.region ?? '',
    name: store.name,
    owners,
    verdict: verdict.kind,
    effects: exposure.effects,
    possibleEffects: exposure.possibleEffects,
    by: [...new Set(exposure.groups.filter((g) => g.standing === 'strict').map((g) => g.caller))].sort(),
    firstAccess: timeOf(accesses.reduce<Instant | null>((first, group) => earliest(first, group.first), null)),
    lastAccess: timeOf(accesses.reduce<Instant | null>((last, group) => latest(last, group.last), null)),
    because: `${becauseOf(exposure)}${assumptions.length === 0 ? '' : `, taking for true ${assumptions.join(', ')}`}`,
    intervals: intervalsOf(exposure, window, cutoff),
    destinations: exposure.destinations.map((one) => ({
      ...one,
      from: timeOf(one.from) ?? '',
      until: timeOf(one.until),
    })),
    bytes: {
      sent: between(taken.sent),
      distinct: between(taken.distinct),
      size: null,
      listings: amount(volume.listed),
    },
    objects: between(taken.objects),
    parts: [...new Set(accesses.flatMap((group) => group.part ?? []))].sort(),
    bounds: isNegative ? [] : taken.methods,
    gaps: exposure.gaps,
    assumptions,
    proof,
  }
}
