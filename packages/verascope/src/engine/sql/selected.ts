import type { EventMatch, Holding, Selection } from '@verascope/core/facts/selection'
import type { TableName } from '@verascope/core/facts/tables'
import { type Dialect, keyRelation, name } from './dialect.ts'
import { disjoint, type KeySpan, keySpan } from './key-spans.ts'

/** How a caller came to be the actor's; an indicator weighs most, because it stands against an owner's indicator. */
const WIDE = 1
const STRICT = 2
const NAMED = 3

/** What tells a call: an expression over columns of every table, with the spans in which its values mean something. */
interface Telling {
  readonly alias: string
  readonly value: string
  readonly spans: readonly KeySpan[]
}

function agentValues({ matches, ours }: Selection): readonly string[] {
  return [...matches, ...ours].flatMap((match) => (match.on === 'user-agent' ? [match.value] : []))
}

const BREAK = '\n'

/** A caller's id without line breaks, so that the first one in a pair of it and an address stands between the two. */
const ESCAPES = [
  ['\\', '\\\\'],
  [BREAK, '\\n'],
] as const

function pairOf(caller: string, address: string): string {
  return `${ESCAPES.reduce((text, [from, to]) => text.replaceAll(from, to), caller)}${BREAK}${address}`
}

function pairColumn({ text }: Dialect): string {
  const caller = ESCAPES.reduce((inner, [from, to]) => `replace(${inner}, ${text(from)}, ${text(to)})`, 't."caller"')
  return `(${caller} || ${text(BREAK)} || t."address")`
}

/** The query for the user agents that a selection's indicators match (column `agent`); null when none is of user agents. */
export function matchedAgents(table: TableName, selection: Selection, dialect: Dialect): string | null {
  const values = agentValues(selection)
  if (values.length === 0) return null
  const agents = `SELECT DISTINCT "agent" FROM ${name(table)} WHERE "agent" IS NOT NULL`
  const found = `SELECT 1 FROM ${keyRelation(dialect, values)} AS k WHERE ${dialect.contains('a."agent"', 'k."key"')}`
  return `SELECT "agent" FROM (${agents}) AS a WHERE EXISTS (${found})`
}

function agentSpans(matches: readonly EventMatch[], agents: readonly string[]): readonly KeySpan[] {
  return agents.flatMap((agent) =>
    matches
      .filter((match) => match.on === 'user-agent' && agent.includes(match.value))
      .map((match) => keySpan(agent, match.window, NAMED)),
  )
}

function spansOf(matches: readonly EventMatch[], on: EventMatch['on']): readonly KeySpan[] {
  return matches.filter((match) => match.on === on).map((match) => keySpan(match.value, match.window, NAMED))
}

function tellings(
  side: string,
  callers: readonly KeySpan[],
  matches: readonly EventMatch[],
  agents: readonly string[],
): readonly Telling[] {
  const all: readonly Telling[] = [
    { alias: `${side}_caller`, value: 't."caller"', spans: disjoint([...callers, ...spansOf(matches, 'caller')]) },
    { alias: `${side}_address`, value: 't."address"', spans: disjoint(spansOf(matches, 'address')) },
    { alias: `${side}_agent`, value: 't."agent"', spans: disjoint(agentSpans(matches, agents)) },
  ]
  return all.filter((one) => one.spans.length > 0)
}

function levelOf({ strict }: Holding): number {
  return strict ? STRICT : WIDE
}

/** Callers that count from one address only. */
function fromAddress({ holdings }: Selection, dialect: Dialect): readonly Telling[] {
  const spans = holdings.flatMap((one) =>
    one.address === null ? [] : [keySpan(pairOf(one.caller, one.address), one.window, levelOf(one))],
  )
  return spans.length === 0 ? [] : [{ alias: 'actor_from', value: pairColumn(dialect), spans: disjoint(spans) }]
}

function joinOf({ alias, value, spans }: Telling, dialect: Dialect): string {
  const rows = spans.map(({ key, from, to, level }) => ({ key, from, to, level }))
  const relation = dialect.relation({ key: 'text', from: 'int', to: 'int', level: 'int' }, rows)
  const during = `t."at" BETWEEN ${alias}."from" AND ${alias}."to"`
  return `LEFT JOIN ${relation} AS ${alias} ON ${value} = ${alias}."key" AND ${during}`
}

function anyOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? 'FALSE' : `(${conditions.join(' OR ')})`
}

/** The definition is standingOf of the core; a level is NULL where a join found nothing, and then no condition on it holds. */
function standing(actor: readonly Telling[], owner: readonly Telling[]): string {
  const reaches = (least: number): string => anyOf(actor.map(({ alias }) => `${alias}."level" >= ${least}`))
  const ours = anyOf(owner.map(({ alias }) => `${alias}."level" IS NOT NULL`))
  return (
    `CASE WHEN ${ours} THEN CASE WHEN ${reaches(NAMED)} THEN 'either' END ` +
    `WHEN ${reaches(STRICT)} THEN 'strict' WHEN ${reaches(WIDE)} THEN 'wide' END`
  )
}

/**
 * The rows of a table that a selection takes, with their `standing`, as a derived table; `agents` are the answers to
 * {@link matchedAgents}. Null when the selection can take no row.
 */
export function selectedRows(
  table: TableName,
  selection: Selection,
  agents: readonly string[],
  dialect: Dialect,
): string | null {
  const held = selection.holdings.filter((one) => one.address === null)
  const callers = held.map((one) => keySpan(one.caller, one.window, levelOf(one)))
  const actor = [...tellings('actor', callers, selection.matches, agents), ...fromAddress(selection, dialect)]
  if (actor.length === 0) return null
  const owner = tellings('owner', [], selection.ours, agents)
  const joins = [...actor, ...owner].map((telling) => joinOf(telling, dialect)).join(' ')
  const judged = `SELECT t.*, ${standing(actor, owner)} AS "standing" FROM ${name(table)} AS t ${joins}`
  return `(SELECT * FROM (${judged}) AS j WHERE "standing" IS NOT NULL) AS s`
}
