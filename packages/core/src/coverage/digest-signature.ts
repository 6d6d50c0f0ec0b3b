import type { DeliveryDigest, DetachedSignature, SigningKey, VerifySignature } from '../domain/delivery.ts'
import { isWithin } from '../domain/instant.ts'
import { groupBy } from '../facts/group.ts'
import type { GapKind } from './gap.ts'

/** Everything that signatures of statements are checked with. */
export interface Signatures {
  readonly of: (digest: DeliveryDigest) => readonly string[]
  readonly keys: ReadonlyMap<string, readonly SigningKey[]>
  readonly verify: VerifySignature
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
  return {
    of: ({ place }) => [...new Set((byPlace.get(place) ?? []).map((one) => one.signature))],
    keys: new Map(groupBy(keys, (one) => [one.fingerprint]).map((group) => [group[0].fingerprint, group])),
    verify,
  }
}

/** Why a statement is not known to be the provider's; null where its signature verifies. */
export function signatureFault(
  digest: DeliveryDigest,
  { of, keys, verify }: Signatures,
): { readonly kind: GapKind; readonly because: string } | null {
  const signatures = of(digest)
  if (signatures.length === 0)
    return {
      kind: 'unverified',
      because: 'has no signature in evidence: neither a successor nor its metadata states it',
    }
  const own = (keys.get(digest.fingerprint) ?? []).filter((key) => isWithin(digest.end, key))
  if (own.length === 0)
    return {
      kind: 'unverified',
      because: `was signed with key ${digest.fingerprint}, which is not in evidence for its time`,
    }
  const fits = own.some((key) => signatures.some((signature) => verify(key, digest.signed, signature)))
  return fits ? null : { kind: 'conflict', because: 'is not as it was signed: no signature fits it' }
}
