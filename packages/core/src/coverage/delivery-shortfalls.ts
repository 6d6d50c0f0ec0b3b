import type { DeliveryFailure } from '../domain/statement.ts'
import { ALWAYS, complement, meet, type Stretch, windowStretch, without } from '../domain/stretches.ts'
import type { DeliveryRecord } from './delivery.ts'
import { type KnownGate, notOpen } from './gates.ts'
import type { LogState } from './log-timeline.ts'
import type { Shortfall } from './record.ts'

/** What is known of the delivery of one log in one place. */
export interface Delivered {
  readonly records: readonly DeliveryRecord[]
  readonly failures: readonly DeliveryFailure[]
  readonly slack: number
  /** Stretches over which somebody takes delivery for whole: only what evidence does not deny. */
  readonly assumed: readonly Stretch[]
}

/** What files of a log have to pass: where it writes to and what it encrypts with, over time. */
export interface Gates {
  readonly timeline: readonly LogState[]
  readonly gates: readonly KnownGate[]
}

/** The stretches of events whose files may have come in a delivery hour in which none came. */
export function emptyHours({ verified }: DeliveryRecord, slack: number): readonly Stretch[] {
  return verified
    .filter((one) => !one.backfill && one.files === 0)
    .map(({ start, end }) => ({ from: start - slack, to: end }))
}

function bucketOf(target: string): string {
  return target.split('/')[0] ?? target
}

/** Why files of a log may have been refused in a stretch in which none came: each gate that is not known to have been open. */
function gateShortfalls(log: string, { timeline, gates }: Gates, empty: Stretch): readonly Shortfall[] {
  const gap = (stretch: Stretch, because: string): Shortfall => ({ log, kind: 'config-unknown', stretch, because })
  const shut = (gate: 'target' | 'key', id: string, stretch: Stretch): readonly Shortfall[] => {
    const known = gates.filter((one) => one.gate === gate && one.id === id)
    const parts = known.length === 0 ? [stretch] : known.flatMap((one) => notOpen(one, stretch))
    const noun = gate === 'target' ? `the place ${id} took` : `the key ${id} could encrypt`
    return parts.map((part) => gap(part, `no file of ${log} came, and nothing shows that ${noun} its files`))
  }
  return timeline.flatMap(({ stretch, target, key }) =>
    meet([stretch], [empty]).flatMap((part) => [
      ...(target === null
        ? [gap(part, `no file of ${log} came, and nothing shows where it wrote to`)]
        : shut('target', bucketOf(target), part)),
      ...(key === null
        ? [gap(part, `no file of ${log} came, and nothing shows whether it encrypted them`)]
        : key === 'none'
          ? []
          : shut('key', key, part)),
    ]),
  )
}

function ofRecord(log: string, record: DeliveryRecord, slack: number, gates: Gates | null): readonly Shortfall[] {
  const gaps = record.gaps.map(
    (gap): Shortfall => ({ log, kind: gap.kind, stretch: windowStretch(gap), because: gap.because }),
  )
  if (gates === null) return gaps
  return [...gaps, ...emptyHours(record, slack).flatMap((empty) => gateShortfalls(log, gates, empty))]
}

/**
 * Where the delivery of a log from a place is not proven, and why (coverage.md 2.5). Of several chains, as when it came to write
 * elsewhere, each may prove its own stretch. Without `gates` it is left open whether files could have been refused.
 */
export function undeliveredBy(
  log: string,
  { records, failures, slack, assumed }: Delivered,
  gates: Gates | null,
): readonly Shortfall[] {
  const failed = failures.map(
    ({ error }): Shortfall => ({
      log,
      kind: 'not-delivered',
      stretch: ALWAYS,
      because: `${log} could not deliver: its status shows the error ${error}`,
    }),
  )
  if (records.length === 0) {
    const because = `no signed statement of what ${log} delivered is in evidence`
    const unverified = without([ALWAYS], assumed).map((stretch) => ({
      log,
      kind: 'unverified' as const,
      stretch,
      because,
    }))
    return [...unverified, ...failed]
  }
  const each = records.map((record) => ofRecord(log, record, slack, gates))
  const proven = each.flatMap((shortfalls) => complement(shortfalls.map((one) => one.stretch)))
  // Nothing is assumed against evidence: a file that was delivered and is not there as it was stays missing.
  const denied = records.flatMap(({ absent }) => absent.map(windowStretch))
  const missing = without(without([ALWAYS], proven), without(assumed, denied))
  const left = each.flat().flatMap((one) => meet([one.stretch], missing).map((stretch) => ({ ...one, stretch })))
  return [...left, ...failed]
}
