/** Groups that are never empty, by equal lists of keys, in the order of their first members. */
export function groupBy<Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly (string | number | null)[],
): readonly (readonly [Item, ...Item[]])[] {
  const groups = new Map<string, [Item, ...Item[]]>()
  for (const item of items) {
    const key = JSON.stringify(keysOf(item))
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return [...groups.values()]
}
