import { regionAsked, SAVE_THE_COMMAND } from '../../../domain/asked-subject.ts'
import { type Beside, NOTHING_BESIDE, type ReadRecord } from '../../../domain/evidence-row.ts'
import { parseInstant, plus } from '../../../domain/instant.ts'
import { type Json, type JsonObject, pick, pickNumber, pickText } from '../../../domain/json.ts'
import type { StoreName } from '../../../domain/touch.ts'
import type { AmountWitness } from '../../../domain/witness.ts'
import { type Query, queriesIn, seriesIn } from './command.ts'
import { type Meter, meterOf, type Place } from './meters.ts'

const rejected = (reason: string): ReadRecord => ({ kind: 'rejected', reason })

const UNASKED = `it does not say what was measured: ${SAVE_THE_COMMAND}, with the queries written out in the command`
const OTHER = 'the command beside it asks for something else than it answers: save both again'
const NO_AMOUNT =
  'none of its series is an amount that is read: sums of bytes and requests, averages of what is held and of rates, each of one store or host'
const NO_VALUE = 'it holds no value: nothing was measured, or nothing is kept of that time any more'
const DAMAGED = 'its times and values do not fit each other'

/** A value with the time at which its period begins. */
interface Value {
  readonly time: Json | undefined
  /** Null where it is no number, or in another unit than the meter's. */
  readonly amount: number | null
}

interface Series {
  readonly query: Query
  readonly valuesOf: (meter: Meter) => readonly Value[]
}

/** The values of a series; null where one has no time. Negative ones are none. */
function amounts({ query, valuesOf }: Series, meter: Meter, subject: StoreName): readonly AmountWitness[] | null {
  const found = valuesOf(meter).map(({ time, amount }): AmountWitness | null => {
    const at = typeof time === 'string' ? parseInstant(time) : null
    if (at === null) return null
    return {
      ...{
        kind: 'amount',
        at,
        until: plus(at, query.period * 1_000),
        subject,
        measure: meter.measure,
        part: meter.part,
        meter: query.dimensions.get('FilterId') ?? null,
      },
      amount: amount === null || amount < 0 ? null : amount * (meter.isRate === true ? query.period : 1),
      // Its provider delivers metrics as best it can, and not as an account of all requests (S3 user guide: metrics and dimensions).
      complete: false,
    }
  })
  const known = found.filter((one) => one !== null)
  return known.length === found.length ? known : null
}

function witnesses(series: readonly Series[], { account, region }: Place): ReadRecord {
  const metered = series.flatMap((one) => {
    const meter = meterOf(one.query)
    const subject = meter?.subject(one.query, { account: one.query.account ?? account, region }) ?? null
    return meter === null || subject === null ? [] : [amounts(one, meter, subject)]
  })
  if (metered.length === 0) return rejected(NO_AMOUNT)
  const known = metered.filter((one) => one !== null)
  if (known.length < metered.length) return rejected(DAMAGED)
  const [first, ...others] = known.flat()
  return first === undefined ? rejected(NO_VALUE) : { kind: 'witnesses', witnesses: [first, ...others] }
}

/** The values of one result, each with its time; null where the two lists do not fit. */
function paired(one: Json): readonly Value[] | null {
  const [times, values] = [listOf(one, 'Timestamps'), listOf(one, 'Values')]
  if (times === null || values === null || times.length !== values.length) return null
  return times.map((time, at) => ({ time, amount: typeof values[at] === 'number' ? values[at] : null }))
}

function listOf(one: Json, key: string): readonly Json[] | null {
  const found = pick(one, key)
  return Array.isArray(found) ? found : null
}

/** An answer to many queries, which has each under its id. */
function readMany(list: readonly Json[], beside: Beside, place: Place): ReadRecord {
  const queries = queriesIn(beside.asked)
  if (queries === null) return rejected(UNASKED)
  const series: Series[] = []
  for (const one of list) {
    const query = queries.get(pickText(one, 'Id') ?? '')
    const values = paired(one)
    if (query === undefined) return rejected(OTHER)
    if (values === null) return rejected(DAMAGED)
    if (query !== null) series.push({ query, valuesOf: () => values })
  }
  return witnesses(series, place)
}

/** An answer with the values of one series, which has each statistic under its name. */
function readOne(record: JsonObject, list: readonly Json[], beside: Beside, place: Place): ReadRecord {
  const query = seriesIn(beside.asked)
  if (query === null) return rejected(UNASKED)
  if (query.metric !== pickText(record, 'Label')) return rejected(OTHER)
  const valuesOf = ({ statistic, unit }: Meter): readonly Value[] =>
    list.map((one) => ({
      time: pickText(one, 'Timestamp') ?? undefined,
      amount: (pickText(one, 'Unit') ?? unit) === unit ? pickNumber(one, statistic) : null,
    }))
  return witnesses([{ query, valuesOf }], place)
}

const KEYS: ReadonlySet<string> = new Set([
  ...['MetricDataResults', 'Messages', 'NextToken', 'Datapoints', 'Label', 'ResponseMetadata'],
])

/** Whether a record is an answer of either call. */
export function recognises(record: JsonObject): boolean {
  const isOne = listOf(record, 'Datapoints') !== null && pickText(record, 'Label') !== null
  return (listOf(record, 'MetricDataResults') !== null || isOne) && Object.keys(record).every((key) => KEYS.has(key))
}

/** Reads an answer with what was asked, which alone says what its numbers are. */
export function read(record: JsonObject, beside: Beside = NOTHING_BESIDE): ReadRecord {
  const region = regionAsked(beside.asked)
  if (region === null) return rejected(UNASKED)
  const place = { account: beside.asked?.account ?? null, region }
  const many = listOf(record, 'MetricDataResults')
  return many === null
    ? readOne(record, listOf(record, 'Datapoints') ?? [], beside, place)
    : readMany(many, beside, place)
}
