import type { DeliveryChecks } from '../coverage/chains.ts'
import type { AcceptedAssumption } from '../domain/assumption.ts'
import type { EvidenceRow } from '../domain/evidence-row.ts'
import type { Window } from '../domain/instant.ts'
import type { OwnersMap } from '../domain/owners-map.ts'
import type { Catalog } from '../facts/catalog.ts'
import type { Facts } from '../facts/port.ts'
import type { Indicator } from '../taint/indicator.ts'
import type { Accounting } from './assessment.ts'

/** An item or a record that was not read, with the reason. It may hold anything. */
export interface RejectedEvidence {
  readonly path: string
  readonly reason: string
}

/** Two records with one id and different content; both were kept. */
export interface ConflictingEvidence {
  readonly eventId: string
  readonly account: string
}

/** What the case says about its evidence beside the tables. */
export interface EvidenceSummary {
  readonly accounting: Accounting
  readonly inputs: readonly { readonly path: string; readonly sha256: string }[]
  readonly rejected: readonly RejectedEvidence[]
  readonly conflicts: readonly ConflictingEvidence[]
  /** How many files were read with another version of the catalogue, which may not have described every call. */
  readonly otherwiseRead: number
}

/** The owners map in force, and the hash by which the journal knows it. */
export interface KnownOwners {
  readonly sha256: string
  readonly map: OwnersMap
}

/** Everything an assessment is made from. */
export interface AssessInput {
  readonly facts: Facts
  readonly delivered: DeliveryChecks
  readonly catalog: Catalog
  readonly evidenceKinds: readonly EvidenceRow[]
  readonly evidence: EvidenceSummary
  readonly indicators: readonly Indicator[]
  /** Those that stand, broken ones too. */
  readonly assumptions: readonly AcceptedAssumption[]
  /** Whose data is where; null where nobody said. */
  readonly owners: KnownOwners | null
  /** The window asked for; a null side takes its default. */
  readonly window: Window
  readonly scopeVersion: number
  /** SHA-256 of a text, in hex: ids are made from it. */
  readonly digest: (text: string) => string
}
