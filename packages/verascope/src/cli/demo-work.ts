import { existsSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Assessment } from '@verascope/core/assess/assessment'
import { assessNow } from './assessing.ts'
import { makeCase, nameIndicator, readEvidence } from './case-work.ts'
import type { DemoIncident } from './demo-incidents.ts'
import { demoFolderTaken, examplesMissing } from './faults.ts'
import type { Session } from './session.ts'

/** Marks a folder that `demo` made: only such a one may it remove. */
const MARK = '.verascope-demo'

/** The examples of the source tree, seen from src/cli and from dist/cli alike. */
function examplesOf(incident: DemoIncident): string {
  return fileURLToPath(new URL(`../../../../examples/${incident.evidence}`, import.meta.url))
}

async function clear(dir: string): Promise<void> {
  if (!existsSync(dir) || (await readdir(dir)).length === 0) return
  const mark = await readFile(join(dir, MARK), 'utf8').catch(() => null)
  if (mark === null) throw demoFolderTaken(dir)
  await rm(dir, { recursive: true, force: true })
}

/** Makes the demo case anew and assesses it: the same steps as the smallest real run. */
export async function workDemo(session: Session, incident: DemoIncident): Promise<Assessment> {
  const examples = examplesOf(incident)
  if (!existsSync(examples)) throw examplesMissing(examples)
  await clear(session.caseDir)
  session.say(`$ ${session.program.replace(' -C ', ' init ')}`)
  await makeCase(session, session.caseDir, incident.title)
  await writeFile(join(session.caseDir, MARK), 'made by `verascope demo`, which removes and makes it anew\n')
  session.say(`$ ${session.program} ingest ${examples}`)
  await readEvidence(session, [examples], { collector: null, workers: null })
  session.say(`$ ${session.program} indicator add ${incident.start}`)
  const start = { value: incident.start, kind: null, window: { from: null, to: null }, ours: false, by: null }
  await nameIndicator(session, start)
  session.say(`$ ${session.program} scope`)
  const { assessed } = await assessNow(session, { from: null, to: null })
  return assessed.assessment
}
