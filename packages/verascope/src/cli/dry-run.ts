import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { requireCase } from '../case/case-folder.ts'
import { linesInForce, readManifest } from '../case/manifest.ts'
import type { ManifestLine, RejectedLine } from '../case/manifest-line.ts'
import { namedPaths, type ReadingResult, type ReadingWish } from './case-work.ts'
import type { Session } from './session.ts'

/** What a reading would come to: every file that is new, and what of them cannot be read. */
export interface DryRun {
  readonly result: ReadingResult
  readonly lines: readonly ManifestLine[]
  readonly rejected: readonly RejectedLine[]
}

/** Reads evidence as `ingest` does and leaves no trace in the case: what is written on the way is written elsewhere and removed. */
export async function dryRun(session: Session, paths: readonly string[], wish: ReadingWish): Promise<DryRun> {
  const { caseDir, cwd, progress, version } = session
  await requireCase(caseDir)
  const named = namedPaths(paths).map((path) => resolve(cwd, path))
  const { ingest } = await import('../ingest/ingest.ts')
  const into = await mkdtemp(join(tmpdir(), 'verascope-dry-run-'))
  const lines: ManifestLine[] = []
  const rejected: RejectedLine[] = []
  try {
    const { accounting, ...before } = await ingest({
      ...{ caseDir, into, paths: named, ...wish, parser: version, at: '', progress },
      commit: async (items) => {
        lines.push(...items.map((item) => item.line))
        rejected.push(...items.flatMap((item) => item.rejected))
      },
      known: linesInForce((await readManifest(caseDir)).lines),
    })
    return { result: { ...accounting, ...before }, lines, rejected }
  } finally {
    await rm(into, { recursive: true, force: true })
  }
}
