import { createReadStream, type ReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { createGunzip, type Gunzip } from 'node:zlib'
import { createTarDecoder, type ParsedTarEntry } from 'modern-tar'
import { type ArchiveFormat, Doubtful, type Member } from '../format.ts'

const HEADER = 512
const SUM_AT = 148
const SUM_LENGTH = 8
const BLANK = 0x20

/** Whether a block is the header of a member: its checksum is right, which is all that the oldest tars have to tell them by (POSIX ustar). */
function isHeader(block: Uint8Array): boolean {
  if (block.length < HEADER || block[0] === 0) return false
  const stated = Number.parseInt(
    Buffer.from(block.subarray(SUM_AT, SUM_AT + SUM_LENGTH))
      .toString('latin1')
      .trim(),
    8,
  )
  let sum = 0
  for (const [at, byte] of block.subarray(0, HEADER).entries())
    sum += at >= SUM_AT && at < SUM_AT + SUM_LENGTH ? BLANK : byte
  return sum === stated
}

const KINDS: Readonly<Record<string, string>> = {
  link: 'it is a link to another member',
  symlink: 'it is a link',
  'character-device': 'it is a device',
  'block-device': 'it is a device',
  fifo: 'it is a pipe',
}

async function memberOf({ header, body }: ParsedTarEntry): Promise<Member | null> {
  const name = Buffer.from(header.name)
  if (header.type === 'directory') {
    await body.cancel()
    return null
  }
  const reason = KINDS[header.type ?? 'file']
  if (reason === undefined) return { kind: 'file', name, body: Readable.fromWeb(body) }
  await body.cancel()
  return { kind: 'refused', name, reason }
}

async function* membersIn(bytes: ReadStream | Gunzip): AsyncGenerator<Member> {
  const entries = Readable.toWeb(bytes).pipeThrough(createTarDecoder({ strict: true }))
  for await (const entry of entries) {
    const member = await memberOf(entry)
    if (member !== null) yield member
  }
}

/** THREAT: zlib stops without a word at a zero byte behind a member, and what follows it would be lost without a trace. */
async function isPadding(path: string | Buffer, start: number): Promise<boolean> {
  for await (const piece of createReadStream(path, { start })) {
    if (piece.some((byte: number) => byte !== 0)) return false
  }
  return true
}

/** The members of a tar in gzip. THREAT: altered bytes never pass for evidence, and the checksum comes behind all of them. */
async function* membersInGzip(path: string | Buffer): AsyncGenerator<Member> {
  const [raw, gunzip] = [createReadStream(path), createGunzip()]
  raw.on('error', (error) => gunzip.destroy(error))
  try {
    yield* membersIn(raw.pipe(gunzip))
  } catch (error) {
    const isDamaged = error instanceof Error && 'code' in error && error.code === 'Z_DATA_ERROR'
    throw isDamaged ? new Doubtful(`its gzip data are damaged (${error.message})`) : error
  }
  if (!(await isPadding(path, gunzip.bytesWritten))) throw new Error('something else stands behind its gzip data')
}

function members(path: string | Buffer, isGzip: boolean): AsyncGenerator<Member> {
  return isGzip ? membersInGzip(path) : membersIn(createReadStream(path))
}

/** Tar, plain or in gzip. */
const format: ArchiveFormat = { name: 'tar', inGzip: true, is: isHeader, members }

export default format
