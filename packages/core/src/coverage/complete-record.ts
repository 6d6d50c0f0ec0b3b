import type { Window } from '../domain/instant.ts'
import { isInside, type Stretch } from '../domain/stretches.ts'
import type { StoreRecord } from './store-record.ts'

/** Not exported: nobody else can write one down. */
const proven: unique symbol = Symbol('proven')

/**
 * The proof that the record of every way into a store is complete over a window. INVARIANT: it is made here only, from logging
 * configuration, verified delivery and our own accounting.
 */
export interface CompleteRecord {
  readonly [proven]: true
  readonly window: Window
  readonly record: StoreRecord
}

/** A window as a stretch; null where one of its ends is open, because no record is complete for ever, and where it is empty. */
export function stretchOfWindow({ from, to }: Window): Stretch | null {
  return from === null || to === null || from > to ? null : { from, to: to + 1 }
}

/** The proof that a record is complete over a window, or null where it is not. */
export function completeRecord(record: StoreRecord, window: Window): CompleteRecord | null {
  const stretch = stretchOfWindow(window)
  if (stretch === null || record.ways.length === 0 || !isInside(stretch, record.complete)) return null
  return { [proven]: true, window, record }
}
