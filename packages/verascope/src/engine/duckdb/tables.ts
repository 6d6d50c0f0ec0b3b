import { type ColumnType, TABLE_NAMES, TABLES, type TableName } from '@verascope/core/facts/tables'
import { textAt } from '../cells.ts'
import { tablesUnreadable } from '../faults.ts'
import { name } from '../sql/dialect.ts'
import { duckDbDialect } from '../sql/duckdb-dialect.ts'
import { copiesText, parquetText } from '../sql/table-text.ts'
import type { TableSources } from '../table-sources.ts'
import type { Database } from './database.ts'

const ASKED: Readonly<Record<ColumnType, string>> = {
  label: 'VARCHAR',
  id: 'VARCHAR',
  text: 'VARCHAR',
  time: 'BIGINT',
  int: 'BIGINT',
  double: 'DOUBLE',
  bool: 'BOOLEAN',
}

/** Times are milliseconds in a question, whether the file holds numbers or timestamps. */
function columnText(column: string, type: ColumnType, stored: string): string {
  const value = type === 'time' && stored.startsWith('TIMESTAMP') ? `epoch_ms(${name(column)})` : name(column)
  return `CAST(${value} AS ${ASKED[type]}) AS ${name(column)}`
}

/** The query for the rows of a table as they stand in its files, with the columns of TABLES. */
async function rowsText(table: TableName, sources: TableSources, database: Database): Promise<string> {
  const columns = Object.entries(TABLES[table])
  const files = parquetText(table, sources, sources.root, duckDbDialect.text)
  if (files === null) {
    const empty = columns.map(([column, type]) => `CAST(NULL AS ${ASKED[type]}) AS ${name(column)}`)
    return `SELECT ${empty.join(', ')} WHERE FALSE`
  }
  const described = await database.ask(`DESCRIBE SELECT * FROM ${files}`)
  const stored = new Map(described.map((row) => [textAt(row, 'column_name'), textAt(row, 'column_type')]))
  const shown = columns.map(([column, type]) => {
    const found = stored.get(column)
    if (found === undefined) throw tablesUnreadable(sources.root, `table ${table} has no column ${column}`)
    return columnText(column, type, found)
  })
  return `SELECT ${shown.join(', ')} FROM ${files}`
}

/** Makes one relation of the questions as a view of all its rows, copies too. Throws VS4005. */
export async function createRawTable(table: TableName, sources: TableSources, database: Database): Promise<void> {
  await database.ask(`CREATE VIEW ${name(table)} AS ${await rowsText(table, sources, database)}`)
}

/** Makes the relations of the questions as views, without the rows that are copies. Throws VS4005. */
export async function createTables(sources: TableSources, database: Database): Promise<void> {
  const copies = copiesText(sources, sources.root, duckDbDialect.text)
  const places = 'SELECT CAST("item" AS VARCHAR) AS "item", CAST("ordinal" AS BIGINT) AS "ordinal"'
  if (copies !== null) await database.ask(`CREATE TABLE "copies" AS ${places} FROM ${copies}`)
  const kept = copies === null ? '' : ' ANTI JOIN "copies" USING ("item", "ordinal")'
  for (const table of TABLE_NAMES) {
    const rows = await rowsText(table, sources, database)
    await database.ask(`CREATE VIEW ${name(table)} AS SELECT * FROM (${rows}) AS t${kept}`)
  }
}
