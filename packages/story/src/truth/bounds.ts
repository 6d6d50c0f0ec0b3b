import type { Played } from '../play/played.ts'
import { HOUR, hourOf } from '../time.ts'
import type { Store } from '../world/model.ts'
import { type Deed, distinctBytes, readsOf, sentBytes, total } from './taken.ts'

/** Content that left a store by the provider's own hands, and whereto. */
export interface Handed {
  readonly bytes: number
  readonly to: readonly string[]
}

/** How much of one store the actor truly has. Bytes are of content alone, without listings and errors. */
export interface TrueBounds {
  readonly store: string
  readonly name: string
  /** What it holds in the end, or what is set aside for it; null where nothing says so. */
  readonly size: number | null
  readonly objects: number
  readonly sent: number
  /** As the records of the calls count it, where there are any: never more than what was sent. */
  readonly sentInRecords: number
  readonly distinct: number
  /** Copied into another store of ours or of anybody. */
  readonly copied: Handed
  /** Opened to somebody who may take all of it, at once and as often as wanted; bytes are those set aside for it. */
  readonly shared: Handed
  /** What was sent to everybody in the whole hours that hold the window; null where nobody counts it. */
  readonly metered: number | null
}

function inRecords({ call, isRecorded }: Deed): number {
  const out = call.deed.extra?.['bytesTransferredOut']
  return isRecorded && typeof out === 'number' ? out : 0
}

function handed(deeds: readonly Deed[], bytes: number): Handed {
  return { bytes, to: [...new Set(deeds.flatMap(({ touch }) => touch.to ?? []))] }
}

function metered({ stage }: Played, store: Store): number | null {
  if (!stage.particulars.metered.includes(store)) return null
  const [from, to] = [hourOf(stage.entry), Math.ceil(stage.settings.to / HOUR) * HOUR]
  const wires = stage.calls
    .filter(({ at, failure }) => at >= from && at < to && failure === null)
    .flatMap(({ deed }) => deed.wires ?? [])
  return total(wires.filter((wire) => wire.store === store).map(({ sent }) => sent))
}

function sizeOf(played: Played, store: Store): number | null {
  if (store.capacity !== undefined) return store.capacity
  if (store.kind !== 's3-bucket') return null
  const objects = new Map(store.objects.map(({ key, bytes }) => [key, bytes]))
  for (const { deed, failure } of played.stage.calls) {
    for (const touch of failure === null ? (deed.touches ?? []) : []) {
      const [key] = touch.objects
      if (touch.store === store && touch.effect === 'written' && key !== undefined) objects.set(key, touch.bytes)
    }
  }
  return total(objects.values())
}

function boundsOf(played: Played, store: Store, deeds: readonly Deed[]): TrueBounds {
  const own = deeds.filter(({ touch }) => touch.store === store)
  const reads = readsOf(own, store)
  const distinct = distinctBytes(reads)
  const copies = own.filter(({ touch }) => touch.effect === 'copied-out')
  const shares = own.filter(({ touch }) => touch.effect === 'shared')
  return {
    store: store.arn,
    name: store.name,
    size: sizeOf(played, store),
    objects: distinct.size,
    sent: sentBytes(reads),
    sentInRecords: total(reads.map(inRecords)),
    distinct: total(distinct.values()),
    copied: handed(copies, sentBytes(copies)),
    shared: handed(shares, shares.length === 0 ? 0 : (store.capacity ?? 0)),
    metered: metered(played, store),
  }
}

/** Every store that the actor touched, in the order in which stores came about. */
export function trueBounds(played: Played, deeds: readonly Deed[]): readonly TrueBounds[] {
  const touched = new Set(deeds.map(({ touch }) => touch.store))
  return played.stage.stores.filter((store) => touched.has(store)).map((store) => boundsOf(played, store, deeds))
}
