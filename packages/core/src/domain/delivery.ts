import type { EvidenceRef } from './evidence-ref.ts'
import type { Instant } from './instant.ts'

/** A file that a log says it delivered. Times are those of the events in it; null where the log does not say. */
export interface DeliveredFile {
  /** Bucket and key, with a slash between them. */
  readonly place: string
  /** SHA-256 (hex) of the inflated file. */
  readonly sha256: string
  readonly oldest: Instant | null
  readonly newest: Instant | null
}

/** A signed statement of a log: which files it delivered in a stretch of time, and which statement came before (a CloudTrail digest). */
export interface DeliveryDigest {
  /** Which log it is: its home region and its name, with a slash between them. */
  readonly log: string
  /** The organisation whose log it is; null for an account's own. */
  readonly organisation: string | null
  /** Where the log delivers to. */
  readonly bucket: string
  readonly account: string
  readonly region: string
  /** Start of the stretch of delivery, included. */
  readonly start: Instant
  /** End of the stretch of delivery, not included. */
  readonly end: Instant
  readonly place: string
  /** SHA-256 (hex) of its own inflated content. */
  readonly sha256: string
  /** The statement before it; null where a chain begins. */
  readonly previous: { readonly place: string; readonly sha256: string; readonly signature: string | null } | null
  /** The fingerprint of the key that signed it. */
  readonly fingerprint: string
  /** The text that its signature is over. */
  readonly signed: string
  readonly files: readonly DeliveredFile[]
  /** Whether it lists files that were delivered late, beside the chain. */
  readonly backfill: boolean
  readonly ref: EvidenceRef
}

/** A statement on delivery that stands at a place, as a listing of the place or a later statement names it. */
export type ListedDigest = Pick<
  DeliveryDigest,
  'place' | 'log' | 'organisation' | 'bucket' | 'account' | 'region' | 'backfill'
> & {
  /** The end of the stretch that it is about; null where its name does not say. */
  readonly end: Instant | null
}

/** A public key of the provider, and when it signed. */
export interface SigningKey {
  readonly fingerprint: string
  readonly from: Instant | null
  readonly to: Instant | null
  /** DER of the RSA public key (PKCS #1), in base64. */
  readonly key: string
}

/** A signature that stands beside a statement and not in its successor: the newest one has no other. */
export interface DetachedSignature {
  readonly place: string
  /** In hex. */
  readonly signature: string
}

/** Whether a signature (RSASSA-PKCS1-v1_5 with SHA-256, in hex) of a text was made with a key; false for what is no key or signature. */
export type VerifySignature = (key: SigningKey, text: string, signature: string) => boolean
