/** Where a row comes from, exactly: enough to open the raw record in the evidence again. */
export interface EvidenceRef {
  /** SHA-256 (hex) of the item's inflated bytes. */
  readonly item: string
  /** Position of the record in the item, counted from 0. */
  readonly ordinal: number
  /** First byte of the record in the inflated bytes. */
  readonly offset: number
  /** Length of the record in bytes. */
  readonly length: number
}

/** Orders references by item, then by position: the order every listing uses. */
export function compareRefs(a: EvidenceRef, b: EvidenceRef): number {
  if (a.item !== b.item) return a.item < b.item ? -1 : 1
  return a.ordinal - b.ordinal
}
