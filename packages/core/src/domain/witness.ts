import type { Outcome } from './call.ts'
import type { EvidenceRef } from './evidence-ref.ts'
import type { Instant } from './instant.ts'
import type { Effect, Payload, StoreName } from './touch.ts'

/** What every witness says: when, and of what. The subject is a store, or another thing that has an id, such as a network interface. */
interface Seen {
  readonly at: Instant
  readonly subject: StoreName
}

/** Who is said to have acted. Null is unknown. */
interface Actor {
  /** As the source names it: an ARN, an account's id, a name in a database, `anonymous` for a request without any credential. */
  readonly principal: string | null
  /** Id of the access key that signed, where the source tells it. */
  readonly credential: string | null
  /** One IP address. */
  readonly address: string | null
}

/** One request on a store, as a log of requests saw it. */
export interface RequestWitness extends Seen, Actor {
  readonly kind: 'request'
  /** The object inside the store, where the request names one. */
  readonly object: string | null
  /** The log's own word for the operation. */
  readonly act: string
  /** What the request does when it succeeds; null where it has no effect on the store, or none by whom sent it. */
  readonly effect: Effect | null
  readonly outcome: Outcome
  /** What its answer holds when it succeeds; null for an answer that holds neither content nor names. */
  readonly payload: Payload | null
  /** Bytes of payload sent. INVARIANT: an error's text is no payload: null where the request failed. */
  readonly bytes: number | null
  /** Bytes of the whole object. */
  readonly size: number | null
  readonly agent: string | null
  readonly requestId: string | null
}

/** Whether traffic passed, was refused, did not occur, or occurred and was not recorded. */
export type FlowOutcome = 'accepted' | 'rejected' | 'no-data' | 'skipped'
/** Which way traffic went, seen from the host. */
export type Direction = 'in' | 'out' | 'unknown'

/** Traffic of a host (an interface, an instance, a load balancer) over a stretch of time: the subject is the host. */
export interface FlowWitness extends Seen {
  readonly kind: 'flow'
  readonly until: Instant
  /** The other side's IP address. */
  readonly address: string | null
  /** The host's own port, by which its services are told. */
  readonly port: number | null
  readonly direction: Direction
  readonly outcome: FlowOutcome
  readonly bytes: number | null
  readonly packets: number | null
}

/** What an amount counts: bytes, or things and requests. Amounts of `stored-bytes` and `objects` are what there was, all others what went on. */
export type Measure =
  | 'bytes-sent'
  | 'bytes-received'
  | 'egress-bytes'
  | 'stored-bytes'
  | 'requests'
  | 'objects'
  | 'messages-sent'

/**
 * Which part of reality an amount measures: all of it; traffic to the internet, to other regions, between zones, by way of a content
 * network, to other services of the provider; a host alone; of requests those that read or list; `unknown` where the source does not tell.
 */
export type Part =
  | 'all'
  | 'internet'
  | 'region-out'
  | 'zone-out'
  | 'content-network'
  | 'other-services'
  | 'host'
  | 'reads'
  | 'listings'
  | 'unknown'

/** How much of something a meter or a bill says that there was, over a stretch of time. */
export interface AmountWitness extends Seen {
  readonly kind: 'amount'
  readonly until: Instant
  readonly measure: Measure
  readonly part: Part
  /** The source's own name for what counts, such as a filter, where it has several; what that takes in, other evidence tells. */
  readonly meter: string | null
  /** In bytes or as a count, never in larger units. */
  readonly amount: number | null
  /** Whether the source counts everything of the measure over the stretch; a sampled or best-effort source does not. */
  readonly complete: boolean
}

/** A log-in to a database or a host, or a statement in one. */
export interface SessionWitness extends Seen, Actor {
  readonly kind: 'session'
  readonly act: string
  readonly effect: Effect | null
  readonly outcome: Outcome
  /** What the statement names, such as a table. */
  readonly object: string | null
  readonly sessionId: string | null
  readonly rows: number | null
}

/** One act on a mailbox or a flow of mail. A record that names several items makes a witness of each. */
export interface MailWitness extends Seen, Actor {
  readonly kind: 'mail'
  readonly act: string
  readonly effect: Effect | null
  readonly outcome: Outcome
  /** Whether the act was on one item, or on all of a folder or mailbox. */
  readonly scope: 'item' | 'folder' | 'mailbox'
  /** Id of the item or the folder; null where the record does not name it. */
  readonly object: string | null
  readonly agent: string | null
  readonly sessionId: string | null
  /** How many messages it stands for. */
  readonly messages: number | null
  readonly bytes: number | null
}

/** What a detector says that it found. It supports and proves nothing. */
export interface FindingWitness extends Seen, Actor {
  readonly kind: 'finding'
  readonly until: Instant
  /** The detector's type of the finding. */
  readonly act: string
  /** In the detector's own words or numbers. */
  readonly severity: string | null
}

/**
 * Evidence beside the record of calls: it may show access and bound amounts, and never completes a record. Null is unknown, never zero.
 */
export type Witness = RequestWitness | FlowWitness | AmountWitness | SessionWitness | MailWitness | FindingWitness

/** A kind of witness. */
export type WitnessKind = Witness['kind']

/** Every outcome that a witness may tell. */
export type WitnessOutcome = Outcome | FlowOutcome

/** A witness and the record that makes it. */
export type Witnessed = Witness & {
  readonly ref: EvidenceRef
  /** The kind of evidence, by the catalogue's name. */
  readonly evidence: string
  /** SHA-256 (hex, first 32 digits) of what tells the record from all others; equal ones are copies. Null where nothing does. */
  readonly recordHash: string | null
}
