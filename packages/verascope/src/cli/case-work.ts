import { resolve } from 'node:path'
import type { Accounting } from '@verascope/core/assess/assessment'
import type { EvidenceSummary, KnownOwners } from '@verascope/core/assess/input'
import { CATALOG_HASH } from '@verascope/core/catalog/catalog-hash.generated'
import { rows as credentials } from '@verascope/core/catalog/credentials/index.generated'
import { rows as services } from '@verascope/core/catalog/services/index.generated'
import type { AcceptedAssumption } from '@verascope/core/domain/assumption'
import { formatInstant } from '@verascope/core/domain/instant'
import type { OwnersMap } from '@verascope/core/domain/owners-map'
import { arrangeCatalog, type Catalog } from '@verascope/core/facts/catalog'
import type { Indicator } from '@verascope/core/taint/indicator'
import { acceptedAssumptions } from '../case/accepted-assumptions.ts'
import { makeCase as makeCaseFolder, requireCase } from '../case/case-folder.ts'
import { evidenceSummary } from '../case/evidence-summary.ts'
import {
  type IndicatorWish,
  indicatorAdded,
  indicatorsInForce,
  indicatorWithdrawn,
  makeIndicator,
} from '../case/indicators.ts'
import { appendAct, readJournal } from '../case/journal.ts'
import { withLock } from '../case/lock.ts'
import { appendItems, cutUnfinishedCommit, linesInForce, readManifest } from '../case/manifest.ts'
import type { ContactedMap } from '../case/owner-lines.ts'
import { ownersInForce } from '../case/owners.ts'
import { checkManifest, readingBegun, unfinishedReadings, withUnfinished } from '../case/readings.ts'
import { isSettled, readSettlement, writeSettlement } from '../case/settlement.ts'
import { removeUncommittedParts, tableSources } from '../case/table-sources.ts'
import type { TakenAt } from '../ingest/beside.ts'
import { noSuchIndicator, severalIndicators, usageFault } from './faults.ts'
import type { Session } from './session.ts'

/** What an assessment of the case is made from, beside its tables. */
export interface CaseInputs {
  readonly evidence: EvidenceSummary
  /** Paths whose reading was begun and never finished; the evidence says so too. */
  readonly unfinished: readonly string[]
  /** In the order of their ids: the order of adding says nothing about the actor. */
  readonly indicators: readonly Indicator[]
  /** In the order of their ids, broken ones too. */
  readonly assumptions: readonly AcceptedAssumption[]
  /** Whose data stands where, without contacts; null where nobody said. */
  readonly owners: KnownOwners | null
  readonly catalog: Catalog
}

function now(): string {
  return new Date().toISOString()
}

/** Makes a case in a folder; without a title it is called as the folder is. Throws VS4004. */
export async function makeCase(
  session: Session,
  dir: string,
  title: string | null,
): Promise<{ readonly title: string }> {
  return await makeCaseFolder(dir, { title, at: now(), version: session.version })
}

/** Adds an indicator; one that stands already is given back as it stands. Throws VS2007, VS4003, VS4006, VS7001. */
export async function nameIndicator(
  { caseDir }: Session,
  wish: IndicatorWish,
): Promise<{ readonly indicator: Indicator; readonly isNew: boolean }> {
  await requireCase(caseDir)
  const indicator = makeIndicator(wish)
  return await withLock(caseDir, async () => {
    const standing = indicatorsInForce(await readJournal(caseDir)).find((one) => one.id === indicator.id)
    if (standing !== undefined) return { indicator: standing, isNew: false }
    await appendAct(caseDir, indicatorAdded(indicator), { at: now(), by: indicator.by })
    return { indicator, isNew: true }
  })
}

/** The indicators that stand, in the order in which they were added. Throws VS4003, VS7001. */
export async function listIndicators({ caseDir }: Session): Promise<readonly Indicator[]> {
  await requireCase(caseDir)
  return indicatorsInForce(await readJournal(caseDir))
}

/** Takes an indicator back, by its id or its value. Throws VS2005 when a value is that of several, VS2006 when of none. */
export async function withdraw({ caseDir, program }: Session, asked: string, by: string | null): Promise<Indicator> {
  await requireCase(caseDir)
  return await withLock(caseDir, async () => {
    const standing = indicatorsInForce(await readJournal(caseDir))
    const byId = standing.filter((one) => one.id === asked.trim())
    const found = byId.length > 0 ? byId : standing.filter((one) => one.value === asked.trim())
    const [indicator] = found
    if (indicator === undefined) throw noSuchIndicator(asked, program)
    if (found.length > 1) throw severalIndicators(asked, found, program)
    await appendAct(caseDir, indicatorWithdrawn(indicator), { at: now(), by })
    return indicator
  })
}

/** Looks for copies between the files, unless that is done for what the manifest holds. The caller holds the lock. */
async function settleCase({ caseDir, progress }: Session): Promise<void> {
  const manifest = await readManifest(caseDir)
  if ((await readSettlement(caseDir, manifest)) !== null) return
  const [{ openCopies }, { settle }] = await Promise.all([
    import('../engine/duckdb/copies.ts'),
    import('../ingest/settle.ts'),
  ])
  const engine = await openCopies(await tableSources(caseDir))
  try {
    const lines = linesInForce(manifest.lines)
    await writeSettlement(caseDir, manifest, await settle({ caseDir, engine, lines, progress }))
  } finally {
    engine.close()
  }
}

/** How evidence is to be read. */
export interface ReadingWish {
  /** Who collected it, where known. */
  readonly collector: string | null
  /** How many threads read; null as the machine has cores. */
  readonly workers: number | null
  /** The kind of evidence that all of it is to be taken for; null where its content tells. */
  readonly as?: string | null
  /** What is said of answers that have no sidecar: when they were taken, and of which account and region. */
  readonly taken?: TakenAt | null
}

/** The accounting of a reading; how many files were read before and are as they were, and how many of their records were rejected. */
export interface ReadingResult extends Accounting {
  readonly alreadyKnown: number
  readonly alreadyRejected: number
}

/** Reads what is new and keeps the act in the journal. The caller holds the lock. */
async function readLocked(
  { caseDir, progress, say, warn, version }: Session,
  paths: readonly string[],
  wish: ReadingWish,
): Promise<ReadingResult> {
  const { ingest } = await import('../ingest/ingest.ts')
  await cutUnfinishedCommit(caseDir)
  await removeUncommittedParts(caseDir)
  const { accounting, alreadyKnown, alreadyRejected } = await ingest({
    caseDir,
    paths,
    ...wish,
    parser: version,
    at: now(),
    progress,
    begin: () => appendAct(caseDir, readingBegun(paths), { at: now(), by: null }),
    commit: (items) => appendItems(caseDir, items),
    known: linesInForce((await readManifest(caseDir)).lines),
  })
  if (alreadyKnown > 0) say(`${alreadyKnown} of the files were read before and are not read again`)
  if (accounting.files + alreadyKnown === 0) warn('no file was found there (the case folder itself is always left out)')
  const { sha256, length } = await readManifest(caseDir)
  const manifest = { sha256, bytes: length }
  const { collector, as = null, taken = null } = wish
  const act = {
    kind: 'evidence-read',
    paths,
    collector,
    ...(as === null ? {} : { as }),
    ...(taken === null ? {} : { taken: { ...taken, at: formatInstant(taken.at) } }),
    version,
    accounting,
    alreadyKnown,
    manifest,
  }
  await appendAct(caseDir, act, { at: now(), by: null })
  return { ...accounting, alreadyKnown, alreadyRejected }
}

/** The paths that were named; an empty one would resolve to the folder one happens to be in. Throws VS2001. */
export function namedPaths(paths: readonly string[]): readonly string[] {
  if (paths.includes('')) throw usageFault('an empty path names nothing: is a variable of the shell unset?')
  return paths
}

/**
 * Reads files and folders into the case and gives the accounting of this run, in which copies of records in other files still
 * count as kept. Throws VS3001, VS4003, VS4006; what was committed before a fault stays.
 */
export async function readEvidence(
  session: Session,
  paths: readonly string[],
  wish: ReadingWish,
): Promise<ReadingResult> {
  const { caseDir, cwd } = session
  await requireCase(caseDir)
  const absolute = namedPaths(paths).map((path) => resolve(cwd, path))
  return await withLock(caseDir, async () => {
    const result = await readLocked(session, absolute, wish)
    await settleCase(session)
    return result
  })
}

/**
 * What an assessment is made from. When an ingest was killed, what it committed is made ready first, as the one writer: tables
 * in which copies still count twice are never assessed. Throws VS4003, VS4006 while another command writes, VS7001, VS7002.
 */
export async function caseInputs(session: Session): Promise<CaseInputs> {
  const { caseDir } = session
  await requireCase(caseDir)
  // Before the evidence: a reading that ends in between is called unfinished, never the other way round.
  const journal = await readJournal(caseDir)
  await checkManifest(caseDir, journal)
  if (!(await isSettled(caseDir))) await withLock(caseDir, () => settleCase(session))
  const indicators = indicatorsInForce(journal)
  const assumptions = await acceptedAssumptions(caseDir, journal, indicators)
  const unfinished = unfinishedReadings(journal)
  const kept = await ownersInForce(caseDir, journal)
  return {
    evidence: withUnfinished(await evidenceSummary(caseDir, CATALOG_HASH), unfinished),
    unfinished,
    indicators: [...indicators].sort((a, b) => (a.id < b.id ? -1 : 1)),
    assumptions: [...assumptions].sort((a, b) => (a.id < b.id ? -1 : 1)),
    owners: kept === null ? null : { sha256: kept.sha256, map: withoutContacts(kept.map) },
    catalog: arrangeCatalog(services, credentials),
  }
}

/** Whom to write to is for whoever writes, and no part of an assessment (need to know). */
function withoutContacts({ owners, mappings }: ContactedMap): OwnersMap {
  return {
    owners: owners.map(({ id, name, controller, processor }) => ({ id, name, controller, processor })),
    mappings,
  }
}
