import type { CallEvent, Origin } from '../domain/call.ts'
import type { EvidenceRef } from '../domain/evidence-ref.ts'
import type { Json } from '../domain/json.ts'
import type { Projection } from './project.ts'
import type { Cell, FlatRow, FlatRows } from './tables.ts'

/** The first columns of every row. Fields one by one: this runs for every record, and spreading an object takes three times as long. */
function origin({
  eventId,
  at,
  account,
  region,
  caller,
  address,
  agent,
  outcome,
  ref,
}: Origin & { readonly ref: EvidenceRef }): Record<string, Cell> {
  const { item, ordinal, offset, length } = ref
  return { event_id: eventId, at, account, region, caller, address, agent, outcome, item, ordinal, offset, length }
}

function jsonText(value: Json): string | null {
  return value === null ? null : JSON.stringify(value)
}

function flattenEvent(event: CallEvent): FlatRow {
  // Object-level data events carry nothing in their parameters that the touches table does not hold, and there are millions.
  const keep = event.category !== 'data'
  return Object.assign(origin(event), {
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
  })
}

/** Lays a projection out as rows of the tables. */
export function flatten(projection: Projection): FlatRows {
  return {
    events: [flattenEvent(projection.event)],
    touches: projection.touches.map((touch) =>
      Object.assign(origin(touch), {
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
      }),
    ),
    mints: projection.mints.map((mint) =>
      Object.assign(origin(mint), {
        minted: mint.minted,
        kind: mint.kind,
        link: mint.link,
        through: mint.through,
        through_link: mint.throughLink,
        principal: mint.principal,
        expires: mint.expires,
      }),
    ),
    changes: projection.changes.map((change) =>
      Object.assign(origin(change), {
        kind: change.kind,
        subject: change.subject,
        does: change.does,
        what: change.what,
        undo: change.undo,
      }),
    ),
    ends: projection.ends.map((end) => Object.assign(origin(end), { identity: end.identity, state: end.state })),
  }
}
