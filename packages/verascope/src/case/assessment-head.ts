import type { Assessment } from '@verascope/core/assess/assessment'
import type { VerdictWord } from '@verascope/core/assess/said'

/** An assessment without the rows of its stores; how many there are of each verdict stands in their place. */
export type AssessmentHead = Omit<Assessment, 'stores'> & {
  readonly storeCounts: Readonly<Record<VerdictWord, number>>
}

function countVerdicts(stores: Assessment['stores']): AssessmentHead['storeCounts'] {
  const counts = { accessed: 0, undetermined: 0, untouched: 0, unreachable: 0 }
  for (const store of stores) counts[store.verdict] += 1
  return counts
}

/** The head of an assessment, its keys in the same order. */
export function headOf(assessment: Assessment): AssessmentHead {
  const {
    schemaVersion,
    scopeVersion,
    window,
    evidenceCutoff,
    accounting,
    indicators,
    accounts,
    identities,
    related,
    changes,
    stores,
    ...rest
  } = assessment
  return {
    schemaVersion,
    scopeVersion,
    window,
    evidenceCutoff,
    accounting,
    indicators,
    accounts,
    identities,
    related,
    changes,
    storeCounts: countVerdicts(stores),
    ...rest,
  }
}

/** Puts the rows back; the result is the same document, key for key. */
export function withStores(head: AssessmentHead, stores: Assessment['stores']): Assessment {
  const {
    schemaVersion,
    scopeVersion,
    window,
    evidenceCutoff,
    accounting,
    indicators,
    accounts,
    identities,
    related,
    changes,
    storeCounts: _,
    ...rest
  } = head
  return {
    schemaVersion,
    scopeVersion,
    window,
    evidenceCutoff,
    accounting,
    indicators,
    accounts,
    identities,
    related,
    changes,
    stores,
    ...rest,
  }
}
