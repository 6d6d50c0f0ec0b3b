/** A step by which a holder brings an identity about; `through` holds it as well, where there is one. */
export interface MintStep {
  readonly caller: string
  readonly through: string | null
  readonly minted: string
}

/**
 * The holders that can be reached from the given ones and take a step themselves. Each is visited once, so that circles end; deep
 * chains cost no more than wide ones, which recursion in SQL does not promise.
 */
export function reachedHolders(steps: readonly MintStep[], holders: readonly string[]): readonly string[] {
  const mintedBy = new Map<string, string[]>()
  const add = (holder: string, minted: string): void => {
    const list = mintedBy.get(holder)
    if (list === undefined) mintedBy.set(holder, [minted])
    else list.push(minted)
  }
  for (const { caller, through, minted } of steps) {
    add(caller, minted)
    if (through !== null && through !== caller) add(through, minted)
  }
  const seen = new Set(holders)
  const queue = [...seen]
  for (let holder = queue.pop(); holder !== undefined; holder = queue.pop()) {
    for (const minted of mintedBy.get(holder) ?? []) {
      if (seen.has(minted)) continue
      seen.add(minted)
      queue.push(minted)
    }
  }
  return [...seen].filter((holder) => mintedBy.has(holder))
}
