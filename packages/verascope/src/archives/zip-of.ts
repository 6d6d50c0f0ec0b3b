import { crc32, deflateRawSync } from 'node:zlib'

/** A member of a zip that a test makes, with what it is to lie about. */
export interface ZipMember {
  readonly name: string | Buffer
  readonly content: string | Buffer
  readonly flags?: number
  readonly method?: number
  readonly sum?: number
  /** The inflated size that the directory states. */
  readonly size?: number
}

function shorts(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  for (const [at, value] of values.entries()) bytes.writeUInt16LE(value, at * 2)
  return bytes
}

function longs(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [at, value] of values.entries()) bytes.writeUInt32LE(value >>> 0, at * 4)
  return bytes
}

/** Makes a zip byte by byte (PKWARE APPNOTE 4.3), because no library makes a wrong one. For tests. */
export function zipOf(members: readonly ZipMember[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, flags = 0, method = 8, sum, size } of members) {
    const [label, packed] = [Buffer.from(name), deflateRawSync(content)]
    const sizes = longs(sum ?? crc32(content), packed.length, size ?? Buffer.byteLength(content))
    const common = [shorts(20, flags, method, 0, 0), sizes, shorts(label.length, 0)]
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), ...common, label, packed])
    directory.push(Buffer.from('PK\x01\x02'), shorts(20), ...common, shorts(0, 0, 0), longs(0, at), label)
    bodies.push(body)
    at += body.length
  }
  const list = Buffer.concat(directory)
  const end = [shorts(0, 0, members.length, members.length), longs(list.length, at), shorts(0)]
  return Buffer.concat([...bodies, list, Buffer.from('PK\x05\x06'), ...end])
}
