import type { AssumptionResult } from '@verascope/core/assess/assessment'
import { counted, formatTime } from './amounts.ts'
import { joinBlocks, type Page, type PlainRow } from './page.ts'
import { hang, safeText } from './text.ts'

/** For which stretch it holds; of an entry, the time before which nobody was in; of an answer, nothing: its scope says it. */
function spanOf({ kind, from, to }: AssumptionResult): readonly string[] {
  if (kind === 'snapshot-time') return []
  if (kind === 'entry') return [`the actor was not in before ${formatTime(to)}`]
  if (from === null && to === null) return ['at all times']
  return [`from ${formatTime(from, 'the start')} to ${formatTime(to, 'the end')}`]
}

/** One assumption: what, when, who and why, and what broke it. */
function assumptionLines(one: AssumptionResult, page: Page): readonly string[] {
  const indented = (text: string): readonly string[] => hang('    ', safeText(text), page.width)
  const broken = one.broken === null ? [] : indented(`BROKEN, no verdict leans on it: ${one.broken}`)
  return [
    ...hang(`  ${one.id}  `, safeText(`${one.kind}: ${one.scope}`), page.width),
    ...spanOf(one).flatMap(indented),
    ...indented(`by ${one.by}, ${formatTime(one.at)}: ${one.because}`),
    ...broken.map((line) => page.paint('alarm', line)),
  ]
}

/** What is said after one was signed or taken back. */
export function assumptionView(one: AssumptionResult, notes: readonly string[], page: Page): string {
  return joinBlocks([
    assumptionLines(one, page),
    notes.flatMap((note) => hang('', note, page.width)),
    ['Next:', `  ${page.program} scope`],
  ])
}

/** The assumptions of a case. */
export function assumptionsView(assumptions: readonly AssumptionResult[], page: Page): string {
  if (assumptions.length === 0)
    return joinBlocks([
      hang('', 'No assumption: every verdict rests on evidence alone.', page.width),
      ['See:', `  ${page.program} help assumptions`],
    ])
  const broken = assumptions.filter((one) => one.broken !== null).length
  const title = `ASSUMPTIONS that people signed: ${assumptions.length}, of which broken: ${broken}`
  return joinBlocks([
    [page.paint('title', title)],
    ...assumptions.map((one) => assumptionLines(one, page)),
    [
      ...(broken === 0
        ? []
        : hang(
            '',
            `Sign again what still holds, and take the rest back: ${page.program} assume withdraw ID --by NAME`,
            page.width,
          )),
      ...hang(
        '',
        `Evidence may contradict one as well: ${page.program} scope --json lists that under assumptions.`,
        page.width,
      ),
    ],
  ])
}

/** `assume list --plain`. */
export function assumptionRows(assumptions: readonly AssumptionResult[]): readonly PlainRow[] {
  return [
    ['#assumption', 'id', 'kind', 'scope', 'from', 'to', 'by', 'at', 'because', 'broken'],
    ...assumptions.map((one) => [
      ...['assumption', one.id, one.kind, one.scope, one.from ?? '', one.to ?? ''],
      ...[one.by, one.at, one.because, one.broken ?? ''],
    ]),
  ]
}

/** How many files a delivery was signed for, and that which log a file is of cannot be told. */
export function pinNote(files: number): string {
  return `Signed for ${counted(files, 'file')}: every log file that is read and may be of this log, because a file does not say which log it is of. A file that goes missing breaks it, and so does one that comes later.`
}
