import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FlatRow } from '@verascope/core/facts/tables'
import { numberAt, textAt } from '../cells.ts'
import type { AmbiguousRow, ContentClass, CopiesEngine } from '../copies-engine.ts'
import { duckDbDialect } from '../sql/duckdb-dialect.ts'
import type { TableSources } from '../table-sources.ts'
import { type Database, type DuckDbOptions, openDatabase } from './database.ts'
import { createRawTable } from './tables.ts'

const ID_HASH = 'hash("event_id", "account")'

/** How many rows are compared at a time: the hashes of all of them stand in memory, some 50 bytes each. */
const COMPARED = 2 ** 21

interface Repeating {
  readonly table: string
  /** What tells a row of the table; rows with equal ones are looked at. */
  readonly hash: string
  readonly having: string
}

/**
 * Finds the hashes that more than one row has, as the table `into`: eight bytes for each id instead of the id. A clash of hashes only
 * lets a few rows through that the exact comparison below then leaves. Equal ids have equal hashes, so each pass takes some of them.
 */
async function findRepeated({ ask }: Database, into: string, { table, hash, having }: Repeating): Promise<void> {
  await ask(`CREATE TABLE "${into}" ("h" UBIGINT)`)
  const counted = await ask(`SELECT count(*) AS "rows" FROM "${table}"`)
  const passes = Math.ceil((counted[0] === undefined ? 0 : numberAt(counted[0], 'rows')) / COMPARED)
  for (let pass = 0; pass < passes; pass += 1) {
    const rows = `SELECT ${hash} AS "h", "item", "ordinal" FROM "${table}" WHERE ${hash} % ${passes} = ${pass}`
    await ask(`INSERT INTO "${into}" SELECT "h" FROM (${rows}) GROUP BY "h" HAVING ${having}`)
  }
}

const CALLS: Repeating = { table: 'events', hash: ID_HASH, having: 'count(*) > 1' }

/** One record may make several witnesses: only in two places it stands twice. A record that may repeat has no hash. */
const WITNESSES: Repeating = {
  table: 'witnesses',
  hash: 'hash("record_hash")',
  having: `min("item") <> max("item") OR min("ordinal") <> max("ordinal")`,
}

const CANDIDATES = `SELECT "event_id", "account", "item", "ordinal", "offset", "length", "raw_hash",
    "enrichment" IS NOT NULL AS "enriched"
  FROM "events" WHERE ${ID_HASH} IN (SELECT "h" FROM "repeated")`

const AMBIGUOUS = `WITH c AS (${CANDIDATES}),
    several AS (SELECT "event_id", "account" FROM c GROUP BY "event_id", "account" HAVING min("raw_hash") <> max("raw_hash"))
  SELECT c.* FROM c JOIN several USING ("event_id", "account") ORDER BY "event_id", "account", "item", "ordinal"`

/** Records of witnesses that stand in more than one place, by the hash of what tells a record; of each the smallest place is kept. */
const WITNESS_COPIES = `SELECT "item", "ordinal" FROM (
    SELECT "item", "ordinal", row_number() OVER (PARTITION BY "record_hash" ORDER BY "item", "ordinal") AS "nth"
    FROM (SELECT DISTINCT "record_hash", "item", "ordinal" FROM "witnesses"
      WHERE hash("record_hash") IN (SELECT "h" FROM "repeated_witnesses") AND "record_hash" IS NOT NULL) AS d
  ) WHERE "nth" > 1`

/**
 * INVARIANT: a kept place is never written, even where files hold a row twice: a row that is left out everywhere is evidence lost.
 */
const COPIES = `SELECT "item", "ordinal" FROM (
    SELECT c."item", c."ordinal", first_value(c."item") OVER w AS "kept_item", first_value(c."ordinal") OVER w AS "kept_ordinal"
    FROM (${CANDIDATES}) AS c
    LEFT JOIN (SELECT "item", "ordinal", min("class") AS "class" FROM "classes" GROUP BY "item", "ordinal") AS k
      ON k."item" = c."item" AND k."ordinal" = c."ordinal"
    WINDOW w AS (
      PARTITION BY c."event_id", c."account", coalesce(k."class", c."raw_hash")
      ORDER BY c."enriched" DESC, c."item", c."ordinal")
  ) WHERE "item" <> "kept_item" OR "ordinal" <> "kept_ordinal"`

function ambiguousRow(row: FlatRow): AmbiguousRow {
  return {
    eventId: textAt(row, 'event_id'),
    account: textAt(row, 'account'),
    item: textAt(row, 'item'),
    ordinal: numberAt(row, 'ordinal'),
    offset: numberAt(row, 'offset'),
    length: numberAt(row, 'length'),
    rawHash: textAt(row, 'raw_hash'),
    hasEnrichment: row['enriched'] === true,
  }
}

function isOfGroup(row: AmbiguousRow, group: readonly AmbiguousRow[]): boolean {
  const [first] = group
  return first === undefined || (first.eventId === row.eventId && first.account === row.account)
}

async function* groupsOf({ stream }: Database): AsyncGenerator<readonly AmbiguousRow[]> {
  let group: AmbiguousRow[] = []
  for await (const rows of stream(AMBIGUOUS)) {
    for (const row of rows.map(ambiguousRow)) {
      if (!isOfGroup(row, group)) {
        yield group
        group = []
      }
      group.push(row)
    }
  }
  if (group.length > 0) yield group
}

/** Rows that go into the database at a time: their text is what takes memory. */
const BATCH = 50_000

async function giveClasses(classes: readonly ContentClass[], { ask }: Database): Promise<void> {
  await ask('CREATE OR REPLACE TABLE "classes" ("item" VARCHAR, "ordinal" BIGINT, "class" VARCHAR)')
  for (let start = 0; start < classes.length; start += BATCH) {
    const rows = classes
      .slice(start, start + BATCH)
      .map(({ item, ordinal, contentClass }) => ({ item, ordinal, class: contentClass }))
    const relation = duckDbDialect.relation({ item: 'text', ordinal: 'int', class: 'text' }, rows)
    await ask(`INSERT INTO "classes" FROM ${relation}`)
  }
}

async function writeCopies(classes: readonly ContentClass[], file: string, database: Database): Promise<number> {
  await giveClasses(classes, database)
  // The database may write to its own folder only.
  const made = join(database.scratch, 'copies.parquet')
  const counted = await database.ask(
    `COPY (${COPIES} UNION ALL ${WITNESS_COPIES}) TO ${duckDbDialect.text(made)} (FORMAT parquet, COMPRESSION zstd)`,
  )
  await copyFile(made, file)
  return counted[0] === undefined ? 0 : numberAt(counted[0], 'Count')
}

/** Opens the events and witnesses of a case to look for copies among them. Throws VS4005, as `openDuckDb` does. */
export async function openCopies(sources: TableSources, options: DuckDbOptions = {}): Promise<CopiesEngine> {
  const database = await openDatabase(sources.root, options)
  try {
    await createRawTable('events', sources, database)
    await findRepeated(database, 'repeated', CALLS)
    await createRawTable('witnesses', sources, database)
    await findRepeated(database, 'repeated_witnesses', WITNESSES)
  } catch (error) {
    database.close()
    throw error
  }
  return {
    ambiguous: () => groupsOf(database),
    write: (classes, file) => writeCopies(classes, file, database),
    close: database.close,
  }
}
