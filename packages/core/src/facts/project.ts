import { callerId } from '../domain/brand.ts'
import type { CallEvent } from '../domain/call.ts'
import type { Change } from '../domain/change.ts'
import type { MintDraft } from '../domain/credential-row.ts'
import type { End } from '../domain/end.ts'
import type { EvidenceRef } from '../domain/evidence-ref.ts'
import type { EventDraft } from '../domain/evidence-row.ts'
import type { Mint } from '../domain/mint.ts'
import type { CallChanges, ChangeSpec, ServiceRow } from '../domain/service-row.ts'
import type { Stated } from '../domain/statement.ts'
import type { Touch } from '../domain/touch.ts'
import { byName, type Catalog, callerKindOf, plainName } from './catalog.ts'
import { originOf } from './origin.ts'
import { touchesIn } from './touches-in.ts'

/** Everything that one recorded call says: the call itself and what follows from it. */
export interface Projection {
  readonly event: CallEvent
  readonly touches: readonly Touch[]
  readonly mints: readonly Mint[]
  readonly changes: readonly Change[]
  readonly ends: readonly End[]
  readonly statements: readonly Stated[]
}

function changeOf(call: CallEvent, spec: ChangeSpec): Change | null {
  if (!(spec.when?.(call) ?? true)) return null
  // A record that does not name the thing still shows that something was opened; under its own event's id nothing seems to end it.
  const subject = spec.subject(call) ?? (spec.does === 'open' ? `unnamed ${call.eventId}` : null)
  if (subject === null) return null
  const undo = spec.does === 'open' ? spec.undo(call) : ''
  return { ...originOf(call), kind: spec.kind, subject, does: spec.does, what: spec.what(call), undo }
}

function changesIn(call: CallEvent, rows: readonly ServiceRow[]): readonly Change[] {
  if (call.outcome !== 'ok') return []
  const changes: Change[] = []
  for (const row of rows) {
    for (const one of byName<Exclude<CallChanges, readonly ChangeSpec[]>>(row.changes, call.name)) {
      const specs = typeof one === 'function' ? one(call) : [one]
      for (const spec of specs) {
        const change = changeOf(call, spec)
        if (change !== null) changes.push(change)
      }
    }
  }
  return changes
}

function statementsIn(call: CallEvent, rows: readonly ServiceRow[]): readonly Stated[] {
  if (call.outcome !== 'ok') return []
  const says = rows.flatMap((row) => byName(row.states ?? NO_STATES, call.name))
  return says.flatMap((of) => of(call)).map((one) => ({ ...one, ref: call.ref }))
}

const NO_STATES: NonNullable<ServiceRow['states']> = {}

function mintOf(call: CallEvent, draft: MintDraft): Mint {
  return {
    eventId: call.eventId,
    at: call.at,
    account: call.account,
    region: call.region,
    caller: call.caller,
    address: call.address,
    agent: call.agent,
    outcome: call.outcome,
    ref: call.ref,
    minted: callerId(draft.minted),
    kind: draft.kind,
    link: draft.link,
    through: draft.through === undefined || draft.through === null ? null : callerId(draft.through),
    throughLink: draft.throughLink ?? null,
    principal: draft.principal ?? null,
    expires: draft.expires ?? null,
  }
}

/** The call as the record has it. Field by field: leaving one out of a spread costs more than reading the record. */
function eventOf(draft: EventDraft, callerKind: string, ref: EvidenceRef, rawHash: string): CallEvent {
  return {
    eventId: draft.eventId,
    at: draft.at,
    account: draft.account,
    region: draft.region,
    caller: draft.caller,
    address: draft.address,
    agent: draft.agent,
    outcome: draft.outcome,
    source: draft.source,
    name: draft.name,
    category: draft.category,
    readOnly: draft.readOnly,
    errorCode: draft.errorCode,
    callerKind,
    principal: draft.principal,
    principalId: draft.principalId,
    principalAccount: draft.principalAccount,
    issuer: draft.issuer,
    sessionCreated: draft.sessionCreated,
    invokedBy: draft.invokedBy,
    vpcEndpoint: draft.vpcEndpoint,
    sharedEventId: draft.sharedEventId,
    request: draft.request,
    response: draft.response,
    extra: draft.extra,
    resources: draft.resources,
    enrichment: draft.enrichment,
    rawHash,
    ref,
  }
}

/** Reads everything that one call says, by the rows of the catalogue. */
export function project(draft: EventDraft, ref: EvidenceRef, rawHash: string, catalog: Catalog): Projection {
  const event = eventOf(draft, callerKindOf(draft.callerFacts, catalog), ref, rawHash)
  const services = catalog.services.get(event.source) ?? []
  const key = `${event.source} ${plainName(event.name)}`
  const credentials = event.outcome === 'ok' ? (catalog.credentials.get(key) ?? []) : []
  return {
    event,
    touches: touchesIn(event, services, catalog),
    mints: credentials.flatMap((row) => row.mints(event)).map((mint) => mintOf(event, mint)),
    changes: changesIn(event, services),
    ends: credentials.flatMap((row) => row.ends?.(event) ?? []).map((end) => ({ ...originOf(event), ...end })),
    statements: statementsIn(event, services),
  }
}
