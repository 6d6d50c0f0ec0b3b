import type { CoverageDay, CoverageRow, CoverageTable } from '@verascope/core/assess/coverage-table'
import { counted, formatSpan } from './amounts.ts'
import { joinBlocks, type Page } from './page.ts'
import { hang, safeText } from './text.ts'

/** Days in a row that say the same. */
interface Run {
  readonly first: string
  readonly last: string
  readonly share: string
  readonly reasons: readonly string[]
}

/** A share must not be rounded up to all, nor down to nothing. */
function shareWords(share: number): string {
  if (share === 1) return 'all'
  if (share === 0) return 'none'
  return `${Math.min(99, Math.max(1, Math.round(share * 100)))} %`
}

function reasonWords({ share, reasons }: CoverageDay): readonly string[] {
  const words = reasons.map(({ from, to, because }) => (share === 0 ? because : `${formatSpan(from, to)}: ${because}`))
  return [...new Set(words)]
}

function runsOf(days: readonly CoverageDay[]): readonly Run[] {
  const runs: Run[] = []
  for (const one of days) {
    const next = { first: one.day, last: one.day, share: shareWords(one.share), reasons: reasonWords(one) }
    const last = runs.at(-1)
    const isSame = last?.share === next.share && JSON.stringify(last.reasons) === JSON.stringify(next.reasons)
    if (last !== undefined && isSame) runs[runs.length - 1] = { ...last, last: one.day }
    else runs.push(next)
  }
  return runs
}

/** The last part of an ARN tells logs apart well enough under one place; the whole is in `--plain` and `--json`. */
function nameOf({ source }: CoverageRow): string {
  return source === null ? 'no log' : (source.split('/').at(-1) ?? source)
}

const MOST_REASONS = 6

function runLines({ first, last, share, reasons }: Run, page: Page): readonly string[] {
  const days = first === last ? first : `${first} to ${last}`
  const tone = share === 'all' ? 'untouched' : 'undetermined'
  const shown = page.all ? reasons : reasons.slice(0, MOST_REASONS)
  const left = reasons.length - shown.length
  return [
    `      ${days.padEnd(24)}  ${page.paint(tone, share)}`,
    ...shown.flatMap((reason) => hang('        ', safeText(reason), page.width).map((line) => page.paint('dim', line))),
    ...(left > 0 ? [page.paint('dim', `        and ${counted(left, 'more reason')}: --all lists them`)] : []),
  ]
}

function logLines(row: CoverageRow, page: Page): readonly string[] {
  return [...hang('    ', safeText(nameOf(row)), page.width), ...runsOf(row.days).flatMap((run) => runLines(run, page))]
}

const recordsSome = (row: CoverageRow): boolean => row.days.some(({ share }) => share > 0)

/** The logs that recorded some of it; where none did, every log with its reasons, because that is what has to be settled. */
function eventsLines(rows: readonly CoverageRow[], page: Page): readonly string[] {
  const some = rows.filter(recordsSome)
  const shown = page.all || some.length === 0 ? rows : some
  const left = rows.length - shown.length
  return [
    `  ${safeText(rows[0]?.events ?? '')}`,
    ...shown.flatMap((row) => logLines(row, page)),
    ...(left > 0
      ? [page.paint('dim', `    and ${counted(left, 'log')} that recorded none of it: --all lists them`)]
      : []),
  ]
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return [...groups.values()]
}

function placeBlock(rows: readonly CoverageRow[], page: Page): readonly string[] {
  const { account = '', region = '' } = rows[0] ?? {}
  return [
    page.paint('title', safeText(`${account} ${region}`)),
    ...grouped(rows, (row) => row.events).flatMap((one) => eventsLines(one, page)),
  ]
}

/** What the logs are known to have recorded, place by place and day by day. */
export function coverageView({ window, rows }: CoverageTable, page: Page): string {
  const how =
    'What each log is known to have recorded whole: its settings, what it took and what it delivered are all shown by evidence. Where it says less than all, nothing follows from finding no call.'
  const empty = 'No window: the evidence has no call whose time could be asked about.'
  return joinBlocks([
    [page.paint('title', `COVERAGE: ${formatSpan(window.from, window.to)}`), ...hang('', how, page.width)],
    ...(rows.length === 0
      ? [hang('', empty, page.width)]
      : grouped(rows, (row) => JSON.stringify([row.account, row.region])).map((one) => placeBlock(one, page))),
    ['Next:', `  ${page.program} request list`],
  ])
}
