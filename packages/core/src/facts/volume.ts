import type { Touch } from '../domain/touch.ts'
import type { StoreVolume } from './port.ts'
import type { Standing } from './selection.ts'

type Read = Pick<Touch, 'payload' | 'bytes' | 'object'>

/** Whether a call counts for what was read: a certain and successful one that was answered with objects or a listing. */
export function isRead(touch: Touch & { readonly standing: Standing }): boolean {
  return touch.standing === 'strict' && touch.outcome === 'ok' && touch.payload !== null && touch.effect !== 'named'
}

function wholeBytes(reads: readonly Read[]): number {
  return reads.reduce((sum, read) => sum + Math.floor(read.bytes ?? 0), 0)
}

function largest(reads: readonly Read[]): number {
  return reads.reduce((most, read) => Math.max(most, Math.floor(read.bytes ?? 0)), 0)
}

/**
 * What reads of one store amount to: lower bounds. Reads that name no object may all have been of one object that another read
 * names, so they add one object and their largest answer only where that is more than the named ones show.
 */
export function volumeOf(storeId: string, reads: readonly Read[]): StoreVolume {
  const objects = reads.filter((read) => read.payload === 'object')
  const byObject = new Map<string, number>()
  for (const read of objects) {
    if (read.object === null) continue
    byObject.set(read.object, Math.max(byObject.get(read.object) ?? 0, Math.floor(read.bytes ?? 0)))
  }
  const unnamed = objects.filter((read) => read.object === null)
  const named = [...byObject.values()].reduce((sum, bytes) => sum + bytes, 0)
  return {
    storeId,
    sent: wholeBytes(objects),
    sentUnknown: reads.filter((read) => read.payload !== 'listing' && read.bytes === null).length,
    distinct: Math.max(named, largest(unnamed)),
    objects: Math.max(byObject.size, unnamed.length > 0 ? 1 : 0),
    listed: wholeBytes(reads.filter((read) => read.payload === 'listing')),
  }
}
