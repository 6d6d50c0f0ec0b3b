import type { Witness, Witnessed } from '../domain/witness.ts'
import type { FlatRow } from './tables.ts'

/** The columns of a witness that only its kind has; all others stay null. */
function ofKind(one: Witness): FlatRow {
  switch (one.kind) {
    case 'request':
      return {
        ...whoActed(one),
        object: one.object,
        payload: one.payload,
        bytes: one.bytes,
        size: one.size,
        agent: one.agent,
        request_id: one.requestId,
      }
    case 'flow':
      return {
        until: one.until,
        outcome: one.outcome,
        address: one.address,
        port: one.port,
        direction: one.direction,
        bytes: one.bytes,
        packets: one.packets,
      }
    case 'amount':
      return { until: one.until, measure: one.measure, part: one.part, amount: one.amount, complete: one.complete }
    case 'session':
      return { ...whoActed(one), object: one.object, session_id: one.sessionId, rows: one.rows }
    case 'mail':
      return {
        ...whoActed(one),
        scope: one.scope,
        object: one.object,
        agent: one.agent,
        session_id: one.sessionId,
        messages: one.messages,
        bytes: one.bytes,
      }
    case 'finding': {
      const { until, act, principal, credential, address, severity } = one
      return { until, act, principal, credential, address, severity }
    }
  }
}

function whoActed(one: Extract<Witness, { readonly kind: 'request' | 'session' | 'mail' }>): FlatRow {
  const { act, effect, outcome, principal, credential, address } = one
  return { act, effect, outcome, principal, credential, address }
}

/** A witness as a row of its table; columns that its kind does not have are left out, which is null. */
export function witnessRow(one: Witnessed): FlatRow {
  const { subject, ref } = one
  return {
    evidence: one.evidence,
    kind: one.kind,
    at: one.at,
    subject: subject.id,
    subject_kind: subject.kind,
    subject_account: subject.account,
    subject_region: subject.region,
    subject_name: subject.name,
    ...ofKind(one),
    record_hash: one.recordHash,
    item: ref.item,
    ordinal: ref.ordinal,
    offset: ref.offset,
    length: ref.length,
  }
}
