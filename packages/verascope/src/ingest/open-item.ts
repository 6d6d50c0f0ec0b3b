import { createHash, hash } from 'node:crypto'
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { openable } from '../case/path-text.ts'
import { csvRecords } from '../csv/csv-records.ts'
import { KNOWN_TABLES } from '../csv/known-tables.ts'
import { inflate, tooLarge } from './inflate.ts'

/** What the bytes of a file are, by their hashes (SHA-256, hex). */
export interface Fingerprint {
  readonly sha256: string
  readonly bytes: number
  readonly inflatedSha256: string
  readonly inflatedBytes: number
  /** Why its end is missing, where it is: the hashes are then those of what stands before. */
  readonly cut: string | null
  /** `inflatedSha256` of an item whose end was missing and with whose bytes this one begins. */
  readonly continues?: string
}

/** A file that was opened and inflated, or what is known of one that could not be. */
export type OpenedItem =
  | {
      readonly kind: 'opened'
      readonly sha256: string
      readonly bytes: number
      readonly inflated: Uint8Array
      readonly cut: string | null
    }
  | { readonly kind: 'fault'; readonly sha256: string; readonly bytes: number; readonly reason: string }

/** SHA-256 of no bytes: what was read of a file that cannot be read. */
export const HASH_OF_NOTHING = hash('sha256', new Uint8Array(0), 'hex')

const STEP = 2 ** 20

/** The hash of a file that is too large to be held. */
function hashOf(path: string | Buffer): string {
  const sum = createHash('sha256')
  const buffer = Buffer.alloc(STEP)
  const file = openSync(path, 'r')
  try {
    for (let got = readSync(file, buffer); got > 0; got = readSync(file, buffer)) sum.update(buffer.subarray(0, got))
  } finally {
    closeSync(file)
  }
  return sum.digest('hex')
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read by this user'
  if (code === 'ENOENT') return 'it is gone'
  return `it cannot be read (${code === '' ? String(error) : code})`
}

/** Inflates the bytes of a file; `limit` is the largest inflated size in bytes. Never throws for what they are. */
export function openBytes(raw: Uint8Array, limit: number): OpenedItem {
  const [sha256, bytes] = [hash('sha256', raw, 'hex'), raw.length]
  const inflated = inflate(raw, limit)
  if (inflated.kind === 'fault') return { kind: 'fault', sha256, bytes, reason: inflated.reason }
  const cut = inflated.kind === 'cut' ? inflated.reason : null
  return { kind: 'opened', sha256, bytes, cut, inflated: csvRecords(inflated.bytes, KNOWN_TABLES) ?? inflated.bytes }
}

/** Reads a file whole and inflates it; `limit` is the largest inflated size in bytes. Never throws for what the file is. */
export function openItem(path: string, limit: number): OpenedItem {
  try {
    const file = openable(path)
    const { size } = statSync(file)
    if (size > limit) return { kind: 'fault', sha256: hashOf(file), bytes: size, reason: tooLarge(limit) }
    return openBytes(readFileSync(file), limit)
  } catch (error) {
    return { kind: 'fault', sha256: HASH_OF_NOTHING, bytes: 0, reason: reasonOf(error) }
  }
}
