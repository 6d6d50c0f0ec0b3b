import type { Window } from './instant.ts'

/** A stretch of time in milliseconds: `from` included, `to` not; the ends of time are infinite. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** All of time. */
export const ALWAYS: Stretch = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }

/** A window, whose ends are both included, as a stretch; an open side reaches to the end of time. */
export function windowStretch({ from, to }: Window): Stretch {
  return { from: from ?? ALWAYS.from, to: to === null ? ALWAYS.to : to + 1 }
}

/** The instants in any of the stretches, as stretches in order that do not touch. */
export function union(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: { from: number; to: number }[] = []
  for (const { from, to } of stretches.filter((one) => one.from < one.to).sort((a, b) => a.from - b.from)) {
    const last = found.at(-1)
    if (last === undefined || from > last.to) found.push({ from, to })
    else last.to = Math.max(last.to, to)
  }
  return found
}

/** The instants in some of one and some of the other. */
export function meet(some: readonly Stretch[], others: readonly Stretch[]): readonly Stretch[] {
  return union(some.flatMap((a) => others.map((b) => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) }))))
}

/** The instants in none of the stretches. */
export function complement(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: Stretch[] = []
  let { from } = ALWAYS
  for (const one of union(stretches)) {
    if (from < one.from) found.push({ from, to: one.from })
    from = one.to
  }
  return from < ALWAYS.to ? [...found, { from, to: ALWAYS.to }] : found
}

/** The instants in some of the stretches and in none of the others. */
export function without(some: readonly Stretch[], others: readonly Stretch[]): readonly Stretch[] {
  return meet(some, complement(others))
}

/** Whether every instant of a stretch is in one of the others. */
export function isInside({ from, to }: Stretch, others: readonly Stretch[]): boolean {
  return from >= to || union(others).some((one) => one.from <= from && to <= one.to)
}
