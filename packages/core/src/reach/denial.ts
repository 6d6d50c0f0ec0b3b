import type { Window } from '../domain/instant.ts'

declare const proven: unique symbol

/**
 * The proof that no identity of the actor could reach a store over a window. INVARIANT: only this folder makes one, from
 * policies with all needed facts known; nothing here makes one yet, so nothing is `unreachable`.
 */
export interface Denial {
  readonly [proven]: true
  readonly store: string
  readonly window: Window
  /** The premises it rests on. */
  readonly premises: readonly string[]
}
