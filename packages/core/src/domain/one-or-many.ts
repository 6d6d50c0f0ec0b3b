/** A list as it is, and anything else as the only member of one. */
export function oneOrMany<Item extends object>(value: Item | readonly Item[]): readonly Item[] {
  return Array.isArray(value) ? (value as readonly Item[]) : [value as Item]
}
