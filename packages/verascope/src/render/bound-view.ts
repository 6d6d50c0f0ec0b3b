import type { Range } from '@verascope/core/assess/said'
import type { VolumeBounds, Volumes } from '@verascope/core/assess/volume-bounds'
import type { ClaimFinding, ClaimTest, VolumeClaim } from '@verascope/core/assess/volume-claim'
import { counted, formatBytes, formatCount, formatTime } from './amounts.ts'
import { boundsTable } from './bound-table.ts'
import { joinBlocks, type Page, type PlainRow, type Tone } from './page.ts'
import { bounds } from './plain.ts'
import { hang, safeText } from './text.ts'

/** A claim as it was typed, with what it means and what the bounds say about it. */
export type TestedClaim = VolumeClaim & ClaimTest & { readonly text: string }

/** What `bound` shows. */
export type BoundPage = VolumeBounds & { readonly claim: TestedClaim | null }

const FINDINGS: Readonly<Record<ClaimFinding, { readonly words: string; readonly tone: Tone }>> = {
  corroborated: { words: 'CORROBORATED by the records', tone: 'accessed' },
  contradicted: { words: 'CONTRADICTED by the bounds', tone: 'title' },
  'not-testable': { words: 'NOT TESTABLE: the evidence cannot say', tone: 'undetermined' },
}

const AMOUNT_WORDS = { sent: 'bytes sent', distinct: 'distinct content', size: 'size of stores' } as const

/** Both bounds in words; that there is no upper one is said, for it is no zero and no estimate. */
function inWords({ lower, upper }: Range, format: (amount: number | string, round: 'down' | 'up') => string): string {
  if (upper !== null && String(upper) === String(lower)) return `exactly ${format(lower, 'down')}`
  if (upper === null && String(lower) === '0') return 'nothing recorded, no upper bound'
  return `at least ${format(lower, 'down')}, ${upper === null ? 'no upper bound' : `at most ${format(upper, 'up')}`}`
}

function number(amount: number | string): string {
  return formatCount(amount)
}

function claimLines(claim: TestedClaim, page: Page): readonly string[] {
  const { words, tone } = FINDINGS[claim.finding]
  const [least, most] = [formatBytes(claim.least, 'down'), formatBytes(claim.most, 'up')]
  const meaning = least === most ? least : `${least} to ${most}, because it is rounded and units are used in two ways`
  return [
    page.paint(tone, `CLAIM of ${safeText(claim.text.trim())}: ${words}`),
    ...hang('  It means ', meaning, page.width),
    ...claim.tests.flatMap(({ measure, finding, because, settledBy }) => [
      ...hang(`  ${measure.padEnd(8)}  `, `${finding.replace('-', ' ')}: ${because}`, page.width),
      ...(settledBy === null ? [] : hang('            settled by ', settledBy, page.width)),
    ]),
    ...(claim.understated.length > 0
      ? hang(
          '  ! ',
          `records prove more than is claimed: ${claim.understated.map((one) => AMOUNT_WORDS[one]).join(', ')}`,
          page.width,
        ).map((line) => page.paint('alarm', line))
      : []),
    ...claim.assumptions.flatMap((one) => hang('  assuming that ', safeText(one), page.width)),
  ]
}

function sumLines(sum: Volumes, page: Page): readonly string[] {
  const size = sum.size === null ? 'unknown' : formatBytes(sum.size, 'down')
  return [
    ...hang('  bytes sent        ', inWords(sum.sent, formatBytes), page.width),
    ...hang('  distinct content  ', inWords(sum.distinct, formatBytes), page.width),
    ...hang('  size of stores    ', size, page.width),
    ...hang('  objects           ', inWords(sum.objects, number), page.width),
    ...hang('  listings          ', inWords(sum.listings, formatBytes), page.width),
  ]
}

/** What would give an amount the bound that it lacks. */
function settleLines({ sum, settledBy }: VolumeBounds, page: Page): readonly string[] {
  const open = [
    ...(sum.sent.upper === null ? [[AMOUNT_WORDS.sent, settledBy.sent] as const] : []),
    ...(sum.distinct.upper === null ? [[AMOUNT_WORDS.distinct, settledBy.distinct] as const] : []),
    ...(sum.size === null ? [[AMOUNT_WORDS.size, settledBy.size] as const] : []),
  ]
  if (open.length === 0) return []
  return [
    page.paint('undetermined', 'WITHOUT AN UPPER BOUND: any amount more may have left. It would be settled by'),
    ...open.flatMap(([what, how]) => hang(`  ${what}: `, how, page.width)),
  ]
}

/** How much left: the claim first, then the sum, then the stores. */
export function boundView(one: BoundPage, page: Page): string {
  const { window, stores } = one
  const [proof] = stores.find((store) => store.records.length > 0)?.records ?? []
  return joinBlocks([
    [
      page.paint('title', `HOW MUCH LEFT, scope v${one.scopeVersion}`),
      ...hang(
        'Window: ',
        `${formatTime(window.from, 'the first evidence')} to ${formatTime(window.to, 'the last evidence')}`,
        page.width,
      ),
      ...hang('Method: ', one.method, page.width),
    ],
    one.claim === null ? [] : claimLines(one.claim, page),
    [
      page.paint(
        'title',
        `IN SUM over ${one.narrowed ? 'what was asked for' : 'the case'}: ${counted(stores.length, 'data store')}`,
      ),
      ...sumLines(one.sum, page),
      ...hang('  ', 'Sent counts every answer, distinct each object once. They are never added.', page.width),
    ],
    settleLines(one, page),
    stores.length === 0
      ? []
      : [page.paint('title', 'STORES  (>= has no upper bound; unknown has neither)'), ...boundsTable(stores, page)],
    proof === undefined ? [] : ['Next:', `  ${page.program} proof ${proof} --record      the records behind an amount`],
  ])
}

function amountFields(one: Volumes): readonly string[] {
  const size = one.size === null ? 'unknown' : String(one.size)
  return [bounds(one.sent), bounds(one.distinct), size, bounds(one.objects), bounds(one.listings)]
}

/** `bound --plain`. */
export function boundRows(one: BoundPage): readonly PlainRow[] {
  const { claim, settledBy } = one
  const amounts = ['bytes sent', 'bytes distinct', 'size', 'objects', 'bytes listings']
  const tests = claim?.tests.map((t) => ['test', t.measure, t.finding, t.because, t.settledBy ?? '']) ?? []
  return [
    ['bound', String(one.scopeVersion), one.window.from ?? '', one.window.to ?? '', one.method],
    ['#sum', ...amounts],
    ['sum', ...amountFields(one.sum)],
    ...Object.entries(settledBy).map(([what, how]) => ['settled-by', what, how]),
    ...(claim === null
      ? []
      : [
          ['#claim', 'text', 'least', 'most', 'form', 'finding', 'understated'],
          [
            'claim',
            claim.text,
            String(claim.least),
            String(claim.most),
            claim.form,
            claim.finding,
            claim.understated.join(','),
          ],
          ...tests,
          ...claim.assumptions.map((text) => ['assumption', text]),
        ]),
    [
      '#store',
      'verdict',
      'kind',
      'account',
      'region',
      'id',
      'name',
      ...amounts,
      'not counted',
      'found by',
      'records',
      'proof',
    ],
    ...one.stores.map((s) => [
      'store',
      s.verdict,
      s.kind,
      s.account,
      s.region,
      s.id,
      s.name,
      ...amountFields(s),
      s.waysNotCounted.join(','),
      s.methods.map(({ of, by }) => `${of}=${by}`).join(','),
      s.records.join(','),
      s.proof,
    ]),
  ]
}
