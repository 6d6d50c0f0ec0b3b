import type { Premise, PremiseQuery } from '@verascope/core/domain/premise'
import type { TableSources } from '../table-sources.ts'
import { name, names } from './dialect.ts'
import { duckDbDialect } from './duckdb-dialect.ts'
import { viewText } from './view-text.ts'

const { text } = duckDbDialect
const PLACE = ['event_id', 'item', 'ordinal', 'offset', 'length']

/** One line that cannot end the comment it stands in, nor change how it is shown. */
function commentText(words: string): string {
  return words.replaceAll(/[\p{Control}\p{Format}\p{Surrogate}\u2028\u2029]+/gu, ' ')
}

type Shown = 'events' | 'touches' | 'witnesses'

function tableOf({ kind }: PremiseQuery): Shown {
  switch (kind) {
    case 'touches':
    case 'store':
      return 'touches'
    case 'witnesses':
      return 'witnesses'
    case 'event':
    case 'events-of-caller':
    case 'origin':
    case 'writes':
    case 'uses-before':
    case 'delivered':
      return 'events'
  }
}

function equal(columns: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(columns).map(([column, value]) => `${name(column)} = ${text(value)}`)
}

function conditionsOf(query: PremiseQuery): readonly string[] {
  switch (query.kind) {
    case 'touches': {
      const { store, caller, effect, outcome } = query
      return equal({ store, caller, effect, outcome })
    }
    case 'witnesses': {
      const { evidence, store, who, effect, outcome } = query
      return equal({ evidence, subject: store, [who.by]: who.value, effect, outcome })
    }
    case 'store':
      return equal({ store: query.store })
    case 'event':
      return equal({ event_id: query.event })
    case 'events-of-caller':
      return equal(query.account === null ? { caller: query.caller } : { caller: query.caller, account: query.account })
    case 'delivered':
      return [`epoch_ms("at") >= ${query.from}`, `epoch_ms("at") <= ${query.to}`]
    case 'uses-before':
      return [...equal({ caller: query.caller }), `epoch_ms("at") < ${query.before}`]
    case 'writes': {
      const { account, region, until } = query
      const written = ['"read_only" = false', `epoch_ms("at") <= ${until}`]
      return [...equal({ account, region, category: 'management' }), ...written]
    }
    case 'origin': {
      const behind = `coalesce("issuer", "principal") = ${text(query.principal)}`
      return [behind, ...equal({ address: query.address }), `epoch_ms("at") < ${query.before}`]
    }
  }
}

const SHOWN: Readonly<Record<Shown, readonly string[]>> = {
  witnesses: [
    ...['at', 'evidence', 'kind', 'act', 'effect', 'outcome', 'subject', 'object', 'bytes', 'principal', 'credential'],
    ...['address', 'agent', ...PLACE.slice(1)],
  ],
  touches: [
    ...['at', 'account', 'region', 'caller', 'effect', 'outcome', 'store', 'object', 'payload', 'bytes', 'grantee'],
    ...['grant', 'address', 'agent', ...PLACE],
  ],
  events: [
    ...[
      'at',
      'account',
      'region',
      'caller',
      'source',
      'name',
      'outcome',
      'error_code',
      'principal',
      'address',
      'agent',
    ],
    ...PLACE,
  ],
}

function selectText(query: PremiseQuery): string {
  const table = tableOf(query)
  return [
    `SELECT ${names(SHOWN[table])}`,
    `FROM ${name(table)}`,
    `WHERE ${conditionsOf(query).join('\n  AND ')}`,
    `ORDER BY "at", ${table === 'witnesses' ? '' : '"event_id", '}"item", "ordinal";`,
  ].join('\n')
}

/**
 * A script for a stock DuckDB that is started in the case folder: for each premise that rests on rows a comment with its id and
 * sentence, and the query that shows the rows. What stands in the evidence cannot leave its literal or comment.
 */
export function premiseSql(premises: readonly Premise[], sources: TableSources): string {
  const asked = premises.flatMap(({ id, says, query }) => (query === null ? [] : [{ id, says, query }]))
  if (asked.length === 0) return '-- No premise of this argument rests on rows of the tables.\n'
  const tables = new Set(asked.map(({ query }) => tableOf(query)))
  const prelude = [
    '-- Run in the case folder. The item is the SHA-256 of an evidence file, the ordinal a record in it, counted from 0.',
    `SET TimeZone = 'UTC';`,
    ...[...tables].sort().map((table) => `CREATE OR REPLACE TEMP VIEW ${viewText(table, sources, '')};`),
  ]
  const queries = asked.map(
    ({ id, says, query }) => `-- ${commentText(id)}: ${commentText(says)}\n${selectText(query)}`,
  )
  return `${[prelude.join('\n'), ...queries].join('\n\n')}\n`
}
