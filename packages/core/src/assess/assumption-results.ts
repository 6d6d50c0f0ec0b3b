import type { AcceptedAssumption } from '../domain/assumption.ts'
import { scopeText } from '../domain/assumption-scope.ts'
import { formatInstant } from '../domain/instant.ts'
import type { Indicator } from '../taint/indicator.ts'
import type { AssumptionResult } from './assessment.ts'
import { timeOf } from './words.ts'

/** The indicator by which somebody says that the actor was in earlier than an assumption has it; undefined where none does. */
function earlierEntry({ kind, window }: AcceptedAssumption, indicators: readonly Indicator[]): Indicator | undefined {
  const { to } = window
  if (kind !== 'entry' || to === null) return undefined
  return indicators.find((one) => !one.ours && one.window.from !== null && one.window.from < to)
}

/** Notes on each assumption that stands what indicators break it; what was broken before stays so. */
export function againstIndicators(
  accepted: readonly AcceptedAssumption[],
  indicators: readonly Indicator[],
): readonly AcceptedAssumption[] {
  return accepted.map((one) => {
    const earlier = one.broken === null ? earlierEntry(one, indicators) : undefined
    if (earlier === undefined || earlier.window.from === null) return one
    const broken = `the indicator ${earlier.id} (${earlier.value}) says that the actor was in from ${formatInstant(earlier.window.from)}`
    return { ...one, broken }
  })
}

/** An assumption as the assessment and `assume list` print it. */
export function assumptionResult(one: AcceptedAssumption): AssumptionResult {
  return {
    id: one.id,
    kind: one.kind,
    scope: scopeText(one),
    from: timeOf(one.window.from),
    to: timeOf(one.window.to),
    because: one.because,
    by: one.by,
    at: formatInstant(one.at),
    broken: one.broken,
  }
}

/** The assumptions as the assessment lists them: every one that stands, broken ones with their reason, in the order of their ids. */
export function assumptionResults(accepted: readonly AcceptedAssumption[]): readonly AssumptionResult[] {
  return accepted.map(assumptionResult).sort((a, b) => (a.id < b.id ? -1 : 1))
}
