import { name, names } from './dialect.ts'

/** Which selected rows of touches count for what was read. */
export const READ = `"standing" = 'strict' AND "outcome" = 'ok' AND "payload" IS NOT NULL AND "effect" <> 'named'`

/**
 * What rows of reads amount to, by keys. Bytes are whole numbers in doubles: their sums are exact up to 2^53, in any order.
 */
export function volumeSums(rows: string, keys: readonly string[]): string {
  const bytes = 'coalesce(floor("bytes"), 0)'
  const perObject =
    `SELECT ${names(keys)}, "payload", "object", sum(${bytes}) AS "total", max(greatest(${bytes}, 0)) AS "most", ` +
    `count(*) - count("bytes") AS "unknown" FROM ${rows} ` +
    `GROUP BY ${names(keys)}, "payload", "object"`
  const of = (value: string, condition: string): string => `CASE WHEN ${condition} THEN ${value} ELSE 0 END`
  const isObject = `"payload" = 'object'`
  const isContent = `"payload" <> 'listing'`
  const columns = {
    sent: `sum(${of('"total"', isObject)})`,
    sent_unknown: `sum(${of('"unknown"', isContent)})`,
    named_bytes: `sum(${of('"most"', `${isObject} AND "object" IS NOT NULL`)})`,
    unnamed_bytes: `max(${of('"most"', `${isObject} AND "object" IS NULL`)})`,
    objects: `sum(${of('1', `${isObject} AND "object" IS NOT NULL`)})`,
    unnamed: `sum(${of('1', `${isObject} AND "object" IS NULL`)})`,
    listed: `sum(${of('"total"', `"payload" = 'listing'`)})`,
  }
  const sums = Object.entries(columns).map(([key, value]) => `, ${value} AS ${name(key)}`)
  return `SELECT ${names(keys)}${sums.join('')} FROM (${perObject}) AS o GROUP BY ${names(keys)}`
}
