import type { Assessed, Assessment, ChangeResult } from '@verascope/core/assess/assessment'
import type { Premise } from '@verascope/core/domain/premise'

/** What an id or a name stands for: one premise, several, or nothing. */
export type Resolved =
  | { readonly kind: 'premise'; readonly root: Premise }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly kind: 'unknown' }

/** A change is shown by its own call and by the proof of the identity that made it. */
function changePremise(change: ChangeResult, assessment: Assessment): Premise {
  const who = assessment.identities.find((one) => one.id === change.by)
  const end = change.revertedBy === null ? '' : ` by event \`${change.revertedBy}\``
  return {
    id: change.id,
    kind: 'access',
    subject: change.id,
    says: `\`${change.by}\` ${change.what} at ${change.at}; it is ${change.state}${end}.`,
    unless: change.strict ? null : "the identity that made the change was not the actor's",
    from: who === undefined ? [] : [who.proof],
    evidence: [],
    query: { kind: 'event', event: change.event },
  }
}

type Named = readonly (readonly [string, string])[]

/** The first reading of a name that finds something: a store's id, an identity's, an account's, a store's name. A host is a store and an identity. */
function proofIdsOf(name: string, { stores, identities, accounts }: Assessment): Named {
  const readings: readonly Named[] = [
    stores.filter((one) => one.id === name).map((one) => [one.id, one.proof] as const),
    identities.filter((one) => one.id === name).map((one) => [one.id, one.proof] as const),
    accounts
      .filter((one) => one.id === name || (one.name === name && name !== ''))
      .map((one) => [one.id, one.proof] as const),
    stores.filter((one) => one.name === name).map((one) => [one.id, one.proof] as const),
  ]
  return readings.find((found) => found.length > 0) ?? []
}

/** Finds what to prove: a premise, gap or change by its id, a store, identity or account by its id or name. */
export function resolveProof(asked: string, { assessment, premises }: Assessed): Resolved {
  const change = assessment.changes.find((one) => one.id === asked)
  if (change !== undefined) return { kind: 'premise', root: changePremise(change, assessment) }
  const direct = premises.find((one) => one.id === asked || (one.kind === 'missing' && one.subject === asked))
  if (direct !== undefined) return { kind: 'premise', root: direct }
  const named = proofIdsOf(asked, assessment)
  const ids = [...new Set(named.map(([, proof]) => proof))]
  if (ids.length > 1) return { kind: 'ambiguous', candidates: named.map(([id, proof]) => `${id}  ${proof}`) }
  const root = premises.find((one) => one.id === ids[0])
  return root === undefined ? { kind: 'unknown' } : { kind: 'premise', root }
}
