import { groupBy } from '@verascope/core/facts/group'
import type { RejectedRow } from '../case/owner-table.ts'
import { VerascopeError } from '../errors/verascope-error.ts'
import { counted } from '../render/amounts.ts'
import { safeText } from '../render/text.ts'

/** Lines by their numbers, those that follow each other from the first to the last: `line 7`, `lines 2-9, 11`. */
function linesText(lines: readonly number[]): string {
  const runs: { readonly from: number; to: number }[] = []
  for (const line of lines) {
    const last = runs.at(-1)
    if (last?.to === line - 1) last.to = line
    else runs.push({ from: line, to: line })
  }
  const shown = runs.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(', ')
  return `${lines.length === 1 ? 'line' : 'lines'} ${shown}`
}

/** A file that is no owners map, or one with rows that cannot be taken: VS3003. Every row is named. */
export function ownersRefused(path: string, rejected: readonly RejectedRow[], program: string): VerascopeError {
  const rows = groupBy(rejected, ({ reason }) => [reason]).map(
    (group) => `${linesText(group.map(({ line }) => line))}: ${safeText(group[0].reason)}`,
  )
  return new VerascopeError({
    code: 'VS3003',
    what: `${safeText(path)} cannot be taken as an owners map: ${counted(rejected.length, 'row')} of it cannot be read`,
    why: rows.join('; '),
    still: 'Nothing was imported: with a row left out a store would be its owner’s no more, without a trace.',
    next: [
      `${program} owner import ${safeText(path)}      (once the rows are corrected)`,
      `${program} owner import ${safeText(path)} --max-rejects ${rejected.length}      (without them)`,
    ],
  })
}

/** The case has no owners map: VS2015. */
export function noOwners(program: string): VerascopeError {
  return new VerascopeError({
    code: 'VS2015',
    what: 'the case has no owners map',
    why: 'Nobody said whose data stands where.',
    still: 'Nothing was changed.',
    next: [`${program} owner import OWNERS.csv --by NAME`, `${program} help owners`],
  })
}
