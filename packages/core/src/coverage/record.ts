import type { SelectionNeed } from '../domain/log-config.ts'
import { ALWAYS, complement, meet, type Stretch, union, without } from '../domain/stretches.ts'
import type { GapKind } from './gap.ts'
import type { LogState } from './log-timeline.ts'
import { takesAll } from './selectors.ts'

/** A stretch in which one log is not known to record, and why. */
export interface Shortfall {
  readonly log: string
  readonly kind: GapKind
  readonly stretch: Stretch
  /** One clause without a full stop. */
  readonly because: string
}

/** A log with what is known of it, and of its delivery from each place. */
export interface KnownLog {
  readonly log: string
  readonly account: string
  readonly home: string
  readonly timeline: readonly LogState[]
  /** Where its delivery from an account and region is not proven, and why. */
  readonly undelivered: (account: string, region: string) => readonly Shortfall[]
  /** Whether the account was a member of the log's organisation, by instants; the log's own account needs none. */
  readonly member: (account: string) => readonly Stretch[]
}

/** The place whose events are asked about. */
export interface Place {
  readonly account: string
  readonly region: string
}

/** What one log records of a need in one place. */
export interface LogRecord {
  readonly known: KnownLog
  readonly complete: readonly Stretch[]
}

/** What the logs record of a need in one place. */
export interface PlaceRecord {
  /** Log by log, those only that are complete at some instant. */
  readonly by: readonly LogRecord[]
  /** Instants of which every event is in evidence. */
  readonly complete: readonly Stretch[]
  /** Why the other instants are not among them, log by log. */
  readonly shortfalls: readonly Shortfall[]
}

type Check = readonly [GapKind, string, boolean | null]

/** What must hold of a log at an instant for it to record a need in a place, in the order in which it is asked. */
function checksOf(known: KnownLog, state: LogState, place: Place, need: SelectionNeed): readonly Check[] {
  const { log } = known
  const isHome = place.region === known.home
  const isOwn = place.account === known.account
  const selected = state.selectors === null ? null : takesAll(state.selectors, need)
  return [
    ['config-unknown', `nothing shows that ${log} was there`, state.exists],
    [
      'config-unknown',
      `nothing shows whether ${log} recorded in region ${place.region}`,
      isHome ? true : state.allRegions,
    ],
    [
      'config-unknown',
      `nothing shows whether ${log} recorded account ${place.account}`,
      isOwn ? true : state.allAccounts,
    ],
    ['config-unknown', `nothing shows whether ${log} was on`, state.on],
    ['config-unknown', `nothing shows which events ${log} took`, selected],
    [
      'config-unknown',
      `nothing shows whether ${log} took calls of services that belong to no region`,
      need.global !== true || state.allRegions === true ? true : state.global,
    ],
  ]
}

const DENIED: readonly [GapKind, (log: string) => string][] = [
  ['not-logged', (log) => `${log} was not there`],
  ['not-logged', (log) => `${log} recorded in its home region only`],
  ['not-logged', (log) => `${log} recorded its own account only`],
  ['not-logged', (log) => `${log} was off`],
  ['not-selected', (log) => `${log} did not take all of these events`],
  ['not-selected', (log) => `${log} took no calls of services that belong to no region`],
]

function shortfallIn(known: KnownLog, state: LogState, place: Place, need: SelectionNeed): Shortfall | null {
  const { stretch } = state
  for (const [at, [kind, because, holds]] of checksOf(known, state, place, need).entries()) {
    if (holds === true) continue
    if (holds === null) return { log: known.log, kind, stretch, because }
    const [denied, words] = DENIED[at] ?? [kind, () => because]
    return { log: known.log, kind: denied, stretch, because: words(known.log) }
  }
  return null
}

function outside(known: KnownLog, { account }: Place): readonly Shortfall[] {
  if (account === known.account) return []
  const because = `nothing shows that account ${account} belonged to the organisation that ${known.log} records`
  return complement(known.member(account)).map((stretch) => ({
    log: known.log,
    kind: 'config-unknown',
    stretch,
    because,
  }))
}

function shortfallsOf(known: KnownLog, place: Place, need: SelectionNeed): readonly Shortfall[] {
  return [
    ...known.timeline.flatMap((state) => shortfallIn(known, state, place, need) ?? []),
    ...outside(known, place),
    ...known.undelivered(place.account, place.region),
  ]
}

/**
 * When every event of a need in one place is in evidence: at every instant one log was there, on, recording in the place, taking
 * all of these events whoever causes them, and its delivery is proven (coverage.md 2).
 */
export function recordOf(logs: readonly KnownLog[], place: Place, need: SelectionNeed): PlaceRecord {
  const each = logs.map((known) => ({
    known,
    shortfalls: shortfallsOf(known, place, need),
  }))
  const by = each.map(({ known, shortfalls }) => ({
    known,
    complete: complement(shortfalls.map((one) => one.stretch)),
  }))
  const complete = union(by.flatMap((one) => one.complete))
  const missing = without([ALWAYS], complete)
  const shortfalls = each
    .flatMap((one) => one.shortfalls)
    .flatMap((one) => meet([one.stretch], missing).map((stretch) => ({ ...one, stretch })))
  return { by: by.filter((one) => one.complete.length > 0), complete, shortfalls }
}
