import type { Chance } from '../chance/chance.ts'
import type { Deed } from '../emit/deed.ts'
import type { Part, Store, StoredObject } from '../world/model.ts'
import { objectCall } from './s3.ts'
import { wireOf } from './s3-frame.ts'

// Reads that are not of a whole object, and copies that never leave the provider.

/** One range of an object. Its record says how much was sent and not which bytes these were. */
export function readPart(chance: Chance, bucket: Store, object: StoredObject, part: Part): Deed {
  const bytes = part.to - part.from
  return objectCall(chance, bucket, object.key, {
    name: 'GetObject',
    isReadOnly: true,
    transfer: { out: bytes },
    touch: { store: bucket, effect: 'read', bytes, objects: [object.key], part },
    wire: { operation: 'REST.GET.OBJECT', sent: bytes, size: object.bytes, isPartial: true },
  })
}

/**
 * A read that the client broke off after so many bytes. The record of the call is written a little earlier than the line
 * of the access log, and counts a little less.
 */
export function readUntilAborted(chance: Chance, bucket: Store, object: StoredObject, sent: number): Deed {
  return objectCall(chance, bucket, object.key, {
    name: 'GetObject',
    isReadOnly: true,
    transfer: { out: sent - chance.whole(1, Math.floor(sent / 12)) },
    touch: { store: bucket, effect: 'read', bytes: sent, objects: [object.key], part: { from: 0, to: sent } },
    wire: { operation: 'REST.GET.OBJECT', sent, size: object.bytes },
  })
}

const ANSWER = 234

/** Copies an object into another bucket. No byte of it is sent to the caller, and the record does not say how many there are. */
export function copyObject(
  chance: Chance,
  from: { readonly bucket: Store; readonly object: StoredObject },
  to: Store,
): { readonly deed: Deed; readonly copy: StoredObject } {
  const { bucket, object } = from
  const copy: StoredObject = { key: `${bucket.name}/${object.key}`, bytes: object.bytes }
  const source = `${bucket.name}/${object.key}`
  const written = objectCall(chance, to, copy.key, {
    name: 'CopyObject',
    isReadOnly: false,
    transfer: { out: ANSWER },
    request: { 'x-amz-copy-source': source },
    touch: { store: to, effect: 'written', bytes: object.bytes, objects: [copy.key] },
    wire: { operation: 'REST.COPY.OBJECT', sent: ANSWER, size: object.bytes },
  })
  const deed: Deed = {
    ...written,
    touches: [
      { store: bucket, effect: 'copied-out', bytes: object.bytes, objects: [object.key], to: to.arn },
      ...(written.touches ?? []),
    ],
    wires: [
      wireOf(bucket, object.key, { operation: 'REST.COPY.OBJECT_GET', uri: `/${copy.key}`, size: object.bytes }),
      ...(written.wires ?? []),
    ],
  }
  return { deed, copy }
}
