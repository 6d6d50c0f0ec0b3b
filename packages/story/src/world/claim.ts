import type { Store } from './model.ts'

/** What somebody says was taken. */
export interface Claim {
  readonly id: string
  readonly speaker: string
  readonly saidAt: number
  readonly text: string
  readonly bytes: number
  /** Out of which store; null for all together. */
  readonly store: Store | null
}
