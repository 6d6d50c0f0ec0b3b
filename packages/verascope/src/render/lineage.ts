import type { IdentityResult } from '@verascope/core/assess/assessment'

/** An identity in the tree, under the first identity that it was derived from; null for a root. */
export interface Twig {
  readonly identity: IdentityResult
  readonly parent: string | null
}

/** What is still to be placed; a list and no recursion, because a chain of credentials may be thousands of steps long. */
type Open = { readonly identity: IdentityResult; readonly parent: string | null }

function childrenOf(identities: readonly IdentityResult[]): ReadonlyMap<string | null, readonly IdentityResult[]> {
  const known = new Set(identities.map((one) => one.id))
  const children = new Map<string | null, IdentityResult[]>()
  for (const one of identities) {
    const from = one.derivedFrom.find(({ id }) => id !== one.id && known.has(id))?.id
    const parent = one.link === 'seed' ? null : (from ?? null)
    const siblings = children.get(parent)
    if (siblings === undefined) children.set(parent, [one])
    else siblings.push(one)
  }
  return children
}

/**
 * The closure as trees, each identity before what came of it. Every identity stands exactly once: under its first parent, or as a
 * root when it has none or when its parents lead back to itself.
 */
export function lineage(identities: readonly IdentityResult[]): readonly Twig[] {
  const children = childrenOf(identities)
  const placed = new Set<string>()
  const twigs: Twig[] = []
  const grow = (root: IdentityResult): void => {
    const open: Open[] = [{ identity: root, parent: null }]
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      const { id } = one.identity
      if (placed.has(id)) continue
      placed.add(id)
      twigs.push(one)
      open.push(...(children.get(id) ?? []).map((identity) => ({ identity, parent: id })).reverse())
    }
  }
  for (const root of [...(children.get(null) ?? []), ...identities]) grow(root)
  return twigs
}

/** An identity with all that led to it and all that follow from it; nothing when it is not there. */
export function branchOf(twigs: readonly Twig[], id: string): readonly Twig[] {
  const parents = new Map(twigs.map((twig) => [twig.identity.id, twig.parent]))
  const kept = new Set<string>()
  for (let at: string | null = parents.has(id) ? id : null; at !== null; at = parents.get(at) ?? null) kept.add(at)
  const below = new Set([id])
  for (const { identity, parent } of twigs) if (parent !== null && below.has(parent)) below.add(identity.id)
  return twigs.filter(({ identity }) => kept.has(identity.id) || (parents.has(id) && below.has(identity.id)))
}
