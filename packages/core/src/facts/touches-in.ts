import type { CallEvent } from '../domain/call.ts'
import { type JsonObject, pickNumber, pickText, pickTexts } from '../domain/json.ts'
import type { Action, CallPath, Grant, ServiceRow, StoreAt } from '../domain/service-row.ts'
import type { StoreName, Touch } from '../domain/touch.ts'
import { byName, type Catalog } from './catalog.ts'

/** What the paths of the catalogue begin at. */
type Root = Pick<CallEvent, 'request' | 'response' | 'extra' | 'resources'>

/** A call with what its paths begin at: made once for all paths. */
interface Asked {
  readonly call: CallEvent
  readonly root: JsonObject & Root
  readonly catalog: Catalog
}

const NOTHING: readonly never[] = []

function valuesAt({ at }: StoreAt, { call, root }: Asked): readonly string[] {
  if (typeof at === 'function') return at(call)
  for (const path of at) {
    const values = pickTexts(root, path)
    if (values.length > 0) return values
  }
  return NOTHING
}

function storesAt(where: StoreAt, asked: Asked): readonly StoreName[] {
  const kind = asked.catalog.storeKinds.get(where.kind)
  if (kind === undefined) return NOTHING
  const values = valuesAt(where, asked)
  // Most places name nothing, and this runs for every place of every record.
  if (values.length === 0) return NOTHING
  const names = new Map<string, StoreName>()
  for (const value of values) {
    const name = kind.name(value, asked.call)
    if (name === null) continue
    const { id, account, region } = name
    names.set(id, { id, kind: where.kind, account, region, name: name.name })
  }
  return names.size === 0 ? NOTHING : [...names.values()]
}

const UNNAMED: readonly (string | null)[] = [null]

function objectsOf({ call, root }: Asked, { object, objects }: Action): readonly (string | null)[] {
  if (objects !== undefined) {
    const found = objects(call)
    return found.length === 0 ? UNNAMED : [...new Set(found)]
  }
  if (object === undefined) return UNNAMED
  if (typeof object === 'function') return [object(call)]
  return [object.map((path) => pickText(root, path)).find((text) => text !== null) ?? null]
}

/** A count of bytes; what cannot be one is unknown: a negative number would lower what others prove, a huge one drown it. */
function bytesAt(root: JsonObject, path: CallPath): number | null {
  const bytes = pickNumber(root, path)
  return bytes !== null && bytes >= 0 && bytes <= Number.MAX_SAFE_INTEGER ? bytes : null
}

/** What a touch says of a store, beside the call it follows from. */
type Act = Pick<Touch, 'effect' | 'object' | 'nth' | 'payload' | 'bytes' | 'grantee' | 'grant' | 'grantKey'>

const NAMED: Act = {
  effect: 'named',
  object: null,
  nth: 0,
  payload: null,
  bytes: null,
  grantee: null,
  grant: null,
  grantKey: null,
}

/** Field by field: there is about one for every record, and spreads cost more than all else about it. */
function touchOf(call: CallEvent, store: StoreName, act: Act): Touch {
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
    store,
    effect: act.effect,
    object: act.object,
    nth: act.nth,
    payload: act.payload,
    bytes: act.bytes,
    grantee: act.grantee,
    grant: act.grant,
    grantKey: act.grantKey,
  }
}

function grantActs(call: CallEvent, act: Act, grants: readonly Grant[]): readonly Act[] {
  // A failed call ended nothing, and what it tried to open it only attempted.
  const effective = call.outcome === 'ok' ? grants : grants.filter((one) => one.grant === 'open')
  return effective.map(({ grantee, grant, key }) => ({
    ...act,
    grantee,
    grant,
    grantKey: key,
    effect: grant === 'open' ? act.effect : 'named',
  }))
}

/** What an action does to stores, before whom it lets into each of them. */
function actOf({ call, root }: Asked, action: Action, object: string | null, nth: number): Act {
  const { effect, payload = null, to } = action
  const bytes = action.bytes === undefined ? null : bytesAt(root, action.bytes)
  return { effect, object, nth, payload, bytes, grantee: to?.(call) ?? null, grant: null, grantKey: null }
}

function addTouches(asked: Asked, action: Action, touches: Touch[]): void {
  const stores = storesAt(action.on, asked)
  if (stores.length === 0) return
  const { call } = asked
  const acts = objectsOf(asked, action).map((object, nth) => actOf(asked, action, object, nth))
  for (const store of stores) {
    const grants = action.grants?.(call, store)
    const all = grants === undefined ? acts : acts.flatMap((act) => grantActs(call, act, grants))
    for (const one of all) touches.push(touchOf(call, store, one))
  }
}

function actedOn(asked: Asked, rows: readonly ServiceRow[]): readonly Touch[] {
  const touches: Touch[] = []
  for (const row of rows) {
    for (const action of byName(row.actions, asked.call.name)) {
      if (action.when?.(asked.call) ?? true) addTouches(asked, action, touches)
    }
  }
  return touches
}

/** The stores that a successful call names, each once, those that it acted on left out. */
function namedIn(asked: Asked, rows: readonly ServiceRow[], acted: readonly Touch[]): readonly StoreName[] {
  if (asked.call.outcome !== 'ok') return NOTHING
  const known = new Set(acted.map((touch) => touch.store.id))
  const named = new Map<string, StoreName>()
  for (const row of rows) {
    for (const where of row.mentions) {
      for (const store of storesAt(where, asked)) {
        if (!known.has(store.id)) named.set(store.id, store)
      }
    }
  }
  return named.size === 0 ? NOTHING : [...named.values()]
}

/** What one call did to stores by the rows of its source, and which others it names: a store that is acted on is not merely named. */
export function touchesIn(call: CallEvent, rows: readonly ServiceRow[], catalog: Catalog): readonly Touch[] {
  if (rows.length === 0) return NOTHING
  const { request, response, extra, resources } = call
  const asked: Asked = { call, root: { request, response, extra, resources }, catalog }
  const acted = actedOn(asked, rows)
  const named = namedIn(asked, rows, acted)
  return named.length === 0 ? acted : [...acted, ...named.map((store) => touchOf(call, store, NAMED))]
}
