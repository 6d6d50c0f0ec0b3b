import type { Assessed, StoreResult } from '@verascope/core/assess/assessment'

/** A stretch in milliseconds since 1970; `to` is not a part of it. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** A store and a quarter of an hour. */
export interface Cell extends Span {
  readonly store: string
}

/** A part of the window in which a store has one verdict. */
export type Interval = StoreResult['intervals'][number]

export const CELL: number = 15 * 60_000

/** A span of which both ends are included, as evidence and assessments write it. */
export function spanOf({ from, to }: { readonly from: string | null; readonly to: string | null }): Span {
  return { from: Date.parse(from ?? ''), to: Date.parse(to ?? '') + 1 }
}

/** The cells that lie in intervals of one sort, from beginning to end. */
function cellsOf({ assessment }: Assessed, isWanted: (one: Interval) => boolean): readonly Cell[] {
  return assessment.stores.flatMap(({ id, intervals }) =>
    intervals
      .filter((one) => one.kind === 'window' && isWanted(one))
      .map(spanOf)
      .flatMap(({ from, to }) => {
        const start = Math.ceil(from / CELL) * CELL
        const count = Math.max(0, Math.floor((to - start) / CELL))
        return Array.from({ length: count }, (_, at) => ({
          ...{ store: id, from: start + at * CELL, to: start + (at + 1) * CELL },
        }))
      }),
  )
}

/** The cells that are called untouched. */
export function untouchedCells(assessed: Assessed): readonly Cell[] {
  return cellsOf(assessed, ({ verdict }) => verdict === 'untouched')
}

/** What tells a cell from others, for people to read. */
export function keyOf({ store, from }: Pick<Cell, 'store' | 'from'>): string {
  return `${store} ${new Date(from).toISOString()}`
}
