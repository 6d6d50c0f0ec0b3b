import type { SelectionNeed } from '../domain/log-config.ts'
import type { Channel, StoreKind } from '../domain/service-row.ts'
import { ALWAYS, meet, type Stretch, union } from '../domain/stretches.ts'
import type { StoreName } from '../domain/touch.ts'
import type { Catalog } from '../facts/catalog.ts'
import { type AssumedStretch, channelAssumed } from './assumed.ts'
import type { Coverage } from './coverage.ts'
import { needsOf } from './needs.ts'
import type { Place, PlaceRecord } from './record.ts'

/** What the logs recorded of the events of one kind that a way into a store causes. */
export interface NeedRecord {
  readonly need: SelectionNeed
  readonly record: PlaceRecord
}

/** What is known of one way into a store. */
export interface WayRecord {
  readonly channel: Channel
  /** Null where nothing is known to record the way: then it has no record. */
  readonly needs: readonly NeedRecord[] | null
  /** What somebody takes for true of the way: that nobody came in by it. */
  readonly assumed: readonly AssumedStretch[]
  readonly complete: readonly Stretch[]
}

/** What is known of all ways into one store. */
export interface StoreRecord {
  /** Where its events are recorded; null where account or region are unknown. */
  readonly place: Place | null
  readonly ways: readonly WayRecord[]
  /** The instants of which the record of every way is complete. */
  readonly complete: readonly Stretch[]
}

function placeOf({ account, region }: StoreName): Place | null {
  return account === null || region === null || account === '' || region === '' ? null : { account, region }
}

function wayRecord(
  channel: Channel,
  needs: readonly SelectionNeed[] | null,
  { id, place }: { readonly id: string; readonly place: Place | null },
  coverage: Coverage,
): WayRecord {
  // No word of a person closes a way that records of calls show.
  const assumed = channel.recordedBy === 'nothing' ? channelAssumed(coverage.assumptions, id, channel) : []
  if (needs === null || place === null)
    return { channel, needs: null, assumed, complete: union(assumed.map((one) => one.stretch)) }
  const records = needs.map((need): NeedRecord => ({ need, record: coverage.recordOf(place, need) }))
  const complete = records.reduce<readonly Stretch[]>((some, { record }) => meet(some, record.complete), [ALWAYS])
  return { channel, needs: records, assumed, complete }
}

/**
 * What the logs recorded of every way into a store. A neighbour is left out: a copy of the content is a store with ways of its own,
 * and what no inventory lists leaves the dataset in doubt, not the store (coverage.md 1).
 */
export function storeRecord(store: StoreName, kind: StoreKind, coverage: Coverage, catalog: Catalog): StoreRecord {
  const place = placeOf(store)
  const ways = kind.channels
    .filter((channel) => channel.kind !== 'neighbour')
    .map((channel) => wayRecord(channel, needsOf(channel, store, catalog), { id: store.id, place }, coverage))
  const complete = ways.reduce<readonly Stretch[]>(
    (some, way) => meet(some, way.complete),
    ways.length === 0 ? [] : [ALWAYS],
  )
  return { place, ways, complete }
}
