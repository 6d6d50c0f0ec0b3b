/** A place in the bytes of a file: a record, a list that may hold records, or bytes in which none can be told apart. */
export type Piece =
  | { readonly kind: 'record'; readonly offset: number; readonly length: number }
  /** A list of records begins, under this key. */
  | { readonly kind: 'list'; readonly key: string }
  | { readonly kind: 'damage'; readonly offset: number; readonly length: number; readonly reason: string }

/**
 * One way in which records lie in a file: finds them in order, by position, without parsing what is in them.
 * Null when the bytes do not have this shape. `lists` are the keys under which evidence keeps lists of records.
 */
export type Shape = (bytes: Uint8Array, lists: ReadonlySet<string>) => Iterable<Piece> | null
