import type { CallEvent } from '../domain/call.ts'
import type { Change } from '../domain/change.ts'
import type { Json } from '../domain/json.ts'
import type { Mint } from '../domain/mint.ts'
import type { Stated } from '../domain/statement.ts'
import type { Touch } from '../domain/touch.ts'
import type { Witnessed } from '../domain/witness.ts'
import type { Projection } from './project.ts'
import type { FlatRow, FlatRows } from './tables.ts'
import { witnessRow } from './witness-row.ts'

function jsonText(value: Json): string | null {
  return value === null ? null : JSON.stringify(value)
}

// Each row is one literal, with the columns of its call written out: this runs for every record, and putting a row together
// from two objects takes several times as long.

function eventRow(event: CallEvent): FlatRow {
  // Object-level data events carry nothing in their parameters that the touches table does not hold, and there are millions.
  const keep = event.category !== 'data'
  return {
    event_id: event.eventId,
    at: event.at,
    account: event.account,
    region: event.region,
    caller: event.caller,
    address: event.address,
    agent: event.agent,
    outcome: event.outcome,
    source: event.source,
    name: event.name,
    category: event.category,
    read_only: event.readOnly,
    error_code: event.errorCode,
    caller_kind: event.callerKind,
    principal: event.principal,
    principal_id: event.principalId,
    principal_account: event.principalAccount,
    issuer: event.issuer,
    session_created: event.sessionCreated,
    invoked_by: event.invokedBy,
    vpc_endpoint: event.vpcEndpoint,
    shared_event_id: event.sharedEventId,
    request: keep ? jsonText(event.request) : null,
    response: keep ? jsonText(event.response) : null,
    extra: keep ? jsonText(event.extra) : null,
    resources: keep ? jsonText(event.resources) : null,
    enrichment: event.enrichment,
    raw_hash: event.rawHash,
    item: event.ref.item,
    ordinal: event.ref.ordinal,
    offset: event.ref.offset,
    length: event.ref.length,
  }
}

function touchRow(touch: Touch): FlatRow {
  const { store, ref } = touch
  return {
    event_id: touch.eventId,
    at: touch.at,
    account: touch.account,
    region: touch.region,
    caller: touch.caller,
    address: touch.address,
    agent: touch.agent,
    outcome: touch.outcome,
    store: store.id,
    store_kind: store.kind,
    store_account: store.account,
    store_region: store.region,
    store_name: store.name,
    effect: touch.effect,
    object: touch.object,
    nth: touch.nth,
    payload: touch.payload,
    bytes: touch.bytes,
    grantee: touch.grantee,
    grant: touch.grant,
    grant_key: touch.grantKey,
    item: ref.item,
    ordinal: ref.ordinal,
    offset: ref.offset,
    length: ref.length,
  }
}

function mintRow(mint: Mint): FlatRow {
  return {
    event_id: mint.eventId,
    at: mint.at,
    account: mint.account,
    region: mint.region,
    caller: mint.caller,
    address: mint.address,
    agent: mint.agent,
    outcome: mint.outcome,
    minted: mint.minted,
    kind: mint.kind,
    link: mint.link,
    through: mint.through,
    through_link: mint.throughLink,
    principal: mint.principal,
    expires: mint.expires,
    item: mint.ref.item,
    ordinal: mint.ref.ordinal,
    offset: mint.ref.offset,
    length: mint.ref.length,
  }
}

function changeRow(change: Change): FlatRow {
  return {
    event_id: change.eventId,
    at: change.at,
    account: change.account,
    region: change.region,
    caller: change.caller,
    address: change.address,
    agent: change.agent,
    outcome: change.outcome,
    kind: change.kind,
    subject: change.subject,
    does: change.does,
    what: change.what,
    undo: change.undo,
    item: change.ref.item,
    ordinal: change.ref.ordinal,
    offset: change.ref.offset,
    length: change.ref.length,
  }
}

function endRow(end: Projection['ends'][number]): FlatRow {
  return {
    event_id: end.eventId,
    at: end.at,
    account: end.account,
    region: end.region,
    caller: end.caller,
    address: end.address,
    agent: end.agent,
    outcome: end.outcome,
    identity: end.identity,
    state: end.state,
    item: end.ref.item,
    ordinal: end.ref.ordinal,
    offset: end.ref.offset,
    length: end.ref.length,
  }
}

function statementRow({ topic, at, says, ref }: Stated): FlatRow {
  const { item, ordinal, offset, length } = ref
  return { topic, at, says: JSON.stringify(says), item, ordinal, offset, length }
}

const NO_ROWS: FlatRows = { events: [], touches: [], mints: [], changes: [], ends: [], statements: [], witnesses: [] }

/** Lays statements that no call makes out as rows of the tables. */
export function flattenStatements(statements: readonly Stated[]): FlatRows {
  return { ...NO_ROWS, statements: statements.map(statementRow) }
}

/** Lays witnesses out as rows of the tables. */
export function flattenWitnesses(witnesses: readonly Witnessed[]): FlatRows {
  return { ...NO_ROWS, witnesses: witnesses.map(witnessRow) }
}

/** Lays a projection out as rows of the tables. */
export function flatten({ event, touches, mints, changes, ends, statements }: Projection): FlatRows {
  return {
    events: [eventRow(event)],
    touches: touches.map(touchRow),
    mints: mints.map(mintRow),
    changes: changes.map(changeRow),
    ends: ends.map(endRow),
    statements: statements.map(statementRow),
    witnesses: [],
  }
}
