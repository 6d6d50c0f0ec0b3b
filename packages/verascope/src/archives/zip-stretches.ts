import { readSync } from 'node:fs'
import type { Entry } from 'yauzl'

/** The bytes of a zip that a member of its directory takes: its own header and what is packed behind it. */
export interface Stretch {
  readonly from: number
  readonly end: number
}

/** The fixed part of a member's own header, and where it says how long its name and the extra behind it are (PKWARE APPNOTE 4.3.7). */
const HEADER = 30
const NAME_LENGTH_AT = 26
const EXTRA_LENGTH_AT = 28
const MEMBER = 0x04034b50
/** How long what may stand behind a packed member is, which says its sizes. */
const DESCRIPTORS = [0, 12, 16, 20, 24]

function bytesAt(file: number, at: number, length: number): Buffer {
  const buffer = Buffer.alloc(length)
  return buffer.subarray(0, readSync(file, buffer, 0, length, at))
}

/** The stretch of a member; one whose header is not there takes what the directory says at least. */
export function stretchOf(file: number, entry: Pick<Entry, 'relativeOffsetOfLocalHeader' | 'compressedSize'>): Stretch {
  const from = entry.relativeOffsetOfLocalHeader
  const header = bytesAt(file, from, HEADER)
  const more = header.length < HEADER ? 0 : header.readUInt16LE(NAME_LENGTH_AT) + header.readUInt16LE(EXTRA_LENGTH_AT)
  return { from, end: from + HEADER + more + entry.compressedSize }
}

function isMemberAt(file: number, at: number): boolean {
  const header = bytesAt(file, at, 4)
  return header.length === 4 && header.readUInt32LE() === MEMBER
}

/**
 * What the directory of a zip does not say, in words: THREAT: files that it leaves out would be lost without a trace, and files that
 * share bytes show different readers different things. Null when it says all.
 */
export function unlisted(file: number, size: number, stretches: readonly Stretch[]): string | null {
  const order = [{ from: 0, end: 0 }, ...stretches].sort((a, b) => a.from - b.from || a.end - b.end)
  for (const [at, { end }] of order.entries()) {
    const next = order[at + 1]?.from ?? size
    if (end > next) return 'files of its directory share bytes'
    if (DESCRIPTORS.some((more) => end + more < next && isMemberAt(file, end + more)))
      return 'it holds files that its directory does not name'
  }
  return null
}
