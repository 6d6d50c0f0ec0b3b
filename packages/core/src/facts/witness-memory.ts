import { compareRefs } from '../domain/evidence-ref.ts'
import { type Instant, latest, type Window } from '../domain/instant.ts'
import { union } from '../domain/stretches.ts'
import type { Effect, Payload, StoreName } from '../domain/touch.ts'
import type { AmountWitness, FlowWitness, Witnessed, WitnessOutcome } from '../domain/witness.ts'
import { byMeasured, bySubject, byWitness, byWitnessPart } from './answer-order.ts'
import { groupBy } from './group.ts'
import { compareValues } from './order.ts'
import { type AskedParts, partKeys, partNameOf, prefixesBy } from './part-names.ts'
import { volumeOf } from './volume.ts'
import type { Measured, WitnessGroup, WitnessPart, WitnessQuery, WitnessSpan } from './witness-port.ts'

/** What a witness says where its kind says it. */
interface Told {
  readonly until: Instant | null
  readonly act: string | null
  readonly effect: Effect | null
  readonly outcome: WitnessOutcome | null
  readonly payload: Payload | null
  readonly principal: string | null
  readonly credential: string | null
  readonly address: string | null
  readonly object: string | null
  readonly bytes: number | null
}

const NOTHING: Told = {
  ...{ until: null, act: null, effect: null, outcome: null, payload: null },
  ...{ principal: null, credential: null, address: null, object: null, bytes: null },
}

function told(one: Witnessed): Told {
  switch (one.kind) {
    case 'request':
      return { ...NOTHING, ...one }
    case 'flow': {
      const { until, outcome, address, bytes } = one
      return { ...NOTHING, until, outcome, address, bytes }
    }
    case 'amount':
      return { ...NOTHING, until: one.until }
    case 'session':
    case 'mail':
    case 'finding':
      return { ...NOTHING, ...one }
  }
}

/** Whether the bytes of a witness went somewhere. */
function carries(one: Witnessed): boolean {
  switch (one.kind) {
    case 'request':
      return one.outcome === 'ok' && one.payload !== null
    case 'flow':
      return one.outcome === 'accepted'
    case 'mail':
      return one.outcome === 'ok'
    case 'amount':
    case 'session':
    case 'finding':
      return false
  }
}

function meets({ from, to }: Window, at: Instant, until: Instant | null): boolean {
  return (to === null || at <= to) && (from === null || (latest(at, until) ?? at) >= from)
}

function spanOf(witnesses: readonly [Witnessed, ...Witnessed[]]): WitnessSpan {
  let [first] = witnesses
  let [last] = witnesses
  for (const one of witnesses) {
    const order = (other: Witnessed): number => compareValues(one.at, other.at) || compareRefs(one.ref, other.ref)
    if (order(first) < 0) first = one
    if (order(last) > 0) last = one
  }
  return { events: witnesses.length, first: first.at, last: last.at, firstRef: first.ref, lastRef: last.ref }
}

function wholeSum(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + Math.floor(value ?? 0), 0)
}

function isAskedFor(query: WitnessQuery): (one: Witnessed) => boolean {
  const among = (list: readonly string[]): ((value: string | null) => boolean) => {
    const set = new Set(list)
    return (value) => value !== null && set.has(value)
  }
  const [subject, address] = [among(query.subjects), among(query.addresses)]
  const [principal, credential] = [among(query.principals), among(query.credentials)]
  return (one) => {
    const says = told(one)
    const isMet =
      subject(one.subject.id) || address(says.address) || principal(says.principal) || credential(says.credential)
    return isMet && meets(query.window, one.at, says.until)
  }
}

function subjectKeys({ subject: { id, kind, account, region, name } }: Witnessed): readonly (string | null)[] {
  return [id, kind, account, region, name]
}

function volumeIn(group: readonly Witnessed[]): Pick<WitnessGroup, 'bytes' | 'bytesUnknown' | 'distinct' | 'objects'> {
  const carried = group.filter(carries).map(told)
  return {
    bytes: wholeSum(carried.map((one) => one.bytes)),
    bytesUnknown: carried.filter((one) => one.bytes === null).length,
    distinct: volumeOf('', carried).distinct,
    objects: new Set(group.flatMap((one) => told(one).object ?? [])).size,
  }
}

/** The definition of Facts.witnessSubjects. */
export function witnessSubjects(witnesses: readonly Witnessed[]): readonly StoreName[] {
  return groupBy(witnesses, subjectKeys)
    .map((group) => group[0].subject)
    .sort(bySubject)
}

function witnessKeys(one: Witnessed): readonly (string | null)[] {
  const { act, effect, outcome, payload, principal, credential, address } = told(one)
  return [one.evidence, one.kind, ...subjectKeys(one), act, effect, outcome, payload, principal, credential, address]
}

function groupOf(group: readonly [Witnessed, ...Witnessed[]]): WitnessGroup {
  const [{ evidence, kind, subject }] = group
  const { act, effect, outcome, payload, principal, credential, address } = told(group[0])
  const who = { act, effect, outcome, payload, principal, credential, address }
  return { evidence, kind, subject, ...who, ...spanOf(group), ...volumeIn(group) }
}

/** The definition of Facts.witnessed. */
export function witnessed(witnesses: readonly Witnessed[], query: WitnessQuery): readonly WitnessGroup[] {
  return groupBy(witnesses.filter(isAskedFor(query)), witnessKeys)
    .map(groupOf)
    .sort(byWitness)
}

/** The definition of Facts.witnessedParts. */
export function witnessedParts(
  witnesses: readonly Witnessed[],
  query: WitnessQuery,
  parts: readonly AskedParts[],
): readonly WitnessPart[] {
  const asked = prefixesBy(parts)
  const inParts = witnesses.filter(isAskedFor(query)).flatMap((one) => {
    const prefixes = asked.get(one.subject.id)
    return prefixes === undefined ? [] : [{ ...one, of: partNameOf(one.subject.id, told(one).object, prefixes) }]
  })
  return groupBy(inParts, (one) => [...partKeys(one.of), ...witnessKeys(one)])
    .map((group): WitnessPart => ({ ...group[0].of, ...groupOf(group) }))
    .sort(byWitnessPart)
}

type Metered = Witnessed & (AmountWitness | FlowWitness)

function isMetered(one: Witnessed): one is Metered {
  return one.kind === 'amount' || one.kind === 'flow'
}

/** What tells measurements apart beside their subject. */
function meterOf(
  one: Metered,
): Pick<Measured, 'kind' | 'measure' | 'part' | 'meter' | 'complete' | 'direction' | 'outcome'> {
  if (one.kind === 'amount') {
    const { kind, measure, part, meter, complete } = one
    return { kind, measure, part, meter, complete, direction: null, outcome: null }
  }
  const { kind, direction, outcome } = one
  return { kind, measure: null, part: null, meter: null, complete: null, direction, outcome }
}

function amountOf(one: Metered): number | null {
  return one.kind === 'amount' ? one.amount : one.bytes
}

/** The definition of Facts.measured. */
export function measured(witnesses: readonly Witnessed[], window: Window): readonly Measured[] {
  const asked = witnesses.filter(isMetered).filter((one) => meets(window, one.at, one.until))
  const keysOf = (one: Metered): readonly (string | null)[] => {
    const { kind, measure, part, meter, complete, direction, outcome } = meterOf(one)
    const whole = complete === null ? null : String(complete)
    return [one.evidence, kind, ...subjectKeys(one), measure, part, meter, whole, direction, outcome]
  }
  return groupBy(asked, keysOf)
    .map((group): Measured => {
      const [{ evidence, subject }] = group
      const stretches = union(group.map(({ at, until }) => ({ from: at, to: until })))
      return {
        ...{ evidence, subject, ...meterOf(group[0]), ...spanOf(group) },
        until: group.reduce<Instant>((last, one) => latest(last, one.until) ?? last, group[0].until),
        sum: wholeSum(group.map(amountOf)),
        unknown: group.filter((one) => amountOf(one) === null).length,
        covered: stretches.reduce((sum, { from, to }) => sum + to - from, 0),
      }
    })
    .sort(byMeasured)
}
