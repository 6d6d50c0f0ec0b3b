/** A store, and the beginnings of object names by which parts of it are told. */
export interface AskedParts {
  readonly storeId: string
  readonly prefixes: readonly string[]
}

/** Which part of a store something is of. */
export interface PartName {
  readonly storeId: string
  /** The longest of the prefixes asked for that the object's name begins with; null where none fits, or no object is named. */
  readonly prefix: string | null
  /** Whether an object is named, or the beginning of the names that are listed. What names none may be of any part. */
  readonly named: boolean
}

/** The prefixes asked for of each store, each once. */
export function prefixesBy(parts: readonly AskedParts[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>()
  for (const { storeId, prefixes } of parts) found.set(storeId, new Set([...(found.get(storeId) ?? []), ...prefixes]))
  return new Map([...found].map(([storeId, prefixes]) => [storeId, [...prefixes]]))
}

/** The part of an object: that of the longest prefix which its name begins with. */
export function partNameOf(storeId: string, object: string | null, prefixes: readonly string[]): PartName {
  const fitting = object === null ? [] : prefixes.filter((prefix) => object.startsWith(prefix))
  const prefix = fitting.reduce<string | null>((most, one) => (one.length > (most?.length ?? -1) ? one : most), null)
  return { storeId, prefix, named: object !== null }
}

/** What tells parts apart, for grouping. */
export function partKeys({ storeId, prefix, named }: PartName): readonly (string | number | null)[] {
  return [storeId, prefix, named ? 1 : 0]
}
