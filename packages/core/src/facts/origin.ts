import type { CallEvent, Origin } from '../domain/call.ts'
import type { EvidenceRef } from '../domain/evidence-ref.ts'

/** The columns that every row which follows from a call repeats, with where it stands in the evidence. */
export function originOf(call: CallEvent): Origin & { readonly ref: EvidenceRef } {
  const { eventId, at, account, region, caller, address, agent, outcome, ref } = call
  return { eventId, at, account, region, caller, address, agent, outcome, ref }
}
