import { againstIndicators } from '@verascope/core/assess/assumption-results'
import { rows as evidenceKinds } from '@verascope/core/catalog/evidence/index.generated'
import type { AcceptedAssumption } from '@verascope/core/domain/assumption'
import type { Indicator } from '@verascope/core/taint/indicator'
import { assumptionsInForce, type KeptAssumption } from './assumptions.ts'
import { brokenPin } from './delivery-pin.ts'
import type { JournalLine } from './journal.ts'
import { readManifest } from './manifest.ts'
import type { ManifestLine } from './manifest-line.ts'

/** The kinds of evidence whose files a log delivers: records of calls, and not what is said about them. */
export const LOG_KINDS: ReadonlySet<string> = new Set(
  evidenceKinds.filter((row) => row.delivery === 'verifiable' && row.readsBeside !== true).map((row) => row.kind),
)

function accepted({ pin, ...one }: KeptAssumption, lines: readonly ManifestLine[]): AcceptedAssumption {
  if (one.kind !== 'delivery' || pin === null) return { ...one, broken: null }
  return { ...one, broken: brokenPin(pin, lines, { scope: one.scope, kinds: LOG_KINDS }) }
}

/**
 * The assumptions that stand, in the order of the journal, each with what breaks it: files that it was signed for and that are gone,
 * files that came later, indicators that say otherwise. Throws VS7002.
 */
export async function acceptedAssumptions(
  caseDir: string,
  journal: readonly JournalLine[],
  indicators: readonly Indicator[],
): Promise<readonly AcceptedAssumption[]> {
  const kept = assumptionsInForce(journal)
  const lines = kept.some((one) => one.kind === 'delivery') ? (await readManifest(caseDir)).lines : []
  return againstIndicators(
    kept.map((one) => accepted(one, lines)),
    indicators,
  )
}
