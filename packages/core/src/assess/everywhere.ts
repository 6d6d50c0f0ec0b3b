import type { Coverage } from '../coverage/coverage.ts'
import type { GapBook, GapsAt } from '../coverage/gap.ts'
import type { Window } from '../domain/instant.ts'
import type { EvidenceSummary } from './input.ts'

function otherwiseRead({ otherwiseRead: files }: EvidenceSummary, window: Window, gaps: GapBook): readonly string[] {
  if (files === 0) return []
  const gap = gaps.note({
    kind: 'config-unknown',
    source: 'the catalogue',
    subject: 'read with another catalogue',
    ...window,
    because: `${files} of the files were read with another version of the catalogue: what this one knows of their calls is not in the tables`,
    settledBy: 'the same files, read by this version into a new case',
  })
  return [gap]
}

/** Notes that calls contradict what is recorded of the log that brought them, and tells which of these gaps concern a place. */
function gapsWhileOff(found: Coverage['whileOff'], gaps: GapBook): GapsAt {
  const noted = found.map(({ log, during, because }) => ({
    during,
    id: gaps.note({
      kind: 'conflict',
      source: log,
      subject: JSON.stringify([during.account, during.region, because]),
      ...{ from: during.from, to: during.to, because },
      settledBy:
        'the settings of every log of the account and its organisation at that time, and the files as they were delivered, checked against their digests',
    }),
  }))
  return (account, region) =>
    noted
      .filter(({ during }) => during.account === account && (region === null || during.region === region))
      .map(({ id }) => id)
}

/** Gaps that concern every account and store. */
export interface Everywhere {
  /** All of them: what was not read may have been about any. A record that is proven whole does not need what was not read. */
  readonly all: readonly string[]
  /** Those that no proof of a record closes. */
  readonly blocking: readonly string[]
  readonly here: GapsAt
}

/**
 * Notes the gaps that concern every account and store, because what was not read may have been about any of them; and those that
 * concern all of a place.
 */
export function gapsEverywhere(
  evidence: EvidenceSummary,
  { whileOff }: Pick<Coverage, 'whileOff'>,
  { window, gaps }: { readonly window: Window; readonly gaps: GapBook },
): Everywhere {
  const rejected = evidence.rejected.map((item) =>
    gaps.note({
      kind: 'rejected',
      source: item.path,
      subject: `${item.path} ${item.reason}`,
      ...window,
      because: `${item.path} was not read whole (${item.reason}) and may hold anything`,
      settledBy: 'an undamaged copy of the same file, or confirmation that it holds no records',
    }),
  )
  const conflicts = evidence.conflicts.map((conflict) =>
    gaps.note({
      kind: 'conflict',
      source: `event ${conflict.eventId}`,
      subject: `${conflict.eventId} ${conflict.account}`,
      ...window,
      because: `event ${conflict.eventId} of account ${conflict.account} is recorded twice with different content`,
      settledBy: 'the file as the provider delivered it, checked against its digest',
    }),
  )
  const blocking = otherwiseRead(evidence, window, gaps)
  return {
    all: [...new Set([...rejected, ...conflicts, ...blocking])].sort(),
    blocking,
    here: gapsWhileOff(whileOff, gaps),
  }
}
