import type { StoreResult } from '@verascope/core/assess/assessment'
import { counted, formatCount, shortBytesRange } from './amounts.ts'
import { effectsText } from './effects.ts'
import { sortedStores } from './order.ts'
import { GLYPHS, type Page } from './page.ts'
import { type Column, printTable, type Row } from './table.ts'
import { safeText } from './text.ts'

/** Alike stores beyond this many are counted on a terminal, unless all are asked for. */
const LONGEST_RUN = 6
const SHOWN_OF_RUN = 3
const WIDE = 110

const WIDE_COLUMNS: readonly Column[] = [
  { title: 'verdict', fit: 'keep' },
  { title: 'kind', fit: 'shorten', min: 10 },
  { title: 'store', fit: 'shorten', min: 18 },
  { title: 'effects', fit: 'wrap', min: 10 },
  { title: 'sent', fit: 'keep', align: 'right' },
  { title: 'distinct', fit: 'keep', align: 'right' },
  { title: 'proof', fit: 'keep' },
]

const NARROW_COLUMNS: readonly Column[] = [
  { title: 'verdict', fit: 'keep' },
  { title: 'store', fit: 'shorten', min: 14 },
  { title: 'effects', fit: 'wrap', min: 10 },
  { title: 'sent', fit: 'keep', align: 'right' },
  { title: 'proof', fit: 'keep' },
]

/** A store's name for people; its id where it has none. */
export function storeLabel(store: StoreResult): string {
  return safeText(store.name === '' ? store.id : store.name)
}

function alike(store: StoreResult): string {
  return [store.verdict, store.kind, store.account, effectsText(store)].join(' ')
}

/** Cuts a sorted list into runs of alike stores, wherever these stand. */
function runsOf(stores: readonly StoreResult[]): readonly (readonly StoreResult[])[] {
  const runs = new Map<string, StoreResult[]>()
  for (const store of sortedStores(stores)) {
    const run = runs.get(alike(store))
    if (run === undefined) runs.set(alike(store), [store])
    else run.push(store)
  }
  return [...runs.values()]
}

function toRow(store: StoreResult, wide: boolean): Row {
  const verdict = { text: `${GLYPHS[store.verdict]} ${store.verdict}`, tone: store.verdict }
  const [name, effects] = [{ text: storeLabel(store) }, { text: effectsText(store) }]
  const [sent, proof] = [{ text: shortBytesRange(store.bytes.sent) }, { text: store.proof }]
  const place = store.account === '' ? '' : ` in ${safeText(store.account)}`
  const because = safeText(store.because)
  if (!wide) return { cells: [verdict, name, effects, sent, proof], beneath: `${store.kind}${place}: ${because}` }
  const distinct = { text: shortBytesRange(store.bytes.distinct) }
  const cells = [verdict, { text: store.kind }, name, effects, sent, distinct, proof]
  return { cells, beneath: `${because}${place}` }
}

function moreRow(run: readonly StoreResult[], shown: number): Row {
  const [first] = run
  if (first === undefined) return {}
  const rest = run.length - shown
  return {
    beneath: `… ${formatCount(rest)} more ${first.kind} ${first.verdict}, ${effectsText(first)}; list every one: --all`,
  }
}

/** The table of stores. Long runs of alike ones are counted, and the count is always said. */
export function storesTable(stores: readonly StoreResult[], page: Page): readonly string[] {
  if (stores.length === 0) return ['  no data store is named in the evidence']
  const wide = page.width >= WIDE
  const rows = runsOf(stores).flatMap((run): readonly Row[] => {
    if (page.all || run.length <= LONGEST_RUN) return run.map((store) => toRow(store, wide))
    return [...run.slice(0, SHOWN_OF_RUN).map((store) => toRow(store, wide)), moreRow(run, SHOWN_OF_RUN)]
  })
  return printTable(wide ? WIDE_COLUMNS : NARROW_COLUMNS, rows, page)
}

/** `12 stores`. */
export function storesCount(count: number): string {
  return counted(count, 'data store')
}
