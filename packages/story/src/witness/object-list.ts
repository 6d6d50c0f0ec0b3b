import { createHash } from 'node:crypto'
import type { Witness } from '../deliver/witness.ts'
import type { Json } from '../json.ts'
import { snapshot } from '../snapshots/snapshot.ts'
import { iso } from '../time.ts'
import type { Store } from '../world/model.ts'

/** A bucket, and when somebody listed all of it. */
export interface ObjectListPlan {
  readonly bucket: Store
  readonly at: number
  /** When objects were written that nobody has written since. */
  readonly since: number
}

/** Every object of a bucket with its size, as the command prints all pages of the answer together. */
export function objectList({ bucket, at, since }: ObjectListPlan): Witness {
  return ({ calls }) => {
    const objects = new Map(bucket.objects.map(({ key, bytes }) => [key, { bytes, at: since }]))
    const earlier = calls.filter((call) => call.at < at && call.failure === null)
    for (const call of [...earlier].sort((left, right) => left.at - right.at)) {
      for (const { store, effect, bytes, objects: keys } of call.deed.touches ?? []) {
        const [key] = keys
        if (store === bucket && effect === 'written' && key !== undefined) objects.set(key, { bytes, at: call.at })
      }
    }
    const Contents = [...objects]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(
        ([Key, one]): Json => ({
          Key,
          LastModified: iso(one.at).replace('Z', '+00:00'),
          ETag: `"${createHash('md5').update(Key).digest('hex')}"`,
          Size: one.bytes,
          StorageClass: 'STANDARD',
        }),
      )
    const command = `s3api list-objects-v2 --bucket ${bucket.name}`
    const output = { Contents, RequestCharged: null }
    const { account, region } = bucket
    return snapshot({ account: account.id, region, at, command, name: `list-objects-v2-${bucket.name}`, output })
  }
}
