import type { CallerId } from '@verascope/core/domain/brand'
import {
  byCall,
  byCaller,
  byChange,
  byClosing,
  byDuring,
  byEnd,
  byGrant,
  byGroup,
  byMeasured,
  byMint,
  byOrigin,
  byPairing,
  byPartGroup,
  byPartVolume,
  byPlace,
  bySeen,
  byStatement,
  byStoreUse,
  bySubject,
  byTouchGroup,
  byWitness,
  byWitnessPart,
} from '@verascope/core/facts/answer-order'
import type { AskedParts } from '@verascope/core/facts/part-names'
import type { Facts } from '@verascope/core/facts/port'
import type { Selection } from '@verascope/core/facts/selection'
import type { FlatRow, TableName } from '@verascope/core/facts/tables'
import {
  callerUseOf,
  callGroupOf,
  callsDuringOf,
  closingOf,
  endOf,
  mintOf,
  originUseOf,
  pairingOf,
  partGroupOf,
  partVolumeOf,
  placeOf,
  standingChangeOf,
  statedOf,
  storeSeenOf,
  storeUseOf,
  touchGroupOf,
  touchOf,
  volumeOf,
} from '../answers.ts'
import { textAt, textOrNull } from '../cells.ts'
import { measuredOf, subjectOf, witnessGroupOf, witnessPartOf } from '../witness-answers.ts'
import { type Dialect, fromCodeUnitOrder } from './dialect.ts'
import { partTouchesSql, partVolumesSql } from './parts-sql.ts'
import * as sql from './questions.ts'
import { reachedHolders } from './reached-holders.ts'
import { matchedAgents, selectedRows } from './selected.ts'
import { measuredSql, witnessedPartsSql, witnessedSql, witnessSubjectsSql } from './witness-questions.ts'

/** Puts a query to a database and gives its rows, in any order. */
export type Ask = (query: string) => Promise<readonly FlatRow[]>

interface Asked {
  readonly ask: Ask
  readonly dialect: Dialect
}

/** Reads rows into answers and puts them in the core's order. */
async function answers<Answer>(
  rows: Promise<readonly FlatRow[]>,
  read: (row: FlatRow) => Answer,
  order: (a: Answer, b: Answer) => number,
): Promise<readonly Answer[]> {
  return (await rows).map(read).sort(order)
}

function withEventIds(row: FlatRow): FlatRow {
  const plain = (column: string): string => fromCodeUnitOrder(textAt(row, column))
  return { ...row, first_event: plain('first_event'), last_event: plain('last_event') }
}

/** The rows of a query for groups with spans. */
async function groups({ ask }: Asked, query: string): Promise<readonly FlatRow[]> {
  return (await ask(query)).map(withEventIds)
}

/** The query over what a selection takes of a table; null when it takes nothing. */
async function selecting(
  { ask, dialect }: Asked,
  table: TableName,
  selection: Selection,
  query: (selected: string) => string,
): Promise<string | null> {
  const agentsQuery = matchedAgents(table, selection, dialect)
  const agents = agentsQuery === null ? [] : (await ask(agentsQuery)).map((row) => textAt(row, 'agent'))
  const selected = selectedRows(table, selection, agents, dialect)
  return selected === null ? null : query(selected)
}

/** Puts a query, unless it is null: then nothing can be found. */
async function unlessNull(
  query: Promise<string | null>,
  put: (query: string) => Promise<readonly FlatRow[]>,
): Promise<readonly FlatRow[]> {
  const text = await query
  return text === null ? [] : put(text)
}

async function mintsFrom({ ask, dialect }: Asked, holders: readonly CallerId[]): Promise<readonly FlatRow[]> {
  if (holders.length === 0) return []
  const steps = (await ask(sql.mintStepsSql(holders, dialect))).map((row) => ({
    caller: textAt(row, 'caller'),
    through: textOrNull(row, 'through'),
    minted: textAt(row, 'minted'),
  }))
  const reached = reachedHolders(steps, holders)
  return reached.length === 0 ? [] : ask(sql.mintsBySql(reached, dialect))
}

/**
 * Answers the core's questions by queries over the relations `events`, `touches`, `mints`, `changes`, `ends`, `statements` and
 * `witnesses`: the columns of TABLES, times and counts as 64-bit integers. The database groups and counts; the order is made here, because collations differ.
 */
export function sqlFacts(ask: Ask, dialect: Dialect): Facts {
  const asked: Asked = { ask, dialect }
  const askGroups: Ask = (query) => groups(asked, query)
  const among = async (table: TableName, column: string, keys: readonly string[]): Promise<readonly FlatRow[]> =>
    keys.length === 0 ? [] : ask(sql.rowsSql(table, column, keys, dialect))
  const over = (table: TableName, selection: Selection, query: (selected: string, dialect: Dialect) => string) =>
    selecting(asked, table, selection, (selected) => query(selected, dialect))
  const overParts = async (selection: Selection, parts: readonly AskedParts[], query: typeof partTouchesSql) =>
    parts.length === 0 ? null : over('touches', selection, (selected) => query(selected, parts, dialect))

  return {
    places: () => answers(askGroups(sql.placesSql(dialect)), placeOf, byPlace),
    callsDuring: (stretches) =>
      answers(unlessNull(Promise.resolve(sql.callsDuringSql(stretches, dialect)), askGroups), callsDuringOf, byDuring),
    callers: (query) =>
      answers(unlessNull(Promise.resolve(sql.callersSql(query, dialect)), askGroups), callerUseOf, byCaller),
    mintsFrom: (holders) => answers(mintsFrom(asked, holders), mintOf, byMint),
    mintsOf: (minted) => answers(among('mints', 'minted', minted), mintOf, byMint),
    touches: (selection) =>
      answers(unlessNull(over('touches', selection, sql.touchesSql), askGroups), touchGroupOf, byTouchGroup),
    usesOf: (ids) =>
      answers(unlessNull(Promise.resolve(sql.usesOfSql(ids, dialect)), askGroups), storeUseOf, byStoreUse),
    volumes: (selection) => answers(unlessNull(over('touches', selection, sql.volumesSql), ask), volumeOf, byGroup),
    partTouches: (selection, parts) =>
      answers(unlessNull(overParts(selection, parts, partTouchesSql), askGroups), partGroupOf, byPartGroup),
    partVolumes: (selection, parts) =>
      answers(unlessNull(overParts(selection, parts, partVolumesSql), ask), partVolumeOf, byPartVolume),
    stores: () => answers(askGroups(sql.storesSql(dialect)), storeSeenOf, bySeen),
    grants: (ids) => answers(unlessNull(Promise.resolve(sql.grantsSql(ids, dialect)), ask), touchOf, byGrant),
    changesBy: (selection) =>
      answers(unlessNull(over('changes', selection, sql.changesBySql), ask), standingChangeOf, byChange),
    closingsOn: (subjects) =>
      answers(unlessNull(Promise.resolve(sql.closingsSql(subjects, dialect)), ask), closingOf, byClosing),
    ends: (identities) => answers(among('ends', 'identity', identities), endOf, byEnd),
    originsOf: (principals) =>
      answers(unlessNull(Promise.resolve(sql.originsSql(principals, dialect)), askGroups), originUseOf, byOrigin),
    pairings: (callers) =>
      answers(unlessNull(Promise.resolve(sql.pairingsSql(callers, dialect)), askGroups), pairingOf, byPairing),
    statements: (topics) => answers(among('statements', 'topic', topics), statedOf, byStatement),
    calls: (selection) => answers(unlessNull(over('events', selection, sql.callsSql), askGroups), callGroupOf, byCall),
    witnessSubjects: () => answers(ask(witnessSubjectsSql()), subjectOf, bySubject),
    witnessed: (query) =>
      answers(unlessNull(Promise.resolve(witnessedSql(query, dialect)), ask), witnessGroupOf, byWitness),
    witnessedParts: (query, parts) =>
      answers(unlessNull(Promise.resolve(witnessedPartsSql(query, parts, dialect)), ask), witnessPartOf, byWitnessPart),
    measured: (window) => answers(ask(measuredSql(window, dialect)), measuredOf, byMeasured),
  }
}
