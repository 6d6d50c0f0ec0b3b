import { optionIn } from '../../../domain/asked-subject.ts'
import type { Asked } from '../../../domain/evidence-row.ts'
import { isObject, type Json, parseJson, pick, pickNumber, pickText } from '../../../domain/json.ts'

/** One series of values that was asked for. */
export interface Query {
  readonly namespace: string
  readonly metric: string
  readonly dimensions: ReadonlyMap<string, string>
  /** In seconds. */
  readonly period: number
  /** Of the values in a period: `Sum`, `Average` and others. Null where the answer says it of each value. */
  readonly statistic: string | null
  /** Whose series it is, where another account was asked for. */
  readonly account: string | null
}

const LONGEST_COMMAND = 2 ** 16

/** Where the value of an option begins in a command; negative where it has none. */
function valueAt(command: string, option: string): number {
  for (let at = command.indexOf(option); at >= 0; at = command.indexOf(option, at + 1)) {
    const [before, after] = [command[at - 1] ?? ' ', command[at + option.length] ?? '']
    if (/\s/.test(before) && /[\s=]/.test(after)) return at + option.length + 1
  }
  return -1
}

/** Where a text in quotes ends that begins at `from`: at its last quote, or behind the end where it has none. */
function endOfText(text: string, from: number): number {
  let at = from + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at
}

const STEPS: ReadonlyMap<string, number> = new Map([
  ['[', 1],
  ['{', 1],
  [']', -1],
  ['}', -1],
])

/** Where a JSON value ends that begins at `from` with a bracket; negative where it does not end. */
function endOfValue(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    const one = text[at] ?? ''
    if (one === '"') at = endOfText(text, at)
    else depth += STEPS.get(one) ?? 0
    if (depth === 0) return at + 1
  }
  return -1
}

/** The JSON that stands behind an option, whether or not a shell's quotes are kept around it. */
function jsonBehind(command: string, option: string): Json | undefined {
  const at = valueAt(command, option)
  if (at < 0) return undefined
  const rest = command.slice(at).trimStart()
  const bare = rest.startsWith('"') ? rest.slice(1).replaceAll('\\"', '"') : rest.replace(/^'/, '')
  const end = /^[[{]/.test(bare) ? endOfValue(bare, 0) : -1
  return end < 0 ? undefined : parseJson(bare.slice(0, end))
}

/** Names and values of what tells series apart; null where they cannot be told. */
function dimensionsOf(list: Json | undefined): ReadonlyMap<string, string> | null {
  if (!Array.isArray(list)) return null
  const pairs = list.map((one: Json): [string | null, string | null] => [pickText(one, 'Name'), pickText(one, 'Value')])
  const known = pairs.flatMap(([name, value]): [string, string][] =>
    name === null || value === null ? [] : [[name, value]],
  )
  return known.length === pairs.length ? new Map(known) : null
}

function periodOf(value: number | null): number | null {
  return value !== null && Number.isInteger(value) && value > 0 && value <= 31_536_000 ? value : null
}

/** A query as the command has it; null for one that computes its values from others, or does not say what it asks for. */
function queryIn(one: Json): Query | null {
  const [namespace, metric] = [
    pickText(one, 'MetricStat.Metric.Namespace'),
    pickText(one, 'MetricStat.Metric.MetricName'),
  ]
  const [period, statistic] = [periodOf(pickNumber(one, 'MetricStat.Period')), pickText(one, 'MetricStat.Stat')]
  const dimensions = dimensionsOf(pick(one, 'MetricStat.Metric.Dimensions'))
  if (namespace === null || metric === null || period === null || statistic === null || dimensions === null) return null
  return { namespace, metric, dimensions, period, statistic, account: pickText(one, 'AccountId') }
}

/**
 * The queries of a command by their ids, null for those that measure nothing by themselves; null where the command holds none that can
 * be read, such as those in a file.
 */
export function queriesIn(asked: Asked | null): ReadonlyMap<string, Query | null> | null {
  const command = (asked?.command ?? '').slice(0, LONGEST_COMMAND)
  const given =
    jsonBehind(command, '--metric-data-queries') ?? pick(jsonBehind(command, '--cli-input-json'), 'MetricDataQueries')
  const list: readonly Json[] = Array.isArray(given) ? given : isObject(given) ? [given] : []
  const queries = list.flatMap((one): [string, Query | null][] => {
    const id = pickText(one, 'Id')
    return id === null ? [] : [[id, queryIn(one)]]
  })
  // THREAT: of two queries with one id nobody knows which an answer is of.
  const byId = new Map(queries)
  return byId.size === 0 || byId.size < list.length ? null : byId
}

/** The words behind `--dimensions`, each of a name and a value; as JSON or in the short form. */
function dimensionsAsked(command: string): ReadonlyMap<string, string> | null {
  const json = jsonBehind(command, '--dimensions')
  if (json !== undefined) return dimensionsOf(Array.isArray(json) ? json : [json])
  const at = valueAt(command, '--dimensions')
  const words = at < 0 ? [] : command.slice(at).trim().split(/\s+/)
  const end = words.findIndex((word) => word.startsWith('--'))
  const pairs = words
    .slice(0, end < 0 ? words.length : end)
    .map((word) => /^['"]?Name=([^,]+),Value=([^,'"]+)['"]?$/.exec(word))
  const known = pairs.flatMap((pair): [string, string][] => (pair === null ? [] : [[pair[1] ?? '', pair[2] ?? '']]))
  return known.length === pairs.length ? new Map(known) : null
}

/** The series that a command for one series asks for; null where it does not say which. */
export function seriesIn(asked: Asked | null): Query | null {
  const command = (asked?.command ?? '').slice(0, LONGEST_COMMAND)
  const [namespace, metric] = [optionIn(asked, '--namespace'), optionIn(asked, '--metric-name')]
  const period = periodOf(pickNumber({ period: optionIn(asked, '--period') }, 'period'))
  const dimensions = dimensionsAsked(command)
  if (namespace === null || metric === null || period === null || dimensions === null) return null
  return { namespace, metric, dimensions, period, statistic: null, account: null }
}
