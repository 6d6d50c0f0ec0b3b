import type {
  AccessorCoverage,
  EventsCoverage,
  StoreCoverage,
  WayCoverage,
} from '@verascope/core/assess/store-coverage'
import { counted, formatSpan } from './amounts.ts'
import { GLYPHS, joinBlocks, type Page, VERDICTS } from './page.ts'
import { hang, safeText } from './text.ts'

function dim(lines: readonly string[], page: Page): readonly string[] {
  return lines.map((line) => page.paint('dim', line))
}

/** Events of several kinds of which the same is known. */
interface SameEvents {
  readonly kinds: readonly string[]
  readonly known: EventsCoverage
}

function alike(all: readonly EventsCoverage[]): readonly SameEvents[] {
  const groups = new Map<string, SameEvents>()
  for (const one of all) {
    const key = JSON.stringify([one.by, one.complete, one.reasons])
    const known = groups.get(key)
    groups.set(key, { kinds: [...(known?.kinds ?? []), one.events], known: known?.known ?? one })
  }
  return [...groups.values()]
}

const MOST_KINDS = 3

function kindsWords(kinds: readonly string[], page: Page): string {
  if (page.all || kinds.length <= MOST_KINDS) return kinds.join(', ')
  return `${kinds.slice(0, MOST_KINDS - 1).join(', ')} and ${counted(kinds.length - MOST_KINDS + 1, 'other kind')} (--all lists them)`
}

function eventsLines({ kinds, known: { by, complete, reasons } }: SameEvents, page: Page): readonly string[] {
  const logs = by.map((log) => log.split('/').at(-1) ?? log).join(', ')
  return [
    ...hang('      ', safeText(kindsWords(kinds, page)), page.width),
    ...complete.flatMap((span) =>
      hang('        ', safeText(`recorded whole by ${logs}: ${formatSpan(span.from, span.to)}`), page.width),
    ),
    ...reasons.flatMap(({ from, to, because }) =>
      dim(hang('        ', safeText(`not known ${formatSpan(from, to)}: ${because}`), page.width), page),
    ),
  ]
}

/** Why no record of a way can be whole. */
const UNPROVEN: Readonly<Partial<Record<WayCoverage['recordedBy'], readonly string[]>>> = {
  'best-effort-log': ['the log that records this way may leave events out'],
  nothing: ['no log of the provider records this way'],
}

function wayLines({ way, recordedBy, isComplete, events, assumptions }: WayCoverage, page: Page): readonly string[] {
  const state = isComplete ? page.paint('untouched', 'whole') : page.paint('undetermined', 'not whole')
  return [
    ...hang('    ', `${safeText(way)}: ${state}`, page.width),
    ...(UNPROVEN[recordedBy] ?? []).flatMap((words) => dim(hang('      ', words, page.width), page)),
    ...assumptions.flatMap((id) => hang('      ', `taken on the word of a person: ${id}`, page.width)),
    ...alike(events).flatMap((one) => eventsLines(one, page)),
  ]
}

function accessorLines(one: AccessorCoverage, page: Page): readonly string[] {
  const state = one.accounted
    ? page.paint('untouched', 'accounted for')
    : page.paint('undetermined', 'may be the actor')
  return [
    ...hang('    ', `${safeText(one.caller)}: ${state}`, page.width),
    ...dim(hang('      ', `${counted(one.calls, 'call')}, ${formatSpan(one.first, one.last)}`, page.width), page),
    ...hang('      ', safeText(one.because), page.width),
    ...(one.settledBy === null ? [] : dim(hang('      ', safeText(`settled by ${one.settledBy}`), page.width), page)),
  ]
}

function accessorBlock({ accessors, unjudged }: StoreCoverage, page: Page): readonly string[] {
  if (unjudged !== null) return [`  WHO ELSE WAS IN: not judged: ${unjudged}`]
  const none = '    Nobody but the actor and those whom the owner named is seen in the window.'
  return [
    '  WHO ELSE WAS IN',
    ...(accessors.length === 0 ? [none] : accessors.flatMap((one) => accessorLines(one, page))),
  ]
}

function verdictWords(verdict: string, page: Page): string {
  const word = VERDICTS.find((one) => one === verdict)
  return word === undefined ? safeText(verdict) : page.paint(word, `${GLYPHS[word]} ${word}`)
}

function storeBlocks(store: StoreCoverage, accessors: boolean, page: Page): readonly (readonly string[])[] {
  const { name, kind, account, region, verdict, window, ways } = store
  const where = `${account ?? 'account unknown'} ${region ?? 'region unknown'}`
  const more = `${counted(store.accessors.length, 'other caller')} touched it: --accessors shows how each is accounted for`
  return [
    [
      page.paint('title', safeText(`${name}  (${kind}, ${where})`)),
      ...hang('  ', `${verdictWords(verdict, page)} over ${formatSpan(window.from, window.to)}`, page.width),
    ],
    ['  WAYS IN', ...ways.flatMap((way) => wayLines(way, page))],
    accessors ? accessorBlock(store, page) : store.accessors.length > 0 ? hang('  ', more, page.width) : [],
    ['Next:', `  ${page.program} proof '${safeText(store.store)}'`],
  ]
}

/** What the verdict on a store stands on: the ways in, what the logs recorded of each, and who else was in. */
export function storeCoverageView(stores: readonly StoreCoverage[], accessors: boolean, page: Page): string {
  return joinBlocks(stores.flatMap((store) => storeBlocks(store, accessors, page)))
}
