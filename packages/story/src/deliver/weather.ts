/** How smoothly delivery goes: probabilities for a file or an event. */
export interface Weather {
  /** A file comes more than half an hour late, and still within two hours of its events. */
  readonly late: number
  /** An event is delivered a second time. */
  readonly duplicates: number
  /** A file is left out of the digest of its hour, and listed later by a backfill digest. */
  readonly backfills: number
  /** A stop and a start within the same hour leave the chain of digests as it was: then no digest tells of the stop. */
  readonly joins: number
}

export const USUAL: Weather = { late: 0.03, duplicates: 0.02, backfills: 0.02, joins: 0.5 }
