import type { Window } from '@verascope/core/domain/instant'
import { groupBy } from '@verascope/core/facts/group'

/** A key that means something from one instant to another, both included; of several meanings the highest level counts. */
export interface KeySpan {
  readonly key: string
  readonly from: number
  readonly to: number
  readonly level: number
}

/** The first and the last instant that there can be (domain/instant.ts). */
const FIRST = -8.64e15
const LAST = 8.64e15

/** A key with a window; open sides reach to the ends of time. */
export function keySpan(key: string, { from, to }: Window, level: number): KeySpan {
  return { key, from: from ?? FIRST, to: to ?? LAST, level }
}

interface Step {
  readonly at: number
  readonly level: number
  readonly by: 1 | -1
}

function highest(open: ReadonlyMap<number, number>): number | null {
  const levels = [...open].flatMap(([level, count]) => (count > 0 ? [level] : []))
  return levels.length === 0 ? null : Math.max(...levels)
}

function disjointOfKey(spans: readonly [KeySpan, ...KeySpan[]]): readonly KeySpan[] {
  const [{ key }] = spans
  const steps = spans
    .flatMap(({ from, to, level }): readonly Step[] => [
      { at: from, level, by: 1 },
      { at: to + 1, level, by: -1 },
    ])
    .sort((a, b) => a.at - b.at)
  const open = new Map<number, number>()
  const found: KeySpan[] = []
  let current: number | null = null
  let since = FIRST
  for (const [place, { at, level, by }] of steps.entries()) {
    open.set(level, (open.get(level) ?? 0) + by)
    const now = highest(open)
    if (steps[place + 1]?.at === at || now === current) continue
    if (current !== null) found.push({ key, from: since, to: at - 1, level: current })
    current = now
    since = at
  }
  return found
}

/** The same meaning as spans of which no two of a key overlap, so that a join with them finds each call at most once. */
export function disjoint(spans: readonly KeySpan[]): readonly KeySpan[] {
  const possible = spans.filter((span) => span.from <= span.to)
  return groupBy(possible, (span) => [span.key]).flatMap((group) => disjointOfKey(group))
}
