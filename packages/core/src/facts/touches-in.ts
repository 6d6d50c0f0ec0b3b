import type { CallEvent } from '../domain/call.ts'
import { type JsonObject, pickNumber, pickText, pickTexts } from '../domain/json.ts'
import type { Action, CallPath, ServiceRow, StoreAt } from '../domain/service-row.ts'
import type { StoreName, Touch } from '../domain/touch.ts'
import { byName, type Catalog } from './catalog.ts'
import { originOf } from './origin.ts'

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

function objectOf(call: CallEvent, { object }: Action, root: JsonObject): string | null {
  if (typeof object === 'function') return object(call)
  return object?.map((path) => pickText(root, path)).find((text) => text !== null) ?? null
}

/** A count of bytes; what cannot be one is unknown: a negative number would lower what others prove, a huge one drown it. */
function bytesAt(root: JsonObject, path: CallPath): number | null {
  const bytes = pickNumber(root, path)
  return bytes !== null && bytes >= 0 && bytes <= Number.MAX_SAFE_INTEGER ? bytes : null
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

/** What one call did to stores by the rows of its source, and which others it names: a store that is acted on is not merely named. */
export function touchesIn(call: CallEvent, rows: readonly ServiceRow[], catalog: Catalog): readonly Touch[] {
  const acted = rows.flatMap((row) =>
    byName(row.actions, call.name)
      .filter((action) => action.when?.(call) ?? true)
      .flatMap((action) => touchesOf(call, action, catalog)),
  )
  const known = new Set(acted.map((touch) => touch.store.id))
  const named = rows.flatMap((row) => mentioned(call, row, catalog)).filter((touch) => !known.has(touch.store.id))
  return [...acted, ...new Map(named.map((touch) => [touch.store.id, touch])).values()]
}
