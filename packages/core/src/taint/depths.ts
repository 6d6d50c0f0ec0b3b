import type { CallerId } from '../domain/brand.ts'
import { type Closure, type Held, isStrict, type Tie } from './held.ts'

/** Steps from a seed to each identity, by strict ties alone or by all of them. */
function stepsFrom(closure: Closure, counts: (tie: Tie) => boolean): ReadonlyMap<CallerId, number> {
  const children = new Map<CallerId, CallerId[]>()
  const steps = new Map<CallerId, number>()
  const queue: CallerId[] = []
  for (const held of closure.held.values()) {
    for (const tie of held.ties.filter(counts)) {
      const known = tie.parent !== null && closure.held.has(tie.parent)
      if (known && tie.parent !== null) children.set(tie.parent, [...(children.get(tie.parent) ?? []), held.caller])
      else if (!steps.has(held.caller)) {
        steps.set(held.caller, 0)
        queue.push(held.caller)
      }
    }
  }
  for (let i = 0; i < queue.length; i += 1) {
    const parent = queue[i]
    if (parent === undefined) break
    for (const child of children.get(parent) ?? []) {
      if (steps.has(child)) continue
      steps.set(child, (steps.get(parent) ?? 0) + 1)
      queue.push(child)
    }
  }
  return steps
}

/**
 * The ties by which an identity is shown, without going in circles: those from identities that are nearer to a seed. Two
 * credentials that made each other are each shown by the one that was first.
 */
export function groundedTies(closure: Closure): (held: Held) => readonly Tie[] {
  const strict = stepsFrom(closure, (tie) => tie.strict)
  const all = stepsFrom(closure, () => true)
  return (held) => {
    const certain = isStrict(held)
    const steps = certain ? strict : all
    const own = steps.get(held.caller) ?? 0
    return held.ties.filter((tie) => {
      if (certain && !tie.strict) return false
      return tie.parent === null || !closure.held.has(tie.parent) || (steps.get(tie.parent) ?? Number.POSITIVE_INFINITY) < own
    })
  }
}
