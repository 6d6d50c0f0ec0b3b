import type { Assessed } from '@verascope/core/assess/assessment'
import { type Difference, differenceOf } from '@verascope/core/assess/difference'
import { assessmentOfVersion, newestAssessment, type Stored } from '../case/assessments.ts'
import { requireCase } from '../case/case-folder.ts'
import { readManifest } from '../case/manifest.ts'
import { noSuchAssessment, unreadableAssessment } from './faults.ts'
import type { Session } from './session.ts'

async function stored({ caseDir, program }: Session, asked: string | null): Promise<Stored> {
  const version = Number(asked ?? 0)
  const found = asked === null ? await newestAssessment(caseDir) : await assessmentOfVersion(caseDir, version)
  if (found === null) throw noSuchAssessment(asked, program)
  return found
}

async function opened(one: Stored): Promise<Assessed> {
  return await one.open().catch((error: unknown) => {
    throw unreadableAssessment(one.version, error)
  })
}

/** The difference of two stored assessments, and what names an item of evidence. Throws VS2010, VS4003, VS7003. */
export async function differenceBetween(
  session: Session,
  from: string,
  to: string | null,
): Promise<{ readonly difference: Difference; readonly nameOf: (item: string) => string }> {
  await requireCase(session.caseDir)
  const [before, after] = [await stored(session, from), await stored(session, to)]
  const { lines } = await readManifest(session.caseDir)
  const names = new Map(lines.map((line) => [line.inflatedSha256, line.name]))
  return {
    difference: differenceOf(await opened(before), await opened(after)),
    nameOf: (item) => names.get(item) ?? item,
  }
}
