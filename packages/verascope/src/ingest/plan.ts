import { hash } from 'node:crypto'
import type { ManifestLine } from '../case/manifest-line.ts'
import type { FileBeside } from './beside.ts'
import type { Fingerprint } from './open-item.ts'
import type { FoundFile } from './walk.ts'

/** A file that was looked at; `id` is its number among all files of the run. */
export interface LookedFile extends FoundFile {
  readonly id: number
  readonly print: Fingerprint
  readonly beside: FileBeside | null
  /** Whether it stands beside another file itself. */
  readonly isSidecar?: true
}

/** Files with equal content: the one that is read, and those that are its copies. */
export interface Group {
  readonly original: LookedFile
  readonly copies: readonly LookedFile[]
}

/** A file whose content the case holds already, and the item that holds it. */
export interface KnownCopy {
  readonly file: LookedFile
  readonly of: ManifestLine
}

/** What is to be done with the files of a run. */
export interface Plan {
  /** How many files were read before, from the same path with the same bytes. */
  readonly alreadyKnown: number
  /** How many of their records were rejected. */
  readonly alreadyRejected: number
  readonly knownCopies: readonly KnownCopy[]
  readonly groups: readonly Group[]
}

/** Orders texts by their code units, the same on every machine. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function byName(a: FoundFile, b: FoundFile): number {
  return compareTexts(a.name, b.name) || compareTexts(a.path, b.path)
}

/** Whole files first: what is read of a cut one may be replaced, and no whole file may hang on it. */
function byWholeness(a: LookedFile, b: LookedFile): number {
  return Number(a.print.cut !== null) - Number(b.print.cut !== null) || byName(a, b)
}

/** Whether a line of the manifest is what reading a file would give: equal bytes, and for answers what stands beside them. */
function isAsRead(line: ManifestLine, { beside }: LookedFile): boolean {
  return line.answers !== true || (line.beside ?? null) === (beside?.sha256 ?? null)
}

/** Whether a line is all that reading the same file again would give: a sidecar that is gone takes nothing back of what it said. */
function isAllOf(line: ManifestLine, file: LookedFile): boolean {
  return file.beside === null || isAsRead(line, file)
}

/** The lines of equal key, in their order. */
function byKey(
  lines: readonly ManifestLine[],
  keyOf: (line: ManifestLine) => string | null,
): ReadonlyMap<string, readonly ManifestLine[]> {
  const map = new Map<string, ManifestLine[]>()
  for (const line of lines) {
    const key = keyOf(line)
    const list = key === null ? undefined : map.get(key)
    if (list !== undefined) list.push(line)
    else if (key !== null) map.set(key, [line])
  }
  return map
}

function seenKey(path: string, sha256: string): string {
  return `${sha256} ${path}`
}

/**
 * Sorts out what is new. Of several files with equal content the first by name is read, however they came in and whoever
 * looked at them first; the others are its copies.
 */
export function planFiles(files: readonly LookedFile[], known: readonly ManifestLine[]): Plan {
  const settled = known.filter((line) => line.state !== 'rejected')
  const seenLines = byKey(settled, (line) => seenKey(line.path, line.sha256))
  const seen = (file: LookedFile): ManifestLine | undefined => {
    const lines = seenLines.get(seenKey(file.path, file.print.sha256)) ?? []
    // What an answer was said to be asked last is what counts: said again as it was before, it is news.
    const said = lines.findLast((line) => line.answers === true && line.beside !== undefined)
    return said !== undefined && !isAllOf(said, file) ? undefined : lines.findLast((line) => isAllOf(line, file))
  }
  const cut = new Set(known.filter((line) => line.cut === true).map((line) => seenKey(line.path, line.sha256)))
  const held = byKey(settled, (line) =>
    line.state === 'read' && !cut.has(seenKey(line.path, line.sha256)) ? line.inflatedSha256 : null,
  )
  const fresh = files.filter((file) => seen(file) === undefined).sort(byWholeness)
  const knownCopies: KnownCopy[] = []
  const groups = new Map<string, { readonly original: LookedFile; readonly copies: LookedFile[] }>()
  for (const file of fresh) {
    const of = held.get(file.print.inflatedSha256)?.findLast((line) => isAsRead(line, file))
    const group = groups.get(file.print.inflatedSha256)
    if (of !== undefined) knownCopies.push({ file, of })
    else if (group !== undefined) group.copies.push(file)
    else groups.set(file.print.inflatedSha256, { original: file, copies: [] })
  }
  const alreadyRejected = files.reduce((sum, file) => sum + (seen(file)?.accounting.rejected ?? 0), 0)
  return { alreadyKnown: files.length - fresh.length, alreadyRejected, knownCopies, groups: [...groups.values()] }
}

/**
 * A group as what was read of its original is worth for its copies: of answers only those with the same beside them are copies, and
 * the others are groups of their own.
 */
export function split(group: Group, answers: boolean): readonly [Group, readonly Group[]] {
  const { original, copies } = group
  const besideOf = ({ beside }: LookedFile): string => beside?.sha256 ?? ''
  if (!answers || copies.every((copy) => besideOf(copy) === besideOf(original))) return [group, []]
  const others = new Map<string, { readonly original: LookedFile; readonly copies: LookedFile[] }>()
  for (const copy of copies.filter((one) => besideOf(one) !== besideOf(original))) {
    const known = others.get(besideOf(copy))
    if (known === undefined) others.set(besideOf(copy), { original: copy, copies: [] })
    else known.copies.push(copy)
  }
  const same = copies.filter((copy) => besideOf(copy) === besideOf(original))
  return [{ original, copies: same }, [...others.values()]]
}

/** The most inflated bytes of one part; a single larger file is a part of its own. */
const LARGEST_PART = 2 ** 26
/** Each part is a file in every table, which costs as much as some thousand records. */
const SMALLEST_PART = 2 ** 24
/** Into how many parts evidence is cut at least, where it is large enough: otherwise most cores would wait. */
const PARTS = 32

/**
 * Puts files together that are read into one part, largest first. It depends on the files alone, so that equal evidence gives
 * equal parts, whatever the machine.
 */
export function batchesOf(groups: readonly Group[]): readonly (readonly Group[])[] {
  const total = groups.reduce((sum, { original }) => sum + original.print.inflatedBytes, 0)
  const most = Math.min(LARGEST_PART, Math.max(SMALLEST_PART, total / PARTS))
  const order = [...groups].sort(
    (a, b) => b.original.print.inflatedBytes - a.original.print.inflatedBytes || byName(a.original, b.original),
  )
  const batches: Group[][] = []
  let room = 0
  for (const group of order) {
    const { inflatedBytes, cut } = group.original.print
    const last = batches.at(-1)
    if (last === undefined || inflatedBytes > room || cut !== null) {
      batches.push([group])
      // What is read of a cut file has a part of its own, which can be left out once the file is repaired.
      room = cut === null ? most - inflatedBytes : NO_ROOM
    } else {
      last.push(group)
      room -= inflatedBytes
    }
  }
  return batches
}

/** Less than any file takes, an empty one too. */
const NO_ROOM = -1

/** No kind of evidence is called so. */
const OWN = '(its own)'

/** Digits of a part's name: enough that no two parts of a case ever share one. */
const NAME_DIGITS = 32

/**
 * The name of the part for what one file says alone, where what stands beside it says what it was asked; null for any other file.
 * What an object's metadata say is added to what the object says and takes nothing back, so that its rows may stand with others.
 */
export function ownPartName(group: Group, parser: string, catalog: string): string | null {
  const { asked = null } = group.original.beside ?? {}
  return asked === null ? null : partName([group], parser, catalog, OWN)
}

/** The name of a part, made of what it holds and what it was read with: never used for anything else. */
export function partName(groups: readonly Group[], parser: string, catalog: string, as: string | null = null): string {
  const hashes = groups.map(({ original: { print, beside } }) =>
    [print.inflatedSha256, ...(print.cut === null ? [] : ['cut']), ...(beside === null ? [] : [beside.sha256])].join(
      ' ',
    ),
  )
  return hash('sha256', [parser, catalog, ...(as === null ? [] : [`as ${as}`]), ...hashes].join('\n'), 'hex').slice(
    0,
    NAME_DIGITS,
  )
}
