import type { CallEvent } from './call.ts'
import type { ChangeKind } from './change.ts'
import type { GateState, Statement, Topic } from './statement.ts'
import type { Effect, Payload, StoreName } from './touch.ts'

/** A path into a call: `request.`, `response.`, `extra.` or `resources[].` and then the record's own field names. */
export type CallPath = `${'request' | 'response' | 'extra' | 'resources[]'}.${string}`

/** A type of resource and the ARN under which events are selected (CloudTrail user guide: data events). */
export interface Selected {
  readonly type: string
  readonly arn: string
}

/** What may record that a way into a store was used. */
export type RecordedBy = 'management-events' | 'data-events' | 'best-effort-log' | 'nothing'

/** One way into a store, and which record shows its use (facts: a store is not logged, each way in is). */
export interface Channel {
  readonly kind: 'data-call' | 'management-call' | 'continuing-grant' | 'other-service' | 'log-in' | 'neighbour'
  /** What comes in this way, in words that end the sentence "an actor could come in by ...". */
  readonly way: string
  /**
   * What records it; `nothing` is an answer. A best-effort log shows that the way was used, and is never known to be whole: no proof
   * and no word of a person makes its silence mean anything.
   */
  readonly recordedBy: RecordedBy
  /**
   * For data events: the types of resources under which the events on a store are selected, each with the ARN of the resource or,
   * where it ends with a slash, what the ARNs of all of them begin with. Without any, no selector is known to take them.
   */
  readonly selected?: (store: StoreName) => readonly Selected[]
  /** What would settle whether it was used, as words or a read-only command; `{name}`, `{id}`, `{region}`, `{account}` are filled in. */
  readonly settledBy: string
}

/** A kind of data store: how its name is read from a call, and the ways in. */
export interface StoreKind {
  readonly title: string
  /** Makes the full name from the value found in a call (an id, a name or an ARN); null when the value names no such store. */
  readonly name: (value: string, call: CallEvent) => Omit<StoreName, 'kind'> | null
  /**
   * Ids that may name the same store: the shorter spelling of an id (for a secret: its ARN without the random suffix), or several.
   * A store seen under a short spelling is the one store whose id shortens to it.
   */
  readonly shortId?: (id: string) => string | readonly string[] | null
  readonly channels: readonly Channel[]
  /**
   * Whether calls name the objects in it by names of which every beginning is a part: only then is a call on one object no call on
   * the objects whose names begin otherwise.
   */
  readonly partsByName?: true
  /**
   * For a set that a call reads without naming its members: whether a store may be one of them. A call on the set may have read
   * every such store, and the record does not show which ones the answer left out.
   */
  readonly holds?: (set: StoreName, member: StoreName) => boolean
}

/** Where in a call the store's name stands; the first path that yields values wins. */
export interface StoreAt {
  readonly kind: string
  readonly at: readonly CallPath[] | ((call: CallEvent) => readonly string[])
}

/** A continuing grant that a call opens or closes. */
export interface Grant {
  readonly grantee: string
  readonly grant: 'open' | 'close'
  /** Equal keys on one store are one grant; a closing with grantee `*all*` ends every grant with that key. */
  readonly key: string
}

/** The grantee of a closing that ends every grant with its key. */
export const ALL_GRANTEES = '*all*'

/** What a call does to one kind of store. */
export interface Action {
  /** Which class of events records the call. */
  readonly logged: 'management' | 'data'
  readonly on: StoreAt
  readonly effect: Effect
  /** Whether the call names one store, a list of them, or a set whose members it does not name. */
  readonly names: 'one' | 'list' | 'set'
  readonly when?: (call: CallEvent) => boolean
  readonly payload?: Payload
  readonly bytes?: CallPath
  /** Where the object's name stands; a function where the name is put together, as from a key and a version. */
  readonly object?: readonly CallPath[] | ((call: CallEvent) => string | null)
  /** Instead of `object`, where one call names several of them; none is as if the call named no object. */
  readonly objects?: (call: CallEvent) => readonly string[]
  /** Who received a copy by this one call: another store or account. */
  readonly to?: (call: CallEvent) => string | null
  /** Grants on one of the stores that the call acts on: a call may open several stores, each of them to others. */
  readonly grants?: (call: CallEvent, store: StoreName) => readonly Grant[]
}

/** A change that a call makes or ends. */
export interface ChangeSpec {
  readonly kind: ChangeKind
  readonly does: 'open' | 'close'
  readonly subject: (call: CallEvent) => string | null
  readonly what: (call: CallEvent) => string
  readonly undo: (call: CallEvent) => string
  readonly when?: (call: CallEvent) => boolean
}

/** What a call changes; a function where the call names several things, each of them a change of its own. */
export type CallChanges = ChangeSpec | readonly ChangeSpec[] | ((call: CallEvent) => readonly ChangeSpec[])

/** A touch as an example states it. */
export interface TouchExample {
  readonly store: string
  readonly effect: Effect
  readonly bytes?: number | null
  readonly object?: string | null
  readonly grantee?: string | null
  readonly grant?: 'open' | 'close' | null
}

/** A record and what the row must make of it: the row's own tests. */
export interface ServiceExample {
  readonly name: string
  /** A record as the log has it, cut to what matters; missing envelope fields are filled in by the test. */
  readonly record: object
  readonly touches?: readonly TouchExample[]
  readonly changes?: readonly { readonly kind: ChangeKind; readonly subject: string; readonly does: 'open' | 'close' }[]
  /** The statements, each with the fields that matter. */
  readonly states?: readonly { readonly topic: Topic; readonly says: Readonly<Record<string, unknown>> }[]
}

/** What the calls of a service set that other verdicts rest on: logs, what their files have to pass, and long-term credentials. */
export type Governed = 'recording' | GateState['gate'] | 'credentials'

/** One service, or one part of a large one: its stores, what its calls do to them, and what they change. */
export interface ServiceRow {
  readonly service: string
  /** The event sources whose records this row reads. */
  readonly sources: readonly string[]
  readonly stores: Readonly<Record<string, StoreKind>>
  /** Where any successful call of these sources may name a store that exists; calls with an action of their own are left out. */
  readonly mentions: readonly StoreAt[]
  /** By event name, exactly as recorded. A name with an API date (`GetFunction20150331v2`) is listed without it as well. */
  readonly actions: Readonly<Record<string, Action | readonly Action[]>>
  readonly changes: Readonly<Record<string, CallChanges>>
  /** What its calls set, and no other's: logs, the places that logs write to, the keys that they encrypt with, long-term credentials. */
  readonly governs?: readonly Governed[]
  /** Where the calls of a global service are recorded, by partition; absent where that is the region of the call. */
  readonly recordedIn?: Readonly<Record<string, string>>
  /** What a successful call states on a topic, by event name: settings of logs, and of what lets their files through. */
  readonly states?: Readonly<Record<string, (call: CallEvent) => readonly Statement[]>>
  readonly cite: string
  readonly examples: readonly ServiceExample[]
}

/** Types a service row; the row itself is data. */
export function defineService(row: ServiceRow): ServiceRow {
  return row
}
