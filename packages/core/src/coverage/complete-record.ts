import type { Window } from '../domain/instant.ts'

declare const proven: unique symbol

/**
 * The proof that the record of every way into a store is complete over a window. INVARIANT: only this folder makes one, from
 * logging configuration, verified delivery and our own accounting; nothing here makes one yet, so nothing is `untouched`.
 */
export interface CompleteRecord {
  readonly [proven]: true
  readonly store: string
  readonly window: Window
  /** The premises it rests on. */
  readonly premises: readonly string[]
}
