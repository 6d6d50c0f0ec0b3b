import { optionIn, SAVE_THE_COMMAND } from '../../../domain/asked-subject.ts'
import type { Asked, Beside, ReadRecord } from '../../../domain/evidence-row.ts'
import { type Instant, parseInstant } from '../../../domain/instant.ts'
import { type Json, type JsonObject, pick, pickAll, pickText } from '../../../domain/json.ts'
import type { AmountWitness } from '../../../domain/witness.ts'
import { amountOf, isBilledWhole, meterOf, subjectOf } from './usage.ts'

const KEYS: ReadonlySet<string> = new Set([
  ...['ResultsByTime', 'GroupDefinitions', 'DimensionValueAttributes', 'NextPageToken', 'ResponseMetadata'],
])

/** Whether a record is an answer about costs and usage in stretches of time. */
export function isExplorerAnswer(record: JsonObject): boolean {
  return Array.isArray(record['ResultsByTime']) && Object.keys(record).every((key) => KEYS.has(key))
}

const rejected = (reason: string): ReadRecord => ({ kind: 'rejected', reason })

/** What all amounts of an answer have in common. */
interface Answer {
  /** What each group is by, in the order of its keys. */
  readonly by: readonly string[]
  readonly account: string
  /** Whether all usage of the account was asked for, and all of the answer is here. */
  readonly isWhole: boolean
}

function isUnfiltered(asked: Asked | null, record: JsonObject): boolean {
  const command = asked?.command ?? ''
  const isPlain = command !== '' && !/--(?:filter|cli-input)/.test(command)
  return isPlain && optionIn(asked, '--next-page-token') === null && pickText(record, 'NextPageToken') === null
}

interface Stretch {
  readonly at: Instant
  readonly until: Instant
  readonly isFinal: boolean
}

function stretchOf(result: Json): Stretch | null {
  const at = parseInstant(pickText(result, 'TimePeriod.Start') ?? '')
  const until = parseInstant(pickText(result, 'TimePeriod.End') ?? '')
  return at === null || until === null || until <= at
    ? null
    : { at, until, isFinal: pick(result, 'Estimated') === false }
}

function groupOf(group: Json, { at, until, isFinal }: Stretch, answer: Answer): readonly AmountWitness[] {
  const keys = pickAll(group, 'Keys[]')
  const key = (name: string): string | null => {
    const found = keys[answer.by.indexOf(name)]
    return typeof found === 'string' && found !== '' ? found : null
  }
  const meter = meterOf(key('USAGE_TYPE') ?? '', key('OPERATION'))
  if (meter === null) return []
  const quantity = 'Metrics.UsageQuantity'
  const amount = amountOf(pickText(group, `${quantity}.Amount`) ?? '', pickText(group, `${quantity}.Unit`), meter)
  const linked = key('LINKED_ACCOUNT') ?? ''
  const account = /^\d{12}$/.test(linked) ? linked : answer.account
  const product = key('SERVICE') ?? 'all products'
  const subject = subjectOf({ account, region: null, resource: key('RESOURCE_ID'), product })
  const complete = answer.isWhole && isFinal && amount !== null && isBilledWhole(meter)
  return [{ kind: 'amount', meter: null, at, until, subject, ...meter, amount, complete }]
}

/** Reads an answer that has usage by its type; one without the type says how much of nobody knows what. */
export function readExplorerAnswer(record: JsonObject, { asked }: Beside): ReadRecord {
  const account = asked?.account ?? null
  const by = pickAll(record, 'GroupDefinitions[].Key').map(String)
  if (account === null) return rejected(`it does not say whose usage it is: ${SAVE_THE_COMMAND}`)
  if (!by.includes('USAGE_TYPE'))
    return rejected('it does not tell the types of usage apart: ask with `--group-by Type=DIMENSION,Key=USAGE_TYPE`')
  const results = pickAll(record, 'ResultsByTime[]')
  const answer = { by, account, isWhole: isUnfiltered(asked, record) }
  const amounts: AmountWitness[] = []
  for (const result of results) {
    const stretch = stretchOf(result)
    if (stretch === null) return rejected('a stretch of time in it is none')
    for (const group of pickAll(result, 'Groups[]')) amounts.push(...groupOf(group, stretch, answer))
  }
  const [first, ...others] = amounts
  return first === undefined
    ? rejected('no usage in it tells how much left or was held: data transfer, requests or storage')
    : { kind: 'witnesses', witnesses: [first, ...others] }
}
