import type { NonEmpty } from '../domain/brand.ts'
import type { LogSettings, LogStatement } from '../domain/log-config.ts'
import { ALWAYS, type Stretch } from '../domain/stretches.ts'
import { groupBy } from '../facts/group.ts'
import { by } from '../facts/order.ts'
import { type ChangeRecord, type Teller, type Telling, tellings } from './telling.ts'

/** What of a log can be told: a setting, or whether it is there at all. */
export type LogField = keyof LogSettings | 'exists'

/** What tells of a field; any one of the tellings does. */
export interface Told {
  readonly field: LogField
  readonly any: readonly Telling<LogStatement>[]
}

/** What is known of a log over one stretch in which nothing is known to change; null fields are unknown. */
export interface LogState extends LogSettings {
  readonly stretch: Stretch
  /** Whether the log is known to be there. */
  readonly exists: boolean | null
  /** What tells of each field that is known. */
  readonly told: readonly Told[]
}

const SETTINGS: readonly (keyof LogSettings)[] = [
  ...(['allRegions', 'allAccounts', 'global', 'on'] as const),
  ...(['selectors', 'key', 'target'] as const),
]
const FIELDS: readonly LogField[] = [...SETTINGS, 'exists']

type Timed = LogStatement & { readonly at: NonNullable<LogStatement['at']> }

function isTimed(one: LogStatement): one is Timed {
  return one.at !== null
}

/** What a statement says of a field; undefined where it says nothing of it. What makes or deletes a log ends whatever it was. */
function saidOf({ act, says }: Timed, field: LogField): string | undefined {
  if (field === 'exists') return String(act !== 'deleted')
  const isTold = act === 'made' || act === 'deleted' || says[field] !== undefined
  return isTold ? JSON.stringify(says[field] ?? null) : undefined
}

/** Of changes at one instant nobody knows the last: where they differ, what holds from then on is unknown. */
function unordered(field: LogField, [one, ...others]: NonEmpty<Teller<LogStatement>>): readonly Teller<LogStatement>[] {
  const changes = [one, ...others].filter((teller) => teller.isChange)
  if (changes.every(({ value }) => value === changes[0]?.value)) return [one, ...others]
  const gone = changes.find(({ source }) => source.act === 'deleted') ?? one
  if (field === 'exists') return [gone]
  const source: LogStatement = { ...one.source, act: 'changed', says: { ...one.source.says, [field]: null } }
  return [{ ...one, isChange: true, value: 'null', source }]
}

function tellersOf(statements: readonly Timed[], field: LogField): readonly Teller<LogStatement>[] {
  const all = statements.flatMap((source): readonly Teller<LogStatement>[] => {
    const value = saidOf(source, field)
    return value === undefined ? [] : [{ at: source.at, isChange: source.act !== 'shown', value, source }]
  })
  return groupBy(all, ({ at }) => [at]).flatMap((group) => unordered(field, group))
}

function stateIn(
  tellers: ReadonlyMap<LogField, readonly Teller<LogStatement>[]>,
  stretch: Stretch,
  record: ChangeRecord,
): LogState {
  const told = FIELDS.flatMap((field): readonly Told[] => {
    const any = tellings(tellers.get(field) ?? [], stretch, record)
    return any.length === 0 ? [] : [{ field, any }]
  })
  const first = (field: LogField): LogStatement | undefined => told.find((one) => one.field === field)?.any[0]?.source
  const of = <Name extends keyof LogSettings>(field: Name): LogSettings[Name] | null =>
    first(field)?.says[field] ?? null
  const last = first('exists')
  return {
    stretch,
    told,
    exists: last === undefined ? null : last.act !== 'deleted',
    allRegions: of('allRegions'),
    allAccounts: of('allAccounts'),
    global: of('global'),
    on: of('on'),
    selectors: of('selectors'),
    key: of('key'),
    target: of('target'),
  }
}

/** The stretches between which something may change: what was said, and the edges of the record of changes. */
export function piecesBetween(
  times: readonly number[],
  { complete, since, constant = [] }: ChangeRecord,
): readonly Stretch[] {
  const edges = [...times, ...[...complete, ...constant].flatMap(({ from, to }) => [from, to]), since]
  const inner = edges.filter((edge) => Number.isFinite(edge))
  const marks = [ALWAYS.from, ...new Set([...inner].sort((a, b) => a - b)), ALWAYS.to]
  return marks.slice(1).map((to, at) => ({ from: marks[at] ?? ALWAYS.from, to }))
}

/**
 * What is known of one log at every instant, from all statements on it; those without a time say nothing. INVARIANT: a stretch of
 * the record that is taken away never makes anything known that was not.
 */
export function timelineOf(statements: readonly LogStatement[], record: ChangeRecord): readonly LogState[] {
  const timed = statements.filter(isTimed).sort(
    by(
      (one) => one.at,
      (one) => one.act,
      (one) => JSON.stringify(one.says),
      (one) => one.ref.item,
      (one) => one.ref.ordinal,
    ),
  )
  const tellers = new Map(FIELDS.map((field) => [field, tellersOf(timed, field)]))
  return piecesBetween(
    timed.map((one) => one.at),
    record,
  ).map((stretch) => stateIn(tellers, stretch, record))
}
