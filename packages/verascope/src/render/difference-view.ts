import type { Difference, Moved, StoreDifference } from '@verascope/core/assess/difference'
import { formatTime } from './amounts.ts'
import { joinBlocks, type Page, type PlainRow } from './page.ts'
import { hang, safeText } from './text.ts'

const SHOWN = 12

function listed(sign: string, items: readonly string[], page: Page): readonly string[] {
  const shown = page.all ? items : items.slice(0, SHOWN)
  const rest = items.length - shown.length
  const lines = shown.flatMap((one) => hang(`  ${sign} `, safeText(one), page.width))
  return rest === 0 ? lines : [...lines, page.paint('dim', `  … ${rest} more: --json or --plain lists every one`)]
}

function movedLines(title: string, { added, gone }: Moved, page: Page): readonly string[] {
  if (added.length + gone.length === 0) return []
  return [page.paint('title', title), ...listed('+', added, page), ...listed('-', gone, page)]
}

function effectsText({ effects }: StoreDifference): string {
  return [...effects.added.map((one) => `+${one}`), ...effects.gone.map((one) => `-${one}`)].join(' ')
}

function storeLines(store: StoreDifference, page: Page): readonly string[] {
  const verdict = `${store.from ?? 'not known'} -> ${store.to ?? 'not known'}`
  const because =
    store.becauseOf.length === 0 ? [] : hang('      because of ', safeText(store.becauseOf.join(', ')), page.width)
  return [
    ...hang('  ', safeText(`${verdict}  ${store.kind} ${store.name}  ${effectsText(store)}`), page.width),
    ...because.map((line) => page.paint('dim', line)),
  ]
}

function windowLines({ window }: Difference, page: Page): readonly string[] {
  if (window === null) return []
  const span = ({ from, to }: { from: string | null; to: string | null }): string =>
    `${formatTime(from)} to ${formatTime(to)}`
  return hang('Window: ', `${span(window.from)}, then ${span(window.to)}`, page.width)
}

/** What changed, the stores first to last, and what was put in between. */
export function differenceView(difference: Difference, page: Page): string {
  const { stores, accounts } = difference
  const shown = page.all ? stores : stores.slice(0, SHOWN)
  const rest = stores.length - shown.length
  const more = rest === 0 ? [] : [page.paint('dim', `  … ${rest} more stores: --json or --plain lists every one`)]
  return joinBlocks([
    [page.paint('title', `From scope v${difference.from} to v${difference.to}`), ...windowLines(difference, page)],
    movedLines('EVIDENCE', difference.evidence, page),
    movedLines('INDICATORS', difference.indicators, page),
    accounts.length === 0
      ? []
      : [
          page.paint('title', 'ACCOUNTS'),
          ...accounts.map((one) => `  ${one.from ?? 'not known'} -> ${one.to ?? 'not known'}  ${one.id}`),
        ],
    stores.length === 0
      ? ['No store has another verdict or other effects.']
      : [page.paint('title', `STORES (${stores.length})`), ...shown.flatMap((one) => storeLines(one, page)), ...more],
    movedLines('IDENTITIES', difference.identities, page),
    movedLines('CHANGES', difference.changes, page),
  ])
}

/** `scope diff --plain`: every row, nothing shortened. */
export function differenceRows(difference: Difference): readonly PlainRow[] {
  const moves = (what: string, { added, gone }: Moved): readonly PlainRow[] => [
    ...added.map((one) => [what, '+', one, '', '']),
    ...gone.map((one) => [what, '-', one, '', '']),
  ]
  return [
    ['#what', 'how', 'which', 'effects', 'because of'],
    ...moves('evidence', difference.evidence),
    ...moves('indicator', difference.indicators),
    ...difference.accounts.map((one) => ['account', `${one.from ?? ''}>${one.to ?? ''}`, one.id, '', '']),
    ...difference.stores.map((one) => [
      'store',
      `${one.from ?? ''}>${one.to ?? ''}`,
      one.id,
      effectsText(one),
      one.becauseOf.join(','),
    ]),
    ...moves('identity', difference.identities),
    ...moves('change', difference.changes),
  ]
}
