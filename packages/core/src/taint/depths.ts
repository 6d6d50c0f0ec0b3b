import type { CallerId } from '../domain/brand.ts'
import { type Closure, type Held, isStrict, type Tie } from './held.ts'

/** The identities that ties lead to, by the one they lead from, and those that stand on their own: seeds and what event indicators name. */
interface Edges {
  readonly roots: ReadonlySet<CallerId>
  readonly children: ReadonlyMap<CallerId, readonly CallerId[]>
}

function edgesOf(closure: Closure, counts: (tie: Tie) => boolean): Edges {
  const roots = new Set<CallerId>()
  const children = new Map<CallerId, CallerId[]>()
  for (const { caller, ties } of closure.held.values()) {
    for (const { parent } of ties.filter(counts)) {
      const siblings = parent === null ? undefined : children.get(parent)
      if (parent === null || !closure.held.has(parent)) roots.add(caller)
      else if (siblings === undefined) children.set(parent, [caller])
      else siblings.push(caller)
    }
  }
  return { roots, children }
}

/** Steps from a root to each identity, by strict ties alone or by all of them. */
function stepsFrom({ roots, children }: Edges): ReadonlyMap<CallerId, number> {
  const steps = new Map<CallerId, number>([...roots].map((root) => [root, 0]))
  // A map is walked in the order of insertion, also over what is added on the way: that is the queue.
  for (const [parent, depth] of steps) {
    for (const child of children.get(parent) ?? []) if (!steps.has(child)) steps.set(child, depth + 1)
  }
  return steps
}

/**
 * The ties by which an identity is shown, without going in circles: those from identities that are nearer to a seed. Two
 * credentials that made each other are each shown by the one that was first.
 */
export function groundedTies(closure: Closure): (held: Held) => readonly Tie[] {
  const strict = stepsFrom(edgesOf(closure, (tie) => tie.strict))
  const all = stepsFrom(edgesOf(closure, () => true))
  return (held) => {
    const certain = isStrict(held)
    const steps = certain ? strict : all
    const own = steps.get(held.caller) ?? 0
    return held.ties.filter((tie) => {
      if (certain && !tie.strict) return false
      return (
        tie.parent === null ||
        !closure.held.has(tie.parent) ||
        (steps.get(tie.parent) ?? Number.POSITIVE_INFINITY) < own
      )
    })
  }
}
