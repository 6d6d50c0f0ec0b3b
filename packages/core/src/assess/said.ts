/** The four verdicts; the same words everywhere. */
export type VerdictWord = 'accessed' | 'undetermined' | 'untouched' | 'unreachable'

/** Lower and upper bound; an upper of null is unbounded by the evidence. Beyond 2^53 a decimal string. */
export interface Range {
  readonly lower: number | string
  readonly upper: number | string | null
}
