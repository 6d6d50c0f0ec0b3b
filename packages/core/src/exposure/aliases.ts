import type { StoreKind } from '../domain/service-row.ts'
import type { StoreName } from '../domain/touch.ts'

/** Makes the store under which a name is to be counted. */
export type Canonical = (store: StoreName) => StoreName

/**
 * Joins the spellings of one store: a name seen without the suffix that its full id has is the one store whose id shortens to
 * it. Where two stores shorten to the same name it stays apart, because it may be either.
 */
export function canonicalNames(stores: readonly StoreName[], kinds: ReadonlyMap<string, StoreKind>): Canonical {
  const full = new Map<string, StoreName[]>()
  for (const store of stores) {
    const short = kinds.get(store.kind)?.shortId?.(store.id) ?? null
    if (short !== null && short !== store.id) full.set(short, [...(full.get(short) ?? []), store])
  }
  const best = new Map(stores.map((store) => [store.id, store]))
  return (store) => {
    const candidates = full.get(store.id)
    const [only] = candidates ?? []
    return candidates?.length === 1 && only !== undefined ? only : (best.get(store.id) ?? store)
  }
}
