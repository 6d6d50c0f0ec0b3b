import { constants, gunzipSync } from 'node:zlib'
import { isGzip } from '../archives/gzip.ts'

/** The bytes of a file as they were before compression, or why they cannot be had. */
export type Inflated =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** What stands before the place where the file is cut off; no checksum covers it. */
  | { readonly kind: 'cut'; readonly bytes: Uint8Array; readonly reason: string }
  | { readonly kind: 'fault'; readonly reason: string }

/** The largest inflated file that is read, in bytes: a file may claim to be anything, and memory is finite. */
export const LARGEST_INFLATED = 2 ** 31

/** The first guess of the output's size, which a hostile footer cannot drive up. */
const LARGEST_GUESS = 2 ** 26
const SMALLEST_GZIP = 18

/** The inflated size as the footer claims it, plus one: with the right size zlib needs one piece and no copying. */
function guessedSize(raw: Uint8Array): number {
  if (raw.length < SMALLEST_GZIP) return 2 ** 14
  const claimed = new DataView(raw.buffer, raw.byteOffset + raw.length - 4, 4).getUint32(0, true)
  return Math.max(2 ** 14, Math.min(claimed + 1, LARGEST_GUESS))
}

/** What was inflated, and how many bytes of the file zlib took for it. The platform's types do not know this answer. */
function takenOf(given: unknown): { readonly bytes: Uint8Array; readonly taken: number } | null {
  if (typeof given !== 'object' || given === null || !('buffer' in given) || !('engine' in given)) return null
  const { buffer, engine } = given
  if (!(buffer instanceof Uint8Array) || typeof engine !== 'object' || engine === null) return null
  const taken = 'bytesWritten' in engine ? engine.bytesWritten : null
  return typeof taken === 'number' ? { bytes: buffer, taken } : null
}

/** THREAT: zlib stops without a word at a zero byte behind a member, and what follows it would be lost without a trace. */
function whole(raw: Uint8Array, given: unknown): Inflated {
  const found = takenOf(given)
  if (found === null) throw new Error('the platform does not say how much of it was inflated')
  // Zeros alone are padding: tapes and some archives leave them.
  if (raw.subarray(found.taken).every((byte) => byte === 0)) return { kind: 'bytes', bytes: found.bytes }
  return { kind: 'fault', reason: 'its gzip data are damaged (something else stands between or behind them)' }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function faultOf(error: unknown, limit: number): string {
  const code = codeOf(error)
  if (code === 'ERR_BUFFER_TOO_LARGE') return tooLarge(limit)
  const detail = error instanceof Error ? error.message : String(error)
  return code.startsWith('Z_') ? `its gzip data are damaged (${detail})` : `it cannot be inflated (${detail})`
}

const CUT = 'its gzip data end too early: the file is cut off'

/** What can be had of gzip data that end too early. */
function beforeTheCut(raw: Uint8Array, limit: number): Inflated {
  try {
    const bytes = gunzipSync(raw, { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH })
    return { kind: 'cut', bytes, reason: CUT }
  } catch (error) {
    return { kind: 'fault', reason: faultOf(error, limit) }
  }
}

/** Why a file is refused that inflates to more than `limit` bytes. */
export function tooLarge(limit: number): string {
  return `it inflates to more than ${limit} bytes, which is more than is read from one file`
}

/**
 * Inflates a file if it is gzip, of one member or several; any other file is its own content. Checks the checksum and the length
 * of every member, and that nothing but padding follows: altered bytes never pass for evidence.
 * Of a file that is cut off what stands before is given and called so. More than `limit` bytes are a fault.
 */
export function inflate(raw: Uint8Array, limit: number): Inflated {
  if (!isGzip(raw))
    return raw.length > limit ? { kind: 'fault', reason: tooLarge(limit) } : { kind: 'bytes', bytes: raw }
  try {
    return whole(raw, gunzipSync(raw, { maxOutputLength: limit, chunkSize: guessedSize(raw), info: true }))
  } catch (error) {
    return codeOf(error) === 'Z_BUF_ERROR' ? beforeTheCut(raw, limit) : { kind: 'fault', reason: faultOf(error, limit) }
  }
}
