import { createHash } from 'node:crypto'
import type { Assumed } from '@verascope/core/domain/assumption'
import { linesInForce } from './manifest.ts'
import type { ManifestLine } from './manifest-line.ts'

type DeliveryScope = Assumed<'delivery'>['scope']

/** Which files somebody vouched for: those that the manifest held then and that may be of the log. */
export interface DeliveryPin {
  /** How many lines the manifest had. */
  readonly lines: number
  /** How many different files. */
  readonly files: number
  /** SHA-256 (hex) over the sorted list of the SHA-256 of their inflated bytes, a line each. */
  readonly sha256: string
}

/** What the files of a case are compared with: the scope, and the kinds of evidence that logs deliver. */
export interface PinSubject {
  readonly scope: DeliveryScope
  readonly kinds: ReadonlySet<string>
}

/** Whether a key names something of a form, but not this. */
function isOfAnother(key: string, wanted: string | null, form: RegExp): boolean {
  const named = wanted === null ? [] : key.split('/').filter((part) => form.test(part))
  return wanted !== null && named.length > 0 && !named.includes(wanted)
}

/**
 * Whether a file may be one that the log delivered. A file does not say which log it is of; only an account or region in its place
 * tells that it is another's. What cannot be told counts as the log's.
 */
function mayBeOf({ originalKey, kind }: ManifestLine, { scope, kinds }: PinSubject): boolean {
  if (kind === null || !kinds.has(kind)) return false
  if (originalKey === null) return true
  return (
    !isOfAnother(originalKey, scope.account, /^\d{12}$/) &&
    !isOfAnother(originalKey, scope.region, /^[a-z]{2}(?:-[a-z]+)+-\d+$/)
  )
}

/** The files that are read and may be of the log: the hash of each, and its name. */
function coveredBy(lines: readonly ManifestLine[], subject: PinSubject): ReadonlyMap<string, string> {
  const read = linesInForce(lines).filter((line) => line.state !== 'rejected' && mayBeOf(line, subject))
  return new Map(read.flatMap(({ inflatedSha256, name }) => (inflatedSha256 === null ? [] : [[inflatedSha256, name]])))
}

function hashOf(files: ReadonlyMap<string, string>): string {
  return createHash('sha256')
    .update([...files.keys()].sort().join('\n'))
    .digest('hex')
}

/** Pins the files that a delivery assumption is about, as the manifest has them now. */
export function pinDelivery(lines: readonly ManifestLine[], subject: PinSubject): DeliveryPin {
  const files = coveredBy(lines, subject)
  return { lines: lines.length, files: files.size, sha256: hashOf(files) }
}

function onlyIn(some: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): readonly string[] {
  return [...some].filter(([hash]) => !others.has(hash)).map(([, name]) => name)
}

function fileWords(names: readonly string[]): string {
  return names.length === 1 ? `${names[0]}` : `${names.length} files, the first of them ${names[0]}`
}

/**
 * Why what was pinned no longer holds; null where it does. A file that is gone was vouched for; one that came later may be of the
 * log, and then its files were not whole.
 */
export function brokenPin(pin: DeliveryPin, lines: readonly ManifestLine[], subject: PinSubject): string | null {
  const then = coveredBy(lines.slice(0, pin.lines), subject)
  if (lines.length < pin.lines || hashOf(then) !== pin.sha256)
    return 'the manifest no longer holds the files that it was signed for'
  const now = coveredBy(lines, subject)
  const [gone, added] = [onlyIn(then, now), onlyIn(now, then)]
  if (gone.length > 0) return `it was signed for files that are no longer evidence: ${fileWords(gone)}`
  if (added.length === 0) return null
  return `files were read after it was signed that may be of the same log, which then was not whole: ${fileWords(added)}`
}
