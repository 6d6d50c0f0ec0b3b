import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { TABLE_NAMES, type TableName } from '@verascope/core/facts/tables'
import { caseFileAltered } from './case-faults.ts'
import { systemCode } from './durable.ts'
import { linesInForce, readManifest } from './manifest.ts'
import type { ManifestLine } from './manifest-line.ts'
import { COPIES_NAME, readSettlement } from './settlement.ts'

/** Where the rows of a case are: Parquet files below the case folder, as paths relative to it. */
export interface CaseTables {
  /** The case folder, absolute. */
  readonly root: string
  /** Per table every file of its folder (`all`), or those that the manifest commits; none is a table without rows. */
  readonly files: Readonly<Record<TableName, 'all' | readonly string[]>>
  /** Parquet file of the rows that are copies of others, or null when there are none. */
  readonly copies: string | null
}

const ENDING = '.parquet'
async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return []
    throw error
  }
}

/** Tables that came when the manifest already said which tables a part has: a line that does not say is older. */
const LATER: ReadonlySet<TableName> = new Set<TableName>(['witnesses'])

/** The files of a table that the manifest commits; a part that was written before there was such a table has none. */
function committedFiles(lines: readonly ManifestLine[], table: TableName): ReadonlySet<string> {
  const has = ({ part, tables }: ManifestLine): boolean =>
    part !== null && (tables === undefined ? !LATER.has(table) : table in tables)
  return new Set(lines.filter(has).map(({ part }) => `${part}${ENDING}`))
}

/** A file that is gone takes its rows along; without this check nobody would miss them. */
function checkNoneLost(folder: string, there: ReadonlySet<string>, committed: ReadonlySet<string>): void {
  const lost = [...committed].find((name) => !there.has(name))
  if (lost !== undefined) throw caseFileAltered(join(folder, lost), 'the manifest commits it, and it is not there')
}

/**
 * Where the rows of the case are: committed ones only, of lines that are in force. A part has a file in every table; throws VS7002 when one is gone. Copies
 * are named once they were looked for.
 */
export async function tableSources(caseDir: string): Promise<CaseTables> {
  const manifest = await readManifest(caseDir)
  const lines = linesInForce(manifest.lines)
  const filesOf = async (table: TableName): Promise<'all' | readonly string[]> => {
    const committed = committedFiles(lines, table)
    const folder = join(caseDir, 'tables', table)
    const there = new Set((await namesIn(folder)).filter((name) => name.endsWith(ENDING)))
    checkNoneLost(folder, there, committed)
    if (committed.size > 0 && committed.size === there.size) return 'all'
    return [...committed].sort().map((name) => `tables/${table}/${name}`)
  }
  const files = {
    events: await filesOf('events'),
    touches: await filesOf('touches'),
    mints: await filesOf('mints'),
    changes: await filesOf('changes'),
    ends: await filesOf('ends'),
    statements: await filesOf('statements'),
    witnesses: await filesOf('witnesses'),
  }
  const settlement = await readSettlement(caseDir, manifest)
  return { root: caseDir, files, copies: settlement !== null && settlement.copies > 0 ? COPIES_NAME : null }
}

/**
 * Removes the parts that a killed ingest left behind, temporary files included: they are not evidence, and what is read again
 * comes in new parts. INVARIANT: the caller holds the lock of the case.
 */
export async function removeUncommittedParts(caseDir: string): Promise<void> {
  const { lines } = await readManifest(caseDir)
  for (const table of TABLE_NAMES) {
    const committed = committedFiles(lines, table)
    const folder = join(caseDir, 'tables', table)
    for (const name of await namesIn(folder)) {
      if (!committed.has(name)) await rm(join(folder, name), { recursive: true, force: true })
    }
  }
}
