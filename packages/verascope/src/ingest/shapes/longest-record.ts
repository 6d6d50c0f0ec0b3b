/**
 * The longest record that is read whatever is in it, in bytes. THREAT: small text can make large values, and memory that runs out
 * inside of JSON.parse ends the whole program and not only the thread. The worst 8 MiB make about 200 MB.
 */
export const LONGEST_RECORD: number = 2 ** 23
/** The longest answer that is read where it holds no more values than that: a listing of a bucket is one of some 300 bytes a key. */
const LONGEST_SPARSE = 2 ** 27
const MOST_VALUES = 2 ** 22

/** What values are told apart by: every one but the first of its list or object follows one of these. */
const OPENERS: ReadonlySet<number> = new Set([0x5b, 0x7b, 0x2c])

/** Whether a text holds no more values than the longest record may. */
export function isSparse(raw: Uint8Array): boolean {
  if (raw.length > LONGEST_SPARSE) return false
  let values = 0
  for (const byte of raw) if (OPENERS.has(byte)) values += 1
  return values <= MOST_VALUES
}

/** Why a longer one is refused. */
export function tooLong(): string {
  return `it is longer than ${LONGEST_RECORD} bytes, as no call is (an answer may have ${LONGEST_SPARSE} bytes and ${MOST_VALUES} values)`
}
