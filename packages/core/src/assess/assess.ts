import { stretchOfWindow } from '../coverage/complete-record.ts'
import { type Coverage, readCoverage } from '../coverage/coverage.ts'
import { GapBook } from '../coverage/gap.ts'
import type { AcceptedAssumption } from '../domain/assumption.ts'
import { earliest, type Instant, latest, plus, type Window } from '../domain/instant.ts'
import { IdMaker, PremiseGraph } from '../domain/premise-graph.ts'
import type { Accessors } from '../exposure/accessors.ts'
import { judgeAccounts } from '../exposure/accounts.ts'
import { judgeChanges } from '../exposure/changes.ts'
import { judgeStores, type StoreExposure } from '../exposure/stores.ts'
import { by } from '../facts/order.ts'
import type { CallGroup, Facts, Place } from '../facts/port.ts'
import { remembered } from '../facts/remembered.ts'
import type { Selection } from '../facts/selection.ts'
import { selectionWithin } from '../facts/within.ts'
import type { Closure } from '../taint/held.ts'
import type { Indicator } from '../taint/indicator.ts'
import { trace } from '../taint/trace.ts'
import { AccessorProofs } from './accessor-proofs.ts'
import { accountResult } from './account-results.ts'
import type { AccountResult, Assessed, Assessment, IdentityResult, StoreResult } from './assessment.ts'
import { assumptionsUnder } from './assumption-proofs.ts'
import { assumptionResults } from './assumption-results.ts'
import { undescribedCalls } from './calls.ts'
import { changeResult } from './change-results.ts'
import { gapsEverywhere } from './everywhere.ts'
import { describeIdentities } from './identities.ts'
import { IdentityProofs, indicatorPremise } from './identity-proofs.ts'
import type { AssessInput } from './input.ts'
import { RecordProofs } from './record-proofs.ts'
import { listRelated } from './related.ts'
import { listRequests } from './requests.ts'
import { addStoreProof, type Provers } from './store-proofs.ts'
import { storeResult } from './store-results.ts'
import { usableAssumptions } from './usable-assumptions.ts'
import { atLeast, timeOf } from './words.ts'

/** The tools that one assessment shares: ids, gaps and premises. */
interface Desk {
  readonly ids: IdMaker
  readonly gaps: GapBook
  readonly graph: PremiseGraph
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

/** How many calls an indicator names: those of the identities it seeds, or those that carry its address or user agent. */
async function eventsOf(facts: Facts, { kind, value, window, id }: Indicator, closure: Closure): Promise<number> {
  const named = [...closure.held.values()].filter((held) => held.ties.some((tie) => tie.indicator?.id === id))
  const isEvent = kind === 'address' || kind === 'user-agent'
  const matches = isEvent
    ? [{ on: kind, value, window }]
    : [...new Set([value, ...named.map((held) => held.caller)])].map((caller) => ({
        on: 'caller' as const,
        value: caller,
        window,
      }))
  const calls = await facts.calls({ holdings: [], matches, ours: [] })
  return calls.reduce((sum, group) => sum + group.events, 0)
}

async function indicatorRows(
  facts: Facts,
  indicators: readonly Indicator[],
  closure: Closure,
): Promise<Assessment['indicators']> {
  const rows = indicators.map(async (one) => {
    const { id, kind, value, ours, by: signer, window } = one
    const events = await eventsOf(facts, one, closure)
    return { id, kind, value, ours, from: timeOf(window.from), to: timeOf(window.to), by: signer, events }
  })
  return (await Promise.all(rows)).sort(
    by(
      (row) => (row.ours ? 1 : 0),
      (row) => row.value,
      (row) => row.id,
    ),
  )
}

function totalOf(stores: readonly StoreExposure[]): Assessment['volume'] {
  return {
    sent: atLeast(stores.reduce((sum, store) => sum + store.volume.sent, 0)),
    distinct: atLeast(stores.reduce((sum, store) => sum + store.volume.distinct, 0)),
    method:
      'lower bounds: bytes that records of successful object reads state; no upper bound, because no record is proven whole',
  }
}

function beforeOf({ from }: Window, places: readonly Place[]): Window | null {
  const first = places.reduce<Instant | null>((least, place) => earliest(least, place.first), null)
  return from === null || first === null || first >= from ? null : { from: null, to: plus(from, -1) }
}

function tailOf(window: Window, cutoff: Instant | null): Window | null {
  if (window.to === null || cutoff === null || window.to >= cutoff) return null
  return { from: plus(window.to, 1), to: cutoff }
}

function gapRows(gaps: GapBook): Assessment['gaps'] {
  return Object.fromEntries(
    gaps
      .entries()
      .map(([id, { kind, source, from, to, because, settledBy }]) => [
        id,
        { kind, source, from: timeOf(from), to: timeOf(to), because, settledBy },
      ]),
  )
}

/** What every stage needs: the closure, the stretch that is asked about and the actor's calls in it. */
interface Asked {
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

async function askAll(input: AssessInput): Promise<Asked> {
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

interface Judged {
  readonly identities: readonly IdentityResult[]
  readonly accounts: readonly AccountResult[]
  readonly stores: readonly StoreResult[]
  readonly volume: Assessment['volume']
}

/** What makes the premises under the verdicts of stores. */
function proversOf(
  { input, coverage, entry, window }: Asked,
  { graph, gaps }: Desk,
  identities: IdentityProofs,
  accessors: Accessors,
): Provers {
  const records = new RecordProofs(graph, coverage, input.catalog)
  const stretch = stretchOfWindow(window)
  const birthsPremise = (account: string): readonly string[] =>
    stretch === null ? [] : coverage.birthsIn(account).map(({ place, need }) => records.record(place, need, stretch))
  return {
    graph,
    gaps,
    identities,
    records,
    accessors: new AccessorProofs({ graph, accessors, entry, window, birthsPremise }),
  }
}

async function judgeAll(asked: Asked, desk: Desk): Promise<Judged> {
  const { input, places, closure, window, cutoff, entry, coverage, selection, calls } = asked
  const proofs = new IdentityProofs(desk.graph, closure)
  for (const indicator of input.indicators) indicatorPremise(desk.graph, indicator)
  const identities = await describeIdentities(input.facts, closure, cutoff, proofs)
  const everywhere = gapsEverywhere(input.evidence, window, desk.gaps)
  const [before, tail] = [beforeOf(window, places), tailOf(window, cutoff)]
  const { stores, accessors } = await judgeStores({
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
    everywhere: everywhere.all,
    blocking: everywhere.blocking,
  })
  const provers = proversOf(asked, desk, proofs, accessors)
  const principals = identities.flatMap((one) => (one.account === '' ? [] : [one.account]))
  const accesses = stores.flatMap(({ verdict }) => (verdict.kind === 'accessed' ? verdict.proof : []))
  const accounts = judgeAccounts({
    places,
    calls,
    accesses,
    principals,
    window,
    gaps: desk.gaps,
    everywhere: everywhere.all,
  })
  return {
    identities,
    accounts: accounts.map((one) => accountResult(one, desk, proofs)),
    stores: stores.map((one) => {
      const proof = addStoreProof(provers, one)
      const assumptions = assumptionsUnder(desk.graph, proof, asked.coverage.assumptions)
      return storeResult(one, window, cutoff, { proof, assumptions })
    }),
    volume: totalOf(stores),
  }
}

/**
 * Makes the assessment of a case from its facts, evidence and indicators. Pure: equal inputs give equal results, in equal order.
 * Nothing is `unreachable` yet: no stage makes the proof that this verdict carries.
 */
export async function assess(asking: AssessInput): Promise<Assessed> {
  const input = { ...asking, facts: remembered(asking.facts) }
  const ids = new IdMaker(input.digest)
  const desk: Desk = { ids, gaps: new GapBook(ids), graph: new PremiseGraph(ids) }
  const asked = await askAll(input)
  const { closure, window, cutoff, calls } = asked
  const { identities, accounts, stores, volume } = await judgeAll(asked, desk)
  const changes = await judgeChanges(input.facts, asked.selection)
  const assessment: Assessment = {
    schemaVersion: '1.0',
    scopeVersion: input.scopeVersion,
    window: { from: timeOf(window.from), to: timeOf(window.to) },
    evidenceCutoff: timeOf(cutoff),
    accounting: input.evidence.accounting,
    indicators: await indicatorRows(input.facts, input.indicators, closure),
    accounts,
    identities,
    related: await listRelated(input.facts, closure),
    changes: changes.map((one) => changeResult(one, ids)),
    stores,
    calls: undescribedCalls(calls, input.catalog),
    gaps: gapRows(desk.gaps),
    assumptions: assumptionResults(asked.coverage.assumptions),
    requests: listRequests({ evidenceKinds: input.evidenceKinds, accounts, stores, window, ids }),
    volume,
    contradictions: [],
    calibration: { agree: 0, observed: 0 },
    ledger: [],
    duties: [],
    inputs: input.evidence.inputs,
  }
  return { assessment, premises: desk.graph.list() }
}
