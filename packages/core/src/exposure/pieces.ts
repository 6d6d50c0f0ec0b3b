import type { Stretch } from '../domain/stretches.ts'
import type { Verdict } from './verdict.ts'

/** One stretch of a store's verdict. */
export interface Piece {
  readonly stretch: Stretch
  readonly verdict: Verdict['kind']
}

/** What the stretches of a store are told by. */
export interface PiecesInput {
  readonly window: Stretch
  /** When the record of every way in is complete. */
  readonly complete: readonly Stretch[]
  /** From the first to the last access of the actor's. */
  readonly accessed: readonly Stretch[]
  readonly doubtful: readonly Stretch[]
}

function isAt(at: number, stretches: readonly Stretch[]): boolean {
  return stretches.some(({ from, to }) => from <= at && at < to)
}

/** Cuts a window into the stretches of a store's verdict: nothing changes inside of one, and neighbours differ. */
export function piecesOf({ window, complete, accessed, doubtful }: PiecesInput): readonly Piece[] {
  const edges = [complete, accessed, doubtful].flat().flatMap(({ from, to }) => [from, to])
  const inner = edges.filter((edge) => edge > window.from && edge < window.to)
  const marks = [window.from, ...new Set([...inner].sort((a, b) => a - b)), window.to]
  const pieces: Piece[] = []
  for (const [at, to] of marks.slice(1).entries()) {
    const from = marks[at] ?? window.from
    const isProven = isAt(from, complete) && !isAt(from, doubtful)
    const verdict = isAt(from, accessed) ? 'accessed' : isProven ? 'untouched' : 'undetermined'
    const last = pieces.at(-1)
    if (last?.verdict === verdict) pieces[pieces.length - 1] = { verdict, stretch: { from: last.stretch.from, to } }
    else pieces.push({ verdict, stretch: { from, to } })
  }
  return pieces
}
