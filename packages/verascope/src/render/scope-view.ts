import type { Assessment, RequestResult } from '@verascope/core/assess/assessment'
import { counted, formatCount, formatTime } from './amounts.ts'
import { isOpen, type Outflow, possiblyValid, sortedOutflows, sortedRequests, sortedStores } from './order.ts'
import { joinBlocks, type Page } from './page.ts'
import { accountLines, countLines, headLines } from './scope-head.ts'
import { storeLabel, storesTable } from './stores-view.ts'
import { printTable, type Row } from './table.ts'
import { hang, safeText } from './text.ts'

const SHOWN_DESTINATIONS = 10
const SHOWN_CREDENTIALS = 10
const SHOWN_REQUESTS = 3

function dimmed(indent: string, text: string, page: Page): readonly string[] {
  return hang(indent, text, page.width).map((line) => page.paint('dim', line))
}

function cut<T>(
  list: readonly T[],
  limit: number,
  page: Page,
  rest: (count: number) => string,
): { readonly shown: readonly T[]; readonly more: readonly string[] } {
  if (page.all || list.length <= limit) return { shown: list, more: [] }
  return { shown: list.slice(0, limit), more: dimmed('  ', `… ${rest(list.length - limit)}`, page) }
}

function glossOf(to: string, own: string): string {
  if (to === '*') return ' (anyone)'
  return to === own ? ' (the account of the store itself)' : ''
}

function flowRow({ store, destination }: Outflow): Row {
  const standing = destination.state === 'standing'
  const until = destination.until === null ? '' : `, ended ${formatTime(destination.until)}`
  return {
    cells: [
      standing ? { text: 'STANDING', tone: 'alarm' } : { text: destination.state },
      { text: destination.effect },
      { text: storeLabel(store) },
      { text: safeText(`${destination.to}${glossOf(destination.to, store.account)}`) },
    ],
    beneath: safeText(`since ${formatTime(destination.from)}${until}; event ${destination.event}`),
  }
}

/** Where content went or can go; grants that still stand come first. */
function outflowLines(a: Assessment, page: Page): readonly string[] {
  const flows = sortedOutflows(a.stores)
  if (flows.length === 0) return []
  const { shown, more } = cut(
    flows,
    SHOWN_DESTINATIONS,
    page,
    (count) => `${counted(count, 'more destination')}: --all`,
  )
  const columns = [
    { title: 'state', fit: 'keep' },
    { title: 'effect', fit: 'keep' },
    { title: 'store', fit: 'shorten', min: 14 },
    { title: 'to', fit: 'shorten', min: 14 },
  ] as const
  return [
    page.paint('title', 'WHERE CONTENT WENT, OR CAN STILL GO'),
    ...printTable(columns, shown.map(flowRow), page),
    ...more,
  ]
}

/** Credentials that may still work: the most urgent thing on the page. */
function credentialLines(a: Assessment, page: Page): readonly string[] {
  const open = possiblyValid(a.identities)
  if (open.length === 0) return []
  const { shown, more } = cut(
    open,
    SHOWN_CREDENTIALS,
    page,
    (count) => `${formatCount(count)} more: ${page.program} trace`,
  )
  const rows = shown.map((one) => ({
    cells: [
      { text: safeText(one.id) },
      { text: one.kind },
      { text: one.link },
      { text: formatTime(one.lastUse, 'never seen') },
      one.validity.state === 'active'
        ? { text: 'ACTIVE', tone: 'alarm' as const }
        : { text: one.validity.state, tone: 'undetermined' as const },
    ],
    beneath: safeText(one.validity.because),
  }))
  const columns = [
    { title: 'credential', fit: 'shorten', min: 20 },
    { title: 'kind', fit: 'shorten', min: 10 },
    { title: 'link', fit: 'keep' },
    { title: 'last use', fit: 'keep' },
    { title: 'valid?', fit: 'keep' },
  ] as const
  return [
    page.paint('title', `CREDENTIALS THAT MAY STILL WORK: ${formatCount(open.length)}`),
    ...printTable(columns, rows, page),
    ...more,
  ]
}

function requestLines(request: RequestResult, page: Page): readonly string[] {
  const expires = request.expires === null ? 'does not expire by itself' : `gone after ${formatTime(request.expires)}`
  return [
    ...hang(
      '  ',
      `${request.id}  ${request.source}: ${expires}; would help to settle ${counted(request.settles.length, 'question')}`,
      page.width,
    ),
    ...dimmed('    ', safeText(request.because), page),
    // A command is never broken: it is there to be copied.
    `    ${safeText(request.command)}`,
  ]
}

/** What to fetch, before it is gone. */
function settleLines(a: Assessment, page: Page): readonly string[] {
  const requests = sortedRequests(a.requests)
  if (requests.length === 0) return []
  const { shown, more } = cut(requests, SHOWN_REQUESTS, page, (count) => `${counted(count, 'more request')}: --all`)
  return [
    page.paint('title', 'WHAT WOULD SETTLE MOST (read-only; soonest to expire first)'),
    ...shown.flatMap((one) => requestLines(one, page)),
    ...more,
  ]
}

function contradictionLines(a: Assessment, page: Page): readonly string[] {
  if (a.contradictions.length === 0) return []
  return [
    page.paint('alarm', 'CONTRADICTIONS'),
    ...a.contradictions.flatMap((text) => hang('  ! ', safeText(text), page.width)),
  ]
}

function nextLines(a: Assessment, page: Page): readonly string[] {
  const open = a.changes.filter(isOpen).length
  const [worst] = sortedStores(a.stores)
  const steps: (readonly [string, string])[] = [
    [
      `${page.program} change`,
      `what the actor changed: ${counted(open, 'change')} to undo, of ${formatCount(a.changes.length)}`,
    ],
    [`${page.program} trace`, `who the actor was: ${counted(a.identities.length, 'identity', 'identities')}`],
  ]
  if (worst !== undefined) steps.push([`${page.program} proof ${worst.proof}`, 'why the first row says so'])
  steps.push([`${page.program} scope --json`, 'everything, for machines'])
  const width = Math.max(...steps.map(([command]) => command.length))
  return [
    page.paint('title', 'Next:'),
    ...steps.flatMap(([command, why]) => {
      if (width + why.length + 6 <= page.width) return [`  ${command.padEnd(width)}  ${page.paint('dim', why)}`]
      return [`  ${command}`, ...dimmed('      ', why, page)]
    }),
  ]
}

function storeLines(whole: Assessment, shown: Assessment, page: Page): readonly string[] {
  const left = whole.stores.length - shown.stores.length
  const note =
    left === 0
      ? []
      : hang('  ', `${counted(left, 'data store')} not shown, as asked for with --verdict or --account`, page.width)
  return [
    page.paint('title', 'DATA STORES AND MAIL SYSTEMS'),
    ...storesTable(shown.stores, page),
    ...note.map((line) => page.paint('undetermined', line)),
  ]
}

/**
 * The scope table as people read it: counts, accounts, stores, where content went, what still works, what to fetch, what to type.
 * `shown` may hold fewer rows than the whole; the counts are always those of the whole.
 */
export function scopeView(whole: Assessment, shown: Assessment, page: Page): string {
  return joinBlocks([
    headLines(whole, page),
    contradictionLines(whole, page),
    countLines(whole, page),
    accountLines(shown, page),
    storeLines(whole, shown, page),
    outflowLines(shown, page),
    credentialLines(whole, page),
    settleLines(whole, page),
    nextLines(whole, page),
  ])
}
