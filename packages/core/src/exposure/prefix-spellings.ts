/** Which prefixes a name that was found to begin in some way may belong to, the one that is written so first. */
export type Spellings = ReadonlyMap<string, readonly string[]>

function encoded(prefix: string): readonly string[] {
  // Half of a surrogate pair cannot be encoded, and no record holds one.
  const text = prefix.replaceAll(/\p{Surrogate}/gu, '\ufffd')
  return [encodeURI(text), encodeURIComponent(text)]
}

/**
 * The ways in which a record may write names that begin with each of these prefixes: as they are, or with characters encoded as in an
 * address. THREAT: a name that is written in another way than the map has it would pass for one outside of the part.
 */
export function spellingsOf(prefixes: readonly string[]): Spellings {
  const found = new Map<string, string[]>(prefixes.map((prefix) => [prefix, [prefix]]))
  for (const prefix of prefixes) {
    for (const spelling of encoded(prefix)) {
      const known = found.get(spelling) ?? []
      if (!known.includes(prefix)) found.set(spelling, [...known, prefix])
    }
  }
  return found
}

/** The same, each spelling for one prefix only: what is added up must not count twice. */
export function firstOnly(spellings: Spellings): Spellings {
  return new Map([...spellings].map(([spelling, prefixes]) => [spelling, prefixes.slice(0, 1)]))
}
