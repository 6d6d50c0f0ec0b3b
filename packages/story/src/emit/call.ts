import type { Who } from '../world/model.ts'
import type { Deed, Failure } from './deed.ts'

/** A call that was made. Whether anything recorded it is another matter. */
export interface Call {
  readonly at: number
  readonly who: Who
  readonly deed: Deed
  readonly failure: Failure | null
  readonly requestId: string
  /** One for each account that has its own record of the call: the owner's first. */
  readonly copies: readonly { readonly account: string; readonly eventId: string }[]
  /** Joins the copies. */
  readonly sharedId: string | null
}
