import type { Owner } from '../world/owner.ts'
import { type Deed, distinctBytes, readsOf, sentBytes, total } from './taken.ts'

/** What the actor truly did to the data of one owner. */
export interface TrueOwner {
  readonly owner: string
  readonly store: string
  readonly prefixes: readonly string[]
  /** Whether content was read or copied; names that a listing gave away are told apart. */
  readonly isTouched: boolean
  readonly isListed: boolean
  /** Objects of which at least one byte was sent. */
  readonly objects: number
  readonly bytes: { readonly sent: number; readonly distinct: number }
  /** Copied by the provider into another bucket; nothing of that is in `bytes`. */
  readonly copied: { readonly objects: number; readonly bytes: number }
  readonly reads: { readonly all: number; readonly recorded: number }
}

function ownerOf(owner: Owner, deeds: readonly Deed[]): TrueOwner {
  const isOwn = (key: string): boolean => key.startsWith(owner.prefix)
  const own = deeds.filter(({ touch }) => touch.store === owner.store && touch.objects.some(isOwn))
  const reads = readsOf(own, owner.store)
  const distinct = distinctBytes(reads)
  const copies = own.filter(({ touch }) => touch.effect === 'copied-out')
  const keys = new Set(copies.flatMap(({ touch }) => touch.objects))
  return {
    owner: owner.owner,
    store: owner.store.arn,
    prefixes: [owner.prefix],
    isTouched: reads.length + copies.length > 0,
    isListed: own.some(({ touch }) => touch.effect === 'listed'),
    objects: distinct.size,
    bytes: { sent: sentBytes(reads), distinct: total(distinct.values()) },
    copied: { objects: keys.size, bytes: sentBytes(copies) },
    reads: { all: reads.length, recorded: reads.filter(({ isRecorded }) => isRecorded).length },
  }
}

/** Every owner, in the order in which the story names them. */
export function ownersOf(owners: readonly Owner[], deeds: readonly Deed[]): readonly TrueOwner[] {
  return owners.map((owner) => ownerOf(owner, deeds))
}
