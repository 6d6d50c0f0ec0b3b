import type { CallerId } from '../domain/brand.ts'
import type { Outcome } from '../domain/call.ts'
import type { Change } from '../domain/change.ts'
import type { End } from '../domain/end.ts'
import type { EvidenceRef } from '../domain/evidence-ref.ts'
import type { Instant, Window } from '../domain/instant.ts'
import type { Mint } from '../domain/mint.ts'
import type { Stated, Topic } from '../domain/statement.ts'
import type { Effect, Payload, StoreName, Touch } from '../domain/touch.ts'
import type { AskedParts, PartName } from './part-names.ts'
import type { Selection, Standing } from './selection.ts'
import type { Measured, WitnessGroup, WitnessPart, WitnessQuery } from './witness-port.ts'

/** A span of calls: how many, the first and the last of them. Ties in time go to the smaller event id, then to the smaller reference. */
export interface Span {
  readonly events: number
  readonly first: Instant
  readonly last: Instant
  readonly firstEvent: EventPointer
  readonly lastEvent: EventPointer
}

/** Names one recorded call and where it stands in the evidence. */
export interface EventPointer {
  readonly eventId: string
  readonly ref: EvidenceRef
}

/** How much of one account and region the evidence holds. */
export interface Place extends Span {
  readonly account: string
  readonly region: string
  /** When the first call of management that writes was made there; null where none is recorded. */
  readonly firstWrite: Instant | null
}

/** A stretch of time in one account and region; both ends are included. */
export interface PlaceStretch {
  readonly account: string
  readonly region: string
  readonly from: Instant
  readonly to: Instant
}

/** The calls of one stretch, whoever made them. */
export interface CallsDuring extends Span {
  readonly during: PlaceStretch
}

/** The uses of one caller from one address in one account. */
export interface CallerUse extends Span {
  readonly caller: CallerId
  readonly callerKind: string
  readonly principal: string | null
  readonly principalId: string | null
  readonly principalAccount: string | null
  readonly issuer: string | null
  readonly sessionCreated: Instant | null
  readonly invokedBy: string | null
  readonly account: string
  readonly address: string | null
  /** How many of the calls failed. */
  readonly failed: number
  /** When the last call that did not fail was made; null when all failed. */
  readonly succeeded: Instant | null
}

/** Where a principal's credentials were used from, whichever of them: the calls that it signed itself, and not what services did for it. */
export interface OriginUse extends Span {
  /** The role or user behind a session, else the principal that called. */
  readonly principal: string
  readonly address: string | null
  readonly agent: string | null
  readonly vpcEndpoint: string | null
}

/** Calls of one caller that another account recorded as well, or did not: a call into another account is recorded in both. */
export interface Pairing extends Span {
  readonly caller: CallerId
  /** Whom the other account's record names; null where there is none. */
  readonly partner: CallerId | null
}

/** Which callers are asked for: those that meet any of the lists. Empty lists ask for nothing. */
export interface CallerQuery {
  readonly callers: readonly CallerId[]
  /** Principals: an ARN of a user, role or session matches `principal` and `issuer`. */
  readonly principals: readonly string[]
  readonly addresses: readonly string[]
  /** Names of role sessions, such as a host's id: they match a `principal` that ends with a slash and the name. */
  readonly sessionNames: readonly string[]
}

/** What evidence beside the record of calls names of somebody, of the three the first that it does as the caller of a group. */
export interface WitnessSource {
  /** The kind of evidence. */
  readonly evidence: string
  readonly principal: string | null
  readonly credential: string | null
  readonly address: string | null
}

/** Equal calls of the actor on one store. */
export interface TouchGroup extends Span {
  readonly store: StoreName
  readonly standing: Standing
  readonly caller: CallerId
  readonly effect: Effect
  readonly outcome: Outcome
  readonly payload: Payload | null
  readonly grantee: string | null
  /** The part of the store that the calls took whole; null where they name objects or none. */
  readonly part: string | null
  /** What shows them, where no record of calls does: no engine answers it. */
  readonly witness?: WitnessSource
}

/** The end of changes on a subject, as far as it tells when and by which call. */
export type Closing = Pick<Change, 'subject' | 'at' | 'eventId' | 'ref'>

/** Equal calls on one store, whoever made them. */
export type StoreUse = Omit<TouchGroup, 'standing'>

/** What the actor's certain and successful reads of one store amount to. Numbers are lower bounds in bytes. */
export interface StoreVolume {
  readonly storeId: string
  /** Bytes of all object answers. */
  readonly sent: number
  /** Answers with objects, or with whole parts of the store, whose size no record states. */
  readonly sentUnknown: number
  /** Per object the largest single answer, added up: what was at least read once (volume.ts has the rule for reads without a name). */
  readonly distinct: number
  /** Distinct objects that were read; reads that name none count as one. */
  readonly objects: number
  /** Bytes of listings. */
  readonly listed: number
}

/** Equal calls of the actor on one part of a store. */
export interface PartGroup extends Omit<TouchGroup, 'store'>, PartName {}

/** What the actor's certain and successful reads of one part of a store amount to; numbers as of a whole store. */
export interface PartVolume extends StoreVolume, PartName {}

/** A store that the evidence names, whoever touched it. */
export interface StoreSeen extends Span {
  readonly store: StoreName
}

/** The actor's calls to one API in one account and region. */
export interface CallGroup extends Span {
  readonly account: string
  readonly region: string
  readonly source: string
  readonly name: string
  readonly caller: CallerId
  readonly standing: Standing
  readonly outcome: Outcome
}

/**
 * The questions the core asks of the evidence. Sets go in, groups come out; no answer grows with the number of events in a
 * group. Every list is in the order of answer-order.ts, so that equal evidence gives equal bytes. The in-memory implementation is
 * the definition; every engine must answer the same.
 */
export interface Facts {
  /** Every account and region that the evidence has calls of. */
  places(): Promise<readonly Place[]>
  /** The calls that were made during these stretches; stretches without any are left out. */
  callsDuring(stretches: readonly PlaceStretch[]): Promise<readonly CallsDuring[]>
  /** The uses of callers. */
  callers(query: CallerQuery): Promise<readonly CallerUse[]>
  /** All mints that follow from a set of holders by way of `caller` or `through`, however far. Rules about time are the asker's. */
  mintsFrom(holders: readonly CallerId[]): Promise<readonly Mint[]>
  /** All mints that brought one of these identities about, whoever called. */
  mintsOf(minted: readonly CallerId[]): Promise<readonly Mint[]>
  /** What the selected calls did to stores; `named` left out. */
  touches(selection: Selection): Promise<readonly TouchGroup[]>
  /** What anybody did to these stores; `named` left out. */
  usesOf(storeIds: readonly string[]): Promise<readonly StoreUse[]>
  /** What the strictly selected, successful calls read. */
  volumes(selection: Selection): Promise<readonly StoreVolume[]>
  /** What the selected calls did to parts of these stores (parts.ts has the rules); `named` left out. A listing may be of several parts, and each object that a call names counts as a call. */
  partTouches(selection: Selection, parts: readonly AskedParts[]): Promise<readonly PartGroup[]>
  /** What the strictly selected, successful calls read of parts of these stores, each call in one part. */
  partVolumes(selection: Selection, parts: readonly AskedParts[]): Promise<readonly PartVolume[]>
  /** Every store that the evidence names. */
  stores(): Promise<readonly StoreSeen[]>
  /** Every opening and closing of a grant on these stores by anybody, in order of time; successful ones only. */
  grants(storeIds: readonly string[]): Promise<readonly Touch[]>
  /** The changes that the selected calls opened, strict and wide alike. */
  changesBy(selection: Selection): Promise<readonly (Change & { readonly standing: Standing })[]>
  /** Every end of a change on these subjects by anybody, in order of time. */
  closingsOn(subjects: readonly string[]): Promise<readonly Closing[]>
  /** Every switching off or on of these identities by anybody, in order of time. */
  ends(identities: readonly string[]): Promise<readonly End[]>
  /** Where these principals (of sessions, their roles) were used from. */
  originsOf(principals: readonly string[]): Promise<readonly OriginUse[]>
  /** Whom other accounts name as having made the calls of these callers, by the id that both records share. */
  pairings(callers: readonly CallerId[]): Promise<readonly Pairing[]>
  /** What evidence states on one of the topics. */
  statements(topics: readonly Topic[]): Promise<readonly Stated[]>
  /** Which APIs the selected calls called. */
  calls(selection: Selection): Promise<readonly CallGroup[]>
  /** What evidence beside the record of calls is about: stores, hosts and other things, each as it is named. */
  witnessSubjects(): Promise<readonly StoreName[]>
  /** What evidence beside the record of calls shows of stores and hosts, or of somebody. Its silence shows nothing. */
  witnessed(query: WitnessQuery): Promise<readonly WitnessGroup[]>
  /** The same by parts of these stores, and of no other subject; a witness is of the part of the object that it names. */
  witnessedParts(query: WitnessQuery, parts: readonly AskedParts[]): Promise<readonly WitnessPart[]>
  /** What meters, bills and flows amount to over the stretches that meet a window. */
  measured(window: Window): Promise<readonly Measured[]>
}
