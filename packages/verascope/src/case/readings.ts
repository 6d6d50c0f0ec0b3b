import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename, join } from 'node:path'
import type { EvidenceSummary } from '@verascope/core/assess/input'
import { z } from 'zod'
import { caseFileAltered } from './case-faults.ts'
import { systemCode } from './durable.ts'
import type { Act, JournalLine } from './journal.ts'
import { MANIFEST_NAME } from './manifest.ts'

const BEGUN = 'reading-begun'
const DONE = 'evidence-read'

const PATHS = z.looseObject({ paths: z.array(z.string()) })
const WITH_MANIFEST = z.looseObject({
  manifest: z.looseObject({ sha256: z.string(), bytes: z.int().nonnegative() }),
})

/** The act of beginning to read paths: until the act of having read them follows, what they hold is not all in the case. */
export function readingBegun(paths: readonly string[]): Act {
  return { kind: BEGUN, paths }
}

/** The paths whose reading was begun and never finished, in the order in which they were named. */
export function unfinishedReadings(journal: readonly JournalLine[]): readonly string[] {
  const open = new Set<string>()
  for (const { act } of journal) {
    const paths = PATHS.safeParse(act).data?.paths ?? []
    if (act.kind === BEGUN) for (const path of paths) open.add(path)
    if (act.kind === DONE) for (const path of paths) open.delete(path)
  }
  return [...open]
}

/** The same evidence with the paths that were not read to their end among what was not read: those may hold anything. */
export function withUnfinished(evidence: EvidenceSummary, paths: readonly string[]): EvidenceSummary {
  const names = [...new Set(paths.map((path) => basename(path)))].sort()
  const reason = 'reading it was begun and never finished: ingest it again'
  return { ...evidence, rejected: [...evidence.rejected, ...names.map((path) => ({ path, reason }))] }
}

async function hashOfStart(path: string, bytes: number): Promise<string> {
  const hash = createHash('sha256')
  if (bytes === 0) return hash.digest('hex')
  try {
    for await (const piece of createReadStream(path, { end: bytes - 1 })) hash.update(piece)
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error
  }
  return hash.digest('hex')
}

/**
 * Compares the manifest with what the journal says it was after the last reading; later lines may follow. Throws VS7002 when it
 * is not the same: a line that was taken out takes the rows of its file along, and nothing else would show it.
 */
export async function checkManifest(caseDir: string, journal: readonly JournalLine[]): Promise<void> {
  const recorded = journal
    .filter(({ act }) => act.kind === DONE)
    .map(({ act }) => WITH_MANIFEST.safeParse(act).data?.manifest)
    .findLast((manifest) => manifest !== undefined)
  if (recorded === undefined) return
  const path = join(caseDir, MANIFEST_NAME)
  if ((await hashOfStart(path, recorded.bytes)) !== recorded.sha256)
    throw caseFileAltered(path, 'it is not what the journal says it was when evidence was last read')
}
