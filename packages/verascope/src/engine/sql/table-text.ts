import type { TableName } from '@verascope/core/facts/tables'
import type { TableSources } from '../table-sources.ts'

/** In a path of DuckDB's these characters match others; in brackets they stand for themselves. */
export function withoutGlob(path: string): string {
  return path.replaceAll(/[[*?]/g, (char) => `[${char}]`)
}

function inRoot(root: string, path: string): string {
  return root === '' ? path : `${root}/${path}`
}

/**
 * DuckDB's text for the Parquet files of a table, as they stand, below `root` (empty: the working directory); null for a table
 * without files. `text` makes a literal.
 */
export function parquetText(
  table: TableName,
  { files }: TableSources,
  root: string,
  text: (value: string) => string,
): string | null {
  const listed = files[table]
  const safe = withoutGlob(root)
  const paths =
    listed === 'all'
      ? [inRoot(safe, `tables/${table}/*.parquet`)]
      : listed.map((file) => inRoot(safe, withoutGlob(file)))
  // A folder named `a=b` above the case is no column of the evidence.
  return paths.length === 0 ? null : `read_parquet([${paths.map(text).join(', ')}], hive_partitioning = false)`
}

/** DuckDB's text for the file of copies; null when there are none. */
export function copiesText({ copies }: TableSources, root: string, text: (value: string) => string): string | null {
  if (copies === null) return null
  return `read_parquet(${text(inRoot(withoutGlob(root), withoutGlob(copies)))}, hive_partitioning = false)`
}
