import { formatInstant } from '../domain/instant.ts'
import type { PremiseQuery } from '../domain/premise.ts'
import type { PremiseGraph } from '../domain/premise-graph.ts'
import type { Destination } from '../exposure/destinations.ts'
import type { GrantUse } from '../exposure/grant-uses.ts'
import type { TouchGroup, WitnessSource } from '../facts/port.ts'
import type { IdentityProofs } from './identity-proofs.ts'
import { doingOf, witnessOf } from './store-words.ts'

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

/** Adds the premise that calls were, or may have been, the actor's. */
export function accessPremise(graph: PremiseGraph, identities: IdentityProofs, group: TouchGroup): string {
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
