import { GuessedEnds } from '../guessed-ends.ts'
import { BYTE, broken, brokenAt, endOfString, endOfValue, skipSpace } from '../json-bytes.ts'
import type { Piece, Shape } from '../shape.ts'

/** Where reading a value stopped: at its end, or (`end` negative) broken in something that began at `from`. */
interface Stop {
  readonly end: number
  readonly from: number
}

const BOM = [0xef, 0xbb, 0xbf] as const
const NEXT_LINE = Buffer.from('\n{')

function recordAt(offset: number, end: number): Piece {
  return { kind: 'record', offset, length: end - offset }
}

/** What follows a member: the next one, the closer, or negative when it is neither. */
function afterMember(bytes: Uint8Array, end: number, closer: number): number {
  const i = skipSpace(bytes, end)
  if (bytes[i] === BYTE.comma) return skipSpace(bytes, i + 1)
  return bytes[i] === closer ? i : broken(i)
}

/** The members of a list whose content begins at `at`, each as a record. */
function* members(bytes: Uint8Array, at: number): Generator<Piece, Stop> {
  let i = skipSpace(bytes, at)
  const ends = new GuessedEnds(bytes, i)
  while (bytes[i] !== BYTE.closeList) {
    const guessed = ends.at(i)
    const end = guessed?.end ?? endOfValue(bytes, i)
    if (end < 0) return { end, from: i }
    yield guessed === null ? recordAt(i, end) : { kind: 'record', offset: i, length: end - i, value: guessed.value }
    i = afterMember(bytes, end, BYTE.closeList)
    if (i < 0) return { end: i, from: brokenAt(i) }
  }
  return { end: i + 1, from: at }
}

function keyText(bytes: Uint8Array, from: number, to: number): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('utf8')
  if (!text.includes('\\')) return text
  try {
    return String(JSON.parse(`"${text}"`))
  } catch {
    return text
  }
}

/** A member of an object: where its value begins (negative when it has none), and its key where the value is a list. */
interface Member {
  readonly value: number
  readonly listKey: string | null
}

function memberAt(bytes: Uint8Array, at: number): Member {
  if (bytes[at] !== BYTE.quote) return { value: broken(at), listKey: null }
  const keyEnd = endOfString(bytes, at + 1)
  if (keyEnd < 0) return { value: keyEnd, listKey: null }
  const colon = skipSpace(bytes, keyEnd)
  if (bytes[colon] !== BYTE.colon) return { value: broken(colon), listKey: null }
  const value = skipSpace(bytes, colon + 1)
  return { value, listKey: bytes[value] === BYTE.openList ? keyText(bytes, at + 1, keyEnd - 1) : null }
}

/** An object on the top level: the records of its lists, or the object itself as the record when it has no such list. */
function* topObject(bytes: Uint8Array, at: number, lists: ReadonlySet<string>): Generator<Piece, Stop> {
  let from = at
  let i = skipSpace(bytes, at + 1)
  while (bytes[i] !== BYTE.closeObject) {
    const { value, listKey } = memberAt(bytes, i)
    if (value < 0) return { end: value, from }
    if (listKey !== null && lists.has(listKey)) {
      yield { kind: 'list', key: listKey }
      const stop = yield* members(bytes, value + 1)
      if (stop.end < 0) return stop
      i = stop.end
      from = i
    } else i = endOfValue(bytes, value)
    i = i < 0 ? i : afterMember(bytes, i, BYTE.closeObject)
    if (i < 0) return { end: i, from }
  }
  if (from === at) yield recordAt(at, i + 1)
  return { end: i + 1, from }
}

function reasonAt(size: number, { end, from }: Stop): string {
  if (brokenAt(end) < size) return 'it is no JSON, and where it ends cannot be told: what follows in it is lost with it'
  return from >= size
    ? 'the file ends before its list of records does: what followed is not here'
    : 'the file ends in the middle of a record: the rest of it and what followed are not here'
}

/** Closers that are left over when reading goes on inside of a broken value; they hold no record. */
function skipClosers(bytes: Uint8Array, at: number): number {
  let i = skipSpace(bytes, at)
  while (bytes[i] === BYTE.closeList || bytes[i] === BYTE.closeObject || bytes[i] === BYTE.comma) {
    i = skipSpace(bytes, i + 1)
  }
  return i
}

function startOf(bytes: Uint8Array): number {
  return skipSpace(bytes, BOM.every((byte, at) => bytes[at] === byte) ? BOM.length : 0)
}

function* topValue(bytes: Uint8Array, at: number, lists: ReadonlySet<string>): Generator<Piece, Stop> {
  if (bytes[at] === BYTE.openObject) return yield* topObject(bytes, at, lists)
  if (bytes[at] === BYTE.openList) return yield* members(bytes, at + 1)
  return { end: broken(at), from: at }
}

function* values(bytes: Uint8Array, lists: ReadonlySet<string>): Generator<Piece> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const size = bytes.length
  let at = startOf(bytes)
  let isDamaged = false
  // INVARIANT: work is linear. Going on after damage reads bytes a second time, and a hostile file could make that every time.
  let reread = 0
  while (at < size) {
    const stop = yield* topValue(bytes, at, lists)
    if (stop.end >= 0) {
      at = skipSpace(bytes, stop.end)
      if (bytes[at] === BYTE.comma || isDamaged) at = skipClosers(bytes, at)
      continue
    }
    isDamaged = true
    // THREAT: a record that is made up inside of a string must not become evidence. A string holds no raw newline.
    const next = reread > size ? -1 : view.indexOf(NEXT_LINE, stop.from)
    const resumed = next < 0 ? size : next + 1
    yield { kind: 'damage', offset: stop.from, length: resumed - stop.from, reason: reasonAt(size, stop) }
    reread += Math.max(0, brokenAt(stop.end) - resumed)
    at = resumed
  }
}

/**
 * Records in JSON, in any layout: a list, an object that holds lists under the keys of evidence, JSON lines, values one after the
 * other, or one object that is the record. After damage reading goes on at the next line that begins with an object.
 */
const jsonRecords: Shape = (bytes, evidence) => {
  const first = bytes[startOf(bytes)]
  const lists = new Set(evidence.flatMap((row) => row.recordArrays))
  return first === BYTE.openObject || first === BYTE.openList ? values(bytes, lists) : null
}

export default jsonRecords
