import { isObject, type JsonObject, parseJson } from '@verascope/core/domain/json'
import { BYTE, endOfString } from './json-bytes.ts'

/** A record whose end was guessed right. */
export interface Guessed {
  readonly end: number
  readonly value: JsonObject
}

/** Longer records are left to those who look at every byte: a wrong guess must not cost much. */
const LONGEST_GUESS = 2 ** 20

/** How a record begins: its opener, its first key and the colon. Null when it has white space there, or no key. */
function beginningOf(bytes: Uint8Array, at: number): Uint8Array | null {
  if (bytes[at] !== BYTE.openObject || bytes[at + 1] !== BYTE.quote) return null
  const colon = endOfString(bytes, at + 2)
  return bytes[colon] === BYTE.colon ? bytes.subarray(at, colon + 1) : null
}

/**
 * Guesses where the records of a list end: before the next place that looks like the beginning of the first one. A machine writes
 * all records alike, and a search is several times as fast as a look at every byte.
 * INVARIANT: a guess only counts when the bytes up to it are JSON, and one object: then nothing else can be its end.
 */
export class GuessedEnds {
  readonly #view: Buffer
  #mark: Buffer | null = null
  #next = 0

  constructor(bytes: Uint8Array, first: number) {
    this.#view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    const beginning = beginningOf(bytes, first)
    if (beginning !== null) this.#mark = Buffer.concat([Buffer.from('},'), beginning])
  }

  /** The record that begins at `at`, or null when its end cannot be guessed. `at` only ever grows. */
  at(at: number): Guessed | null {
    // INVARIANT: work is linear. Each place is searched for once and tried once, whatever lies between the records.
    if (this.#mark === null || at < this.#next) return null
    const found = this.#view.indexOf(this.#mark, at)
    if (found < 0) {
      this.#mark = null
      return null
    }
    const end = found + 1
    this.#next = end
    if (end - at > LONGEST_GUESS) return null
    const value = parseJson(this.#view.toString('utf8', at, end))
    return isObject(value) ? { end, value } : null
  }
}
