import type { Facts } from '@verascope/core/facts/port'
import { duckDbDialect } from '../sql/duckdb-dialect.ts'
import { sqlFacts } from '../sql/sql-facts.ts'
import type { TableSources } from '../table-sources.ts'
import { type DuckDbOptions, openDatabase } from './database.ts'
import { createTables } from './tables.ts'

/** The facts of a case, for as long as it is not closed. */
export interface OpenFacts {
  readonly facts: Facts
  readonly close: () => void
}

/**
 * Opens the tables of a case for questions. Throws VS4005 when the engine cannot be loaded, or tables cannot be opened or hold
 * what this version cannot read; a question can throw it too.
 */
export async function openDuckDb(sources: TableSources, options: DuckDbOptions = {}): Promise<OpenFacts> {
  const database = await openDatabase(sources.root, options)
  try {
    await createTables(sources, database)
  } catch (error) {
    database.close()
    throw error
  }
  return { facts: sqlFacts(database.ask, duckDbDialect), close: database.close }
}
