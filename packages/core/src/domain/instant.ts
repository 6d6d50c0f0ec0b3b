import type { Brand } from './brand.ts'

/** A point in time: whole milliseconds since 1970-01-01T00:00:00Z, always UTC. */
export type Instant = Brand<number, 'Instant'>

const SHAPE = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/

function millis(text: string): Instant | null {
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? null : (ms as Instant)
}

/** Whether the month has the day: the language would take the 31st of February for the 3rd of March. */
function isDay(text: string): boolean {
  const day = Number(text.slice(8, 10))
  return day <= 28 || new Date(Date.parse(text.slice(0, 10))).getUTCDate() === day
}

/**
 * Reads an ISO 8601 date or date-time; without an offset it is taken as UTC, a bare date as its first instant.
 * Returns null for anything else, never a guess.
 */
export function parseInstant(text: string): Instant | null {
  if (!SHAPE.test(text) || !isDay(text)) return null
  if (text.endsWith('Z') && text[10] === 'T') return millis(text)
  const spaced = text.replace(' ', 'T')
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(spaced.slice(10)) || spaced.length === 10 ? spaced : `${spaced}Z`
  return millis(zoned)
}

/** Takes milliseconds since 1970 as an instant; null when they are no representable time. */
export function instantOfMillis(ms: number): Instant | null {
  return Number.isFinite(ms) && Math.abs(ms) <= 8.64e15 ? (Math.trunc(ms) as Instant) : null
}

/** Writes an instant as ISO 8601 in UTC, without a zero fraction: `2023-07-10T11:54:47Z`. */
export function formatInstant(at: Instant): string {
  return new Date(at).toISOString().replace('.000Z', 'Z')
}

/** The instant that lies `ms` milliseconds after (or, negative, before) another. */
export function plus(at: Instant, ms: number): Instant {
  return (at + ms) as Instant
}

/** A stretch of time, `from` included and `to` included; null is open on that side. */
export interface Window {
  readonly from: Instant | null
  readonly to: Instant | null
}

/** Whether an instant lies in a window. */
export function isWithin(at: Instant, window: Window): boolean {
  return (window.from === null || at >= window.from) && (window.to === null || at <= window.to)
}

/** Whether the whole of one window lies in another. */
export function isCovered(inner: Window, outer: Window): boolean {
  const begins = outer.from === null || (inner.from !== null && inner.from >= outer.from)
  return begins && (outer.to === null || (inner.to !== null && inner.to <= outer.to))
}

/** The earlier of two instants, ignoring those that are unknown. */
export function earliest(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null) return b
  return b === null || a <= b ? a : b
}

/** The later of two instants, ignoring those that are unknown. */
export function latest(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null) return b
  return b === null || a >= b ? a : b
}
