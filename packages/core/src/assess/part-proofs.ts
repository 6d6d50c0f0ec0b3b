import { stretchOfWindow } from '../coverage/complete-record.ts'
import type { Window } from '../domain/instant.ts'
import type { PartExposure } from '../exposure/parts.ts'
import type { OtherUse } from '../exposure/uses.ts'
import type { TouchGroup } from '../facts/port.ts'
import { grantPremise, grantUsePremise, queryOf } from './access-proofs.ts'
import { partBecause, partWords } from './part-words.ts'
import { spanWords } from './record-words.ts'
import { accessorPremise, missingPremise, type Provers, recordPremises } from './store-proofs.ts'
import { doingOf, witnessOf } from './store-words.ts'
import { counted, when } from './words.ts'

function keyOf({ kind, prefix, of }: PartExposure): readonly unknown[] {
  return [of.store.id, kind, prefix]
}

/** The premise that calls were, or may have been, of a part. */
function callsPremise({ graph, identities }: Provers, part: PartExposure, group: TouchGroup, isOfIt: boolean): string {
  const { caller, effect, outcome, standing, grantee, payload } = group
  const more = [group.part, witnessOf(group)]
  const ends = group.events === 1 ? [group.firstEvent] : [group.firstEvent, group.lastEvent]
  const about = isOfIt ? '' : '; they name no object'
  return graph.add({
    kind: outcome === 'ok' ? 'access' : 'attempt',
    subject: JSON.stringify([
      ...['part', ...keyOf(part), isOfIt, caller, effect, outcome, standing, grantee, payload],
      ...more,
    ]),
    says: `${partWords(part)}: ${doingOf(group)}${about}.`,
    unless: standing === 'strict' ? null : "these calls were not the actor's",
    from: identities.namedCalls(caller),
    evidence: ends.map((one) => ({ event: one.eventId, ref: one.ref })),
    query: queryOf(group),
  })
}

/** The premise that somebody who is in doubt touched the store, and nothing of the part. */
function outsidePremise({ graph }: Provers, part: PartExposure, { caller, first, last, events }: OtherUse): string {
  return graph.add({
    kind: 'accessor',
    subject: JSON.stringify(['outside', ...keyOf(part), caller, first, last]),
    says: `\`${caller}\` touched \`${part.of.store.name}\` (${counted(events, 'call')} ${when(first, last)}), and each of its calls names an object outside of the part.`,
    unless: null,
    from: [],
    evidence: [],
    query: { kind: 'store', store: part.of.store.id },
  })
}

/** The premise that a part was not touched: the record of its store is complete, and whoever touched the part is accounted for. */
function untouchedPremise(provers: Provers, part: PartExposure, window: Window): readonly string[] {
  const stretch = stretchOfWindow(window)
  if (stretch === null) return []
  const { store, others } = part.of
  const who = others.map((use) => accessorPremise(provers, store.id, use) ?? outsidePremise(provers, part, use))
  const id = provers.graph.add({
    kind: 'record',
    subject: JSON.stringify(['untouched part', ...keyOf(part), stretch]),
    says: `The record of \`${store.name}\` is complete ${spanWords(stretch)}, and whoever may have touched the part is accounted for (${counted(who.length, 'caller')} on the store).`,
    unless: null,
    from: [...recordPremises(provers, part.of, stretch), ...who],
    evidence: [],
    query: { kind: 'store', store: store.id },
  })
  return [id]
}

/** Adds the proof of the verdict of one part and gives its id; that of a whole store is the store's own. */
export function addPartProof(provers: Provers, part: PartExposure, storeProof: string, window: Window): string {
  const { graph, gaps } = provers
  const { of, kind, verdict } = part
  if (kind === 'whole') return storeProof
  const isAccessed = verdict.kind === 'accessed'
  const relevant = isAccessed ? verdict.proof : part.groups
  return graph.add({
    kind: 'verdict',
    subject: JSON.stringify(['part', ...keyOf(part)]),
    says: `${partWords(part)} is ${verdict.kind}: ${partBecause(part)}.`,
    unless: kind === 'prefix' ? 'the store writes these names in another way than the owners map' : null,
    from: [
      ...relevant.map((group) => callsPremise(provers, part, group, true)),
      ...(isAccessed ? [] : part.unnamed.map((group) => callsPremise(provers, part, group, false))),
      ...(kind === 'unnamed' ? [] : of.earlierGrants.map((grant) => grantPremise(graph, of.store.id, grant))),
      ...(kind === 'unnamed' ? [] : of.byGrants.map((one) => grantUsePremise(graph, one))),
      ...(isAccessed ? [] : part.gaps.map((gap) => missingPremise(graph, gaps, gap))),
      ...(verdict.kind === 'untouched' ? untouchedPremise(provers, part, window) : []),
    ],
    evidence: [],
    query: { kind: 'store', store: of.store.id },
  })
}
