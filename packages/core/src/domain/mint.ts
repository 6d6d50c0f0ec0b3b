import type { CallerId } from './brand.ts'
import type { Origin } from './call.ts'
import type { EvidenceRef } from './evidence-ref.ts'
import type { Instant } from './instant.ts'

/** How an identity is tied to the actor, strongest first. Kept apart to the end. */
export const LINKS = [
  'seed',
  'minted',
  'same-session',
  'inferred',
  'assumable',
  'service-forwarded',
  'possible',
] as const
/** One of {@link LINKS}. */
export type Link = (typeof LINKS)[number]

/** The links that license `accessed`; every other link only makes a store undetermined. */
export const STRICT_LINKS: ReadonlySet<Link> = new Set(['seed', 'minted', 'same-session'])

/** One way in which a call gave its caller another identity; a row of the mints table. */
export interface Mint extends Origin {
  /** The identity that came to be: an access key id, or the ARN of a principal, host, function or role. */
  readonly minted: CallerId
  /** What the identity is: `access-key`, `temporary-credentials`, `console-session`, `compute`, `role` ... */
  readonly kind: string
  /** How the caller's hold passes on to the identity. */
  readonly link: Link
  /** A second holder besides the caller: the host or function whose credentials these are, or the role assumed from outside. */
  readonly through: CallerId | null
  readonly throughLink: Link | null
  /** ARN of the principal that the identity acts as. */
  readonly principal: string | null
  readonly expires: Instant | null
  readonly ref: EvidenceRef
}
