import type { DeliveryDigest, DetachedSignature, SigningKey, VerifySignature } from '../domain/delivery.ts'
import { plus } from '../domain/instant.ts'
import { groupBy } from '../facts/group.ts'
import type { GapKind } from './gap.ts'

/** Why a statement is not known to be the provider's. */
export interface SignatureFault {
  readonly kind: GapKind
  /** What is wrong with it: a clause that follows its place. */
  readonly because: string
}

/** Everything that signatures of statements are checked with. */
export interface Signatures {
  /** Why a statement is not known to be the provider's; null where its signature verifies. Each statement is checked once. */
  readonly faultOf: (digest: DeliveryDigest) => SignatureFault | null
}

/** A statement is signed within this time after its end, in milliseconds: about when keys change, that may be the next key. */
const SIGNED_WITHIN = 2 * 3_600_000

/** Whether a key may have signed a statement, which comes about after its end; one on late files may do so at any time after it. */
function mayHaveSigned({ from, to }: SigningKey, { end, backfill }: DeliveryDigest): boolean {
  const wasInUse = to === null || end <= to
  return wasInUse && (backfill || from === null || from <= plus(end, SIGNED_WITHIN))
}

function unverified(because: string): SignatureFault {
  return { kind: 'unverified', because }
}

/** What a statement is checked with. */
interface Signed {
  readonly signatures: readonly string[]
  /** Of its fingerprint. */
  readonly keys: readonly SigningKey[]
}

function faultWith(
  digest: DeliveryDigest,
  { signatures, keys }: Signed,
  verify: VerifySignature,
): SignatureFault | null {
  if (signatures.length === 0)
    return unverified('has no signature in evidence: neither a successor nor its metadata states it')
  const own = keys.filter((key) => mayHaveSigned(key, digest))
  if (own.length === 0)
    return unverified(`was signed with key ${digest.fingerprint}, which is not in evidence for its time`)
  const fits = own.some((key) => signatures.some((signature) => verify(key, digest.signed, signature)))
  return fits ? null : { kind: 'conflict', because: 'is not as it was signed: no signature fits it' }
}

/** Keys by their fingerprints, each of them once. */
function keysByPrint(keys: readonly SigningKey[]): ReadonlyMap<string, readonly SigningKey[]> {
  const once = groupBy(keys, ({ fingerprint, key, from, to }) => [fingerprint, key, from, to]).map(([first]) => first)
  return new Map(groupBy(once, (one) => [one.fingerprint]).map((group) => [group[0].fingerprint, group]))
}

/**
 * Gathers the signatures: a statement's own stands in its successor, the newest one's beside it only. Where one stands does not
 * matter: it either fits the key or it does not.
 */
export function gatherSignatures(
  digests: readonly DeliveryDigest[],
  detached: readonly DetachedSignature[],
  keys: readonly SigningKey[],
  verify: VerifySignature,
): Signatures {
  const stated = digests.flatMap(({ previous }) =>
    previous === null || previous.signature === null ? [] : [{ place: previous.place, signature: previous.signature }],
  )
  const byPlace = new Map(
    groupBy([...stated, ...detached], (one) => [one.place]).map((group) => [group[0].place, group]),
  )
  const byPrint = keysByPrint(keys)
  const known = new Map<DeliveryDigest, SignatureFault | null>()
  const faultOf = (digest: DeliveryDigest): SignatureFault | null => {
    const before = known.get(digest)
    if (before !== undefined) return before
    const signatures = [...new Set((byPlace.get(digest.place) ?? []).map((one) => one.signature))]
    const fault = faultWith(digest, { signatures, keys: byPrint.get(digest.fingerprint) ?? [] }, verify)
    known.set(digest, fault)
    return fault
  }
  return { faultOf }
}
