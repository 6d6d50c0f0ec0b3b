/** The bytes that give JSON its structure. */
export const BYTE = {
  newline: 0x0a,
  quote: 0x22,
  comma: 0x2c,
  colon: 0x3a,
  openList: 0x5b,
  backslash: 0x5c,
  closeList: 0x5d,
  openObject: 0x7b,
  closeObject: 0x7d,
} as const

const OTHER = 0
const QUOTE = 1
const OPEN = 2
const CLOSE = 3

/** What a byte means outside of strings. */
const ROLE = new Uint8Array(256)
ROLE[BYTE.quote] = QUOTE
ROLE[BYTE.openList] = OPEN
ROLE[BYTE.openObject] = OPEN
ROLE[BYTE.closeList] = CLOSE
ROLE[BYTE.closeObject] = CLOSE

/** A closer is its opener and two: `[` `]` are 5b 5d, `{` `}` are 7b 7d. */
const TO_CLOSER = 2

/**
 * An end that was not found, as a negative number that holds the byte at which it was clear; see `brokenAt`.
 * A number and no object, because it is made once for every value of a file.
 */
export function broken(at: number): number {
  return -1 - at
}

/** The byte at which a value turned out to have no end: the length of the bytes when they stop in the middle of it. */
export function brokenAt(end: number): number {
  return -1 - end
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === BYTE.newline || byte === 0x0d || byte === 0x09
}

/** The first byte from `at` on that is no white space. */
export function skipSpace(bytes: Uint8Array, at: number): number {
  let i = at
  while (isSpace(bytes[i])) i += 1
  return i
}

/** The end of a string whose content begins at `at`: the byte after its closing quote. A raw newline ends no string but breaks it. */
export function endOfString(bytes: Uint8Array, at: number): number {
  const size = bytes.length
  for (let i = at; i < size; i += 1) {
    const byte = bytes[i]
    if (byte === BYTE.quote) return i + 1
    if (byte === BYTE.backslash) i += 1
    else if (byte === BYTE.newline) return broken(i)
  }
  return broken(size)
}

/** Whether a list or object may begin at `at`: after a value it may not, so a closer is missing before it. */
function mayOpen(bytes: Uint8Array, at: number): boolean {
  let i = at - 1
  while (isSpace(bytes[i])) i -= 1
  const before = bytes[i]
  return before === BYTE.comma || before === BYTE.colon || before === BYTE.openList
}

/** Open lists and objects, innermost last, as the closers they wait for. It grows, because hostile files nest without end. */
class Nesting {
  #closers = new Uint8Array(256)
  depth = 0

  /** Takes an opener. */
  open(opener: number): void {
    if (this.depth === this.#closers.length) {
      const larger = new Uint8Array(this.depth * 2)
      larger.set(this.#closers)
      this.#closers = larger
    }
    this.#closers[this.depth] = opener + TO_CLOSER
    this.depth += 1
  }

  /** Takes the opener or closer at `at`: the byte after it, or negative when it does not belong there. */
  take(bytes: Uint8Array, at: number): number {
    const byte = bytes[at] ?? 0
    if (ROLE[byte] === OPEN) {
      if (!mayOpen(bytes, at)) return broken(at)
      this.open(byte)
      return at + 1
    }
    this.depth -= 1
    return this.#closers[this.depth] === byte ? at + 1 : broken(at)
  }
}

function endOfContainer(bytes: Uint8Array, at: number): number {
  const size = bytes.length
  const nesting = new Nesting()
  nesting.open(bytes[at] ?? 0)
  let i = at + 1
  while (i < size) {
    const role = ROLE[bytes[i] ?? 0]
    if (role === OTHER) {
      i += 1
      continue
    }
    i = role === QUOTE ? endOfString(bytes, i + 1) : nesting.take(bytes, i)
    if (i < 0 || nesting.depth === 0) return i
  }
  return broken(size)
}

function endOfScalar(bytes: Uint8Array, at: number): number {
  let i = at
  for (; i < bytes.length; i += 1) {
    const byte = bytes[i]
    if (byte === BYTE.comma || byte === BYTE.closeList || byte === BYTE.closeObject || isSpace(byte)) break
  }
  return i === at ? broken(at) : i
}

/**
 * The end of the value that begins at `at`; negative when it has none (see `brokenAt`). Only its bounds are looked for: whether
 * it is JSON inside, JSON.parse decides. Takes time in proportion to the value and no stack, however deep it nests.
 */
export function endOfValue(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]
  if (byte === undefined) return broken(bytes.length)
  if (byte === BYTE.quote) return endOfString(bytes, at + 1)
  return ROLE[byte] === OPEN ? endOfContainer(bytes, at) : endOfScalar(bytes, at)
}
