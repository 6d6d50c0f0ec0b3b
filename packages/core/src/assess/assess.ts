import { stretchOfWindow } from '../coverage/complete-record.ts'
import type { GapBook } from '../coverage/gap.ts'
import type { Accessors } from '../exposure/accessors.ts'
import { judgeAccounts } from '../exposure/accounts.ts'
import { judgeChanges } from '../exposure/changes.ts'
import { judgeOwners, NO_OWNERS_JUDGED } from '../exposure/owners.ts'
import { judgeStores, type StoreExposure } from '../exposure/stores.ts'
import { by } from '../facts/order.ts'
import type { Facts } from '../facts/port.ts'
import { remembered } from '../facts/remembered.ts'
import type { Closure } from '../taint/held.ts'
import type { Indicator } from '../taint/indicator.ts'
import { AccessorProofs } from './accessor-proofs.ts'
import { accountResult } from './account-results.ts'
import { type Asked, askAll, type Desk, exposureInput, makeDesk } from './asked.ts'
import type { AccountResult, Assessed, Assessment, IdentityResult, StoreResult } from './assessment.ts'
import { assumptionsUnder } from './assumption-proofs.ts'
import { assumptionResults } from './assumption-results.ts'
import { undescribedCalls } from './calls.ts'
import { changeResult } from './change-results.ts'
import { contradictionsIn } from './contradictions.ts'
import { gapsEverywhere } from './everywhere.ts'
import { describeIdentities } from './identities.ts'
import { IdentityProofs, indicatorPremise } from './identity-proofs.ts'
import type { AssessInput } from './input.ts'
import { type OwnerDesk, ownerResults } from './owner-results.ts'
import { RecordProofs } from './record-proofs.ts'
import { listRelated } from './related.ts'
import { listRequests } from './requests.ts'
import { addStoreProof, type Provers } from './store-proofs.ts'
import { storeResult } from './store-results.ts'
import { atLeast, timeOf } from './words.ts'

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
    sent: atLeast(stores.reduce((sum, store) => sum + store.taken.sent.lower, 0)),
    distinct: atLeast(stores.reduce((sum, store) => sum + store.taken.distinct.lower, 0)),
    method:
      'lower bounds: bytes that records of successful object reads state, of each store the kind of evidence that shows most; no upper bound, because nothing in evidence counts every byte of stores that no record names',
  }
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

interface Judged {
  readonly identities: readonly IdentityResult[]
  readonly accounts: readonly AccountResult[]
  readonly stores: readonly StoreResult[]
  readonly owners: Pick<Assessment, 'owners' | 'unmapped'>
  readonly volume: Assessment['volume']
  readonly contradictions: readonly string[]
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
  const { input, places, closure, window, cutoff, calls } = asked
  const proofs = new IdentityProofs(desk.graph, closure)
  for (const indicator of input.indicators) indicatorPremise(desk.graph, indicator)
  const identities = await describeIdentities(input.facts, closure, cutoff, proofs)
  const everywhere = gapsEverywhere(input.evidence, asked.coverage, { window, gaps: desk.gaps })
  const exposed = exposureInput(asked, desk, everywhere)
  const judgedStores = await judgeStores(exposed)
  const { stores, accessors } = judgedStores
  const owned = input.owners === null ? NO_OWNERS_JUDGED : await judgeOwners(input.owners.map, judgedStores, exposed)
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
    here: everywhere.here,
  })
  const proven = stores.map((one) => ({ one, proof: addStoreProof(provers, one) }))
  const proofOf = new Map(proven.map(({ one, proof }) => [one.store.id, proof]))
  const under = (proof: string): readonly string[] => assumptionsUnder(desk.graph, proof, asked.coverage.assumptions)
  const storeProof = (id: string): string => proofOf.get(id) ?? ''
  const ownerDesk: OwnerDesk = {
    ...{ provers, window, assumptionsUnder: under },
    storeProof,
  }
  return {
    identities,
    accounts: accounts.map((one) => accountResult(one, desk, proofs)),
    stores: proven.map(({ one, proof }) => {
      const assumptions = under(proof)
      const owners = owned.byStore.get(one.store.id) ?? []
      return storeResult(one, window, cutoff, { proof, assumptions, owners })
    }),
    owners: ownerResults(owned, ownerDesk),
    volume: totalOf(stores),
    contradictions: contradictionsIn(stores, storeProof),
  }
}

/**
 * Makes the assessment of a case from its facts, evidence and indicators. Pure: equal inputs give equal results, in equal order.
 * Nothing is `unreachable` yet: no stage makes the proof that this verdict carries.
 */
export async function assess(asking: AssessInput): Promise<Assessed> {
  const input = { ...asking, facts: remembered(asking.facts) }
  const desk = makeDesk(input.digest)
  const asked = await askAll(input)
  const { closure, window, cutoff, calls } = asked
  const { identities, accounts, stores, owners, volume, contradictions } = await judgeAll(asked, desk)
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
    changes: changes.map((one) => changeResult(one, desk.ids)),
    stores,
    ownersMap: input.owners?.sha256 ?? null,
    ...owners,
    calls: undescribedCalls(calls, input.catalog),
    gaps: gapRows(desk.gaps),
    assumptions: assumptionResults(asked.coverage.assumptions),
    requests: listRequests({ evidenceKinds: input.evidenceKinds, accounts, stores, window, ids: desk.ids }),
    volume,
    contradictions,
    calibration: { agree: 0, observed: 0 },
    ledger: [],
    duties: [],
    inputs: input.evidence.inputs,
  }
  return { assessment, premises: desk.graph.list() }
}
