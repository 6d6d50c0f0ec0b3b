import type { Delivered } from '../deliver/delivered.ts'
import type { Recording } from '../deliver/recorded.ts'
import type { Stage } from './stage.ts'

/** A story that was played: what was done, what was recorded of it, and what was delivered of that. */
export interface Played {
  readonly stage: Stage
  readonly recordings: readonly Recording[]
  readonly delivered: readonly Delivered[]
  /** The first and the last instant of the evidence. */
  readonly span: { readonly from: number; readonly to: number }
}
