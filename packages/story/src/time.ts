/** Instants are milliseconds since 1970, UTC; nothing here reads a clock. */
export const MINUTE = 60_000
export const HOUR: number = 60 * MINUTE

/** As records and digests write it: whole seconds. */
export function iso(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}

/** `2026/03/10`, as in the keys of a log bucket. */
export function dayPath(at: number): string {
  return iso(at).slice(0, 10).replaceAll('-', '/')
}

/** `20260310T1405Z`: the minute in the name of a log file. */
export function minuteStamp(at: number): string {
  return `${iso(at).slice(0, 16).replaceAll(/[-:]/g, '')}Z`
}

/** `20260310T140531Z`: the second in the name of a digest. */
export function secondStamp(at: number): string {
  return iso(at).replaceAll(/[-:]/g, '')
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const two = (value: number): string => String(value).padStart(2, '0')

/** `Jul 10, 2023, 12:21:41 PM`: how answers of STS (with a comma) and IAM (without) write a time. */
export function wordyTime(at: number, comma: boolean): string {
  const date = new Date(at)
  const hour = date.getUTCHours()
  const clock = `${hour % 12 === 0 ? 12 : hour % 12}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`
  const day = `${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}`
  return `${day}${comma ? ',' : ''} ${clock} ${hour < 12 ? 'AM' : 'PM'}`
}

/** `06/Feb/2019:00:00:38 +0000`: how access logs write a time. */
export function accessLogTime(at: number): string {
  const date = new Date(at)
  const day = `${two(date.getUTCDate())}/${MONTHS[date.getUTCMonth()]}/${date.getUTCFullYear()}`
  return `${day}:${iso(at).slice(11, 19)} +0000`
}

/** `Mar  9 10:42:07`: how a host writes a time into its log, without a year. */
export function syslogTime(at: number): string {
  const date = new Date(at)
  return `${MONTHS[date.getUTCMonth()]} ${String(date.getUTCDate()).padStart(2, ' ')} ${iso(at).slice(11, 19)}`
}

/** The hour in which an instant lies, by its beginning. */
export const hourOf = (at: number): number => Math.floor(at / HOUR) * HOUR
