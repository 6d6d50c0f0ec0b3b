import type { TableName } from '@verascope/core/facts/tables'

/** Where the rows of a case are: Parquet files below the case folder, as paths relative to it. */
export interface TableSources {
  /** The case folder, absolute. */
  readonly root: string
  /**
   * Per table either every file of `tables/<table>/` (`all`) or the listed ones: parts that an unfinished ingest left behind
   * are not evidence yet. An empty list is a table without rows.
   */
  readonly files: Readonly<Record<TableName, 'all' | readonly string[]>>
  /** Parquet file of the rows that are copies of others (columns `item`, `ordinal`), or null when there are none. */
  readonly copies: string | null
}
