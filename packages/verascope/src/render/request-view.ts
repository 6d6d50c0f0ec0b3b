import { SAVE_ANSWER } from '@verascope/core/catalog/saved-answer'
import { counted, formatTime } from './amounts.ts'
import { joinBlocks, type Page } from './page.ts'
import type { RequestRow } from './request-rows.ts'
import { hang, safeText } from './text.ts'

/** When the source forgets it, told from a moment (milliseconds since 1970): what is past may be gone, and may still be there. */
function expiryOf({ expires }: RequestRow, now: number): { readonly text: string; readonly isPast: boolean } {
  if (expires === null) return { text: 'does not expire by itself', isPast: false }
  const isPast = Date.parse(expires) < now
  return { text: `${isPast ? 'expired' : 'expires'} ${formatTime(expires)}`, isPast }
}

function settledBy({ stores, accounts }: RequestRow): string {
  const parts = [
    ...(stores.length === 0 ? [] : [counted(stores.length, 'data store')]),
    ...(accounts.length === 0 ? [] : [counted(accounts.length, 'account')]),
  ]
  return parts.length === 0 ? 'nothing of this assessment' : parts.join(' and ')
}

function requestLines(row: RequestRow, now: number, page: Page): readonly string[] {
  const { text, isPast } = expiryOf(row, now)
  const head = hang('  ', safeText(`${row.id}  ${row.source}: ${text}`), page.width)
  return [
    ...(isPast ? head.map((line) => page.paint('alarm', line)) : head),
    ...hang('    ', `would help to settle ${settledBy(row)}`, page.width),
    ...hang('    ', safeText(row.because), page.width).map((line) => page.paint('dim', line)),
    // A command is never broken: it is there to be copied.
    `    ${safeText(row.paste)}`,
  ]
}

function setupLines(rows: readonly RequestRow[], page: Page): readonly string[] {
  if (!rows.some((row) => row.paste !== row.command)) return []
  const how =
    'Paste this once into the shell (POSIX) from which you ask. It defines save_answer, which keeps an answer in a file of the current folder and writes beside it what was asked, when, and of which account and region: an answer without that proves nothing about time.'
  return [...hang('', how, page.width), '', ...SAVE_ANSWER.trimEnd().split('\n')]
}

function hintLines(rows: readonly RequestRow[], page: Page): readonly string[] {
  const hasWords = rows.some(({ command }) => /\{\w+\}|\b(?:TRAIL|REGION|FROM|TO)\b/.test(command))
  const words = 'Words in capitals and in braces are not known here: replace them before you paste.'
  return hasWords ? hang('', words, page.width) : []
}

/** What is worth fetching, as lines to paste; `now` tells what has expired (milliseconds since 1970). */
export function requestsView(rows: readonly RequestRow[], now: number, page: Page): string {
  if (rows.length === 0)
    return joinBlocks([
      hang(
        '',
        'No request: nothing that is undetermined would be settled by evidence that this version can ask for.',
        page.width,
      ),
    ])
  return joinBlocks([
    [page.paint('title', `REQUESTS: ${rows.length}, soonest to expire first. The commands only read.`)],
    setupLines(rows, page),
    hintLines(rows, page),
    ...rows.map((row) => requestLines(row, now, page)),
    ['Next:', `  ${page.program} ingest .`],
  ])
}
