import { type AskedParts, prefixesBy } from '@verascope/core/facts/part-names'
import type { FlatRow } from '@verascope/core/facts/tables'
import { type Dialect, isAmong, names } from './dialect.ts'
import { grouped } from './grouped.ts'
import { withPart } from './part-taken.ts'
import { READ, volumeSums } from './volume-sums.ts'

const PART = ['store', 'prefix', 'named'] as const
const COLUMNS = [
  ...['store', 'object', 'standing', 'caller', 'effect', 'outcome', 'payload', 'grantee', 'bytes'],
  ...['at', 'event_id', 'item', 'ordinal', 'offset', 'length'],
]

type Prefixes = ReadonlyMap<string, readonly string[]>

function rowsOf(selected: string, asked: Prefixes, condition: string, dialect: Dialect): string {
  return (
    `(SELECT ${names(COLUMNS)} FROM ${selected} ` +
    `WHERE "effect" <> 'named' AND ${isAmong(dialect, '"store"', [...asked.keys()])} AND ${condition}) AS r`
  )
}

/** The longest prefix of a store that an object begins with. */
export function prefixText(store: string, object: string, asked: Prefixes, dialect: Dialect): string {
  const cases = [...asked].map(
    ([id, prefixes]) => ` WHEN ${dialect.text(id)} THEN ${dialect.longestPrefix(object, prefixes)}`,
  )
  return `CASE ${store}${cases.join('')} END`
}

/** The selected rows, each with the longest prefix of its store that its object begins with. */
function ownParts(selected: string, asked: Prefixes, condition: string, dialect: Dialect): string {
  const rows = rowsOf(selected, asked, condition, dialect)
  const prefix = prefixText('r."store"', 'r."object"', asked, dialect)
  return `SELECT r.*, ${prefix} AS "prefix", r."object" IS NOT NULL AS "named" FROM ${rows}`
}

/** What the selected calls list or take with all that begins so, once for each prefix of their store that does. */
function partsInside(selected: string, asked: Prefixes, dialect: Dialect): string {
  const rows = rowsOf(selected, asked, `"payload" IN ('listing', 'part') AND "object" IS NOT NULL`, dialect)
  const given = [...asked].flatMap(([store, prefixes]) => prefixes.map((prefix): FlatRow => ({ store, prefix })))
  const relation = dialect.relation({ store: 'text', prefix: 'text' }, given)
  const isInside = `${dialect.startsWith('p."prefix"', 'r."object"')} AND p."prefix" <> r."object"`
  return `SELECT r.*, p."prefix" AS "prefix", TRUE AS "named" FROM ${rows} JOIN ${relation} AS p ON p."store" = r."store" AND ${isInside}`
}

/** Facts.partTouches, over selected rows of touches. */
export function partTouchesSql(selected: string, parts: readonly AskedParts[], dialect: Dialect): string {
  const asked = prefixesBy(parts)
  const rows = `(${ownParts(selected, asked, 'TRUE', dialect)} UNION ALL ${partsInside(selected, asked, dialect)}) AS p`
  const keys = [...PART, 'standing', 'caller', 'effect', 'outcome', 'payload', 'grantee', 'part']
  return grouped({ from: withPart(rows), where: '', keys }, dialect)
}

/** Facts.partVolumes, over selected rows of touches. */
export function partVolumesSql(selected: string, parts: readonly AskedParts[], dialect: Dialect): string {
  return volumeSums(`(${ownParts(selected, prefixesBy(parts), READ, dialect)}) AS p`, PART)
}
