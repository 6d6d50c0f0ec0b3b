import { TABLES, type TableName } from '@verascope/core/facts/tables'
import type { TableSources } from '../table-sources.ts'
import { name, names } from './dialect.ts'
import { duckDbDialect } from './duckdb-dialect.ts'
import { copiesText, parquetText } from './table-text.ts'

const { text } = duckDbDialect

/**
 * The query of a relation for people: times as they are stored, without the rows that are copies. Paths lie below `root`; with an
 * empty one they are relative to the case folder.
 */
export function viewText(table: TableName, sources: TableSources, root: string): string {
  const files = parquetText(table, sources, root, text)
  const copies = copiesText(sources, root, text)
  const columns = Object.keys(TABLES[table])
  const empty = `SELECT ${columns.map((column) => `CAST(NULL AS VARCHAR) AS ${name(column)}`).join(', ')} WHERE false`
  const rows = files === null ? empty : `SELECT ${names(columns)} FROM ${files} AS t`
  // The aliases are needed: two calls of one function would have one name.
  const without = copies === null || files === null ? '' : `\n  ANTI JOIN ${copies} AS c USING ("item", "ordinal")`
  return `${name(table)} AS ${rows}${without}`
}
