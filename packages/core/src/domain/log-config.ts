import type { EvidenceRef } from './evidence-ref.ts'
import type { Instant } from './instant.ts'

/** What a condition of a selector is on. `other` is anything that not every call of a class meets: a name, a caller, a console. */
export type SelectorField = 'class' | 'resource-type' | 'resource' | 'read-only' | 'source' | 'other'

/** A condition of a selector. Each list that is not empty must be met: one of its values, or for `not...` none of them. */
export interface SelectorCondition {
  readonly field: SelectorField
  readonly equals: readonly string[]
  readonly startsWith: readonly string[]
  readonly endsWith: readonly string[]
  readonly notEquals: readonly string[]
  readonly notStartsWith: readonly string[]
  readonly notEndsWith: readonly string[]
}

/** Which events a log takes: those that meet every condition. */
export interface EventSelector {
  readonly conditions: readonly SelectorCondition[]
}

/** What is known of the configuration of one log (a CloudTrail trail) at one moment; null is unknown. */
export interface LogSettings {
  /** Whether it records in every region of the account, or in its home region only. */
  readonly allRegions: boolean | null
  /** Whether it records every account of the organisation, or its own only. */
  readonly allAccounts: boolean | null
  /** Whether a log of one region takes calls of services that belong to no region, where those are recorded; one of all regions does. */
  readonly global: boolean | null
  readonly on: boolean | null
  readonly selectors: readonly EventSelector[] | null
  /** The ARN of the key that encrypts its files; `none` where none does. */
  readonly key: string | null
  /** Where it delivers: bucket and prefix. */
  readonly target: string | null
}

/** A statement on the configuration of a log: by a call that set it, or by an answer that showed it. What it does not say is left out. */
export interface LogStatement {
  readonly log: string
  /** The account that owns it, and its home region. */
  readonly account: string
  readonly home: string
  /** Null where nothing says when the answer was given: then it says nothing of any time. */
  readonly at: Instant | null
  /** A call that changed it, an answer that showed it, or a call that made or deleted it. */
  readonly act: 'changed' | 'shown' | 'made' | 'deleted'
  readonly says: Partial<LogSettings>
  readonly ref: EvidenceRef
}

/** The events of one way into a store, for asking whether a log takes them all. */
export interface SelectionNeed {
  readonly class: 'management' | 'data'
  /** The event source; null where it may be any. */
  readonly source: string | null
  /** The type of the resource, of data events. */
  readonly resourceType: string | null
  /** The ARN of the resource or, where `within`, what the ARNs of all its objects begin with. */
  readonly resource: string | null
  readonly within: boolean
  /** Where only calls that write are asked about. */
  readonly writesOnly?: true
  /** Where calls of services that belong to no region are among them. */
  readonly global?: true
}
