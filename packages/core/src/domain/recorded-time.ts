import { formatInstant, type Instant, parseInstant } from './instant.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

// Newer Java runtimes write a narrow no-break space before AM and PM, and old records lack the second comma.
const WORDS = /^([A-Z][a-z]{2}) (\d{1,2}), (\d{4}),? (\d{1,2}):(\d{2}):(\d{2})[ \u202f]([AP])M$/

function hourOf(text: string, half: string): number | null {
  const hour = Number(text)
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (half === 'P' ? 12 : 0)
}

/**
 * Reads a time as answers of AWS record it: ISO 8601, or in English words such as `Jul 10, 2023, 12:09:47 PM`, always UTC.
 * Null for anything else, a day that its month does not have included.
 */
export function parseRecordedTime(text: string): Instant | null {
  const [, name = '', day = '', year = '', hours = '', minutes = '', seconds = '', half = ''] = WORDS.exec(text) ?? []
  if (name === '') return parseInstant(text)
  const month = MONTHS.indexOf(name) + 1
  const hour = hourOf(hours, half)
  if (month === 0 || hour === null) return null
  const two = (value: number | string): string => String(value).padStart(2, '0')
  const iso = `${year}-${two(month)}-${two(day)}T${two(hour)}:${minutes}:${seconds}Z`
  const at = parseInstant(iso)
  return at !== null && formatInstant(at) === iso ? at : null
}

const LOGGED = /^(\d{2})\/([A-Z][a-z]{2})\/(\d{4}):(\d{2}:\d{2}:\d{2}) ([+-]\d{4})$/

/**
 * Reads a time as logs of web servers write it, such as `06/Feb/2019:00:00:38 +0000` (Apache's common log format), to the second. Null
 * for anything else, a day that its month does not have included.
 */
export function parseLogTime(text: string): Instant | null {
  const [, day = '', name = '', year = '', clock = '', offset = ''] = LOGGED.exec(text) ?? []
  const month = MONTHS.indexOf(name) + 1
  if (month === 0) return null
  const local = `${year}-${String(month).padStart(2, '0')}-${day}T${clock}`
  const asUtc = parseInstant(`${local}Z`)
  if (asUtc === null || formatInstant(asUtc) !== `${local}Z`) return null
  return parseInstant(`${local}${offset}`)
}
