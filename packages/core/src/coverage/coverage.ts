import { parseArn, partitionOf } from '../domain/arn.ts'
import type { AcceptedAssumption } from '../domain/assumption.ts'
import type { VerifySignature } from '../domain/delivery.ts'
import type { EvidenceRef } from '../domain/evidence-ref.ts'
import { earliest, type Instant, latest, plus } from '../domain/instant.ts'
import type { LogStatement, SelectionNeed } from '../domain/log-config.ts'
import type { Governed } from '../domain/service-row.ts'
import { type Stated, statementsOn, type Topic } from '../domain/statement.ts'
import { ALWAYS, meet, type Stretch } from '../domain/stretches.ts'
import type { Catalog } from '../facts/catalog.ts'
import { groupBy } from '../facts/group.ts'
import type { Facts, Place as SeenPlace } from '../facts/port.ts'
import { type AssumedStretch, constantAssumed, deliveryAssumed, stretchOf } from './assumed.ts'
import { contradicted } from './contradicted.ts'
import { type DeliveryGap, type DeliveryRecord, type HeldFiles, judgeDelivery } from './delivery.ts'
import { undeliveredBy } from './delivery-shortfalls.ts'
import { gatherSignatures } from './digest-signature.ts'
import { type KnownGate, knownGates } from './gates.ts'
import { knownLogs, type LogNamed, type LogsInput } from './known-logs.ts'
import { changeNeeds } from './needs.ts'
import { type KnownLog, type Place, type PlaceRecord, recordOf } from './record.ts'
import type { ChangeRecord } from './telling.ts'

/** How long after an event its file may come, in milliseconds: a premise that every proof prints (coverage.md 2.5). */
export const SLACK: number = 2 * 3_600_000

/** What coverage is read from. */
export interface CoverageInput {
  readonly facts: Facts
  readonly catalog: Catalog
  readonly places: readonly SeenPlace[]
  /** What named people take for true; broken ones license nothing. */
  readonly assumptions: readonly AcceptedAssumption[]
  readonly held: HeldFiles
  readonly verify: VerifySignature
}

/** Where signatures and keys stand in the evidence. */
export interface SignedBy {
  /** The records that state the signature of the statement at a place: its successor, or metadata beside it. */
  readonly signatures: (place: string) => readonly EvidenceRef[]
  /** The records of the key that signed the statement at a place. */
  readonly keys: (place: string) => readonly EvidenceRef[]
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
  /** Where the making of long-term credentials of an account is recorded, all of it; none where nothing tells. */
  readonly birthsIn: (account: string) => readonly { readonly place: Place; readonly need: SelectionNeed }[]
  /** The last instant for which delivery plus slack is known wherever it still goes on; null where no chain of statements is in evidence. */
  readonly knownUntil: Instant | null
}

const TOPICS: readonly Topic[] = [
  ...(['delivery-digest', 'signing-key', 'detached-signature', 'digest-listed'] as const),
  ...(['log-settings', 'delivery-failure', 'gate'] as const),
]

function signedBy(stated: readonly Stated[]): SignedBy {
  const digests = statementsOn(stated, 'delivery-digest')
  const beside = statementsOn(stated, 'detached-signature').map(({ says, ref }) => ({ place: says.place, ref }))
  const inside = digests.flatMap(({ says: { previous }, ref }) =>
    previous === null || previous.signature === null ? [] : [{ place: previous.place, ref }],
  )
  const byPlace = new Map(groupBy([...inside, ...beside], ({ place }) => [place]).map((one) => [one[0].place, one]))
  const keys = groupBy(statementsOn(stated, 'signing-key'), ({ says }) => [says.fingerprint])
  const byPrint = new Map(keys.map((group) => [group[0].says.fingerprint, group]))
  const prints = new Map(digests.map(({ says }) => [says.place, says.fingerprint]))
  return {
    signatures: (place) => (byPlace.get(place) ?? []).map(({ ref }) => ref),
    keys: (place) => (byPrint.get(prints.get(place) ?? '') ?? []).map(({ ref }) => ref),
  }
}

function deliveries(stated: readonly Stated[], { held, verify }: CoverageInput): readonly DeliveryRecord[] {
  const digests = statementsOn(stated, 'delivery-digest').map(({ says, ref }) => ({ ...says, ref }))
  const signatures = gatherSignatures(
    digests,
    statementsOn(stated, 'detached-signature').map(({ says }) => says),
    statementsOn(stated, 'signing-key').map(({ says }) => says),
    verify,
  )
  const listed = statementsOn(stated, 'digest-listed').map(({ says }) => says)
  return judgeDelivery({ digests, signatures, held, listed, slack: SLACK })
}

/** Whether a chain of statements is one of a log: by its name and home, and of another account only where it is the organisation's. */
function isOf(record: DeliveryRecord, { log, account, home }: LogNamed): boolean {
  const name = parseArn(log)?.resource.split('/').at(-1) ?? log
  return record.log === `${home}/${name}` && (record.organisation !== null || record.account === account)
}

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

/** The stretches in which a log delivered for an account: its organisation's log does so for its members only. */
function memberStretches(records: readonly DeliveryRecord[], account: string): readonly Stretch[] {
  return records
    .filter((one) => one.organisation !== null && one.account === account)
    .flatMap(({ verified }) =>
      verified.filter((one) => !one.backfill).map(({ start: from, end: to }) => ({ from, to })),
    )
}

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
    const needs = changeNeeds(catalog.governing.get(governed) ?? [], catalog)
    const complete = needs.reduce<readonly Stretch[]>(
      (some, need) => meet(some, records(place, need).complete),
      needs.length === 0 ? [] : [ALWAYS],
    )
    return { complete, since: since.get(placeKey(place)) ?? ALWAYS.to }
  }
}

/** Whether another log that takes the same events has all of a stretch in the same place. */
function isElsewhere(
  own: DeliveryRecord,
  stretch: Stretch,
  chains: readonly DeliveryRecord[],
  logs: readonly KnownLog[],
) {
  const takes = (record: DeliveryRecord): readonly string[] =>
    logs
      .filter((log) => isOf(record, log))
      .flatMap(({ timeline }) => timeline.filter((state) => meet([state.stretch], [stretch]).length > 0))
      .map(({ on, selectors }) => (on === true && selectors !== null ? JSON.stringify(selectors) : ''))
  const wanted = takes(own)
  return chains.some((other) => {
    if (other === own || other.account !== own.account || other.region !== own.region) return false
    const taken = takes(other)
    const isSame = taken.length > 0 && [...taken, ...wanted].every((one) => one !== '' && one === wanted[0])
    return isSame && meet(other.gaps.map(stretchOf), [stretch]).length === 0
  })
}

function absentWith(chains: readonly DeliveryRecord[], logs: readonly KnownLog[]): Coverage['absentIn'] {
  const all = chains.flatMap((chain) => chain.absent.filter((gap) => !isElsewhere(chain, stretchOf(gap), chains, logs)))
  return (stretch) => all.filter((gap) => meet([stretchOf(gap)], [stretch]).length > 0)
}

/** Calls that make credentials are recorded where their service is at home. */
function birthsWith({ catalog, places }: CoverageInput): Coverage['birthsIn'] {
  return (account) => {
    const region = places.find((one) => one.account === account)?.region
    if (region === undefined) return []
    return (catalog.governing.get('credentials') ?? []).flatMap((source) => {
      const home = catalog.recordedIn.get(source)?.[partitionOf(region)] ?? region
      return changeNeeds([source], catalog).map((need) => ({ place: { account, region: home }, need }))
    })
  }
}

/**
 * Statements of different places end at different minutes of an hour: up to when all of them reach is known. A chain whose next
 * statement was due before the latest one ended came to an end, and a window must not end with it: what it lacks is a gap.
 */
function untilKnown(records: readonly DeliveryRecord[]): Instant | null {
  const lasts = records.flatMap(({ verified }) => verified.filter((one) => !one.backfill).at(-1) ?? [])
  const latestEnd = lasts.reduce<Instant | null>((found, { end }) => latest(found, end), null)
  if (latestEnd === null) return null
  const live = lasts.filter(({ start, end }) => latestEnd - end < end - start)
  const common = live.reduce<Instant | null>((found, { end }) => earliest(found, end), null)
  // A statement covers what came before its end, and a window its last instant as well.
  return common === null ? null : plus(common, -SLACK - 1)
}

/** Reads what the logs of a case recorded and delivered, from everything that the evidence states of them. */
export async function readCoverage(input: CoverageInput): Promise<Coverage> {
  const { catalog, places } = input
  const stated = await input.facts.statements(TOPICS)
  const statements = statementsOn(stated, 'log-settings').map(
    ({ says, at, ref }): LogStatement => ({ ...says, at, ref }),
  )
  const chains = deliveries(stated, input)
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
    changes: changeNeeds(catalog.governing.get('recording') ?? [], catalog),
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
    absentIn: absentWith(chains, logs),
    signed: signedBy(stated),
    birthsIn: birthsWith(input),
    knownUntil: untilKnown(chains),
  }
}
