/** What reading an item gave: records that were found = kept + duplicate of an earlier file + rejected. */
export interface ItemAccounting {
  readonly read: number
  readonly kept: number
  readonly duplicate: number
  readonly rejected: number
}

/** An archive that holds an item, and where in it the item stands. */
export interface Container {
  /** Where the archive is: an absolute path; and its name for people. */
  readonly path: string
  readonly name: string
  /** SHA-256 (hex) of the bytes of the archive. */
  readonly sha256: string
  /** Among its files, counted from 0. */
  readonly position: number
}

/** One evidence item as the manifest holds it: a line of evidence/manifest.ndjson. Fields are only ever added. */
export interface ManifestLine {
  /** Where the file is: an absolute path. Opens the raw record; never shown where a name will do. */
  readonly path: string
  /** The archive that it is a member of; absent for a file of its own. Its path is then that of the archive and its name in it. */
  readonly container?: Container
  /** The file's name for people, from the argument that named it on: `invictus-aws/CloudTrail/x.json`. The same on every machine. */
  readonly name: string
  /** Key of the object in its bucket, where the path holds the provider's own layout; null otherwise. */
  readonly originalKey: string | null
  readonly state: 'read' | 'duplicate' | 'rejected'
  /** Why it was rejected or whose duplicate it is, in words; null for `read`. */
  readonly reason: string | null
  /** Kind of evidence as recognised by content; null when none was. */
  readonly kind: string | null
  /** SHA-256 (hex) of the bytes of the file. */
  readonly sha256: string
  readonly bytes: number
  /** SHA-256 (hex) of the inflated bytes, which is what log digests sign; null when they could not be had. Names the item in every table. */
  readonly inflatedSha256: string | null
  readonly inflatedBytes: number | null
  readonly accounting: ItemAccounting
  readonly collector: string | null
  /** When it was read into the case, ISO 8601. */
  readonly acquiredAt: string
  /** Version of the program and SHA-256 (hex, first 16 digits) of the catalog it was read with. */
  readonly parser: string
  readonly catalog: string
  /** `inflatedSha256` of an item whose end was missing and with whose bytes this one begins. */
  readonly continues?: string
  /** SHA-256 (hex) of what stood beside the file when it was read, of answers; absent where nothing did. */
  readonly beside?: string
  /** Whether it is an answer, so that what stands beside it is a part of what it says. */
  readonly answers?: true
  /** Whether this is no file of its own, but says of one that was read that its end is missing. */
  readonly cut?: true
  /** The part of every table that holds its rows: tables/<table>/<part>.parquet; null without rows. */
  readonly part: string | null
  /** SHA-256 (hex) of the part's file in each table; absent without rows, and in cases of versions before it was kept. */
  readonly tables?: Readonly<Record<string, string>>
}

/** One rejected file or record: a line of evidence/rejected.ndjson. */
export interface RejectedLine {
  readonly path: string
  readonly name: string
  /** Position of the record in the file, counted from 0; null when the whole file was rejected. */
  readonly ordinal: number | null
  /** First byte of the record in the inflated bytes; null when the whole file was rejected. */
  readonly offset: number | null
  readonly reason: string
  /** Of an answer: SHA-256 (hex) of what stood beside it. */
  readonly beside?: string
}
