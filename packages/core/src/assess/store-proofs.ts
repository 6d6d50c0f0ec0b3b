import type { GapBook } from '../coverage/gap.ts'
import { formatInstant } from '../domain/instant.ts'
import type { PremiseQuery } from '../domain/premise.ts'
import type { PremiseDraft, PremiseGraph } from '../domain/premise-graph.ts'
import type { Stretch } from '../domain/stretches.ts'
import type { Destination } from '../exposure/destinations.ts'
import type { GrantUse } from '../exposure/grant-uses.ts'
import type { Piece } from '../exposure/pieces.ts'
import type { StoreExposure } from '../exposure/stores.ts'
import type { OtherUse } from '../exposure/uses.ts'
import type { StoreUse, TouchGroup, WitnessSource } from '../facts/port.ts'
import type { AccessorProofs } from './accessor-proofs.ts'
import { assumptionPremise } from './assumption-proofs.ts'
import type { IdentityProofs } from './identity-proofs.ts'
import type { RecordProofs } from './record-proofs.ts'
import { spanWords } from './record-words.ts'
import { counted, EFFECT_WORDS, when } from './words.ts'

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

/** What equal calls did, how often and when, in words. */
export function doingOf(group: StoreUse): string {
  const part = group.part === null ? '' : `all of \`${group.part}\` in `
  const target = `${part}\`${group.store.name}\``
  const to = group.grantee === null ? '' : ` to \`${group.grantee}\``
  const seen = witnessOf(group)
  const times = `${counted(group.events, seen === null ? 'call' : 'record')} ${when(group.first, group.last)}${seen === null ? '' : `, as ${seen.evidence} shows`}`
  if (group.outcome === 'failed')
    return `\`${group.caller}\` tried and failed: the call would have ${EFFECT_WORDS[group.effect]} ${target} (${times})`
  return `\`${group.caller}\` ${EFFECT_WORDS[group.effect]} ${target}${to} (${times})`
}

/** What shows equal calls, where no record of calls does. */
export function witnessOf(group: StoreUse | TouchGroup): WitnessSource | null {
  return 'witness' in group && group.witness !== undefined ? group.witness : null
}

/** By what a witness names somebody, the most telling first. */
function whoOf({ credential, principal, address }: WitnessSource) {
  if (credential !== null) return { by: 'credential', value: credential } as const
  return principal === null
    ? ({ by: 'address', value: address ?? '' } as const)
    : ({ by: 'principal', value: principal } as const)
}

/** Which rows show a group of calls. */
export function queryOf(group: TouchGroup): PremiseQuery {
  const { store, caller, effect, outcome } = group
  const seen = witnessOf(group)
  return seen === null
    ? { kind: 'touches', store: store.id, caller, effect, outcome }
    : { kind: 'witnesses', evidence: seen.evidence, store: store.id, who: whoOf(seen), effect, outcome }
}

function accessPremise(graph: PremiseGraph, identities: IdentityProofs, group: TouchGroup): string {
  const { store, caller, effect, outcome, standing, grantee, payload, part } = group
  const seen = witnessOf(group)
  const ends = group.events === 1 ? [group.firstEvent] : [group.firstEvent, group.lastEvent]
  const doubt =
    standing === 'either' ? " Both an indicator of the actor's and one of the owner's claim these calls." : ''
  return graph.add({
    kind: outcome === 'ok' ? 'access' : 'attempt',
    subject: JSON.stringify([
      store.id,
      caller,
      effect,
      outcome,
      standing,
      grantee,
      payload,
      ...(part === null ? [] : [part]),
      ...(seen === null ? [] : [seen]),
    ]),
    says: `${doingOf(group)}.${doubt}`,
    unless: standing === 'strict' ? null : "these calls were not the actor's",
    from: identities.namedCalls(caller),
    evidence: ends.map((one) => ({ event: one.eventId, ref: one.ref })),
    query: queryOf(group),
  })
}

/** Adds the premise that a call of the actor opened a store to somebody. */
export function grantPremise(graph: PremiseGraph, storeId: string, grant: Destination): string {
  const end = grant.until === null ? 'still stands' : `stood until ${formatInstant(grant.until)}`
  return graph.add({
    kind: 'grant',
    subject: JSON.stringify([storeId, grant.event, grant.to, grant.effect]),
    says: `A call of the actor opened it to \`${grant.to}\` at ${formatInstant(grant.from)}, and that ${end}.`,
    unless: null,
    from: [],
    evidence: [],
    query: { kind: 'event', event: grant.event },
  })
}

/** Adds the premise that somebody whom a grant let in used a store. */
export function grantUsePremise(graph: PremiseGraph, { use, grant }: GrantUse): string {
  const { store, caller, effect, outcome, payload, part } = use
  return graph.add({
    kind: outcome === 'ok' ? 'access' : 'attempt',
    subject: JSON.stringify([
      store.id,
      caller,
      effect,
      outcome,
      'grant',
      grant.event,
      payload,
      ...(part === null ? [] : [part]),
    ]),
    says: `${doingOf(use)}; a call of the actor had opened it to \`${grant.to}\`.`,
    unless: 'whom the grant let in was not the actor',
    from: [grantPremise(graph, store.id, grant)],
    evidence: [{ event: use.firstEvent.eventId, ref: use.firstEvent.ref }],
    query: { kind: 'touches', store: store.id, caller, effect, outcome },
  })
}

/** How many calls show an access; where no record of calls does, how many records of what evidence. They are never added up. */
export function usesWords(proof: readonly TouchGroup[]): string {
  const calls = proof.filter((group) => witnessOf(group) === null)
  const sumOf = (groups: readonly TouchGroup[]): number => groups.reduce((sum, group) => sum + group.events, 0)
  if (calls.length > 0) return counted(sumOf(calls), 'successful call')
  const kinds = [...new Set(proof.flatMap((group) => witnessOf(group)?.evidence ?? []))].sort()
  return `${counted(sumOf(proof), 'record')} (${kinds.join(', ')})`
}

/** One sentence on why the verdict of a store is what it is. */
export function becauseOf(exposure: StoreExposure): string {
  const { verdict, effects, possibleEffects } = exposure
  if (verdict.kind === 'accessed') {
    const first = verdict.proof.reduce(
      (least, group) => (group.first < least ? group.first : least),
      verdict.proof[0].first,
    )
    const shown = [...new Set(verdict.proof.map((group) => EFFECT_WORDS[group.effect]))].join(', ')
    const parts = [...new Set(verdict.proof.flatMap((group) => group.part ?? []))].sort()
    const whole = parts.length === 0 ? '' : `; all of ${parts.map((part) => `\`${part}\``).join(', ')}`
    return `${shown}: ${usesWords(verdict.proof)} of the actor, first ${when(first, first)}${whole}`
  }
  if (verdict.kind === 'untouched')
    return effects.includes('attempted')
      ? 'its record is complete: the actor tried and failed, and everybody else in it is accounted for'
      : 'its record is complete, and no call of the actor is in it'
  if (exposure.doubts.length > 0 && exposure.pieces.some((piece) => piece.verdict === 'untouched'))
    return `its record is complete in part, and ${exposure.doubts[0]?.because ?? 'somebody in it is not accounted for'}`
  if (exposure.pieces.some((piece) => piece.verdict === 'untouched'))
    return 'its record is proven whole for a part of the window only'
  if (exposure.bySets.length > 0)
    return `the actor acted on a set that it may belong to (${possibleEffects.join(', ')}); the record does not show the members`
  if (exposure.earlierGrants.length > 0)
    return `a grant that the actor opened before the window stood in it (${possibleEffects.join(', ')})`
  if (possibleEffects.length > 0) return `only calls that may be the actor's touched it (${possibleEffects.join(', ')})`
  if (effects.includes('attempted')) return 'the actor tried and failed; other ways in are not shown to be untouched'
  if (effects.length > 0)
    return `the actor's calls did not read it (${effects.join(', ')}), but its record is not proven whole`
  return 'no call of the actor that reads or changes it is recorded, and its record is not proven whole'
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
