import type { Range } from '@verascope/core/assess/said'

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB'] as const

/** A count with separators for thousands: `2,900`. */
export function formatCount(count: number | string): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/** A count and its noun: `1 store`, `2 stores`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`
}

/** Bytes in decimal units with at most one digit after the point. A bound must not promise more than it holds, so the caller says which way to round. */
export function formatBytes(amount: number | string, round: 'down' | 'up'): string {
  let value = Number(amount)
  let unit = 0
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000
    unit += 1
  }
  const scaled = unit === 0 ? value : (round === 'down' ? Math.floor(value * 10) : Math.ceil(value * 10)) / 10
  return `${scaled} ${UNITS[unit]}`
}

/** Bounds in words, each with what it is: `at least 1.2 MB, at most 3 MB`. Nothing known is `unknown`, never zero. */
export function formatBytesRange(range: Range): string {
  if (range.upper !== null && String(range.upper) === String(range.lower)) return formatBytes(range.lower, 'down')
  const lower = `at least ${formatBytes(range.lower, 'down')}`
  if (range.upper !== null) return `${lower}, at most ${formatBytes(range.upper, 'up')}`
  return Number(range.lower) === 0 ? 'unknown' : lower
}

/** The same for a narrow column. */
export function shortBytesRange(range: Range): string {
  if (range.upper !== null && String(range.upper) === String(range.lower)) return formatBytes(range.lower, 'down')
  if (range.upper !== null) return `${formatBytes(range.lower, 'down')} to ${formatBytes(range.upper, 'up')}`
  return Number(range.lower) === 0 ? 'unknown' : `>= ${formatBytes(range.lower, 'down')}`
}

/** Bounds of a count for a table: `>= 12`, `12 to 40`; exact ones are one number. */
export function shortCountRange({ lower, upper }: Range): string {
  if (upper === null) return String(lower) === '0' ? 'unknown' : `>= ${formatCount(lower)}`
  return String(upper) === String(lower) ? formatCount(lower) : `${formatCount(lower)} to ${formatCount(upper)}`
}

/** An instant for people: `2023-07-10 11:54:47Z`, to the second. */
export function formatTime(instant: string | null, unknown = 'unknown'): string {
  return instant === null ? unknown : instant.replace('T', ' ').replace(/\.\d+Z$/, 'Z')
}

/** Two instants; the day of the second is left out when it is the first's. */
export function formatSpan(first: string | null, last: string | null): string {
  const [from, to] = [formatTime(first), formatTime(last)]
  if (from === to) return from
  return first !== null && last !== null && from.slice(0, 10) === to.slice(0, 10)
    ? `${from} – ${to.slice(11)}`
    : `${from} – ${to}`
}
