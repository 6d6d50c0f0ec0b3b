import { stretchOfWindow } from '../coverage/complete-record.ts'
import { needsOf } from '../coverage/needs.ts'
import { type KnownLog, type Place, type PlaceRecord, recordOf } from '../coverage/record.ts'
import type { SelectionNeed } from '../domain/log-config.ts'
import { ALWAYS, meet, type Stretch } from '../domain/stretches.ts'
import type { StoreName } from '../domain/touch.ts'
import type { Catalog } from '../facts/catalog.ts'
import { remembered } from '../facts/remembered.ts'
import { askAll } from './asked.ts'
import { type CoverageReason, dayOf, eventsOf, reasonsIn } from './coverage-words.ts'
import type { AssessInput } from './input.ts'
import { timeOf } from './words.ts'

/** How much of one day (UTC) a log is known to have recorded whole. */
export interface CoverageDay {
  /** `2026-03-10` */
  readonly day: string
  /** From 0 to 1, of the part of the day that lies in the window; 1 only where every instant is proven. */
  readonly share: number
  /** Why not all of it; empty where the share is 1. */
  readonly reasons: readonly CoverageReason[]
}

/** What one log recorded of one class of events of one account and region, day by day. */
export interface CoverageRow {
  /** The ARN of the log; null where none is known that could have recorded the place. */
  readonly source: string | null
  readonly account: string
  readonly region: string
  /** `management events`, or `data events of` a type of resource that stores of the place belong to. */
  readonly events: string
  readonly days: readonly CoverageDay[]
}

/** What the logs of a case recorded over a window, log by log and place by place. */
export interface CoverageTable {
  readonly window: { readonly from: string | null; readonly to: string | null }
  readonly rows: readonly CoverageRow[]
}

const DAY = 86_400_000

/** The days (UTC) of a stretch, the first and the last only as far as they lie in it. */
function daysOf({ from, to }: Stretch): readonly Stretch[] {
  const first = Math.floor(from / DAY)
  const count = Math.max(0, Math.ceil(to / DAY) - first)
  return Array.from({ length: count }, (_, at) => ({
    from: Math.max(from, (first + at) * DAY),
    to: Math.min(to, (first + at + 1) * DAY),
  }))
}

function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { from, to }) => sum + to - from, 0)
}

const ALL = { source: null, resourceType: null, resource: null, within: false } as const
const MANAGEMENT: SelectionNeed = { class: 'management', ...ALL, global: true }

/** All events of every type of resource that the stores of a place belong to. */
function dataNeeds(stores: readonly StoreName[], catalog: Catalog): readonly SelectionNeed[] {
  const types = stores.flatMap((store) =>
    (catalog.storeKinds.get(store.kind)?.channels ?? [])
      .filter((channel) => channel.recordedBy === 'data-events')
      .flatMap((channel) => (needsOf(channel, store, catalog) ?? []).flatMap((need) => need.resourceType ?? [])),
  )
  return [...new Set(types)].sort().map((resourceType) => ({ ...ALL, class: 'data', resourceType }))
}

/** What nothing in evidence tells of: no log that could have recorded a place is known. */
const NO_LOG: PlaceRecord = {
  by: [],
  complete: [],
  shortfalls: [
    {
      log: '',
      kind: 'config-unknown',
      stretch: ALWAYS,
      because: 'nothing in evidence tells of any log: no answer of the provider on one, and no call that set one',
    },
  ],
}

function daysIn({ complete, shortfalls }: PlaceRecord, window: Stretch): readonly CoverageDay[] {
  return daysOf(window).map((stretch) => ({
    day: dayOf(stretch.from),
    share: lengthOf(meet(complete, [stretch])) / (stretch.to - stretch.from),
    reasons: reasonsIn(shortfalls, stretch),
  }))
}

/** Each known log's row on a need in a place; where none is known, a row that says so. */
function rowsOn(logs: readonly KnownLog[], place: Place, need: SelectionNeed, window: Stretch): readonly CoverageRow[] {
  const row = (source: string | null, record: PlaceRecord): CoverageRow => ({
    ...{ source, ...place, events: eventsOf(need), days: daysIn(record, window) },
  })
  if (logs.length === 0) return [row(null, NO_LOG)]
  return logs.map((log) => row(log.log, recordOf([log], place, need)))
}

/**
 * What the logs of a case are known to have recorded, by log, account, region, class of events and day. A row is about all events of
 * its class: a log that takes those of some stores only does not have all of them.
 */
export async function coverageTable(asking: AssessInput): Promise<CoverageTable> {
  const { input, places, coverage, window } = await askAll({ ...asking, facts: remembered(asking.facts) })
  const stretch = stretchOfWindow(window)
  const stores = (await input.facts.stores()).map((one) => one.store)
  const rowsOf = ({ account, region }: Place): readonly CoverageRow[] => {
    if (stretch === null) return []
    const here = stores.filter((store) => store.account === account && store.region === region)
    return [MANAGEMENT, ...dataNeeds(here, input.catalog)].flatMap((need) =>
      rowsOn(coverage.logs, { account, region }, need, stretch),
    )
  }
  return { window: { from: timeOf(window.from), to: timeOf(window.to) }, rows: places.flatMap(rowsOf) }
}
