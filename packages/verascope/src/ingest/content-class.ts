import { hash } from 'node:crypto'
import { rows as evidence } from '@verascope/core/catalog/evidence/index.generated'
import { recognised } from '@verascope/core/domain/evidence-row'
import { canonicalText, isObject, parseJson } from '@verascope/core/domain/json'
import { MemberReader } from '../archives/archives.ts'
import type { ManifestLine } from '../case/manifest-line.ts'
import { type ItemPlace, openSpans } from '../case/raw-records.ts'
import type { AmbiguousRow } from '../engine/copies-engine.ts'
import { compareTexts } from './plan.ts'

/** The most bytes of records that are opened at once: they become text, and memory is finite. */
const MOST_AT_ONCE = 2 ** 26
const DIGITS = 32

/**
 * What a raw record says, as a hash (hex): without what the provider may add later, in any order of keys. Null for what no kind
 * of evidence recognises, which is like nothing else.
 */
function contentClass(text: string): string | null {
  const found = parseJson(text)
  const known = isObject(found) ? recognised(evidence, found) : null
  if (known === null) return null
  const { row, record } = known
  const added = new Set(row.enrichments)
  const said = Object.fromEntries(Object.entries(record).filter(([key]) => !added.has(key)))
  return hash('sha256', canonicalText(said), 'hex').slice(0, DIGITS)
}

/** The files in which each item lies, the one that was read before its copies. */
function placesByItem(lines: readonly ManifestLine[]): ReadonlyMap<string, readonly ItemPlace[]> {
  const places = new Map<string, ItemPlace[]>()
  const order = [
    ...lines.filter((line) => line.state === 'read'),
    ...lines.filter((line) => line.state === 'duplicate'),
  ]
  for (const line of order) {
    const { inflatedSha256: item } = line
    if (item !== null) places.set(item, [...(places.get(item) ?? []), line])
  }
  return places
}

function byItem(rows: readonly AmbiguousRow[]): ReadonlyMap<string, readonly AmbiguousRow[]> {
  const items = new Map<string, AmbiguousRow[]>()
  for (const row of rows) {
    const inItem = items.get(row.item)
    if (inItem === undefined) items.set(row.item, [row])
    else inItem.push(row)
  }
  return items
}

function* portions(rows: readonly AmbiguousRow[]): Generator<readonly AmbiguousRow[]> {
  let portion: AmbiguousRow[] = []
  let bytes = 0
  for (const row of rows) {
    if (portion.length > 0 && bytes + row.length > MOST_AT_ONCE) {
      yield portion
      portion = []
      bytes = 0
    }
    portion.push(row)
    bytes += row.length
  }
  if (portion.length > 0) yield portion
}

interface Item {
  readonly item: string
  readonly places: readonly ItemPlace[]
  readonly rows: readonly AmbiguousRow[]
}

/** Items with their rows; members of an archive follow each other in their order, so that it is passed once. */
function inOrder(rows: readonly AmbiguousRow[], lines: readonly ManifestLine[]): readonly Item[] {
  const places = placesByItem(lines)
  const items = [...byItem(rows)].map(([item, own]) => ({ item, places: places.get(item) ?? [], rows: own }))
  const containerOf = ({ places: [first] }: Item) => first?.container
  return items.sort((a, b) => {
    const [one, other] = [containerOf(a), containerOf(b)]
    return compareTexts(one?.path ?? '', other?.path ?? '') || (one?.position ?? 0) - (other?.position ?? 0)
  })
}

async function textsOf({ item, places }: Item, rows: readonly AmbiguousRow[], reader: MemberReader) {
  for (const place of places) {
    const opened = await openSpans(place, item, rows, reader)
    if (opened.kind === 'texts') return opened.texts
  }
  return []
}

/**
 * The class of every raw record that can be opened, by its hash (`rawHash`). Each file is opened once, and nothing of it counts
 * unless all of it is what was read into the case.
 */
export async function contentClasses(
  rows: readonly AmbiguousRow[],
  lines: readonly ManifestLine[],
  progress: (text: string) => void,
): Promise<ReadonlyMap<string, string>> {
  const classes = new Map<string, string>()
  const items = inOrder(rows, lines)
  const reader = new MemberReader()
  for (const [done, one] of items.entries()) {
    const unknown = one.rows.filter((row) => !classes.has(row.rawHash))
    for (const portion of portions(unknown)) {
      const texts = await textsOf(one, portion, reader)
      texts.forEach((text, at) => {
        const [found, row] = [contentClass(text), portion[at]]
        if (found !== null && row !== undefined) classes.set(row.rawHash, found)
      })
    }
    progress(`compared copies in ${done + 1} of ${items.length} files`)
  }
  await reader.close()
  return classes
}
