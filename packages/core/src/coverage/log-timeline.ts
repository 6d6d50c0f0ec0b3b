import type { LogSettings, LogStatement } from '../domain/log-config.ts'
import { ALWAYS, isInside, type Stretch } from '../domain/stretches.ts'

/** What is known of a log over one stretch in which nothing is known to change; null fields are unknown. */
export interface LogState extends LogSettings {
  readonly stretch: Stretch
  /** Whether the log is known to be there. */
  readonly exists: boolean | null
}

/** Where a change of a log would be in evidence, had it been made: the record of management in its home, complete. */
export interface ChangeRecord {
  readonly complete: readonly Stretch[]
  /** From when on a change would be recorded: the first write to be recorded there. Before it the log may have taken no writes. */
  readonly since: number
}

type Field = keyof LogSettings

const FIELDS: readonly Field[] = ['allRegions', 'allAccounts', 'on', 'selectors', 'key', 'target']

type Timed = LogStatement & { readonly at: NonNullable<LogStatement['at']> }

function isTimed(one: LogStatement): one is Timed {
  return one.at !== null
}

/** Whether a statement tells the value of a field, or only that whatever it was ended. */
function tells(one: Timed, field: Field | 'exists'): boolean {
  if (field === 'exists') return true
  return one.act === 'made' || one.act === 'deleted' || one.says[field] !== undefined
}

function valueIn<Name extends Field>(one: Timed, field: Name): LogSettings[Name] | null {
  return one.says[field] ?? null
}

function sameValue(a: Timed, b: Timed, field: Field | 'exists'): boolean {
  if (field === 'exists') return (a.act === 'deleted') === (b.act === 'deleted')
  return JSON.stringify(valueIn(a, field)) === JSON.stringify(valueIn(b, field))
}

/**
 * The statement that tells of a field in a stretch: the last one before it or, where that tells nothing, the next answer that
 * showed it. Nothing may have changed in between without a record (coverage.md 2.4): calls that change are statements themselves,
 * and an answer that shows something else than the statement before it tells of a change that no record has.
 */
function teller(
  statements: readonly Timed[],
  field: Field | 'exists',
  { from, to }: Stretch,
  { complete, since }: ChangeRecord,
): Timed | null {
  const told = statements.filter((one) => tells(one, field))
  const before = told.findLast((one) => one.at <= from)
  const after = told.find((one) => one.at >= to)
  if (before !== undefined && after?.act === 'shown' && !sameValue(before, after, field)) return null
  if (before !== undefined && isInside({ from: before.at, to }, complete)) return before
  if (after?.act !== 'shown' || from < since) return null
  return isInside({ from, to: after.at }, complete) ? after : null
}

function stateIn(statements: readonly Timed[], stretch: Stretch, record: ChangeRecord): LogState {
  const of = <Name extends Field>(field: Name): LogSettings[Name] | null => {
    const told = teller(statements, field, stretch, record)
    return told === null ? null : valueIn(told, field)
  }
  const last = teller(statements, 'exists', stretch, record)
  return {
    stretch,
    exists: last === null ? null : last.act !== 'deleted',
    allRegions: of('allRegions'),
    allAccounts: of('allAccounts'),
    on: of('on'),
    selectors: of('selectors'),
    key: of('key'),
    target: of('target'),
  }
}

/** The stretches between which something may change: statements, and the edges of the record of changes. */
function pieces(statements: readonly Timed[], { complete, since }: ChangeRecord): readonly Stretch[] {
  const edges = [...statements.map((one) => one.at), ...complete.flatMap(({ from, to }) => [from, to]), since]
  const inner = edges.filter((edge) => Number.isFinite(edge))
  const marks = [ALWAYS.from, ...new Set([...inner].sort((a, b) => a - b)), ALWAYS.to]
  return marks.slice(1).map((to, at) => ({ from: marks[at] ?? ALWAYS.from, to }))
}

function isSame(a: LogState, b: LogState): boolean {
  return a.exists === b.exists && FIELDS.every((field) => a[field] === b[field])
}

/**
 * What is known of one log at every instant, from all statements on it; those without a time say nothing. INVARIANT: a statement
 * or a stretch of the record that is taken away never makes anything known that was not.
 */
export function timelineOf(statements: readonly LogStatement[], record: ChangeRecord): readonly LogState[] {
  const timed = statements.filter(isTimed).sort((a, b) => a.at - b.at)
  const found: LogState[] = []
  for (const stretch of pieces(timed, record)) {
    const state = stateIn(timed, stretch, record)
    const last = found.at(-1)
    if (last !== undefined && isSame(last, state))
      found[found.length - 1] = { ...last, stretch: { from: last.stretch.from, to: stretch.to } }
    else found.push(state)
  }
  return found
}
