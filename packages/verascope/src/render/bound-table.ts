import type { Range } from '@verascope/core/assess/said'
import type { StoreBounds } from '@verascope/core/assess/volume-bounds'
import { counted, formatBytes, formatCount, shortBytesRange, shortCountRange } from './amounts.ts'
import { GLYPHS, type Page, VERDICTS } from './page.ts'
import { type Column, printTable, type Row } from './table.ts'
import { hang, safeText } from './text.ts'

const WIDE = 110
/** Alike stores without a byte beyond this many are counted, unless all are asked for. */
const SHOWN_OF_RUN = 3

function isSomething({ lower, upper }: Range): boolean {
  return String(lower) !== '0' || (upper !== null && String(upper) !== '0')
}

/** Whether a proof says that nothing was taken: that is an amount, and no lack of one. */
function isNothing({ sent, distinct }: StoreBounds): boolean {
  return [sent, distinct].every(({ lower, upper }) => String(lower) === '0' && String(upper) === '0')
}

function hasBytes({ sent, distinct, listings }: StoreBounds): boolean {
  return [sent, distinct, listings].some(isSomething)
}

function notCounted({ waysNotCounted }: StoreBounds): string {
  return waysNotCounted.length === 0 ? '' : `; not counted: what was ${waysNotCounted.join(', ')}`
}

const SIDES = [
  ['lower', 'at least'],
  ['upper', 'at most'],
] as const

/** What kinds of evidence the bounds of bytes sent rest on. */
function foundBy({ methods }: StoreBounds): string {
  const found = SIDES.flatMap(([side, words]) => {
    const by = methods.filter((one) => one.of === `sent.${side}`).map((one) => one.by)
    return by.length === 0 ? [] : [`${words} by ${by.join(', ')}`]
  })
  return found.length === 0 ? '' : `; ${found.join(', ')}`
}

function toRow(store: StoreBounds, wide: boolean): Row {
  const { verdict, size, records } = store
  const cells = [
    { text: `${GLYPHS[verdict]} ${verdict}`, tone: verdict },
    { text: safeText(store.name === '' ? store.id : store.name) },
    { text: shortBytesRange(store.sent) },
    { text: shortBytesRange(store.distinct) },
    ...(wide ? [{ text: size === null ? 'unknown' : formatBytes(size, 'down') }] : []),
    { text: shortCountRange(store.objects) },
    { text: store.proof },
  ]
  const from = records.length === 0 ? 'no record of an access' : `records: ${records.join(', ')}`
  return { cells, beneath: `${safeText(store.kind)}${safeText(foundBy(store))}${notCounted(store)}; ${from}` }
}

function columns(wide: boolean): readonly Column[] {
  return [
    { title: 'verdict', fit: 'keep' },
    { title: 'store', fit: 'shorten', min: 12 },
    { title: 'sent', fit: 'keep', align: 'right' },
    { title: 'distinct', fit: 'keep', align: 'right' },
    ...(wide ? [{ title: 'size', fit: 'keep', align: 'right' } as const] : []),
    { title: 'objects', fit: 'keep', align: 'right' },
    { title: 'proof', fit: 'keep' },
  ]
}

/** Runs of stores that are alike and have no byte recorded; each store with bytes is a run of its own. */
function runsOf(stores: readonly StoreBounds[]): readonly (readonly StoreBounds[])[] {
  const runs = new Map<string, StoreBounds[]>()
  for (const store of stores) {
    const key = hasBytes(store) ? store.id : [store.kind, ...store.waysNotCounted].join(' ')
    const run = runs.get(key)
    if (run === undefined) runs.set(key, [store])
    else run.push(store)
  }
  return [...runs.values()]
}

function moreRow(run: readonly StoreBounds[]): Row {
  const [first] = run
  const rest = run.length - SHOWN_OF_RUN
  if (first === undefined || rest <= 0) return {}
  return {
    beneath: `… ${formatCount(rest)} more ${safeText(first.kind)} ${first.verdict}, no byte recorded${notCounted(first)}; list every one: --all`,
  }
}

/** The stores with their bounds, accessed ones first. What has no amount is counted, and never passes for zero. */
export function boundsTable(stores: readonly StoreBounds[], page: Page): readonly string[] {
  const wide = page.width >= WIDE
  const order = VERDICTS.flatMap((verdict) => stores.filter((one) => one.verdict === verdict))
  const shown = page.all ? order : order.filter((one) => one.verdict === 'accessed' || hasBytes(one))
  const rows = page.all
    ? shown.map((one) => toRow(one, wide))
    : runsOf(shown).flatMap((run) => [...run.slice(0, SHOWN_OF_RUN).map((one) => toRow(one, wide)), moreRow(run)])
  const hidden = order.filter((one) => !shown.includes(one))
  const none = hidden.filter(isNothing).length
  const rest = hidden.length - none
  const nothing = `… ${counted(none, 'more data store')} of which exactly nothing was taken, as their proofs say. List every one: --all`
  const more = `… ${counted(rest, 'more data store')} with no recorded amount. That is not zero: nothing bounds it. List every one: --all`
  return [
    ...(shown.length === 0 ? [] : printTable(columns(wide), rows, page)),
    ...(none === 0 ? [] : hang('  ', nothing, page.width).map((line) => page.paint('dim', line))),
    ...(rest === 0 ? [] : hang('  ', more, page.width).map((line) => page.paint('dim', line))),
  ]
}
