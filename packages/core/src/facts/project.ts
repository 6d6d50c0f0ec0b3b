import { callerId } from '../domain/brand.ts'
import type { CallEvent } from '../domain/call.ts'
import type { Change } from '../domain/change.ts'
import type { CredentialRow } from '../domain/credential-row.ts'
import type { End } from '../domain/end.ts'
import type { EvidenceRef } from '../domain/evidence-ref.ts'
import type { EventDraft } from '../domain/evidence-row.ts'
import type { Mint } from '../domain/mint.ts'
import type { CallChanges, ChangeSpec, ServiceRow } from '../domain/service-row.ts'
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
}

function changeOf(call: CallEvent, spec: ChangeSpec): readonly Change[] {
  if (!(spec.when?.(call) ?? true)) return []
  // A record that does not name the thing still shows that something was opened; under its own event's id nothing seems to end it.
  const subject = spec.subject(call) ?? (spec.does === 'open' ? `unnamed ${call.eventId}` : null)
  if (subject === null) return []
  const undo = spec.does === 'open' ? spec.undo(call) : ''
  return [{ ...originOf(call), kind: spec.kind, subject, does: spec.does, what: spec.what(call), undo }]
}

function changesIn(call: CallEvent, rows: readonly ServiceRow[]): readonly Change[] {
  if (call.outcome !== 'ok') return []
  const found = rows.flatMap((row) => byName<Exclude<CallChanges, readonly ChangeSpec[]>>(row.changes, call.name))
  const specs = found.flatMap((one) => (typeof one === 'function' ? one(call) : [one]))
  return specs.flatMap((spec) => changeOf(call, spec))
}

function mintsIn(call: CallEvent, rows: readonly CredentialRow[]): readonly Mint[] {
  return rows
    .flatMap((row) => row.mints(call))
    .map((draft) => ({
      ...originOf(call),
      minted: callerId(draft.minted),
      kind: draft.kind,
      link: draft.link,
      through: draft.through === undefined || draft.through === null ? null : callerId(draft.through),
      throughLink: draft.throughLink ?? null,
      principal: draft.principal ?? null,
      expires: draft.expires ?? null,
    }))
}

/** Reads everything that one call says, by the rows of the catalogue. */
export function project(draft: EventDraft, ref: EvidenceRef, rawHash: string, catalog: Catalog): Projection {
  const { callerFacts, ...columns } = draft
  const event: CallEvent = { ...columns, callerKind: callerKindOf(callerFacts, catalog), ref, rawHash }
  const services = catalog.services.get(event.source) ?? []
  const key = `${event.source} ${plainName(event.name)}`
  const credentials = event.outcome === 'ok' ? (catalog.credentials.get(key) ?? []) : []
  return {
    event,
    touches: touchesIn(event, services, catalog),
    mints: mintsIn(event, credentials),
    changes: changesIn(event, services),
    ends: credentials.flatMap((row) => row.ends?.(event) ?? []).map((end) => ({ ...originOf(event), ...end })),
  }
}
