import { formatInstant, type Instant, parseInstant, plus } from '../../../domain/instant.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const SHORT = /^([A-Z][a-z]{2}) ([ \d]\d) (\d{2}:\d{2}:\d{2})$/
/** What another zone may add to the time that a line says: no zone is further from UTC. */
const MOST_OFFSET = 14 * 3_600_000

/** What tells the year of a short time: a time close to it, or one that it lies before. */
export interface YearBy {
  /** Of a line above it in the same file, which says its year. */
  readonly near: Instant | null
  /** When the file was taken. */
  readonly before: Instant | null
}

function inYear(year: number, month: number, day: string, clock: string): Instant | null {
  const iso = `${year}-${String(month).padStart(2, '0')}-${day.trim().padStart(2, '0')}T${clock}Z`
  const at = parseInstant(iso)
  return at !== null && formatInstant(at) === iso ? at : null
}

/**
 * A time as RFC 3164 writes it (`Mar 24 03:10:38`), which has no year and no zone: the year is told by what is known beside it, and the
 * zone is taken to be UTC. Null for a time that nothing tells the year of, and for a day that its month does not have.
 */
export function shortTime(text: string, { near, before }: YearBy): Instant | null {
  const [, name = '', day = '', clock = ''] = SHORT.exec(text) ?? []
  const [month, by] = [MONTHS.indexOf(name) + 1, near ?? before]
  if (month === 0 || by === null) return null
  const year = Number(formatInstant(by).slice(0, 4))
  const found = [year + 1, year, year - 1].flatMap((one) => inYear(one, month, day, clock) ?? [])
  if (near === null) return found.find((at) => at <= plus(by, MOST_OFFSET)) ?? null
  const distance = (at: Instant): number => Math.abs(at - near)
  return found.sort((a, b) => distance(a) - distance(b))[0] ?? null
}
