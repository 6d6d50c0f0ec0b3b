import { type Coverage, readCoverage } from '../coverage/coverage.ts'
import { GapBook } from '../coverage/gap.ts'
import type { AcceptedAssumption } from '../domain/assumption.ts'
import { earliest, type Instant, latest, plus, type Window } from '../domain/instant.ts'
import { IdMaker, PremiseGraph } from '../domain/premise-graph.ts'
import type { ExposureInput } from '../exposure/store-answers.ts'
import type { CallGroup, Place } from '../facts/port.ts'
import type { Selection } from '../facts/selection.ts'
import { selectionWithin } from '../facts/within.ts'
import type { Closure } from '../taint/held.ts'
import type { Indicator } from '../taint/indicator.ts'
import { trace } from '../taint/trace.ts'
import type { Everywhere } from './everywhere.ts'
import type { AssessInput } from './input.ts'
import { usableAssumptions } from './usable-assumptions.ts'

/** The tools that one assessment shares: ids, gaps and premises. */
export interface Desk {
  readonly ids: IdMaker
  readonly gaps: GapBook
  readonly graph: PremiseGraph
}

/** Tools for one assessment. */
export function makeDesk(digest: AssessInput['digest']): Desk {
  const ids = new IdMaker(digest)
  return { ids, gaps: new GapBook(ids), graph: new PremiseGraph(ids) }
}

/**
 * When the actor came in: the earliest that an indicator of it says, else the time before which somebody takes it not to have been in;
 * null where nobody says (coverage.md 0).
 */
function entryOf(indicators: readonly Indicator[], assumptions: readonly AcceptedAssumption[]): Instant | null {
  const said = indicators
    .filter((one) => !one.ours)
    .reduce<Instant | null>((first, one) => earliest(first, one.window.from), null)
  const assumed = assumptions.filter((one) => one.kind === 'entry' && one.broken === null)
  return said ?? assumed.reduce<Instant | null>((last, one) => latest(last, one.window.to), null)
}

/**
 * When is asked about: from the entry time, else the first evidence, to the last instant for which delivery is known, else the end
 * of the evidence.
 */
function windowOf(asked: Window, entry: Instant | null, places: readonly Place[], { knownUntil }: Coverage): Window {
  const first = places.reduce<Instant | null>((least, place) => earliest(least, place.first), null)
  return { from: asked.from ?? entry ?? first, to: asked.to ?? earliest(knownUntil, cutoffOf(places)) }
}

function cutoffOf(places: readonly Place[]): Instant | null {
  return places.reduce<Instant | null>((last, place) => latest(last, place.last), null)
}

function beforeOf({ from }: Window, places: readonly Place[]): Window | null {
  const first = places.reduce<Instant | null>((least, place) => earliest(least, place.first), null)
  return from === null || first === null || first >= from ? null : { from: null, to: plus(from, -1) }
}

function tailOf(window: Window, cutoff: Instant | null): Window | null {
  if (window.to === null || cutoff === null || window.to >= cutoff) return null
  return { from: plus(window.to, 1), to: cutoff }
}

/** What every stage needs: the closure, the stretch that is asked about and the actor's calls in it. */
export interface Asked {
  readonly input: AssessInput
  readonly places: readonly Place[]
  readonly closure: Closure
  readonly window: Window
  readonly cutoff: Instant | null
  readonly entry: Instant | null
  readonly coverage: Coverage
  readonly selection: Selection
  readonly calls: readonly CallGroup[]
}

/** Asks everything that the stages start from. */
export async function askAll(input: AssessInput): Promise<Asked> {
  const { facts, indicators, catalog, delivered, evidence } = input
  const places = await facts.places()
  const closure = await trace(facts, indicators)
  const assumptions = usableAssumptions(input.assumptions, evidence, closure)
  const entry = entryOf(indicators, assumptions)
  const coverage = await readCoverage({ facts, catalog, places, assumptions, ...delivered })
  const window = windowOf(input.window, entry, places, coverage)
  const selection = selectionWithin(closure.selection, window)
  const cutoff = cutoffOf(places)
  return {
    input,
    places,
    closure,
    window,
    cutoff,
    entry,
    coverage,
    selection,
    calls: await facts.calls(selection),
  }
}

/** What the stores are judged from; `all` are the gaps that concern each of them, `here` those of a place. */
export function exposureInput(
  { input, places, closure, window, cutoff, entry, coverage, selection }: Asked,
  desk: Desk,
  { all, blocking, here }: Everywhere,
): ExposureInput {
  const [before, tail] = [beforeOf(window, places), tailOf(window, cutoff)]
  return {
    facts: input.facts,
    catalog: input.catalog,
    coverage,
    closure,
    entry,
    selection,
    earlier: before === null ? null : selectionWithin(closure.selection, before),
    tail: tail === null ? null : selectionWithin(closure.selection, tail),
    window,
    gaps: desk.gaps,
    everywhere: all,
    blocking,
    here,
  }
}
