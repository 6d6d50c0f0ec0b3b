import { earliest, latest, type Window } from '../domain/instant.ts'
import type { EventMatch, Holding, Selection } from './selection.ts'

function meet(a: Window, b: Window): Window {
  return { from: latest(a.from, b.from), to: earliest(a.to, b.to) }
}

function isPossible({ from, to }: Window): boolean {
  return from === null || to === null || from <= to
}

/** A selection narrowed to the calls inside a window. */
export function selectionWithin(selection: Selection, window: Window): Selection {
  const holdings = selection.holdings.map((holding): Holding => ({ ...holding, window: meet(holding.window, window) }))
  const matches = selection.matches.map((match): EventMatch => ({ ...match, window: meet(match.window, window) }))
  return {
    holdings: holdings.filter((holding) => isPossible(holding.window)),
    matches: matches.filter((match) => isPossible(match.window)),
    ours: selection.ours,
  }
}
