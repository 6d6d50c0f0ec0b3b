import { partitionOf } from '../domain/arn.ts'
import type { AcceptedAssumption } from '../domain/assumption.ts'
import type { Instant } from '../domain/instant.ts'
import type { LogStatement, SelectionNeed } from '../domain/log-config.ts'
import type { Governed } from '../domain/service-row.ts'
import { statementsOn, type Topic } from '../domain/statement.ts'
import { ALWAYS, meet, type Stretch } from '../domain/stretches.ts'
import type { Catalog } from '../facts/catalog.ts'
import type { Facts, Place as SeenPlace } from '../facts/port.ts'
import { absentFiles } from './absent-files.ts'
import { type AssumedStretch, constantAssumed, deliveryAssumed } from './assumed.ts'
import { chainsOf, type DeliveryChecks, isOf, knownUntil, memberStretches, type SignedBy, signedBy } from './chains.ts'
import { contradicted } from './contradicted.ts'
import type { DeliveryGap, DeliveryRecord } from './delivery.ts'
import { undeliveredBy } from './delivery-shortfalls.ts'
import { type KnownGate, knownGates } from './gates.ts'
import { knownLogs, type LogNamed, type LogsInput } from './known-logs.ts'
import { changeNeeds } from './needs.ts'
import { type KnownLog, type Place, type PlaceRecord, recordOf } from './record.ts'
import { SLACK } from './slack.ts'
import type { ChangeRecord } from './telling.ts'
import { type CallsWhileOff, callsWhileOff } from './while-off.ts'

/** What coverage is read from. */
export interface CoverageInput extends DeliveryChecks {
  readonly facts: Facts
  readonly catalog: Catalog
  readonly places: readonly SeenPlace[]
  /** What named people take for true; broken ones license nothing. */
  readonly assumptions: readonly AcceptedAssumption[]
}

/** What the logs of a case are known to have recorded and delivered. */
export interface Coverage {
  readonly logs: readonly KnownLog[]
  readonly gates: readonly KnownGate[]
  /** The records of delivery that a log has in a place. */
  readonly deliveriesOf: (log: KnownLog, place: Place) => readonly DeliveryRecord[]
  /** What somebody takes for true of the delivery of a log in a place, and of its settings. */
  readonly assumedOf: (log: LogNamed, place: Place) => readonly AssumedStretch[]
  /** What somebody takes for true; what evidence of logs contradicts is broken. */
  readonly assumptions: readonly AcceptedAssumption[]
  /** What the logs record of a need in a place. */
  readonly recordOf: (place: Place, need: SelectionNeed) => PlaceRecord
  /** The same, whether or not files could have been refused where none came: what tells of the gates must not rest on them. */
  readonly ungatedRecordOf: (place: Place, need: SelectionNeed) => PlaceRecord
  /** Where changes of what a row governs are recorded. */
  readonly changesOf: (governed: Governed, place: Place) => ChangeRecord
  /** From when on writes of management are seen to be recorded in a place; null when none is. */
  readonly flowsSince: (place: Place) => Instant | null
  /** What the signatures of statements were checked with, by place and fingerprint. */
  readonly signed: SignedBy
  /** Files that were delivered and are not in evidence, with events of a stretch that no other log has: anything may be in them. */
  readonly absentIn: (stretch: Stretch) => readonly DeliveryGap[]
  /** Calls from inside a recorded stop of the log that brought them: something there is not what it seems. */
  readonly whileOff: readonly CallsWhileOff[]
  /** Where the making of long-term credentials of an account is recorded, all of it; none where nothing tells. */
  readonly birthsIn: (account: string) => readonly { readonly place: Place; readonly need: SelectionNeed }[]
  /** The last instant for which delivery plus slack is known wherever it still goes on; null where no chain of statements is in evidence. */
  readonly knownUntil: Instant | null
}

const TOPICS: readonly Topic[] = [
  ...(['delivery-digest', 'signing-key', 'detached-signature', 'digest-listed'] as const),
  ...(['log-settings', 'delivery-failure', 'gate'] as const),
]

/** Looks things up by a text once. */
function memo<Argument, Value>(make: (argument: Argument) => Value, keyOf: (argument: Argument) => string) {
  const found = new Map<string, Value>()
  return (argument: Argument): Value => {
    const key = keyOf(argument)
    const known = found.get(key)
    if (known !== undefined) return known
    const value = make(argument)
    found.set(key, value)
    return value
  }
}

const placeKey = ({ account, region }: Place): string => JSON.stringify([account, region])

function recordWith(logs: readonly KnownLog[]): Coverage['recordOf'] {
  const byPlace = memo(
    ({ place, need }: { readonly place: Place; readonly need: SelectionNeed }) => recordOf(logs, place, need),
    ({ place, need }) => `${placeKey(place)} ${JSON.stringify(need)}`,
  )
  return (place, need) => byPlace({ place, need })
}

/** When a change among the calls of all these needs would be in evidence. */
function changesWith(
  records: Coverage['recordOf'],
  { catalog, places }: CoverageInput,
): (governed: Governed, place: Place) => ChangeRecord {
  const since = new Map(places.map((one) => [placeKey(one), one.firstWrite]))
  return (governed, place) => {
    const needs = changeNeeds(governed, catalog)
    const complete = needs.reduce<readonly Stretch[]>(
      (some, need) => meet(some, records(place, need).complete),
      needs.length === 0 ? [] : [ALWAYS],
    )
    return { complete, since: since.get(placeKey(place)) ?? ALWAYS.to }
  }
}

/** Calls that make credentials are recorded where their service is at home. */
function birthsWith({ catalog, places }: CoverageInput): Coverage['birthsIn'] {
  return (account) => {
    const region = places.find((one) => one.account === account)?.region
    if (region === undefined) return []
    return changeNeeds('credentials', catalog).map((need) => {
      const home = catalog.recordedIn.get(need.source ?? '')?.[partitionOf(region)] ?? region
      return { place: { account, region: home }, need }
    })
  }
}

/** Reads what the logs of a case recorded and delivered, from everything that the evidence states of them. */
export async function readCoverage(input: CoverageInput): Promise<Coverage> {
  const { catalog, places } = input
  const stated = await input.facts.statements(TOPICS)
  const statements = statementsOn(stated, 'log-settings').map(
    ({ says, at, ref }): LogStatement => ({ ...says, at, ref }),
  )
  const chains = chainsOf(stated, input)
  const assumptions = contradicted(input.assumptions, { chains, statements })
  const failures = statementsOn(stated, 'delivery-failure').map(({ says }) => says)
  const deliveriesOf = memo(
    ({ log, place }: { readonly log: LogNamed; readonly place: Place }) =>
      chains.filter((one) => one.account === place.account && one.region === place.region && isOf(one, log)),
    ({ log, place }) => `${log.log} ${placeKey(place)}`,
  )
  const flows = new Map(places.map((one) => [placeKey(one), one.firstWrite]))
  const base: Pick<LogsInput, 'statements' | 'changes' | 'flowsSince' | 'member' | 'constant'> = {
    statements,
    changes: changeNeeds('recording', catalog),
    flowsSince: (account, region) => flows.get(placeKey({ account, region })) ?? null,
    constant: (log) => constantAssumed(assumptions, log).map((one) => one.stretch),
    member: (log) => (account) =>
      memberStretches(
        chains.filter((one) => isOf(one, log)),
        account,
      ),
  }
  const delivered = (log: LogNamed, place: Place) => ({
    records: deliveriesOf({ log, place }),
    failures: failures.filter((one) => one.log === log.log && one.region === place.region),
    slack: SLACK,
    assumed: deliveryAssumed(assumptions, log, place).map((one) => one.stretch),
  })
  // First without the gates: whether they were open is told by what the logs recorded, and by nothing that only came through them.
  const ungated = knownLogs({
    ...base,
    undelivered: (log) => (account, region) => undeliveredBy(log.log, delivered(log, { account, region }), null),
  })
  const ungatedRecordOf = recordWith(ungated)
  const changesOf = changesWith(ungatedRecordOf, input)
  const gates = knownGates(statementsOn(stated, 'gate'), ({ gate, account, region }) =>
    changesOf(gate, { account, region }),
  )
  const timelines = new Map(ungated.map((one) => [one.log, one.timeline]))
  const logs = knownLogs({
    ...base,
    undelivered: (log) => (account, region) =>
      undeliveredBy(log.log, delivered(log, { account, region }), { timeline: timelines.get(log.log) ?? [], gates }),
  })
  const records = recordWith(logs)
  return {
    logs,
    gates,
    deliveriesOf: (log, place) => deliveriesOf({ log, place }),
    assumedOf: (log, place) => [...deliveryAssumed(assumptions, log, place), ...constantAssumed(assumptions, log)],
    assumptions,
    recordOf: records,
    ungatedRecordOf,
    changesOf: changesWith(records, input),
    flowsSince: (place) => flows.get(placeKey(place)) ?? null,
    absentIn: absentFiles(chains, logs),
    whileOff: await callsWhileOff(logs, stated, input),
    signed: signedBy(stated),
    birthsIn: birthsWith(input),
    knownUntil: knownUntil(chains),
  }
}
