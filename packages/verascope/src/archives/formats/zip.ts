import { fstatSync, openSync } from 'node:fs'
import { Transform } from 'node:stream'
import { crc32 } from 'node:zlib'
import { type Entry, fromFdPromise, type ZipFile } from 'yauzl'
import type { ArchiveFormat, Member } from '../format.ts'
import { type Stretch, stretchOf, unlisted } from '../zip-stretches.ts'

/** How a zip begins: with a member, or with the directory of an empty one (PKWARE APPNOTE 4.3). */
const BEGINNINGS = ['504b0304', '504b0506']

const ENCRYPTED = 1
const SLASH = 0x2f
const METHODS: ReadonlySet<number> = new Set([0, 8])

function refusal(entry: Entry): string | null {
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) return 'it is encrypted'
  return METHODS.has(entry.compressionMethod)
    ? null
    : `it is compressed by method ${entry.compressionMethod}, which is not read`
}

/** Passes bytes on and fails at their end when they are not those that the directory tells of: the library checks the length only. */
function checked(entry: Entry): Transform {
  let sum = 0
  return new Transform({
    transform: (chunk: Buffer, _, done) => {
      sum = crc32(chunk, sum)
      done(null, chunk)
    },
    flush: (done) => done(sum === entry.crc32 ? null : new Error('its checksum is wrong')),
  })
}

async function memberOf(zip: ZipFile, entry: Entry): Promise<Member> {
  const name = entry.fileNameRaw
  const reason = refusal(entry)
  if (reason !== null) return { kind: 'refused', name, reason }
  try {
    const raw = await zip.openReadStreamPromise(entry)
    const body = checked(entry)
    raw.on('error', (error) => body.destroy(error))
    return { kind: 'file', name, body: raw.pipe(body) }
  } catch (error) {
    return { kind: 'refused', name, reason: error instanceof Error ? error.message : String(error) }
  }
}

/** THREAT: a name says nothing of what a member holds: one that is called like a folder may hold evidence. */
function isFolder({ fileNameRaw, uncompressedSize }: Entry): boolean {
  return fileNameRaw.at(-1) === SLASH && uncompressedSize === 0
}

async function* members(path: string | Buffer): AsyncGenerator<Member> {
  // Names are taken as bytes: the library would refuse the whole archive for one that leads out of it.
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true }
  const file = openSync(path, 'r')
  const zip = await fromFdPromise(file, options)
  const stretches: Stretch[] = []
  try {
    for await (const entry of zip.eachEntry()) {
      stretches.push(stretchOf(file, entry))
      if (!isFolder(entry)) yield await memberOf(zip, entry)
    }
    const fault = unlisted(file, fstatSync(file).size, stretches)
    if (fault !== null) throw new Error(fault)
  } finally {
    zip.close()
  }
}

/** Zip, by its directory at the end; without one it cannot be read. */
const format: ArchiveFormat = {
  name: 'zip',
  inGzip: false,
  is: (head) => BEGINNINGS.includes(Buffer.from(head.subarray(0, 4)).toString('hex')),
  members,
}

export default format
