import type { PartName } from '../facts/part-names.ts'
import type { Spellings } from './prefix-spellings.ts'

/** Calls on one store, or what they amount to, by the part that they are of. */
export interface SortedCalls<Item> {
  /** Those of a prefix, or (null) of no prefix that was asked for. */
  readonly of: (prefix: string | null) => readonly Item[]
  /** Those that name no object, or one by which nothing can be told. */
  readonly unnamed: readonly Item[]
}

/** Takes every call for one that names nothing: where names do not tell parts, it may be of any. */
export function unsorted<Item>(items: readonly Item[]): SortedCalls<Item> {
  return { of: () => [], unnamed: items }
}

/** Sorts calls by part; one that may be spelled for several is of each of them. */
export function sortedCalls<Item extends Pick<PartName, 'prefix' | 'named'>>(
  items: readonly Item[],
  spellings: Spellings,
): SortedCalls<Item> {
  const byPrefix = new Map<string | null, Item[]>()
  const unnamed: Item[] = []
  for (const item of items) {
    if (!item.named) unnamed.push(item)
    const prefixes = item.prefix === null ? [null] : (spellings.get(item.prefix) ?? [])
    for (const prefix of item.named ? prefixes : []) {
      const list = byPrefix.get(prefix)
      if (list === undefined) byPrefix.set(prefix, [item])
      else list.push(item)
    }
  }
  return { of: (prefix) => byPrefix.get(prefix) ?? [], unnamed }
}
