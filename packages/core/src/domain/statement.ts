import type { DeliveryDigest, DetachedSignature, ListedDigest, SigningKey } from './delivery.ts'
import type { EvidenceRef } from './evidence-ref.ts'
import type { Instant } from './instant.ts'
import type { LogStatement } from './log-config.ts'
import type { StoreName } from './touch.ts'

/**
 * What must let a log's files through on their way: the place they are written to, or the key they are encrypted with. While it is
 * shut, signed statements go on and list nothing (coverage.md 2.5).
 */
export interface GateState {
  readonly gate: 'target' | 'key'
  /** Name of the place (a bucket) or ARN of the key. */
  readonly id: string
  /** Where a change of it would be recorded. */
  readonly account: string
  readonly region: string
  /** A call that changed it, or an answer that showed it. */
  readonly act: 'changed' | 'shown'
  /** Whether it lets everything through that a log writes; null where that cannot be told. */
  readonly open: boolean | null
}

/** An answer that says that a log could not deliver from one region. */
export interface DeliveryFailure {
  readonly log: string
  readonly region: string
  /** In the provider's words. */
  readonly error: string
}

/** The regions in which an account can be used. */
export interface EnabledRegions {
  readonly account: string
  readonly regions: readonly string[]
}

/** A long-term credential, or a principal's own, as an account's report lists it. */
export interface ListedCredential {
  readonly account: string
  /** ARN of the principal. */
  readonly principal: string
  /** When it was made or last replaced; null where the report does not say. */
  readonly madeAt: Instant | null
  readonly active: boolean
}

/** What a meter of a thing takes in. */
export interface MeterScope {
  /** Id of the thing, such as a store. */
  readonly subject: string
  readonly meter: string
  /** Whether it counts all of the thing, or a part of it only. */
  readonly whole: boolean
}

/** What each topic states. Evidence that is no record of a call is made of these; a call may state some as well. */
export interface Topics {
  /** A signed statement of a log on what it delivered. */
  readonly 'delivery-digest': Omit<DeliveryDigest, 'ref'>
  /** A public key of the provider. */
  readonly 'signing-key': SigningKey
  /** A signature that stands beside what it signs. */
  readonly 'detached-signature': DetachedSignature
  /**
   * That a statement stands at a place, as a listing of the place or a later statement shows: one that is named so and is not in
   * evidence was not copied.
   */
  readonly 'digest-listed': ListedDigest
  /** Settings of a log. */
  readonly 'log-settings': Omit<LogStatement, 'at' | 'ref'>
  readonly 'delivery-failure': DeliveryFailure
  readonly gate: GateState
  readonly regions: EnabledRegions
  readonly credential: ListedCredential
  readonly 'meter-scope': MeterScope
  /** A store that an inventory names. */
  readonly 'store-listed': StoreName
}

/** A topic of statements. */
export type Topic = keyof Topics

/** What a piece of evidence states on one topic. `at` is the instant it speaks of; null where nothing tells: then it proves nothing about time. */
export type Statement<Of extends Topic = Topic> = {
  readonly [Name in Of]: { readonly topic: Name; readonly at: Instant | null; readonly says: Topics[Name] }
}[Of]

/** A statement and the record that makes it. */
export type Stated<Of extends Topic = Topic> = Statement<Of> & { readonly ref: EvidenceRef }

/** The statements on one topic. */
export function statementsOn<Name extends Topic>(stated: readonly Stated[], topic: Name): readonly Stated<Name>[] {
  return stated.filter((one) => one.topic === topic) as readonly Stated[] as readonly Stated<Name>[]
}
