import type { LogField } from '../coverage/log-timeline.ts'
import { formatInstant, instantOfMillis } from '../domain/instant.ts'
import type { LogStatement } from '../domain/log-config.ts'
import type { Stretch } from '../domain/stretches.ts'

/** A stretch of time in words. */
export function spanWords({ from, to }: Stretch): string {
  const word = (ms: number, open: string): string => {
    // The end of a stretch lies behind its last instant.
    const at = instantOfMillis(ms % 1000 === 1 ? ms - 1 : ms)
    return at === null ? open : formatInstant(at)
  }
  return `from ${word(from, 'the beginning')} to ${word(to, 'the end')}`
}

/** What a setting tells of a log, in words. */
export const FIELD_WORDS: Readonly<Record<LogField, string>> = {
  exists: 'that it was there',
  on: 'that it was on',
  selectors: 'which events it took',
  allRegions: 'which regions it recorded',
  global: 'that it took calls of services that belong to no region',
  allAccounts: 'which accounts it recorded',
  key: 'which key it encrypted with',
  target: 'where it delivered to',
}

/** Who said something of a log, and when. */
export function statementWords({ log, at, act }: LogStatement): string {
  const when = at === null ? 'at an unknown time' : `at ${formatInstant(at)}`
  return act === 'shown' ? `An answer ${when} shows settings of ${log}` : `A call ${when} set ${log}`
}
