import type { GapBook } from '../coverage/gap.ts'
import type { PremiseDraft, PremiseGraph } from '../domain/premise-graph.ts'
import type { Stretch } from '../domain/stretches.ts'
import type { Piece } from '../exposure/pieces.ts'
import type { StoreExposure } from '../exposure/stores.ts'
import type { OtherUse } from '../exposure/uses.ts'
import { accessPremise, grantPremise, grantUsePremise } from './access-proofs.ts'
import type { AccessorProofs } from './accessor-proofs.ts'
import { assumptionPremise } from './assumption-proofs.ts'
import type { IdentityProofs } from './identity-proofs.ts'
import type { RecordProofs } from './record-proofs.ts'
import { spanWords } from './record-words.ts'
import { becauseOf } from './store-words.ts'
import { counted, when } from './words.ts'

/** Adds the premise that something is missing, and gives its id. */
export function missingPremise(graph: PremiseGraph, gaps: GapBook, gapId: string): string {
  const gap = gaps.get(gapId)
  return graph.add({
    kind: 'missing',
    subject: gapId,
    says: gap === undefined ? `Gap ${gapId}.` : `Not known: ${gap.because}. It would be settled by: ${gap.settledBy}.`,
    unless: null,
    from: [],
    evidence: [],
    query: null,
  })
}

/** What makes the premises under a store's verdict. */
export interface Provers {
  readonly graph: PremiseGraph
  readonly gaps: GapBook
  readonly identities: IdentityProofs
  readonly records: RecordProofs
  readonly accessors: AccessorProofs
}

/** The premise that a store is where its record was looked for: each inventory that says so is enough, and so are its calls. */
function placePremise(graph: PremiseGraph, { store, placed }: StoreExposure): string {
  const base = { unless: null, from: [], evidence: [], query: null }
  const where = `account ${store.account}, region ${store.region}`
  const leaf = (subject: readonly unknown[], says: string, more: Partial<PremiseDraft>): string =>
    graph.add({ ...base, kind: 'evidence', subject: JSON.stringify(subject), says, ...more })
  const from = [
    ...placed.listed.map((ref) =>
      leaf(['listed', store.id, ref], `An inventory names it in ${where}.`, {
        evidence: [{ event: 'store-listed', ref }],
      }),
    ),
    ...(placed.seen
      ? [leaf(['seen', store.id], `Calls name it in ${where}.`, { query: { kind: 'store', store: store.id } })]
      : []),
  ]
  const [only] = from
  if (only !== undefined && from.length === 1) return only
  return leaf(['placed', store.id], `It is in ${where}, as ${from.length} sources say.`, { from, any: true })
}

/** The premise that somebody who touched a store for a time is accounted for; null where they are not. */
export function accessorPremise(
  { graph, accessors }: Pick<Provers, 'graph' | 'accessors'>,
  storeId: string,
  { caller, first, last, events }: OtherUse,
): string | null {
  const accounted = accessors.add(caller)
  if (accounted === null) return null
  return graph.add({
    kind: 'accessor',
    subject: JSON.stringify([storeId, caller, { from: first, to: last + 1 }]),
    says: `\`${caller}\` touched it (${counted(events, 'call')} ${when(first, last)}) and is accounted for.`,
    unless: null,
    from: [accounted],
    evidence: [],
    query: null,
  })
}

/** The premises that a store's record is complete over a stretch: where it is, and what records each way into it. */
export function recordPremises(
  { graph, records }: Pick<Provers, 'graph' | 'records'>,
  exposure: StoreExposure,
  stretch: Stretch,
): readonly string[] {
  const { place, ways } = exposure.record
  const complete = ways.flatMap(({ needs }) =>
    (needs ?? []).flatMap(({ need }) => (place === null ? [] : [records.record(place, need, stretch)])),
  )
  const assumed = ways.flatMap((way) => way.assumed.map(({ assumption }) => assumptionPremise(graph, assumption)))
  return [placePremise(graph, exposure), ...complete, ...assumed]
}

/** The premise that a store was not touched over one stretch: its record is complete, and everybody in it is accounted for. */
function pieceProof(provers: Provers, exposure: StoreExposure, { stretch }: Piece): string {
  const { graph, accessors } = provers
  const { store, others } = exposure
  const seen = others.filter(({ first, last }) => first < stretch.to && last >= stretch.from)
  const who = seen.flatMap((use) => accessorPremise({ graph, accessors }, store.id, use) ?? [])
  return graph.add({
    kind: 'record',
    subject: JSON.stringify(['untouched', store.id, stretch]),
    says: `The record of \`${store.name}\` is complete ${spanWords(stretch)}: no call of the actor is in it, and everybody in it is accounted for (${counted(who.length, 'caller')}).`,
    unless: null,
    from: [...recordPremises(provers, exposure, stretch), ...who],
    evidence: [],
    query: { kind: 'store', store: store.id },
  })
}

/** Adds the proof of one store's verdict and gives its id. */
export function addStoreProof(provers: Provers, exposure: StoreExposure): string {
  const { graph, gaps, identities } = provers
  const { store, verdict } = exposure
  const untouched = exposure.pieces.filter((piece) => piece.verdict === 'untouched')
  const missing = exposure.gaps.map((gap) => missingPremise(graph, gaps, gap))
  const relevant = verdict.kind === 'accessed' ? verdict.proof : [...exposure.groups, ...exposure.bySets]
  return graph.add({
    kind: 'verdict',
    subject: `store ${store.id}`,
    says: `\`${store.name}\` (${store.kind}) is ${verdict.kind}: ${becauseOf(exposure)}.`,
    unless: null,
    from: [
      ...relevant.map((group) => accessPremise(graph, identities, group)),
      ...exposure.earlierGrants.map((grant) => grantPremise(graph, store.id, grant)),
      ...exposure.byGrants.map((one) => grantUsePremise(graph, one)),
      ...(verdict.kind === 'accessed' ? [] : missing),
      ...untouched.map((piece) => pieceProof(provers, exposure, piece)),
    ],
    evidence: [],
    query: { kind: 'store', store: store.id },
  })
}
