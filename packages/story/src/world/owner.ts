import type { Store } from './model.ts'

/** Somebody whose data lies in a store, under a prefix of keys. */
export interface Owner {
  readonly store: Store
  readonly prefix: string
  /** A short name that nothing else has, and what the owner is called in letters. */
  readonly owner: string
  readonly name: string
  readonly controller: string
  readonly processor: string
  /** Of data subjects. */
  readonly categories: readonly string[]
  readonly contact: string
  readonly confidence: 'confirmed' | 'likely' | 'assumed'
}
