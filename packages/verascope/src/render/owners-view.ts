import type { Assessment } from '@verascope/core/assess/assessment'
import type { OwnedPartResult, OwnerResult, UnmappedResult } from '@verascope/core/assess/owner-assessment'
import { counted, formatTime, shortBytesRange, shortCountRange } from './amounts.ts'
import { effectsText } from './effects.ts'
import { GLYPHS, joinBlocks, type Page, type PlainRow, VERDICTS } from './page.ts'
import { bounds } from './plain.ts'
import { type Column, printTable, type Row } from './table.ts'
import { hang, safeText } from './text.ts'

/** What is shown of an assessment by owner. */
export type ByOwner = Pick<Assessment, 'scopeVersion' | 'window' | 'ownersMap' | 'owners' | 'unmapped'>

const WIDE = 110
/** Rows of what is nobody's beyond this many are counted on a terminal, unless all are asked for. */
const SHOWN_UNMAPPED = 10

const WIDE_COLUMNS: readonly Column[] = [
  { title: 'verdict', fit: 'keep' },
  { title: 'owner', fit: 'shorten', min: 10 },
  { title: 'name', fit: 'shorten', min: 14 },
  { title: 'effects', fit: 'wrap', min: 10 },
  { title: 'sent', fit: 'keep', align: 'right' },
  { title: 'distinct', fit: 'keep', align: 'right' },
  { title: 'objects', fit: 'keep', align: 'right' },
  { title: 'sure', fit: 'keep' },
]

const NARROW_COLUMNS: readonly Column[] = [
  { title: 'verdict', fit: 'keep' },
  { title: 'owner', fit: 'shorten', min: 12 },
  { title: 'effects', fit: 'wrap', min: 10 },
  { title: 'sent', fit: 'keep', align: 'right' },
]

type Said = Pick<OwnerResult, 'verdict' | 'effects' | 'possibleEffects' | 'bytes' | 'objects'>

/** Worst first, and of these whoever lost most. */
function byVerdict<Item extends Pick<Said, 'verdict' | 'bytes'>>(items: readonly Item[]): readonly Item[] {
  const sent = ({ bytes }: Item): number => Number(bytes.sent.lower)
  return [...items].sort((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) || sent(b) - sent(a))
}

function columnsFor(page: Page, what: string): readonly Column[] {
  const columns = page.width >= WIDE ? WIDE_COLUMNS : NARROW_COLUMNS
  return columns.map((column) => (column.title === 'owner' ? { ...column, title: what } : column))
}

/** What a row says beside its verdict and amounts. */
interface Labels {
  readonly label: string
  readonly name: string
  readonly sure: string
  readonly beneath: string
}

function rowOf(said: Said, { label, name, sure, beneath }: Labels, wide: boolean): Row {
  const verdict = { text: `${GLYPHS[said.verdict]} ${said.verdict}`, tone: said.verdict }
  const [effects, sent] = [{ text: effectsText(said) }, { text: shortBytesRange(said.bytes.sent) }]
  const first = { text: safeText(label) }
  if (!wide) return { cells: [verdict, first, effects, sent], beneath: safeText(beneath) }
  const amounts = [{ text: shortBytesRange(said.bytes.distinct) }, { text: shortCountRange(said.objects) }]
  const cells = [verdict, first, { text: safeText(name) }, effects, sent, ...amounts, { text: sure }]
  return { cells, beneath: safeText(beneath) }
}

const UNMAPPED_WORDS: Readonly<Record<UnmappedResult['kind'], string>> = {
  whole: '',
  rest: 'what begins with no prefix of the map: ',
  unnamed: 'calls that name no object, and are no one part’s: ',
}

function nameOf({ kind, store, prefix }: OwnedPartResult): string {
  switch (kind) {
    case 'prefix':
      return `${prefix} in ${store}`
    case 'rest':
      return `what begins with no prefix of the map in ${store}`
    case 'whole':
    case 'unplaced':
      return prefix === null ? store : `${prefix} in ${store}`
  }
}

function partText(part: OwnedPartResult): string {
  const joint = part.joint ? ', of others as well' : ''
  return `${nameOf(part)} is ${part.verdict} (${part.confidence}${joint}): ${part.because}`
}

function ownerRow(owner: OwnerResult, page: Page): readonly Row[] {
  const wide = page.width >= WIDE
  const name = wide ? '' : `${owner.name} (${owner.confidence}): `
  const parts = page.all ? owner.parts.map((part): Row => ({ beneath: `  ${safeText(partText(part))}` })) : []
  const beneath = `${name}${counted(owner.parts.length, 'part')}; ${owner.because}`
  const labels = { label: owner.id, name: owner.name, sure: owner.confidence, beneath }
  return [rowOf(owner, labels, wide), ...parts]
}

function countLines(owners: readonly OwnerResult[]): string {
  const counts = VERDICTS.map((verdict) => `${owners.filter((one) => one.verdict === verdict).length} ${verdict}`)
  return counts.join(', ')
}

function unmappedLines(unmapped: readonly UnmappedResult[], page: Page): readonly string[] {
  if (unmapped.length === 0) return hang('  ', 'Every store and part is some owner’s by the map.', page.width)
  const sorted = byVerdict(unmapped)
  const shown = page.all ? sorted : sorted.slice(0, SHOWN_UNMAPPED)
  const left = sorted.length - shown.length
  const wide = page.width >= WIDE
  const rows = shown.map((one) =>
    rowOf(one, { label: one.store, name: '', sure: '', beneath: `${UNMAPPED_WORDS[one.kind]}${one.because}` }, wide),
  )
  return [
    page.paint('title', `WHAT IS NOBODY’S BY THE MAP: ${unmapped.length}`),
    ...printTable(columnsFor(page, 'store'), rows, page),
    ...(left === 0 ? [] : hang('  ', `… ${counted(left, 'more row')}: --all`, page.width)),
  ]
}

/** Verdicts and amounts by owner, and what no line of the map is about. */
export function ownersView({ scopeVersion, window, owners, unmapped }: ByOwner, page: Page): string {
  const span = `${formatTime(window.from, 'the first evidence')} to ${formatTime(window.to, 'the last evidence')}`
  return joinBlocks([
    [page.paint('title', `Scope v${scopeVersion}, by owner`), ...hang('Window:   ', span, page.width)],
    [
      page.paint('title', `OWNERS: ${owners.length} (${countLines(owners)})`),
      ...printTable(
        columnsFor(page, 'owner'),
        byVerdict(owners).flatMap((one) => ownerRow(one, page)),
        page,
      ),
    ],
    unmappedLines(unmapped, page),
    hang('', 'A part of several owners counts for each of them. What is marked >= is a lower bound.', page.width),
    ['Next:', `  ${page.program} scope --by owner --all`, `  ${page.program} owner list`],
  ])
}

function saidCells(said: Said): readonly string[] {
  const { verdict, effects, possibleEffects, bytes, objects } = said
  return [
    ...[verdict, effects.join(','), possibleEffects.join(','), bounds(bytes.sent), bounds(bytes.distinct)],
    bounds(objects),
  ]
}

const SAID = ['verdict', 'effects', 'possible effects', 'bytes sent', 'bytes distinct', 'objects']

/** `scope --by owner --plain`. */
export function ownerRows({ owners, unmapped }: ByOwner): readonly PlainRow[] {
  return [
    ['#owner', 'id', 'name', ...SAID, 'confidence', 'because'],
    ...owners.map((one) => ['owner', one.id, one.name, ...saidCells(one), one.confidence, one.because]),
    ['#part', 'owner', 'kind', 'store', 'prefix', ...SAID, 'joint', 'because', 'proof'],
    ...owners.flatMap(({ id, parts }) =>
      parts.map((part) => [
        ...['part', id, part.kind, part.store, part.prefix ?? '', ...saidCells(part), String(part.joint)],
        ...[part.because, part.proof],
      ]),
    ),
    ['#unmapped', 'kind', 'store', ...SAID, 'because', 'proof'],
    ...unmapped.map((one) => ['unmapped', one.kind, one.store, ...saidCells(one), one.because, one.proof]),
  ]
}
