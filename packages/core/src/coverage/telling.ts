import { isInside, type Stretch } from '../domain/stretches.ts'

/** Something that was said of a setting at an instant: by an answer that showed it, or by a call that changed it. */
export interface Teller<Source> {
  readonly at: number
  readonly isChange: boolean
  /** What it says, as text that is equal where it says the same. */
  readonly value: string
  readonly source: Source
}

/** What tells of a setting in a stretch, and the time over which no change may have gone unrecorded for that. */
export interface Telling<Source> {
  readonly source: Source
  readonly unchanged: Stretch
}

/** Where a change would be in evidence, had it been made. */
export interface ChangeRecord {
  /** When the record of changes is complete. */
  readonly complete: readonly Stretch[]
  /** From when on a change would be recorded: the first write to be recorded there. Before it a log may have taken no writes. */
  readonly since: number
  /** Stretches over which somebody takes it that nothing changed, whatever is recorded. */
  readonly constant?: readonly Stretch[]
}

/** Those that go on saying the same as the first of them, up to the first that is a change; that one too where it is wanted. */
function agreeing<Source>(going: readonly Teller<Source>[], withChange: boolean): readonly Teller<Source>[] {
  const found: Teller<Source>[] = []
  for (const one of going) {
    if (one.value !== going[0]?.value || (one.isChange && !withChange)) break
    found.push(one)
    if (one.isChange) break
  }
  return found
}

/**
 * What tells of a setting in a stretch: the last that was said before it, and what answers showed after it, as far as nothing can
 * have changed in between without a record (coverage.md 2.4): calls that change are tellers themselves, and answers that show
 * something else than what was said before them tell of a change that no record has. Any one of the tellings does.
 * `tellers` are in order of time, and none lies inside the stretch.
 */
export function tellings<Source>(
  tellers: readonly Teller<Source>[],
  { from, to }: Stretch,
  { complete, since, constant = [] }: ChangeRecord,
): readonly Telling<Source>[] {
  const before = agreeing(tellers.filter(({ at }) => at <= from).reverse(), true)
  const after = agreeing(
    tellers.filter(({ at }) => at >= to),
    false,
  )
  const [last, next] = [before[0], after[0]]
  if (last !== undefined && next !== undefined && last.value !== next.value) return []
  return [
    ...before.map(({ source, at }) => ({ source, unchanged: { from: at, to } })),
    ...after
      .filter(({ at }) => from >= since || isInside({ from, to: at }, constant))
      .map(({ source, at }) => ({ source, unchanged: { from, to: at } })),
  ].filter(({ unchanged }) => isInside(unchanged, complete))
}
