import type { EvidenceRef } from '../domain/evidence-ref.ts'
import type { Instant, Window } from '../domain/instant.ts'
import type { Effect, Payload, StoreName } from '../domain/touch.ts'
import type { Direction, FlowOutcome, Measure, Part, WitnessKind, WitnessOutcome } from '../domain/witness.ts'
import type { PartName } from './part-names.ts'

/**
 * Which witnesses are asked for: those that meet any of the lists and whose time, or stretch of time, meets the window. Empty lists ask
 * for nothing.
 */
export interface WitnessQuery {
  /** Ids of subjects, such as stores. */
  readonly subjects: readonly string[]
  readonly addresses: readonly string[]
  /** Principals exactly as the source names them. */
  readonly principals: readonly string[]
  readonly credentials: readonly string[]
  readonly window: Window
}

/** A span of witnesses: how many, when the first and the last of them begin, and where these stand. Ties in time go to the smaller reference. */
export interface WitnessSpan {
  readonly events: number
  readonly first: Instant
  readonly last: Instant
  readonly firstRef: EvidenceRef
  readonly lastRef: EvidenceRef
}

/** Equal witnesses of one subject and one actor. Numbers are what the records say and no bounds yet. */
export interface WitnessGroup extends WitnessSpan {
  readonly evidence: string
  readonly kind: WitnessKind
  readonly subject: StoreName
  readonly act: string | null
  readonly effect: Effect | null
  readonly outcome: WitnessOutcome | null
  readonly payload: Payload | null
  readonly principal: string | null
  readonly credential: string | null
  readonly address: string | null
  /** Bytes that went, added up: payload of requests that succeeded, accepted flows, acts on mail. Fractions are cut off. */
  readonly bytes: number
  /** Those of them whose bytes no record states. */
  readonly bytesUnknown: number
  /** Of requests for content: per object the most that one answer sent, added up (volume.ts has the rule for requests that name none). */
  readonly distinct: number
  /** Distinct objects that are named. */
  readonly objects: number
}

/** Equal witnesses of one part of a subject and one actor. */
export interface WitnessPart extends WitnessGroup, PartName {}

/** Equal measurements of one subject: amounts of meters and bills, and flows of hosts whoever was on the other side. */
export interface Measured extends WitnessSpan {
  readonly evidence: string
  readonly kind: 'amount' | 'flow'
  readonly subject: StoreName
  /** Null for flows. */
  readonly measure: Measure | null
  /** Null for flows. */
  readonly part: Part | null
  /** Null for flows, and where the source has one meter only. */
  readonly meter: string | null
  /** Null for flows. */
  readonly complete: boolean | null
  /** Null for amounts. */
  readonly direction: Direction | null
  /** Null for amounts. */
  readonly outcome: FlowOutcome | null
  /** When the last stretch ends. */
  readonly until: Instant
  /** Amounts, or bytes of flows, of all stretches that meet the window, in full. Fractions are cut off. */
  readonly sum: number
  /** Stretches whose amount no record states. */
  readonly unknown: number
  /** How long the stretches last, in milliseconds; what several of them cover counts once. */
  readonly covered: number
}
