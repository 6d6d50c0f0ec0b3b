import type { Json } from '@verascope/core/domain/json'
import { TABLE_NAMES } from '@verascope/core/facts/tables'
import { viewText } from '../sql/view-text.ts'
import type { TableSources } from '../table-sources.ts'
import { type DuckDbOptions, openDatabase } from './database.ts'

/** What a query of the user's gave. */
export interface QueryAnswer {
  readonly columns: readonly string[]
  /** One list of values a row, in the order of the columns; what JSON has no word for is text. */
  readonly rows: readonly (readonly Json[])[]
}

/** A case that is open for queries in SQL. */
export interface OpenQuery {
  readonly ask: (query: string) => Promise<QueryAnswer>
  readonly close: () => void
}

/**
 * Opens a case for queries over the relations `events`, `touches`, `mints`, `changes`, `ends`, `statements` and `witnesses`, in which copies count once and
 * times are TIMESTAMPs in UTC. A query can read the case and nothing else, and change nothing. Throws VS4005; `ask` rejects with
 * what the engine says of the query.
 */
export async function openQuery(sources: TableSources, options: DuckDbOptions = {}): Promise<OpenQuery> {
  const database = await openDatabase(sources.root, options)
  try {
    for (const table of TABLE_NAMES) await database.ask(`CREATE VIEW ${viewText(table, sources, sources.root)}`)
  } catch (error) {
    database.close()
    throw error
  }
  return { ask: database.answer, close: database.close }
}
