import { pathOf } from '../deliver/damage.ts'
import type { Call } from '../emit/call.ts'
import type { Played } from '../play/played.ts'
import { iso } from '../time.ts'
import { accountOf, type Hand, identityOf, principalOf, type Touch } from '../world/model.ts'

/** One true effect of one call on one store. A call that failed has none. */
export interface Access {
  readonly store: string
  readonly at: string
  readonly eventIds: readonly string[]
  readonly event: string
  readonly identity: string
  readonly principal: string
  readonly hand: Hand
  readonly effect: Touch['effect']
  readonly bytes: number
  readonly objects: readonly string[]
  readonly isRecorded: boolean
}

/** One call, and which files told of it when they were delivered. */
export interface Event {
  readonly eventIds: readonly string[]
  readonly at: string
  readonly name: string
  readonly identity: string
  readonly principal: string
  readonly address: string
  readonly hand: Hand
  readonly failure: string | null
  readonly recordedBy: readonly string[]
  readonly files: readonly string[]
  readonly accesses: readonly Access[]
}

export interface Identity {
  readonly id: string
  readonly principal: string
  readonly account: string | null
  /** From when the actor had it, and how; null for what never was the actor's. */
  readonly held: { readonly from: string; readonly how: string } | null
  readonly firstUse: string | null
  readonly lastUse: string | null
  readonly calls: number
}

interface Whereabouts {
  readonly trails: ReadonlyMap<string, readonly string[]>
  readonly files: ReadonlyMap<string, readonly string[]>
}

function index(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>()
  for (const [key, value] of pairs) {
    const list = map.get(key)
    if (list === undefined) map.set(key, [value])
    else list.push(value)
  }
  return map
}

function whereabouts({ recordings, delivered }: Played): Whereabouts {
  const trails = recordings.flatMap(({ trail, events }) => events.map(({ eventId }) => [eventId, trail.arn] as const))
  const files = delivered.flatMap((file) =>
    file.kind === 'log' ? file.eventIds.map((id) => [id, pathOf(file)] as const) : [],
  )
  return { trails: index(trails), files: index(files) }
}

function eventOf(call: Call, where: Whereabouts): Event {
  const eventIds = call.copies.map(({ eventId }) => eventId)
  const common = {
    at: iso(call.at),
    eventIds,
    identity: identityOf(call.who.caller),
    principal: principalOf(call.who.caller),
    hand: call.who.hand,
  }
  const recordedBy = [...new Set(eventIds.flatMap((id) => where.trails.get(id) ?? []))]
  const touches = call.failure === null ? (call.deed.touches ?? []) : []
  return {
    ...common,
    name: call.deed.name,
    address: call.who.origin.address,
    failure: call.failure?.code ?? null,
    recordedBy,
    files: [...new Set(eventIds.flatMap((id) => where.files.get(id) ?? []))],
    accesses: touches.map(({ store, effect, bytes, objects }) => ({
      ...common,
      store: store.arn,
      event: call.deed.name,
      effect,
      bytes,
      objects,
      isRecorded: recordedBy.length > 0,
    })),
  }
}

/** Every call of a story, in order of time. */
export function eventsOf(played: Played): readonly Event[] {
  const where = whereabouts(played)
  return [...played.stage.calls].sort((left, right) => left.at - right.at).map((call) => eventOf(call, where))
}

/** Every credential and principal that made a call, and those the actor held without using them. */
export function identitiesOf({ stage }: Played): readonly Identity[] {
  const uses = new Map<string, Call[]>()
  for (const call of stage.calls) {
    const id = identityOf(call.who.caller)
    const list = uses.get(id)
    if (list === undefined) uses.set(id, [call])
    else list.push(call)
  }
  const ids = new Set([...uses.keys(), ...stage.held.map(({ id }) => id)])
  return [...ids].sort().map((id): Identity => {
    const calls = uses.get(id) ?? []
    const held = stage.held.find((one) => one.id === id)
    const times = calls.map(({ at }) => at)
    const caller = calls[0]?.who.caller
    return {
      id,
      principal: caller === undefined ? (held?.principal ?? id) : principalOf(caller),
      account: caller === undefined ? (held?.account ?? null) : accountOf(caller),
      held: held === undefined ? null : { from: iso(held.from), how: held.how },
      firstUse: times.length === 0 ? null : iso(Math.min(...times)),
      lastUse: times.length === 0 ? null : iso(Math.max(...times)),
      calls: calls.length,
    }
  })
}
