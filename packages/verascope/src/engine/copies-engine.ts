/** A row of events whose id stands in the evidence with more than one content. */
export interface AmbiguousRow {
  readonly eventId: string
  readonly account: string
  readonly item: string
  readonly ordinal: number
  readonly offset: number
  readonly length: number
  readonly rawHash: string
  /** Whether the provider added to the record later. */
  readonly hasEnrichment: boolean
}

/** Which content a row has, told by someone who read the record. Rows of one id with equal classes are copies. */
export interface ContentClass {
  readonly item: string
  readonly ordinal: number
  readonly contentClass: string
}

/** Finds the rows of events and the records of witnesses that are copies of others. It looks at all rows, those that were found to be copies before too. */
export interface CopiesEngine {
  /** Per event id and account the rows with more than one raw content, ordered by item and ordinal; they may be equal still. */
  ambiguous(): AsyncIterable<readonly AmbiguousRow[]>
  /**
   * Writes the copies (columns `item`, `ordinal`) to a Parquet file and says how many there are. Of the rows with one id, account
   * and content (the class where one is given, else the raw hash) one is kept: an enriched one first, then the smallest place. Of
   * records of witnesses with one hash the smallest place is kept.
   */
  write(classes: readonly ContentClass[], file: string): Promise<number>
  close(): void
}
