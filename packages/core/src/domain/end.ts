import type { Origin } from './call.ts'
import type { EvidenceRef } from './evidence-ref.ts'

/** One call that switched a credential off or on again; a row of the ends table. */
export interface End extends Origin {
  /** The access key id, or the ARN of the principal whose credentials are meant. */
  readonly identity: string
  readonly state: 'active' | 'inactive' | 'deleted' | 'revoked'
  readonly ref: EvidenceRef
}
