import { gunzipSync } from 'node:zlib'
import { type Json, listAt, textAt } from '../json.ts'
import type { Minted } from '../mint.ts'
import type { StoreOpinion } from '../opinion/opinion.ts'

function delivered({ files }: Minted): ReadonlySet<string> {
  const logs = files.filter(({ path }) => path.includes('/CloudTrail/'))
  const ids = logs.flatMap(({ bytes }) => {
    try {
      const parsed: Json = JSON.parse(gunzipSync(bytes).toString())
      return listAt(parsed, 'Records').map((record) => textAt(record, 'eventID'))
    } catch {
      return []
    }
  })
  return new Set(ids)
}

/** True accesses that fall into a complete cell, and that no record in the evidence tells of. */
export function unseen(minted: Minted, opinions: readonly StoreOpinion[]): readonly string[] {
  const seen = delivered(minted)
  return opinions.flatMap(({ store, cells }) => {
    const whole = cells.filter(({ isComplete }) => isComplete)
    const accesses = minted.truth.stores.find(({ arn }) => arn === store)?.accesses ?? []
    return (
      accesses
        .filter(({ at }) => whole.some(({ from, to }) => at >= from && at < to))
        // A key that is used for a reader is a witness of the read, not another way in.
        .filter(({ effect }) => effect !== 'key-used')
        .filter(({ eventIds }) => !eventIds.some((id) => seen.has(id)))
        .map(({ at, event }) => `${store} ${event} ${at}`)
    )
  })
}
