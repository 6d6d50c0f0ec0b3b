import { requireCase } from '../case/case-folder.ts'
import { type Finding, verifyCase } from '../case/verify.ts'
import type { Session } from './session.ts'

/** Verifies a case, saying how far it is. Throws VS4003. */
export async function verified({ caseDir, progress }: Session): Promise<readonly Finding[]> {
  await requireCase(caseDir)
  const findings: Finding[] = []
  for await (const finding of verifyCase(caseDir)) {
    findings.push(finding)
    progress(`compared ${findings.length}: ${finding.name}`)
  }
  progress('')
  return findings
}
