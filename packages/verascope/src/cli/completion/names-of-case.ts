import type { Assessment } from '@verascope/core/assess/assessment'
import { scopeText } from '@verascope/core/domain/assumption-scope'
import { newestAssessment } from '../../case/assessments.ts'
import { assumptionsInForce } from '../../case/assumptions.ts'
import { indicatorsInForce } from '../../case/indicators.ts'
import { readJournal } from '../../case/journal.ts'
import type { CaseNames } from '../define.ts'
import type { Offer } from './wanted.ts'

function storesOf({ stores }: Assessment): readonly Offer[] {
  return stores.flatMap(({ id, name, kind, verdict }) =>
    [...new Set([name, id])].map((value) => ({ value, about: `${kind}, ${verdict}` })),
  )
}

function namesIn(
  assessment: Assessment,
  names: Exclude<CaseNames, 'indicator' | 'assumption' | 'assessment'>,
): readonly Offer[] {
  const { accounts, identities, changes, stores } = assessment
  const identityOffers = identities.map(({ id, kind }) => ({ value: id, about: kind }))
  const accountOffers = accounts.map(({ id, entered }) => ({ value: id, about: `account, entered: ${entered}` }))
  switch (names) {
    case 'store':
      return storesOf(assessment)
    case 'identity':
      return identityOffers
    case 'account':
      return accountOffers
    case 'provable':
      return [
        ...storesOf(assessment),
        ...identityOffers,
        ...accountOffers,
        ...changes.map(({ id, what }) => ({ value: id, about: what })),
        ...[...accounts, ...stores, ...identities].map(({ proof, because }) => ({ value: proof, about: because })),
      ]
  }
}

/** The names that a case knows, as its newest stored assessment has them: nothing is assessed for completing a line. */
export async function namesOfCase(caseDir: string, names: CaseNames): Promise<readonly Offer[]> {
  if (names === 'indicator')
    return indicatorsInForce(await readJournal(caseDir)).flatMap(({ id, value, kind }) => [
      { value, about: kind },
      { value: id, about: value },
    ])
  if (names === 'assumption')
    return assumptionsInForce(await readJournal(caseDir)).map((one) => ({
      value: one.id,
      about: `${one.kind}: ${scopeText(one)}`,
    }))
  const newest = await newestAssessment(caseDir)
  if (newest === null) return []
  if (names === 'assessment')
    return Array.from({ length: newest.version }, (_, at) => ({ value: String(at + 1), about: '' }))
  return namesIn((await newest.open()).assessment, names)
}
