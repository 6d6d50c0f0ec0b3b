import type { Accounting } from '@verascope/core/assess/assessment'
import type { EvidenceSummary, RejectedEvidence } from '@verascope/core/assess/input'
import { evidenceMoving } from './case-faults.ts'
import { linesInForce, readManifest } from './manifest.ts'
import type { ItemAccounting, ManifestLine } from './manifest-line.ts'
import { type RejectedRecord, rejectedRecords } from './rejected.ts'
import { readSettlement, type Settlement } from './settlement.ts'

/** What an item counts for: a copy of a whole file is nothing but duplicate, whatever was wrong with its records. */
function countsOf({ state, accounting }: ManifestLine): ItemAccounting {
  if (state !== 'duplicate') return accounting
  return { read: accounting.read, kept: 0, duplicate: accounting.read, rejected: 0 }
}

/** Sums the items and moves the copies found between them from kept to duplicate: read = kept + duplicate + rejected. */
export function accountingOf(lines: readonly ManifestLine[], copies: number): Accounting {
  const sum = { read: 0, kept: -copies, duplicate: copies, rejected: 0 }
  for (const counts of lines.map(countsOf)) {
    sum.read += counts.read
    sum.kept += counts.kept
    sum.duplicate += counts.duplicate
    sum.rejected += counts.rejected
  }
  return {
    ...sum,
    files: lines.filter((line) => line.cut !== true).length,
    rejectedFiles: lines.filter((line) => line.state === 'rejected').length,
  }
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function compareRecords(a: RejectedRecord, b: RejectedRecord): number {
  return compareTexts(a.name, b.name) || a.ordinal - b.ordinal || compareTexts(a.reason, b.reason)
}

async function rejectedOf(caseDir: string, lines: readonly ManifestLine[]): Promise<readonly RejectedEvidence[]> {
  const files = lines
    .filter((line) => line.state === 'rejected')
    .map((line) => ({ path: line.name, reason: line.reason ?? '' }))
    .sort((a, b) => compareTexts(a.path, b.path) || compareTexts(a.reason, b.reason))
  const records = [...(await rejectedRecords(caseDir, lines))].sort(compareRecords)
  return [...files, ...records.map((one) => ({ path: `${one.name}, record ${one.ordinal}`, reason: one.reason }))]
}

function conflictsOf({ conflicts }: Settlement): EvidenceSummary['conflicts'] {
  return [...conflicts].sort((a, b) => compareTexts(a.eventId, b.eventId) || compareTexts(a.account, b.account))
}

/**
 * What the case says about its evidence, to a program whose catalogue has this hash, in an order that does not depend on the order of reading. Throws VS4006 when copies
 * between files were not looked for since the evidence last changed: the sums would count a record twice.
 */
export async function evidenceSummary(caseDir: string, catalog: string): Promise<EvidenceSummary> {
  const manifest = await readManifest(caseDir)
  const settlement = await readSettlement(caseDir, manifest)
  if (settlement === null) throw evidenceMoving(caseDir)
  const lines = linesInForce(manifest.lines)
  return {
    accounting: accountingOf(lines, settlement.copies),
    inputs: lines
      .filter((line) => line.cut !== true)
      .map((line) => ({ path: line.name, sha256: line.sha256 }))
      .sort((a, b) => compareTexts(a.path, b.path) || compareTexts(a.sha256, b.sha256)),
    rejected: await rejectedOf(caseDir, lines),
    conflicts: conflictsOf(settlement),
    otherwiseRead: lines.filter((line) => line.state === 'read' && line.catalog !== catalog).length,
  }
}
