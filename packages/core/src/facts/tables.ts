import type { CallEvent, Origin } from '../domain/call.ts'
import type { EvidenceRef } from '../domain/evidence-ref.ts'
import type { Json } from '../domain/json.ts'
import type { Projection } from './project.ts'

/** How a column is stored. `label` is text with few distinct values, `id` text with many, `time` milliseconds in UTC. */
export type ColumnType = 'label' | 'id' | 'text' | 'time' | 'int' | 'double' | 'bool'

/** The tables of a case: calls, what they did to stores, which identities they made, what they changed, which ones they ended. */
export const TABLE_NAMES = ['events', 'touches', 'mints', 'changes', 'ends'] as const
/** One of {@link TABLE_NAMES}. */
export type TableName = (typeof TABLE_NAMES)[number]

/** The typed tables of a case; each is a folder of Parquet parts with these columns and names. */
export const TABLES: Readonly<Record<TableName, Readonly<Record<string, ColumnType>>>> = {
  events: {
    event_id: 'id',
    at: 'time',
    account: 'label',
    region: 'label',
    caller: 'label',
    address: 'label',
    agent: 'label',
    outcome: 'label',
    source: 'label',
    name: 'label',
    category: 'label',
    read_only: 'bool',
    error_code: 'label',
    caller_kind: 'label',
    principal: 'label',
    principal_id: 'label',
    principal_account: 'label',
    issuer: 'label',
    session_created: 'time',
    invoked_by: 'label',
    vpc_endpoint: 'label',
    shared_event_id: 'id',
    request: 'text',
    response: 'text',
    extra: 'text',
    resources: 'text',
    enrichment: 'text',
    raw_hash: 'id',
    item: 'label',
    ordinal: 'int',
    offset: 'int',
    length: 'int',
  },
  touches: {
    event_id: 'id',
    at: 'time',
    account: 'label',
    region: 'label',
    caller: 'label',
    address: 'label',
    agent: 'label',
    outcome: 'label',
    store: 'label',
    store_kind: 'label',
    store_account: 'label',
    store_region: 'label',
    store_name: 'label',
    effect: 'label',
    object: 'text',
    payload: 'label',
    bytes: 'double',
    grantee: 'label',
    grant: 'label',
    grant_key: 'label',
    item: 'label',
    ordinal: 'int',
    offset: 'int',
    length: 'int',
  },
  mints: {
    event_id: 'id',
    at: 'time',
    account: 'label',
    region: 'label',
    caller: 'label',
    address: 'label',
    agent: 'label',
    outcome: 'label',
    minted: 'id',
    kind: 'label',
    link: 'label',
    through: 'label',
    through_link: 'label',
    principal: 'label',
    expires: 'time',
    item: 'label',
    ordinal: 'int',
    offset: 'int',
    length: 'int',
  },
  changes: {
    event_id: 'id',
    at: 'time',
    account: 'label',
    region: 'label',
    caller: 'label',
    address: 'label',
    agent: 'label',
    outcome: 'label',
    kind: 'label',
    subject: 'text',
    does: 'label',
    what: 'text',
    undo: 'text',
    item: 'label',
    ordinal: 'int',
    offset: 'int',
    length: 'int',
  },
  ends: {
    event_id: 'id',
    at: 'time',
    account: 'label',
    region: 'label',
    caller: 'label',
    address: 'label',
    agent: 'label',
    outcome: 'label',
    identity: 'id',
    state: 'label',
    item: 'label',
    ordinal: 'int',
    offset: 'int',
    length: 'int',
  },
}

/** A value of one cell; times are milliseconds. */
export type Cell = string | number | boolean | null

/** One row, by column name. */
export type FlatRow = Readonly<Record<string, Cell>>

/** The rows that one call adds, by table. */
export type FlatRows = Readonly<Record<TableName, readonly FlatRow[]>>

function origin(row: Origin & { readonly ref: EvidenceRef }): FlatRow {
  const { eventId, at, account, region, caller, address, agent, outcome, ref } = row
  return { event_id: eventId, at, account, region, caller, address, agent, outcome, ...ref }
}

function jsonText(value: Json): string | null {
  return value === null ? null : JSON.stringify(value)
}

function flattenEvent(event: CallEvent): FlatRow {
  // Object-level data events carry nothing in their parameters that the touches table does not hold, and there are millions.
  const keep = event.category !== 'data'
  return {
    ...origin(event),
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
    enrichment: event.enrichment,
    raw_hash: event.rawHash,
    request: keep ? jsonText(event.request) : null,
    response: keep ? jsonText(event.response) : null,
    extra: keep ? jsonText(event.extra) : null,
    resources: keep ? jsonText(event.resources) : null,
  }
}

/** Lays a projection out as rows of the tables. */
export function flatten(projection: Projection): FlatRows {
  return {
    events: [flattenEvent(projection.event)],
    touches: projection.touches.map((touch) => ({
      ...origin(touch),
      store: touch.store.id,
      store_kind: touch.store.kind,
      store_account: touch.store.account,
      store_region: touch.store.region,
      store_name: touch.store.name,
      effect: touch.effect,
      object: touch.object,
      payload: touch.payload,
      bytes: touch.bytes,
      grantee: touch.grantee,
      grant: touch.grant,
      grant_key: touch.grantKey,
    })),
    mints: projection.mints.map((mint) => ({
      ...origin(mint),
      minted: mint.minted,
      kind: mint.kind,
      link: mint.link,
      through: mint.through,
      through_link: mint.throughLink,
      principal: mint.principal,
      expires: mint.expires,
    })),
    changes: projection.changes.map((change) => ({
      ...origin(change),
      kind: change.kind,
      subject: change.subject,
      does: change.does,
      what: change.what,
      undo: change.undo,
    })),
    ends: projection.ends.map((end) => ({ ...origin(end), identity: end.identity, state: end.state })),
  }
}
