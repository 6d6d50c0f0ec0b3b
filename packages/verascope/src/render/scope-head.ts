import type { AccountResult, Assessment } from '@verascope/core/assess/assessment'
import type { VerdictWord } from '@verascope/core/assess/said'
import { counted, formatBytesRange, formatCount, formatSpan, formatTime } from './amounts.ts'
import { countVerdicts } from './order.ts'
import { GLYPHS, type Page, VERDICTS } from './page.ts'
import { storesCount } from './stores-view.ts'
import { printTable } from './table.ts'
import { hang, safeText } from './text.ts'

const MEANING: Readonly<Record<VerdictWord, string>> = {
  accessed: 'listed, read, copied out, shared or destroyed by the actor; each has its record',
  undetermined: 'could be reached, and the evidence cannot say: treat as exposed until settled',
  untouched: 'could be reached, and complete evidence shows that it was not',
  unreachable: 'no credential of the actor could reach it at any instant of the window',
}

function indicatorLines(a: Assessment, page: Page): readonly string[] {
  return a.indicators.flatMap((one) => {
    const side = one.ours ? 'Ours: ' : 'Actor:'
    const calls =
      one.events === 0 ? 'matches no call in the evidence; was it typed right?' : counted(one.events, 'matching call')
    const lines = hang(`${side} `, `${safeText(one.value)} (${one.kind}), ${calls}`, page.width)
    return one.events === 0 ? lines.map((line) => page.paint('alarm', line)) : lines
  })
}

function evidenceLines(a: Assessment, page: Page): readonly string[] {
  const { read, kept, duplicate, rejected, files, rejectedFiles } = a.accounting
  const text =
    `${counted(read, 'record')} read in ${counted(files, 'file')}: ${formatCount(kept)} kept, ` +
    `${formatCount(duplicate)} duplicate, ${formatCount(rejected)} rejected; ${counted(rejectedFiles, 'file')} not readable`
  const lost = rejected + rejectedFiles > 0
  const lines = hang('Evidence: ', text, page.width)
  if (!lost) return lines
  const warning =
    'What was not read may hold anything, so verdicts are weaker for it. Reasons: evidence/rejected.ndjson'
  return [...lines, ...hang('          ', warning, page.width).map((line) => page.paint('alarm', line))]
}

/** What the assessment covers: version, window, evidence and who is taken for the actor. */
export function headLines(a: Assessment, page: Page): readonly string[] {
  const window = `${formatTime(a.window.from, 'the first evidence')} to ${formatTime(a.window.to, 'the last evidence')}`
  return [
    page.paint('title', `Scope v${a.scopeVersion}`),
    ...hang('Window:   ', window, page.width),
    ...hang('Cut-off:  ', `evidence reaches up to ${formatTime(a.evidenceCutoff)}`, page.width),
    ...evidenceLines(a, page),
    ...indicatorLines(a, page),
  ]
}

/** How many stores have each verdict, and what each verdict means. None of them means safe. */
export function countLines(a: Assessment, page: Page): readonly string[] {
  const counts = countVerdicts(a.stores)
  const digits = Math.max(...VERDICTS.map((verdict) => formatCount(counts[verdict]).length))
  return [
    page.paint('title', `VERDICTS on ${storesCount(a.stores.length)}`),
    ...VERDICTS.flatMap((verdict) => {
      const label = `${GLYPHS[verdict]} ${verdict.padEnd(12)}  ${formatCount(counts[verdict]).padStart(digits)}`
      const [first = '', ...rest] = hang(`  ${label}  `, MEANING[verdict], page.width)
      return [first.replace(label, page.paint(verdict, label)), ...rest]
    }),
    ...hang(
      '  Sent to the actor: ',
      `${formatBytesRange(a.volume.sent)}; distinct content: ${formatBytesRange(a.volume.distinct)}`,
      page.width,
    ),
  ]
}

const ENTERED_TONE: Readonly<Record<AccountResult['entered'], VerdictWord>> = {
  yes: 'accessed',
  undetermined: 'undetermined',
  no: 'untouched',
}

/** The accounts, and whether the actor acted in each. */
export function accountLines(a: Assessment, page: Page): readonly string[] {
  const rows = a.accounts.map((account) => ({
    cells: [
      {
        text: safeText(
          account.name === '' || account.name === account.id ? account.id : `${account.id} ${account.name}`,
        ),
      },
      { text: account.entered, tone: ENTERED_TONE[account.entered] },
      { text: account.first === null ? 'not seen' : formatSpan(account.first, account.last) },
      { text: formatCount(account.by.length) },
      { text: account.proof },
    ],
    beneath: safeText(
      [account.because, account.regions.length === 0 ? '' : `Regions: ${account.regions.join(', ')}`]
        .filter((t) => t !== '')
        .join('. '),
    ),
  }))
  const columns = [
    { title: 'account', fit: 'shorten', min: 12 },
    { title: 'entered', fit: 'keep' },
    { title: 'first – last act', fit: 'wrap', min: 20 },
    { title: 'identities', fit: 'keep', align: 'right' },
    { title: 'proof', fit: 'keep' },
  ] as const
  return [page.paint('title', 'ACCOUNTS entered'), ...printTable(columns, rows, page)]
}
