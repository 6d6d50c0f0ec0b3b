import type { Json } from '@verascope/core/domain/json'

/** A place in the bytes of a file: a record, a list that may hold records, or bytes in which none can be told apart. */
export type Piece =
  /** `value` is what the bytes say as JSON, where finding the record told it already. */
  | { readonly kind: 'record'; readonly offset: number; readonly length: number; readonly value?: Json }
  /** A list of records begins, under this key. */
  | { readonly kind: 'list'; readonly key: string }
  | { readonly kind: 'damage'; readonly offset: number; readonly length: number; readonly reason: string }

/**
 * One way in which records lie in a file: finds them in order, by position.
 * Null when the bytes do not have this shape. `lists` are the keys under which evidence keeps lists of records.
 */
export type Shape = (bytes: Uint8Array, lists: ReadonlySet<string>) => Iterable<Piece> | null
