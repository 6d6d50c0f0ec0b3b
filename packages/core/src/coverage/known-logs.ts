import type { LogStatement, SelectionNeed } from '../domain/log-config.ts'
import { ALWAYS, meet, type Stretch, union } from '../domain/stretches.ts'
import { groupBy } from '../facts/group.ts'
import { timelineOf } from './log-timeline.ts'
import { type KnownLog, recordOf } from './record.ts'

/** A log by its name, its owner and its home. */
export type LogNamed = Pick<KnownLog, 'log' | 'account' | 'home'>

/** What is known of all logs beside the statements on their configuration. */
export interface LogsInput {
  readonly statements: readonly LogStatement[]
  readonly undelivered: (log: LogNamed) => KnownLog['undelivered']
  readonly member: (log: LogNamed) => KnownLog['member']
  /** Stretches over which somebody takes the settings of a log not to have changed. */
  readonly constant: (log: LogNamed) => readonly Stretch[]
  /** The management events among which changes of a log are: all of them are needed, to see that there was none. */
  readonly changes: readonly SelectionNeed[]
  /** From when on writes of management are seen to be recorded in an account and region; null when none is. */
  readonly flowsSince: (account: string, region: string) => number | null
}

type Records = ReadonlyMap<string, readonly Stretch[]>

function homeOf({ account, home }: Pick<KnownLog, 'account' | 'home'>): string {
  return JSON.stringify([account, home])
}

function logsWith(input: LogsInput, records: Records): readonly KnownLog[] {
  return groupBy(input.statements, (one) => [one.log]).map((group): KnownLog => {
    const [{ log, account, home }] = group
    const since = input.flowsSince(account, home) ?? ALWAYS.to
    const complete = records.get(homeOf({ account, home })) ?? [ALWAYS]
    const named = { log, account, home }
    const constant = input.constant(named)
    const timeline = timelineOf(group, { complete: union([...complete, ...constant]), since, constant })
    return { ...named, timeline, undelivered: input.undelivered(named), member: input.member(named) }
  })
}

/**
 * What is known of every log over time. That nothing changed between two statements rests on the record of management events in
 * the log's home, which rests on logs whose configuration did not change: the largest picture in which all of that holds together
 * is taken. It holds because the first change without a record would have been made while a log still recorded it.
 */
export function knownLogs(input: LogsInput): readonly KnownLog[] {
  let records: Records = new Map()
  for (;;) {
    const logs = logsWith(input, records)
    const next = new Map(
      logs.map((log) => {
        const place = { account: log.account, region: log.home }
        const each = input.changes.map((need) => recordOf(logs, place, need).complete)
        return [homeOf(log), each.reduce((some, other) => meet(some, other), [ALWAYS])]
      }),
    )
    // The records only ever shrink, and have no more edges than there are statements and gaps.
    if (JSON.stringify([...next]) === JSON.stringify([...records])) return logs
    records = next
  }
}
