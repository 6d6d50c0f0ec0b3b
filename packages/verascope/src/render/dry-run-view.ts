import type { Accounting } from '@verascope/core/assess/assessment'
import { counted, formatCount } from './amounts.ts'
import { joinBlocks, type Page } from './page.ts'
import { hang, safeText } from './text.ts'

/** A file that would be read, or not. */
export interface DryLine {
  readonly name: string
  readonly state: 'read' | 'duplicate' | 'rejected'
  readonly kind: string | null
  readonly accounting: { readonly read: number }
}

/** A record or a file that cannot be read; `ordinal` is null for a file. */
export interface DryReject {
  readonly name: string
  readonly ordinal: number | null
  readonly reason: string
}

/** What a reading would come to. */
export interface DryRunShown {
  readonly accounting: Accounting
  readonly alreadyKnown: number
  readonly lines: readonly DryLine[]
  readonly rejected: readonly DryReject[]
}

function byKind(lines: readonly DryLine[]): readonly string[] {
  const kinds = new Map<string, { files: number; records: number }>()
  for (const { state, kind, accounting } of lines) {
    if (state === 'rejected') continue
    const sum = kinds.get(kind ?? 'unknown') ?? { files: 0, records: 0 }
    kinds.set(kind ?? 'unknown', { files: sum.files + 1, records: sum.records + accounting.read })
  }
  return [...kinds]
    .sort()
    .map(([kind, { files, records }]) => `  ${kind}: ${counted(files, 'file')}, ${counted(records, 'record')}`)
}

function rejectLines(rejected: readonly DryReject[], page: Page): readonly string[] {
  return rejected.flatMap(({ name, ordinal, reason }) => {
    const place = ordinal === null ? name : `${name}, record ${ordinal}`
    return hang('  ', safeText(`${place}: ${reason}`), page.width)
  })
}

/** `ingest --dry-run`. */
export function dryRunView({ accounting, alreadyKnown, lines, rejected }: DryRunShown, page: Page): string {
  const { read, kept, duplicate, rejected: lost, files, rejectedFiles } = accounting
  const known = alreadyKnown === 0 ? '' : `; ${counted(alreadyKnown, 'file')} read before`
  const numbers = `${counted(files, 'new file')}${known}, ${counted(read, 'record')} = ${formatCount(kept)} to keep + ${formatCount(duplicate)} duplicate + ${formatCount(lost)} not readable`
  const cannot =
    rejected.length === 0 ? [] : [`${counted(rejectedFiles, 'file')} and ${counted(lost, 'record')} cannot be read:`]
  return joinBlocks([
    [
      page.paint('title', 'What would be read; nothing was changed'),
      ...hang('', numbers, page.width),
      ...byKind(lines),
    ],
    [...cannot.map((line) => page.paint('alarm', line)), ...rejectLines(rejected, page)],
  ])
}
