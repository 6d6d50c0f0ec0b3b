import { createHash } from 'node:crypto'
import { assess } from '@verascope/core/assess/assess'
import type { Assessed, Assessment } from '@verascope/core/assess/assessment'
import type { AssessInput } from '@verascope/core/assess/input'
import { rows as evidenceKinds } from '@verascope/core/catalog/evidence/index.generated'
import type { Window } from '@verascope/core/domain/instant'
import { type AssessedFrom, contentHash, newestAssessment, type Stored, storeAssessment } from '../case/assessments.ts'
import { heldFiles } from '../case/held-files.ts'
import { tableSources } from '../case/table-sources.ts'
import { signatureChecker } from '../case/verify-signature.ts'
import { openDuckDb } from '../engine/duckdb/open.ts'
import { VerascopeError } from '../errors/verascope-error.ts'
import { type CaseInputs, caseInputs } from './case-work.ts'
import { emptyWindow, noActorNamed, noEvidence } from './faults.ts'
import type { Session } from './session.ts'

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function sourceOf(
  { evidence, indicators, assumptions, owners }: CaseInputs,
  window: Window,
  version: string,
): AssessedFrom {
  const hashOf = (value: unknown): string => sha256(JSON.stringify(value))
  return {
    evidence: hashOf(evidence),
    indicators: hashOf(indicators),
    assumptions: hashOf(assumptions),
    owners: owners?.sha256 ?? null,
    version,
    window,
  }
}

/** Without an actor or without evidence an assessment would say nothing and look like an all-clear. */
function checkInputs({ evidence, indicators, unfinished }: CaseInputs, session: Session): void {
  if (evidence.accounting.files === 0) throw noEvidence(session.program, unfinished)
  if (!indicators.some((one) => !one.ours)) throw noActorNamed(session.program, indicators.length)
}

/** A window that is empty or behind all evidence would find no access, and would look like an all-clear. */
function checkWindow({ window: { from, to }, evidenceCutoff }: Assessment, session: Session): void {
  const isAfter = (a: string | null, b: string | null): boolean =>
    a !== null && b !== null && Date.parse(a) > Date.parse(b)
  if (isAfter(from, to)) throw emptyWindow(from ?? '', to ?? '', session.program)
  if (isAfter(from, evidenceCutoff))
    session.warn(`the window begins behind the last evidence (${evidenceCutoff}): nothing in it can be seen`)
}

/** Asks something of what the case holds. */
async function asking<Answer>(
  session: Session,
  inputs: CaseInputs,
  window: Window,
  ask: (input: AssessInput) => Promise<Answer>,
): Promise<Answer> {
  session.progress('opening the evidence tables')
  const engine = await openDuckDb(await tableSources(session.caseDir))
  try {
    session.progress('assessing')
    const { evidence, indicators, assumptions, owners, catalog } = inputs
    return await ask({
      facts: engine.facts,
      delivered: { held: await heldFiles(session.caseDir), verify: signatureChecker() },
      catalog,
      evidenceKinds,
      evidence,
      indicators,
      assumptions,
      owners,
      window,
      scopeVersion: 1,
      digest: sha256,
    })
  } finally {
    engine.close()
    session.progress('')
  }
}

/** Asks what the case's evidence covers; nothing is stored. Without an actor it is answered too: whoever gathers evidence asks it first. */
export async function askCoverage<Answer>(
  session: Session,
  window: Window,
  ask: (input: AssessInput) => Promise<Answer>,
): Promise<Answer> {
  const inputs = await caseInputs(session)
  const { evidence, unfinished } = inputs
  if (evidence.accounting.files === 0) throw noEvidence(session.program, unfinished)
  if (unfinished.length > 0)
    session.warn(`${unfinished.join(', ')}: reading it was begun and never finished; ingest it again`)
  return await asking(session, inputs, window, ask)
}

interface Computed {
  readonly computed: Assessed
  readonly from: AssessedFrom
}

/**
 * Assesses what the case holds. An ingest that ends meanwhile changes the tables under the questions, so that the answers may mix
 * old and new: then all is asked again.
 */
async function computeSteadily(session: Session, window: Window): Promise<Computed> {
  let inputs = await caseInputs(session)
  for (;;) {
    checkInputs(inputs, session)
    const from = sourceOf(inputs, window, session.version)
    const { unfinished } = inputs
    if (unfinished.length > 0)
      session.warn(`${unfinished.join(', ')}: reading it was begun and never finished; ingest it again`)
    const computed = await asking(session, inputs, window, assess)
    checkWindow(computed.assessment, session)
    inputs = await caseInputs(session)
    if (sourceOf(inputs, window, session.version).evidence === from.evidence) return { computed, from }
    session.say('the evidence changed meanwhile: assessing again')
  }
}

function withVersion({ assessment, premises }: Assessed, scopeVersion: number): Assessed {
  return { assessment: { ...assessment, scopeVersion }, premises }
}

/** Assesses the case. The result is stored under a new version only when it says something else than the newest stored one. */
export async function assessNow(
  session: Session,
  window: Window,
): Promise<{ readonly assessed: Assessed; readonly isNew: boolean }> {
  const { computed, from } = await computeSteadily(session, window)
  for (;;) {
    const newest = await newestAssessment(session.caseDir)
    if (newest !== null && newest.content === contentHash(computed)) {
      return { assessed: withVersion(computed, newest.version), isNew: false }
    }
    const assessed = withVersion(computed, (newest?.version ?? 0) + 1)
    // Another command may have taken the number meanwhile: then it is the newest.
    if (await storeAssessment(session.caseDir, assessed, from)) return { assessed, isNew: true }
  }
}

function changedSince(stored: Stored, now: AssessedFrom): string | null {
  if (stored.from.evidence !== now.evidence) return 'the evidence changed'
  if (stored.from.indicators !== now.indicators) return 'the indicators changed'
  if (stored.from.assumptions !== now.assumptions) return 'the assumptions changed'
  if (stored.from.owners !== now.owners) return 'the owners map changed'
  return stored.from.version === now.version ? null : 'it was made by another version of verascope'
}

/** The newest assessment, as stored while it still holds; else it is made again, and stderr says why. */
async function currentAssessment(session: Session, newest: Stored | null): Promise<Assessed> {
  const window: Window = newest === null ? { from: null, to: null } : newest.from.window
  const inputs = await caseInputs(session)
  const reason =
    newest === null ? 'nothing is assessed yet' : changedSince(newest, sourceOf(inputs, window, session.version))
  if (newest !== null && reason === null) {
    try {
      return await newest.open()
    } catch (error) {
      session.warn(
        `assessments/${newest.version} cannot be used: ${error instanceof Error ? error.message : String(error)}`,
      )
    }
  }
  session.say(`assessing again: ${reason ?? 'the stored assessment cannot be read'}`)
  const { assessed, isNew } = await assessNow(session, window)
  session.say(
    isNew
      ? `stored as assessments/${assessed.assessment.scopeVersion}`
      : `unchanged: assessments/${assessed.assessment.scopeVersion}`,
  )
  return assessed
}

/** Another command is writing, and what the tables hold meanwhile is half read. */
function isBeingWritten(error: unknown): boolean {
  return error instanceof VerascopeError && error.code === 'VS4006'
}

/**
 * The assessment that commands look things up in. While another command writes it is the newest stored one, and a warning says so:
 * what it says of its evidence stays true. `scope` itself never falls back on it: a verdict asked for now must not be an old one.
 */
export async function assessmentOf(session: Session): Promise<Assessed> {
  const newest = await newestAssessment(session.caseDir)
  try {
    return await currentAssessment(session, newest)
  } catch (error) {
    if (newest === null || !isBeingWritten(error)) throw error
    session.warn(
      `another command is writing: this is assessments/${newest.version}, made before; what is being read is not in it`,
    )
    return await newest.open()
  }
}
