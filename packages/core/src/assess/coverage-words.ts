import type { Shortfall } from '../coverage/record.ts'
import { instantOfMillis } from '../domain/instant.ts'
import type { SelectionNeed } from '../domain/log-config.ts'
import { meet, type Stretch } from '../domain/stretches.ts'
import { timeOf } from './words.ts'

/** A stretch of time, ends included: ISO 8601 in UTC. An end behind all time is null. */
export interface Span {
  readonly from: string | null
  readonly to: string | null
}

/** Why a log is not known to have recorded everything, and when. */
export interface CoverageReason extends Span {
  /** The kind of gap, as in the gaps of an assessment. */
  readonly kind: string
  /** One clause without a full stop. */
  readonly because: string
}

/** A stretch as people read it; stretches end before their last instant. */
export function spanOf({ from, to }: Stretch): Span {
  return { from: timeOf(instantOfMillis(from)), to: timeOf(instantOfMillis(to - 1)) }
}

/** What of a stretch a log falls short in, with the reasons, in order of time. */
export function reasonsIn(shortfalls: readonly Shortfall[], stretch: Stretch): readonly CoverageReason[] {
  const parts = shortfalls.flatMap(({ kind, because, stretch: lacking }) =>
    meet([lacking], [stretch]).map((part) => ({ kind, because, part })),
  )
  return parts
    .sort((a, b) => a.part.from - b.part.from || (a.because < b.because ? -1 : 1))
    .map(({ kind, because, part }) => ({ kind, because, ...spanOf(part) }))
}

/** Which events a need is about, in words. */
export function eventsOf({ class: of, source, resourceType, resource, within }: SelectionNeed): string {
  if (of === 'management') return source === null ? 'management events' : `management events of ${source}`
  const where = resource === null ? '' : within ? ` below ${resource}` : ` on ${resource}`
  return `data events of ${resourceType ?? 'every type'}${where}`
}

/** The day (UTC) of an instant: `2026-03-10`. */
export function dayOf(at: number): string {
  return spanOf({ from: at, to: at + 1 }).from?.slice(0, 10) ?? ''
}
