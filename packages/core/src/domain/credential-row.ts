import type { CallEvent } from './call.ts'
import type { Instant } from './instant.ts'
import type { Link } from './mint.ts'

/** An identity that a call brings about. */
export interface MintDraft {
  readonly minted: string
  readonly kind: string
  readonly link: Link
  readonly through?: string | null
  readonly throughLink?: Link | null
  readonly principal?: string | null
  readonly expires?: Instant | null
}

/** What is known of the caller of an event, for telling which kind of credential signed it. */
export interface CallerFacts {
  /** userIdentity.type, as recorded. */
  readonly type: string
  readonly accessKeyId: string | null
  readonly principal: string | null
  readonly issuer: string | null
  readonly sessionName: string | null
  /** Whether the provider says that the credential was handed to a host, a container or a function. */
  readonly deliveredToCompute: boolean
  readonly fromConsole: boolean
  /** Type of the resource that the provider says the credential was issued to, such as `AWS::Lambda::Function`. */
  readonly issuedTo: string | null
  readonly isAnonymous: boolean
  /** The service that made the call for the caller; null where the call came from an address of the network. */
  readonly invokedBy: string | null
}

/** The end of a credential: which identity a call switches off or on again. */
export interface EndDraft {
  /** The access key id, or the ARN of the principal whose credentials all end. */
  readonly identity: string
  readonly state: 'active' | 'inactive' | 'deleted' | 'revoked'
}

/** A record and what the row must make of it: the row's own tests. */
export interface CredentialExample {
  readonly name: string
  readonly record: object
  readonly mints?: readonly {
    readonly minted: string
    readonly kind: string
    readonly link: Link
    readonly through?: string
  }[]
  readonly ends?: readonly EndDraft[]
  /** The kind of the record's own caller. */
  readonly callerKind?: string
}

/** One way to become somebody else, or to stop being so. */
export interface CredentialRow {
  readonly id: string
  readonly title: string
  readonly sources: readonly string[]
  readonly names: readonly string[]
  /** Called for successful calls only. */
  readonly mints: (call: CallEvent) => readonly MintDraft[]
  /** Called for successful calls only. */
  readonly ends?: (call: CallEvent) => readonly EndDraft[]
  /** Tells the kind of a caller, where this row knows it. The most specific row (highest `rank`) wins. */
  readonly callerKind?: { readonly rank: number; readonly of: (caller: CallerFacts) => string | null }
  readonly cite: string
  readonly examples: readonly CredentialExample[]
}

/** Types a credential row; the row itself is data. */
export function defineCredential(row: CredentialRow): CredentialRow {
  return row
}
