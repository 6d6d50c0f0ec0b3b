import { closeSync, openSync, readSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { constants, gunzipSync } from 'node:zlib'
import { type ArchiveFormat, HEAD_BYTES, type Member } from './format.ts'
import { formats } from './formats/index.generated.ts'
import { isGzip } from './gzip.ts'

/** How many times its size gzip can inflate to, at most. */
const MOST_INFLATED = 1100
/** Enough of a gzip file to inflate a head from, whatever name and comment its own header holds. */
const GZIP_HEAD_BYTES = 2 ** 12

/** A file that is an archive. */
export interface Archive {
  readonly format: ArchiveFormat
  readonly isGzip: boolean
}

function firstBytes(path: string | Buffer, count: number): Buffer {
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.alloc(count)
    return buffer.subarray(0, readSync(file, buffer, 0, count, 0))
  } finally {
    closeSync(file)
  }
}

/** The first bytes inside of a gzip file, as far as they can be had. */
function inflatedHead(raw: Buffer): Uint8Array {
  try {
    return gunzipSync(raw, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: GZIP_HEAD_BYTES * MOST_INFLATED })
  } catch {
    return new Uint8Array(0)
  }
}

/** The archive that a file is, judged by its content; null when it is none. Throws what the system says when it cannot be read. */
export function archiveIn(path: string | Buffer): Archive | null {
  const head = firstBytes(path, HEAD_BYTES)
  const packed = isGzip(head)
  const inner = packed ? inflatedHead(firstBytes(path, GZIP_HEAD_BYTES)).subarray(0, HEAD_BYTES) : head
  const format = formats.find((one) => (one.inGzip || !packed) && one.is(inner))
  return format === undefined ? null : { format, isGzip: packed }
}

/** The members of an archive, in their order. Throws where it is damaged, with words for people. */
export function membersOf(path: string | Buffer, { format, isGzip }: Archive): AsyncGenerator<Member> {
  return format.members(path, isGzip)
}

interface OpenArchive {
  readonly path: string | Buffer
  readonly members: AsyncGenerator<Member>
  /** The position of the member that comes next. */
  next: number
}

/**
 * Opens members of archives by their positions. An archive stays open where it was left: members that are asked for in their order
 * cost one pass over it, however many they are.
 */
export class MemberReader {
  #open: OpenArchive | null = null

  /**
   * Hands the bytes of one member, by its position among the members, to whoever reads them to their end; null when there is none or
   * it is refused. Rejects where the archive is damaged.
   */
  async read<Result>(
    path: string | Buffer,
    position: number,
    read: (body: Readable) => Promise<Result>,
  ): Promise<Result | null> {
    try {
      const body = await this.#bodyAt(path, position)
      return body === null ? null : await read(body)
    } catch (error) {
      await this.close()
      throw error
    }
  }

  async #bodyAt(path: string | Buffer, position: number): Promise<Readable | null> {
    const open = await this.#openAt(path, position)
    if (open === null) return null
    for (;;) {
      const { value: member, done } = await open.members.next()
      if (done === true) return null
      const at = open.next
      open.next += 1
      if (at === position) return member.kind === 'file' ? member.body : null
      if (member.kind === 'file') await passedOver(member.body)
    }
  }

  async #openAt(path: string | Buffer, position: number): Promise<OpenArchive | null> {
    if (this.#open !== null && String(this.#open.path) === String(path) && this.#open.next <= position)
      return this.#open
    await this.close()
    const archive = archiveIn(path)
    if (archive !== null) this.#open = { path, members: membersOf(path, archive), next: 0 }
    return this.#open
  }

  /** Closes what stayed open. */
  async close(): Promise<void> {
    const open = this.#open
    this.#open = null
    await open?.members.return(undefined)
  }
}

/** Reads a member to its end for nothing: what stands behind it in the archive comes only then. */
async function passedOver(body: Readable): Promise<void> {
  try {
    for await (const _ of body);
  } catch {
    // Its damage is its own, and was said when it was unpacked.
  }
}
