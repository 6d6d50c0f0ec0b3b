import { join } from 'node:path'
import { VerascopeError } from '../errors/verascope-error.ts'
import { newestAssessment } from './assessments.ts'
import { hashOfFile } from './file-hash.ts'
import { JOURNAL_NAME, type JournalLine, readJournal } from './journal.ts'
import { linesInForce, MANIFEST_NAME, readManifest } from './manifest.ts'
import type { ManifestLine } from './manifest-line.ts'
import { importInForce, ownersName } from './owners.ts'
import { checkManifest } from './readings.ts'
import { COPIES_NAME, recordedCopiesHash } from './settlement.ts'

/** What was compared with its record, and how it is now. */
export interface Finding {
  readonly what: 'evidence' | 'table' | 'journal' | 'manifest' | 'owners' | 'assessment'
  readonly name: string
  /** `unrecorded` has no hash to compare with, and is no mismatch. */
  readonly state: 'as-recorded' | 'altered' | 'gone' | 'unrecorded'
}

type Compared = { readonly name: string; readonly path: string; readonly recorded: string | null }

async function compare(what: Finding['what'], { name, path, recorded }: Compared): Promise<Finding> {
  const now = await hashOfFile(path)
  if (now === null) return { what, name, state: 'gone' }
  if (recorded === null) return { what, name, state: 'unrecorded' }
  return { what, name, state: now === recorded ? 'as-recorded' : 'altered' }
}

/** The files of evidence, once: members of an archive are as they were where the archive is. */
function evidenceFiles(lines: readonly ManifestLine[]): readonly Compared[] {
  const files = lines.flatMap(({ name, path, sha256, bytes, container }): readonly Compared[] => {
    if (container !== undefined) return [{ name: container.name, path: container.path, recorded: container.sha256 }]
    return bytes > 0 ? [{ name, path, recorded: sha256 }] : []
  })
  return [...new Map(files.map((file) => [JSON.stringify([file.path, file.recorded]), file])).values()]
}

/** The files of every part, once: all lines of a part hold the same hashes. */
function partFiles(caseDir: string, lines: readonly ManifestLine[]): readonly Compared[] {
  const parts = new Map(
    lines.flatMap((line) => (line.part === null ? [] : [[line.part, line.tables ?? null] as const])),
  )
  return [...parts].flatMap(([part, tables]) =>
    Object.entries(tables ?? { events: null }).map(([table, recorded]) => {
      const name = `tables/${table}/${part}.parquet`
      return { name, path: join(caseDir, name), recorded }
    }),
  )
}

/** Whether a fault says that something is not as it was written; any other fault is none of the case's. */
async function asWritten(
  what: 'journal' | 'manifest' | 'assessment',
  name: string,
  read: () => Promise<unknown>,
): Promise<Finding> {
  try {
    await read()
    return { what, name, state: 'as-recorded' }
  } catch (error) {
    const isAltered = what === 'assessment' || (error instanceof VerascopeError && error.exit === 7)
    if (!isAltered) throw error
    return { what, name, state: 'altered' }
  }
}

/**
 * Reads everything that a case stands on again and compares it with what was recorded: the files of evidence, the tables, the
 * chain of the journal, the manifest, the owners map and the newest assessment. Gives each finding as it is made; throws VS7002 for a manifest that cannot be read.
 */
export async function* verifyCase(caseDir: string): AsyncGenerator<Finding> {
  let journal: readonly JournalLine[] = []
  yield await asWritten('journal', JOURNAL_NAME, async () => {
    journal = await readJournal(caseDir)
  })
  yield await asWritten('manifest', MANIFEST_NAME, () => checkManifest(caseDir, journal))
  const { lines } = await readManifest(caseDir)
  for (const file of evidenceFiles(linesInForce(lines))) yield await compare('evidence', file)
  for (const file of partFiles(caseDir, lines)) yield await compare('table', file)
  const copies = await recordedCopiesHash(caseDir)
  if (copies !== null)
    yield await compare('table', { name: COPIES_NAME, path: join(caseDir, COPIES_NAME), recorded: copies })
  const owners = importInForce(journal)
  if (owners !== null) {
    const name = ownersName(owners.sha256)
    yield await compare('owners', { name, path: join(caseDir, name), recorded: owners.sha256 })
  }
  const newest = await newestAssessment(caseDir).catch(() => undefined)
  if (newest === undefined) yield { what: 'assessment', name: 'assessments', state: 'altered' }
  else if (newest !== null) yield await asWritten('assessment', `assessments/${newest.version}`, newest.open)
}
