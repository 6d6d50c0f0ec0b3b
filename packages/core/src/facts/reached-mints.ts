import type { CallerId } from '../domain/brand.ts'
import type { Mint } from '../domain/mint.ts'

function holdersOf({ caller, through }: Mint): readonly CallerId[] {
  return through === null || through === caller ? [caller] : [caller, through]
}

/** The mints that follow from a set of holders, however far; each once, so that cycles end. */
export function reachedMints(mints: readonly Mint[], holders: readonly CallerId[]): ReadonlySet<Mint> {
  const following = new Map<CallerId, Mint[]>()
  for (const mint of mints) {
    for (const holder of holdersOf(mint)) {
      const list = following.get(holder)
      if (list === undefined) following.set(holder, [mint])
      else list.push(mint)
    }
  }
  const reached = new Set<Mint>()
  const seen = new Set<CallerId>(holders)
  const queue: CallerId[] = [...seen]
  for (let holder = queue.pop(); holder !== undefined; holder = queue.pop()) {
    for (const mint of following.get(holder) ?? []) {
      reached.add(mint)
      if (seen.has(mint.minted)) continue
      seen.add(mint.minted)
      queue.push(mint.minted)
    }
  }
  return reached
}
