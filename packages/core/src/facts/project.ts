import { callerId } from '../domain/brand.ts'
import type { CallEvent } from '../domain/call.ts'
import type { Change } from '../domain/change.ts'
import type { CallerFacts, CredentialRow } from '../domain/credential-row.ts'
import type { End } from '../domain/end.ts'
import type { EvidenceRef } from '../domain/evidence-ref.ts'
import type { EventDraft } from '../domain/evidence-row.ts'
import { type JsonObject, pickNumber, pickText, pickTexts } from '../domain/json.ts'
import type { Mint } from '../domain/mint.ts'
import { oneOrMany } from '../domain/one-or-many.ts'
import type {
  Action,
  CallChanges,
  CallPath,
  ChangeSpec,
  ServiceRow,
  StoreAt,
  StoreKind,
} from '../domain/service-row.ts'
import type { StoreName, Touch } from '../domain/touch.ts'

/** The rows of the catalogue, arranged for looking up by event source and name. */
export interface Catalog {
  readonly services: ReadonlyMap<string, readonly ServiceRow[]>
  readonly credentials: ReadonlyMap<string, readonly CredentialRow[]>
  readonly callerKinds: readonly ((caller: CallerFacts) => string | null)[]
  readonly storeKinds: ReadonlyMap<string, StoreKind>
}

/** Everything that one recorded call says: the call itself and what follows from it. */
export interface Projection {
  readonly event: CallEvent
  readonly touches: readonly Touch[]
  readonly mints: readonly Mint[]
  readonly changes: readonly Change[]
  readonly ends: readonly End[]
}

function grouped<Row>(
  rows: readonly Row[],
  keysOf: (row: Row) => readonly string[],
): ReadonlyMap<string, readonly Row[]> {
  const map = new Map<string, Row[]>()
  for (const row of rows) {
    for (const key of keysOf(row)) map.set(key, [...(map.get(key) ?? []), row])
  }
  return map
}

/** Arranges catalogue rows. A store kind that two rows declare is a fault of the catalogue and throws. */
export function arrangeCatalog(services: readonly ServiceRow[], credentials: readonly CredentialRow[]): Catalog {
  const storeKinds = new Map<string, StoreKind>()
  for (const [kind, spec] of services.flatMap((row) => Object.entries(row.stores))) {
    if (storeKinds.has(kind)) throw new Error(`store kind \`${kind}\` is declared twice in the catalogue`)
    storeKinds.set(kind, spec)
  }
  const callerKinds = credentials
    .flatMap((row) => (row.callerKind === undefined ? [] : [row.callerKind]))
    .sort((a, b) => b.rank - a.rank)
    .map((rule) => rule.of)
  return {
    services: grouped(services, (row) => row.sources),
    credentials: grouped(credentials, (row) =>
      row.sources.flatMap((source) => row.names.map((name) => `${source} ${name}`)),
    ),
    callerKinds,
    storeKinds,
  }
}

/** An event name without the API date that some services append: `GetFunction20150331v2` is `GetFunction`. */
export function plainName(name: string): string {
  return name.replace(/\d{8}(?:v\d+)?$/, '')
}

function byName<Spec extends object>(
  table: Readonly<Record<string, Spec | readonly Spec[]>>,
  name: string,
): readonly Spec[] {
  const key = Object.hasOwn(table, name) ? name : plainName(name)
  const found = Object.hasOwn(table, key) ? table[key] : undefined
  return found === undefined ? [] : oneOrMany(found)
}

function textsAt(call: CallEvent, path: CallPath): readonly string[] {
  return pickTexts(
    { request: call.request, response: call.response, extra: call.extra, resources: call.resources },
    path,
  )
}

function storesAt(call: CallEvent, where: StoreAt, catalog: Catalog): readonly StoreName[] {
  const kind = catalog.storeKinds.get(where.kind)
  if (kind === undefined) return []
  const values =
    typeof where.at === 'function'
      ? where.at(call)
      : (where.at.map((p) => textsAt(call, p)).find((v) => v.length > 0) ?? [])
  const names = values.flatMap((value) => {
    const name = kind.name(value, call)
    return name === null ? [] : [{ ...name, kind: where.kind }]
  })
  return [...new Map(names.map((name) => [name.id, name])).values()]
}

type OriginAndRef = Omit<Touch, 'store' | 'effect' | 'object' | 'payload' | 'bytes' | 'grantee' | 'grant' | 'grantKey'>

function originOf(call: CallEvent): OriginAndRef {
  const { eventId, at, account, region, caller, address, agent, outcome, ref } = call
  return { eventId, at, account, region, caller, address, agent, outcome, ref }
}

function objectOf(call: CallEvent, { object }: Action, root: JsonObject): string | null {
  if (typeof object === 'function') return object(call)
  return object?.map((path) => pickText(root, path)).find((text) => text !== null) ?? null
}

/** A count of bytes; what cannot be one is unknown, because a negative number would lower what others prove. */
function bytesAt(root: JsonObject, path: CallPath): number | null {
  const bytes = pickNumber(root, path)
  return bytes !== null && bytes >= 0 ? bytes : null
}

function touchesOf(call: CallEvent, action: Action, catalog: Catalog): readonly Touch[] {
  const root = { request: call.request, response: call.response, extra: call.extra, resources: call.resources }
  const base = {
    ...originOf(call),
    effect: action.effect,
    object: objectOf(call, action, root),
    payload: action.payload ?? null,
    bytes: action.bytes === undefined ? null : bytesAt(root, action.bytes),
  }
  return storesAt(call, action.on, catalog).flatMap((store): readonly Touch[] => {
    const grants = action.grants?.(call)
    if (grants === undefined)
      return [{ ...base, store, grantee: action.to?.(call) ?? null, grant: null, grantKey: null }]
    // A failed call ended nothing, and what it tried to open it only attempted.
    const effective = call.outcome === 'ok' ? grants : grants.filter((one) => one.grant === 'open')
    return effective.map(({ grantee, grant, key }) => ({
      ...base,
      store,
      grantee,
      grant,
      grantKey: key,
      effect: grant === 'open' ? action.effect : 'named',
    }))
  })
}

function mentioned(call: CallEvent, row: ServiceRow, catalog: Catalog): readonly Touch[] {
  if (call.outcome !== 'ok') return []
  const stores = row.mentions.flatMap((where) => storesAt(call, where, catalog))
  return stores.map((store) => ({
    ...originOf(call),
    store,
    effect: 'named',
    object: null,
    payload: null,
    bytes: null,
    grantee: null,
    grant: null,
    grantKey: null,
  }))
}

function touchesIn(call: CallEvent, rows: readonly ServiceRow[], catalog: Catalog): readonly Touch[] {
  const acted = rows.flatMap((row) =>
    byName(row.actions, call.name)
      .filter((action) => action.when?.(call) ?? true)
      .flatMap((action) => touchesOf(call, action, catalog)),
  )
  const known = new Set(acted.map((touch) => touch.store.id))
  const named = rows.flatMap((row) => mentioned(call, row, catalog)).filter((touch) => !known.has(touch.store.id))
  return [...acted, ...new Map(named.map((touch) => [touch.store.id, touch])).values()]
}

function changeOf(call: CallEvent, spec: ChangeSpec): readonly Change[] {
  const subject = (spec.when?.(call) ?? true) ? spec.subject(call) : null
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

/** Which kind of credential signed a call, by the most specific row that knows it; `unknown` when none does. */
export function callerKindOf(facts: CallerFacts, catalog: Catalog): string {
  for (const rule of catalog.callerKinds) {
    const kind = rule(facts)
    if (kind !== null) return kind
  }
  return 'unknown'
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
