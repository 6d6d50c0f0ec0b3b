import { stretchOfWindow } from '../coverage/complete-record.ts'
import type { NeedRecord, WayRecord } from '../coverage/store-record.ts'
import { formatInstant } from '../domain/instant.ts'
import type { RecordedBy } from '../domain/service-row.ts'
import { isInside, meet, type Stretch } from '../domain/stretches.ts'
import type { Accessors, Accounted } from '../exposure/accessors.ts'
import { judgeStores, type StoreExposure } from '../exposure/stores.ts'
import type { OtherUse } from '../exposure/uses.ts'
import type { OriginUse } from '../facts/port.ts'
import { remembered } from '../facts/remembered.ts'
import { askAll, exposureInput, makeDesk } from './asked.ts'
import { type CoverageReason, eventsOf, reasonsIn, type Span, spanOf } from './coverage-words.ts'
import { gapsEverywhere } from './everywhere.ts'
import type { AssessInput } from './input.ts'
import { timeOf } from './words.ts'

/** What the logs recorded of the events of one kind that a way causes. */
export interface EventsCoverage {
  readonly events: string
  /** The logs that recorded all of them at some instant of the window. */
  readonly by: readonly string[]
  /** When every event is in evidence. */
  readonly complete: readonly Span[]
  /** Why not at other times, log by log. */
  readonly reasons: readonly (CoverageReason & { readonly source: string })[]
}

/** What is known of one way into a store. */
export interface WayCoverage {
  readonly way: string
  readonly recordedBy: RecordedBy
  readonly isComplete: boolean
  /** Empty where nothing records the way. */
  readonly events: readonly EventsCoverage[]
  /** Ids of assumptions that nobody came in by it. */
  readonly assumptions: readonly string[]
}

/** Somebody else who touched a store in the window. */
export interface AccessorCoverage {
  readonly caller: string
  readonly first: string | null
  readonly last: string | null
  readonly calls: number
  readonly accounted: boolean
  /** How it is shown not to be the actor, or why it may be: one clause without a full stop. */
  readonly because: string
  /** What would settle it; null where it is accounted for. */
  readonly settledBy: string | null
}

/** What the verdict on one store stands on. */
export interface StoreCoverage {
  readonly store: string
  readonly name: string
  readonly kind: string
  readonly account: string | null
  readonly region: string | null
  readonly verdict: string
  readonly window: { readonly from: string | null; readonly to: string | null }
  readonly ways: readonly WayCoverage[]
  /** Why accessors are not judged, who proves nothing without a record that is complete at some instant; null where they are. */
  readonly unjudged: string | null
  readonly accessors: readonly AccessorCoverage[]
}

function eventsCoverage({ need, record }: NeedRecord, window: Stretch): EventsCoverage {
  const by = record.by.filter(({ complete }) => meet(complete, [window]).length > 0)
  const logs = [...new Set(record.shortfalls.map((one) => one.log))]
  return {
    events: eventsOf(need),
    by: by.map(({ known }) => known.log),
    complete: meet(record.complete, [window]).map(spanOf),
    reasons: logs.flatMap((source) =>
      reasonsIn(
        record.shortfalls.filter((one) => one.log === source),
        window,
      ).map((reason) => ({ source, ...reason })),
    ),
  }
}

function wayCoverage({ channel, needs, assumed, complete }: WayRecord, window: Stretch): WayCoverage {
  return {
    way: channel.way,
    recordedBy: channel.recordedBy,
    isComplete: isInside(window, complete),
    events: (needs ?? []).map((one) => eventsCoverage(one, window)),
    assumptions: [...new Set(assumed.map(({ assumption }) => assumption.id))],
  }
}

function bornWords({ born }: Accounted): string {
  switch (born.kind) {
    case 'older':
      return `in use at ${formatInstant(born.use.first)}, before the window`
    case 'minted':
      return `made by ${born.by} at ${formatInstant(born.mint.at)}`
    case 'signed-in':
      return `of the session that began when somebody signed in at ${formatInstant(born.mint.at)}`
    case 'never-made':
      return 'older than the window: no call made it, and one would be in evidence'
    case 'for-others':
      return `stands for calls of ${born.parents.join(', ')}`
    case 'no-credential':
      return 'called without a credential'
  }
}

function placesOf(uses: readonly OriginUse[]): readonly string[] {
  return [...new Set(uses.map(({ address, agent }) => address ?? agent ?? 'an unknown place'))]
}

/** How a caller is shown not to be the actor: the proof has every premise of it. */
function accountedWords(judged: Accounted): string {
  const { principal, continuity } = judged
  if (principal === null || continuity === null) return bornWords(judged)
  const [known, attested] = [placesOf(continuity.known), placesOf(continuity.attested.map(({ use }) => use))]
  const from = [
    ...(known.length === 0 ? [] : [`${known.join(', ')}, as before the entry`]),
    ...(attested.length === 0 ? [] : [`${attested.join(', ')}, which the owner named`]),
  ]
  return `${bornWords(judged)}; ${principal} was used from ${from.length === 0 ? 'nowhere else' : from.join(', and from ')}`
}

function accessorCoverage({ caller, first, last, events }: OtherUse, accessors: Accessors): AccessorCoverage {
  const judged = accessors.judge(caller)
  const isDoubt = judged.kind === 'doubt'
  return {
    ...{ caller, first: timeOf(first), last: timeOf(last), calls: events, accounted: !isDoubt },
    because: isDoubt ? judged.because : accountedWords(judged),
    settledBy: isDoubt ? judged.settledBy : null,
  }
}

/** One row for each caller: of several kinds of calls the first, the last and the sum. */
function byCaller(uses: readonly OtherUse[]): readonly OtherUse[] {
  const found = new Map<string, OtherUse>()
  for (const use of uses) {
    const known = found.get(use.caller)
    found.set(
      use.caller,
      known === undefined
        ? use
        : {
            caller: use.caller,
            first: use.first < known.first ? use.first : known.first,
            last: use.last > known.last ? use.last : known.last,
            events: use.events + known.events,
          },
    )
  }
  return [...found.values()].sort((a, b) => a.first - b.first || (a.caller < b.caller ? -1 : 1))
}

function isNamed({ store: { id, name } }: StoreExposure, asked: string): boolean {
  return id === asked || name === asked
}

/** What the verdicts on the stores of an id or name stand on: way by way what the logs recorded, and who else was in. */
export async function storeCoverage(asking: AssessInput, named: string): Promise<readonly StoreCoverage[]> {
  const input = { ...asking, facts: remembered(asking.facts) }
  const asked = await askAll(input)
  const { window } = asked
  const desk = makeDesk(input.digest)
  const { stores, accessors } = await judgeStores(
    exposureInput(asked, desk, gapsEverywhere(input.evidence, asked.coverage, { window, gaps: desk.gaps })),
  )
  const stretch = stretchOfWindow(window)
  return stores
    .filter((one) => isNamed(one, named))
    .map(({ store: { id, name, kind, account, region }, verdict, record, others }) => {
      const isProvable = stretch !== null && meet(record.complete, [stretch]).length > 0
      return {
        ...{ store: id, name, kind, account, region, verdict: verdict.kind },
        window: { from: timeOf(window.from), to: timeOf(window.to) },
        ways: stretch === null ? [] : record.ways.map((way) => wayCoverage(way, stretch)),
        unjudged: isProvable ? null : 'its record is complete at no instant of the window',
        accessors: isProvable ? byCaller(others).map((one) => accessorCoverage(one, accessors)) : [],
      }
    })
}
