import type { Origin } from './call.ts'
import type { EvidenceRef } from './evidence-ref.ts'

/** What a change is for. `configuration` is everything that is neither of the others. */
export type ChangeKind = 'persistence' | 'exposure' | 'logging' | 'destruction' | 'configuration'

/** A change to the account, or the end of one; a row of the changes table. */
export interface Change extends Origin {
  readonly kind: ChangeKind
  /** What stands open after the call, so that the call that ends it is found: `user arn:...`, `logging arn:...`. */
  readonly subject: string
  readonly does: 'open' | 'close'
  /** One sentence without a full stop, for people. */
  readonly what: string
  /** The command or act that undoes it; empty for closings. */
  readonly undo: string
  readonly ref: EvidenceRef
}
