import type { CallerId } from './brand.ts'
import type { EvidenceRef } from './evidence-ref.ts'
import type { Instant } from './instant.ts'
import type { Json } from './json.ts'

/** Whether the call did what it asked for. A failed call returned no data. */
export type Outcome = 'ok' | 'failed'

/** CloudTrail's event categories; records of old versions do not say. */
export type EventCategory = 'management' | 'data' | 'network-activity' | 'insight' | 'unknown'

/** The columns that every derived row repeats, so that one question needs one table. */
export interface Origin {
  readonly eventId: string
  readonly at: Instant
  /** Account whose log the record is in (recipientAccountId). */
  readonly account: string
  readonly region: string
  readonly caller: CallerId
  readonly address: string | null
  readonly agent: string | null
  readonly outcome: Outcome
}

/** One recorded API call, sign-in or service event: what every log of calls is read into. Null is unknown. */
export interface CallEvent extends Origin {
  readonly source: string
  readonly name: string
  readonly category: EventCategory
  readonly readOnly: boolean | null
  readonly errorCode: string | null
  /** What kind of credential signed the call, as a credential row recognised it. */
  readonly callerKind: string
  /** ARN of the principal that called: user, role session, root. */
  readonly principal: string | null
  readonly principalId: string | null
  readonly principalAccount: string | null
  /** The role or user behind a session (sessionIssuer's ARN). */
  readonly issuer: string | null
  readonly sessionCreated: Instant | null
  /** Service that made the call on the principal's behalf. */
  readonly invokedBy: string | null
  readonly vpcEndpoint: string | null
  /** Joins the copies of one cross-account call. */
  readonly sharedEventId: string | null
  /** Parsed parameters, without session tokens. Null when absent, and left out for object-level data events. */
  readonly request: Json
  readonly response: Json
  readonly extra: Json
  readonly resources: Json
  /** What the provider added to the record later, as JSON text. */
  readonly enrichment: string | null
  /** SHA-256 (hex, first 32 digits) of the raw record. */
  readonly rawHash: string
  readonly ref: EvidenceRef
}
