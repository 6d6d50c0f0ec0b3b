import type { Accounting } from '@verascope/core/assess/assessment'
import { formatInstant, type Instant } from '@verascope/core/domain/instant'
import type { Indicator } from '@verascope/core/taint/indicator'
import { counted, formatCount, formatTime } from './amounts.ts'
import { joinBlocks, type Page, type PlainRow } from './page.ts'
import { printTable } from './table.ts'
import { hang, safeText } from './text.ts'

function time(at: Instant | null): string {
  return at === null ? '' : formatInstant(at)
}

/** One indicator in a line. */
export function indicatorLine(one: Indicator, page: Page): string {
  const side = one.ours ? 'the owner’s' : 'the actor’s'
  const from = one.window.from === null ? '' : ` from ${formatTime(time(one.window.from))}`
  const to = one.window.to === null ? '' : ` to ${formatTime(time(one.window.to))}`
  const by = one.by === null ? ', nobody named as vouching' : `, by ${one.by}`
  return hang(`${one.id}  `, safeText(`${one.kind} ${one.value} is ${side}${from}${to}${by}`), page.width).join('\n')
}

/** The indicators of a case. */
export function indicatorsView(indicators: readonly Indicator[], page: Page): string {
  if (indicators.length === 0)
    return `No indicator yet: nothing says who the actor is.\n\nNext:\n  ${page.program} indicator add AKIA...\n`
  const columns = [
    { title: 'id', fit: 'keep' },
    { title: 'tells', fit: 'keep' },
    { title: 'kind', fit: 'keep' },
    { title: 'value', fit: 'shorten', min: 20 },
    { title: 'by', fit: 'shorten', min: 6 },
  ] as const
  const rows = indicators.map((one) => {
    const span = [time(one.window.from), time(one.window.to)]
    return {
      cells: [
        { text: one.id },
        { text: one.ours ? 'owner' : 'actor' },
        { text: one.kind },
        { text: safeText(one.value) },
        { text: safeText(one.by ?? '') },
      ],
      ...(span.join('') === ''
        ? {}
        : { beneath: `from ${formatTime(span[0] || null, 'the start')} to ${formatTime(span[1] || null, 'the end')}` }),
    }
  })
  return joinBlocks([printTable(columns, rows, page, 0)])
}

/** `indicator list --plain`. */
export function indicatorRows(indicators: readonly Indicator[]): readonly PlainRow[] {
  const head = ['#indicator', 'id', 'tells', 'kind', 'value', 'from', 'to', 'by']
  return [
    head,
    ...indicators.map((one) => [
      'indicator',
      one.id,
      one.ours ? 'owner' : 'actor',
      one.kind,
      one.value,
      time(one.window.from),
      time(one.window.to),
      one.by ?? '',
    ]),
  ]
}

/** What was read, and what was not, with what to type next. */
export function ingestView(title: string, accounting: Accounting, hasIndicator: boolean, page: Page): string {
  const { read, kept, duplicate, rejected, files, rejectedFiles } = accounting
  const numbers = `${counted(files, 'file')}, ${counted(read, 'record')} read = ${formatCount(kept)} kept + ${formatCount(duplicate)} duplicate + ${formatCount(rejected)} rejected`
  const lost = rejected + rejectedFiles
  const warning =
    lost === 0
      ? []
      : hang(
          '',
          `${counted(rejectedFiles, 'file')} and ${counted(rejected, 'record')} could not be read. They may hold anything, so verdicts are weaker for them. Reasons: evidence/rejected.ndjson`,
          page.width,
        )
  const next = hasIndicator
    ? `${page.program} scope`
    : `${page.program} indicator add AKIA...      (what you know of the actor: a key, an ARN, an address)`
  return joinBlocks([
    [page.paint('title', title), ...hang('', numbers, page.width)],
    warning.map((line) => page.paint('alarm', line)),
    ['Next:', `  ${next}`],
  ])
}
