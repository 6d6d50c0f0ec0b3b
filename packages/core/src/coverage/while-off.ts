import { type Instant, instantOfMillis } from '../domain/instant.ts'
import { type Stated, statementsOn } from '../domain/statement.ts'
import { ALWAYS, complement, meet, type Stretch, union } from '../domain/stretches.ts'
import { groupBy } from '../facts/group.ts'
import { by } from '../facts/order.ts'
import type { Facts, PlaceStretch, Place as SeenPlace } from '../facts/port.ts'
import { isOf } from './chains.ts'
import type { LogState } from './log-timeline.ts'
import type { KnownLog, Place } from './record.ts'

/** Calls that are in evidence although the log that records them is itself recorded to have been off. */
export interface CallsWhileOff {
  readonly log: string
  readonly during: PlaceStretch
  /** One clause without a full stop. */
  readonly because: string
}

type Said = Stated<'log-settings'>

function isOff({ says: { act, says } }: Said): boolean {
  return act === 'deleted' || (act === 'changed' && says.on === false)
}

function isOn({ says: { act, says } }: Said): boolean {
  return act === 'made' || says.on === true
}

/** From calls that turned a log off to whatever shows it on again; the instants themselves belong to neither. */
function recordedStops(statements: readonly Said[]): readonly Stretch[] {
  const timed = statements
    .flatMap((one) => (one.at === null ? [] : [{ at: one.at, one }]))
    .sort(
      by(
        ({ at }) => at,
        ({ one }) => one.says.act,
        ({ one }) => JSON.stringify(one.says.says),
      ),
    )
  const stops = timed.flatMap(({ at, one }): readonly Stretch[] => {
    if (!isOff(one)) return []
    const next = timed.find((later) => later.at >= at && isOn(later.one))
    return [{ from: at + 1, to: next === undefined ? ALWAYS.to : next.at }]
  })
  return union(stops)
}

type Covers = (state: LogState) => boolean

/** Whether a log that was on would record a place: for all that is known, or (`surely`) as is known. */
function covering({ account, home }: KnownLog, place: Place, surely: boolean): Covers {
  const holds = (known: boolean | null): boolean => (surely ? known === true : known !== false)
  return ({ allRegions, allAccounts }) =>
    (place.region === home || holds(allRegions)) && (place.account === account || holds(allAccounts))
}

function mayRecord(known: KnownLog, place: Place, stops: readonly Stretch[]): readonly Stretch[] {
  const covers = covering(known, place, false)
  const states = known.timeline.filter((state) => state.exists !== false && state.on !== false && covers(state))
  return meet(
    states.map(({ stretch }) => stretch),
    complement(stops),
  )
}

interface OffAt {
  readonly log: string
  readonly during: PlaceStretch
}

/** Both ends included, as windows are; an open end goes to the last call of the evidence. */
function placeStretch({ account, region }: Place, { from, to }: Stretch, last: Instant): PlaceStretch | null {
  const [first, end] = [instantOfMillis(from), to === ALWAYS.to ? last : instantOfMillis(to - 1)]
  return first === null || end === null || first > end ? null : { account, region, from: first, to: end }
}

/** Where and when a log is recorded to have been off, and every other one that is known did not record the place either. */
function offAt(
  logs: readonly KnownLog[],
  stopsOf: (known: KnownLog) => readonly Stretch[],
  places: readonly SeenPlace[],
): readonly OffAt[] {
  return places.flatMap((place) => {
    const nobody = complement(logs.flatMap((known) => mayRecord(known, place, stopsOf(known))))
    return logs
      .filter((known) => known.timeline.some(covering(known, place, true)))
      .flatMap((known) =>
        meet(stopsOf(known), nobody).flatMap((stretch): readonly OffAt[] => {
          const during = placeStretch(place, stretch, place.last)
          return during === null ? [] : [{ log: known.log, during }]
        }),
      )
  })
}

/** Files that a log's own statements list, with calls from inside of a stop of that log. */
function listedWhileOff(
  digests: readonly Stated<'delivery-digest'>[],
  known: KnownLog,
  stops: readonly Stretch[],
): readonly CallsWhileOff[] {
  const own = digests.filter(({ says }) => isOf(says, known))
  return own.flatMap(({ says: { files, account, region } }) =>
    files.flatMap(({ place, oldest, newest }): readonly CallsWhileOff[] => {
      if (oldest === null || newest === null) return []
      if (!stops.some(({ from, to }) => from <= oldest && newest < to)) return []
      const during = { account, region, from: oldest, to: newest }
      return [{ log: known.log, during, because: `${place} holds calls from when ${known.log} is recorded to be off` }]
    }),
  )
}

const keyOf = ({ account, region, from, to }: PlaceStretch): string => JSON.stringify([account, region, from, to])

/**
 * Finds calls from inside a recorded stop of the log that brought them: by the log's own statements, and where no other log is
 * known that may have brought them. Something there is not what it seems: a clock, the record of the stop, the calls, or a log that
 * nobody knows of (evidence.md, contradictions).
 */
export async function callsWhileOff(
  logs: readonly KnownLog[],
  stated: readonly Stated[],
  { facts, places }: { readonly facts: Facts; readonly places: readonly SeenPlace[] },
): Promise<readonly CallsWhileOff[]> {
  const statements = groupBy(statementsOn(stated, 'log-settings'), ({ says }) => [says.log])
  const stops = new Map(statements.map((group) => [group[0].says.log, recordedStops(group)]))
  const stopsOf = ({ log }: KnownLog): readonly Stretch[] => stops.get(log) ?? []
  const digests = statementsOn(stated, 'delivery-digest')
  const listed = logs.flatMap((known) => listedWhileOff(digests, known, stopsOf(known)))
  const off = offAt(logs, stopsOf, places)
  const found = await facts.callsDuring(off.map((one) => one.during))
  const byKey = new Map(found.map((one) => [keyOf(one.during), one]))
  const seen = off.flatMap(({ log, during }): readonly CallsWhileOff[] => {
    const calls = byKey.get(keyOf(during))
    if (calls === undefined) return []
    const { first: from, last: to, events } = calls
    const because = `${events} call${events === 1 ? '' : 's'} ${events === 1 ? 'is' : 'are'} recorded from when ${log} is recorded to be off, and no other log is known that recorded there`
    return [{ log, during: { ...during, from, to }, because }]
  })
  return [...listed, ...seen]
}
