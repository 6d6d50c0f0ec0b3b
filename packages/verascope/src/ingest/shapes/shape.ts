import type { EvidenceRow } from '@verascope/core/domain/evidence-row'
import type { Json } from '@verascope/core/domain/json'

/** A place in the bytes of a file: a record, a list that may hold records, or bytes in which none can be told apart. */
export type Piece =
  /** `value` is what the bytes say as JSON, where finding the record told it already. */
  | { readonly kind: 'record'; readonly offset: number; readonly length: number; readonly value?: Json }
  /** A list of records begins, under this key. */
  | { readonly kind: 'list'; readonly key: string }
  /** The file itself tells what it holds: all records that follow are of this kind of evidence. */
  | { readonly kind: 'known'; readonly row: EvidenceRow }
  | { readonly kind: 'damage'; readonly offset: number; readonly length: number; readonly reason: string }

/**
 * One way in which records lie in a file: finds them in order, by position. Null when the bytes do not have this shape. It is told
 * the kinds of evidence that there may be.
 */
export type Shape = (bytes: Uint8Array, evidence: readonly EvidenceRow[]) => Iterable<Piece> | null
