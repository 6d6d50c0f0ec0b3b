import type { GapBook } from '../coverage/gap.ts'
import { earliest, type Instant, latest } from '../domain/instant.ts'
import type { PremiseGraph } from '../domain/premise-graph.ts'
import type { AccountExposure } from '../exposure/accounts.ts'
import type { AccountResult } from './assessment.ts'
import type { IdentityProofs } from './identity-proofs.ts'
import { missingPremise } from './store-proofs.ts'
import { timeOf } from './words.ts'

/** Where the premises and gaps of an assessment are kept. */
interface Books {
  readonly gaps: GapBook
  readonly graph: PremiseGraph
}

/** Writes what is known of one account as a row of the Assessment, with its proof. */
export function accountResult(account: AccountExposure, { gaps, graph }: Books, proofs: IdentityProofs): AccountResult {
  const callers = [...new Set(account.calls.map((group) => group.caller))].sort()
  const [firstCall] = [...account.calls].sort((a, b) => a.first - b.first)
  const missing = account.gaps.map((gap) => missingPremise(graph, gaps, gap))
  const proof = graph.add({
    kind: 'entered',
    subject: `account ${account.id}`,
    says: `Account ${account.id} entered: ${account.entered}; ${account.because}.`,
    unless: null,
    from: [...callers.flatMap((caller) => proofs.namedCalls(caller)), ...(account.entered === 'yes' ? [] : missing)],
    evidence: firstCall === undefined ? [] : [{ event: firstCall.firstEvent.eventId, ref: firstCall.firstEvent.ref }],
    query: null,
  })
  return {
    id: account.id,
    name: '',
    entered: account.entered,
    by: callers,
    first: timeOf(account.calls.reduce<Instant | null>((first, group) => earliest(first, group.first), null)),
    last: timeOf(account.calls.reduce<Instant | null>((last, group) => latest(last, group.last), null)),
    regions: account.regions,
    because: account.because,
    gaps: account.gaps,
    proof,
  }
}
