import type { Witness, Witnessed } from '../domain/witness.ts'
import type { Cell, FlatRow } from './tables.ts'

type Row = Record<string, Cell>

function addActor(
  row: Row,
  one: Extract<Witness, { readonly kind: 'request' | 'session' | 'mail' | 'finding' }>,
): void {
  row['act'] = one.act
  row['principal'] = one.principal
  row['credential'] = one.credential
  row['address'] = one.address
  if (one.kind === 'finding') return
  row['effect'] = one.effect
  row['outcome'] = one.outcome
  row['object'] = one.object
}

function addFlow(row: Row, one: Extract<Witness, { readonly kind: 'flow' }>): void {
  row['until'] = one.until
  row['outcome'] = one.outcome
  row['address'] = one.address
  row['port'] = one.port
  row['direction'] = one.direction
  row['bytes'] = one.bytes
  row['packets'] = one.packets
}

function addAmount(row: Row, one: Extract<Witness, { readonly kind: 'amount' }>): void {
  row['until'] = one.until
  row['measure'] = one.measure
  row['part'] = one.part
  // A meter is to an amount what an object is to a request: what of the subject it is about.
  row['object'] = one.meter
  row['amount'] = one.amount
  row['complete'] = one.complete
}

/** Adds the columns that only its kind has. */
function addKind(row: Row, one: Witness): void {
  switch (one.kind) {
    case 'request':
      addActor(row, one)
      row['payload'] = one.payload
      row['bytes'] = one.bytes
      row['size'] = one.size
      row['agent'] = one.agent
      row['request_id'] = one.requestId
      return
    case 'flow':
      addFlow(row, one)
      return
    case 'amount':
      addAmount(row, one)
      return
    case 'session':
      addActor(row, one)
      row['session_id'] = one.sessionId
      row['rows'] = one.rows
      return
    case 'mail':
      addActor(row, one)
      row['scope'] = one.scope
      row['agent'] = one.agent
      row['session_id'] = one.sessionId
      row['messages'] = one.messages
      row['bytes'] = one.bytes
      return
    case 'finding':
      addActor(row, one)
      row['until'] = one.until
      row['severity'] = one.severity
  }
}

/**
 * A witness as a row of its table; columns that its kind does not have are left out, which is null. One object is filled: putting a row
 * together from several takes several times as long, and this runs for every record.
 */
export function witnessRow(one: Witnessed): FlatRow {
  const { subject, ref } = one
  const row: Row = {
    evidence: one.evidence,
    kind: one.kind,
    at: one.at,
    subject: subject.id,
    subject_kind: subject.kind,
    subject_account: subject.account,
    subject_region: subject.region,
    subject_name: subject.name,
    record_hash: one.recordHash,
    item: ref.item,
    ordinal: ref.ordinal,
    offset: ref.offset,
    length: ref.length,
  }
  addKind(row, one)
  return row
}
