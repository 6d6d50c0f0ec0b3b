import type { Origin } from './call.ts'
import type { EvidenceRef } from './evidence-ref.ts'

/**
 * What a call did to a data store. `attempted` is a call that failed and returned nothing; `key-used` is the use of a
 * key on the store's content; `written` changes content and is no access to it; `named` is no effect at all: the call only
 * shows that the store exists.
 */
export type Effect =
  | 'listed'
  | 'read'
  | 'key-used'
  | 'copied-out'
  | 'shared'
  | 'redirected'
  | 'sent-as'
  | 'destroyed'
  | 'written'
  | 'attempted'
  | 'named'

/** The effects that make a store `accessed`, strongest first. */
export const ACCESS_EFFECTS = ['copied-out', 'shared', 'read', 'redirected', 'sent-as', 'destroyed', 'listed'] as const

/** A data store: a container that can be read. The id is its ARN or address. */
export interface StoreName {
  readonly id: string
  readonly kind: string
  /** Account that holds the store, where the evidence says so. */
  readonly account: string | null
  readonly region: string | null
  readonly name: string
}

/** Whether two stores may be of one account and region: what a record leaves out may be either. */
export function mayBeBeside(a: StoreName, b: StoreName): boolean {
  const fits = (one: string | null, other: string | null): boolean => one === null || other === null || one === other
  return fits(a.account, b.account) && fits(a.region, b.region)
}

/**
 * What a call was answered with: content of objects, a listing of their names, or a part of the store whole, such as a folder, whose
 * objects the record does not name.
 */
export type Payload = 'object' | 'listing' | 'part'

/** One effect of one call on one store; a row of the touches table. */
export interface Touch extends Origin {
  readonly store: StoreName
  /** The effect the call has when it succeeds; a failed call only attempted it. */
  readonly effect: Effect
  /** The object inside the store, where the call names one; with the payload `part` the part that it took. */
  readonly object: string | null
  /** Which of the objects that the call names this is, counted from 0: it is one call, however many it names. */
  readonly nth: number
  readonly payload: Payload | null
  /** Bytes sent to the caller; null is unknown, not zero. */
  readonly bytes: number | null
  /** Who received a copy or a grant: account, ARN, store or `*`. */
  readonly grantee: string | null
  /** Whether the call opened or closed a continuing grant; null where the effect ends with the call. */
  readonly grant: 'open' | 'close' | null
  /** What is granted, so that the closing call finds the opening one. */
  readonly grantKey: string | null
  readonly ref: EvidenceRef
}
