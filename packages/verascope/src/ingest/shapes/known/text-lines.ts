import type { EvidenceRow } from '@verascope/core/domain/evidence-row'
import { HEAD_LINES, type LineReader } from '@verascope/core/domain/line-shape'
import { LONGEST_RECORD, tooLong } from '../longest-record.ts'
import type { Piece, Shape } from '../shape.ts'

const LINE_FEED = 0x0a
const RETURN = 0x0d
/** How far the lines that tell a file's kind are looked for, in bytes: no log has longer headings. */
const LONGEST_HEAD = 2 ** 18
const BOM = Buffer.from('\ufeff')

/** Bytes from `from` up to `to`, which is the line's end. */
interface Line {
  readonly from: number
  readonly to: number
}

/** The line that begins at `from`, without its end, and where the next one begins. */
function lineAt(bytes: Buffer, from: number): Line & { readonly next: number } {
  const end = bytes.indexOf(LINE_FEED, from)
  const stop = end < 0 ? bytes.length : end
  const to = stop > from && bytes[stop - 1] === RETURN ? stop - 1 : stop
  return { from, to, next: end < 0 ? bytes.length : end + 1 }
}

function startOf(bytes: Buffer): number {
  return bytes.subarray(0, BOM.length).equals(BOM) ? BOM.length : 0
}

/** The first lines that are not blank; one that is cut by the end of what is looked at is left out. */
function headOf(bytes: Buffer): readonly string[] {
  const head: string[] = []
  const most = Math.min(bytes.length, LONGEST_HEAD)
  for (let at = startOf(bytes); at < most && head.length < HEAD_LINES; ) {
    // Searched for in the head alone: a file without any line end must not be passed once for every kind of evidence.
    const { from, to, next } = lineAt(bytes.subarray(0, most), at)
    const isCut = next === most && most < bytes.length
    if (to > from && !isCut) head.push(bytes.toString('utf8', from, to))
    at = next
  }
  return head
}

/** What a stretch of lines is; null for what holds no record. */
function pieceOf(bytes: Buffer, { from, to }: Line, reader: LineReader): Piece | null {
  const place = { offset: from, length: to - from }
  if (place.length > LONGEST_RECORD) return { kind: 'damage', ...place, reason: tooLong() }
  try {
    const text = bytes.toString('utf8', from, to)
    const found = reader.read(reader.goesOn === undefined ? text : text.replaceAll('\r\n', '\n'))
    if (found === null) return null
    return found.kind === 'record'
      ? { kind: 'record', ...place, value: found.record }
      : { kind: 'damage', ...place, reason: found.reason }
  } catch (error) {
    // THREAT: a line made to break its reader costs itself and nothing else.
    const why = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    return { kind: 'damage', ...place, reason: `reading it failed (${why})` }
  }
}

/** Whether a line belongs to the stretch before it. What is too long to be one is no part of another. */
function goesOn(bytes: Buffer, { from, to }: Line, reader: LineReader): boolean {
  if (reader.goesOn === undefined || to - from > LONGEST_RECORD) return false
  return reader.goesOn(bytes.toString('utf8', from, to))
}

/** INVARIANT: a stretch is read before a later line is: what a heading says holds for the lines below it only. */
function* pieces(bytes: Buffer, row: EvidenceRow, reader: LineReader): Generator<Piece> {
  yield { kind: 'known', row }
  let open: Line | null = null
  for (let at = startOf(bytes); at < bytes.length; ) {
    const { from, to, next } = lineAt(bytes, at)
    at = next
    if (open !== null && goesOn(bytes, { from, to }, reader)) {
      open = { from: open.from, to }
      continue
    }
    const piece: Piece | null = open === null ? null : pieceOf(bytes, open, reader)
    if (piece !== null) yield piece
    open = to > from ? { from, to } : null
  }
  const last = open === null ? null : pieceOf(bytes, open, reader)
  if (last !== null) yield last
}

/**
 * Records in lines of text, each a line or several that belong together, in the way of a kind of evidence that knows the first lines.
 * A line that cannot be read is rejected by itself.
 */
const textLines: Shape = (bytes, evidence) => {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const head = headOf(view)
  if (head.length === 0) return null
  for (const row of evidence) {
    const reader = row.lines?.starts(head) ?? null
    if (reader !== null) return pieces(view, row, reader)
  }
  return null
}

export default textLines
