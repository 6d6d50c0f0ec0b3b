import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { packTar } from 'modern-tar'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { archiveIn, MemberReader, membersOf } from './archives.ts'
import { Doubtful } from './format.ts'
import { zipOf } from './zip-of.ts'

let dir = ''
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'verascope-archives-'))
})
afterAll(() => rmSync(dir, { recursive: true }))

function fileOf(bytes: Uint8Array): string {
  const path = join(dir, 'archive')
  writeFileSync(path, bytes)
  return path
}

/** The members as `name: content` or `name! reason`; an archive that is damaged from somewhere on ends with `! reason`. */
async function listed(bytes: Uint8Array): Promise<readonly string[] | null> {
  const path = fileOf(bytes)
  const archive = archiveIn(path)
  if (archive === null) return null
  const found: string[] = []
  try {
    for await (const member of membersOf(path, archive)) {
      const name = member.name.toString('latin1')
      const body =
        member.kind === 'refused'
          ? `! ${member.reason}`
          : await text(member.body).catch((error) => `! ${error.message}`)
      found.push(`${name}: ${body}`)
    }
  } catch (error) {
    found.push(`! ${error instanceof Error ? error.message : ''}`)
  }
  return found
}

const TWO = [
  { name: 'logs/a.json', content: 'aaaa'.repeat(200) },
  { name: '../../etc/b', content: 'bb' },
]
const SHOWN = TWO.map(({ name, content }) => `${name}: ${content}`)

async function tarOf(entries: readonly { name: string; content: string }[]): Promise<Buffer> {
  const folder = { header: { name: 'logs/', size: 0, type: 'directory' as const } }
  const files = entries.map(({ name, content }) => ({ header: { name, size: content.length }, body: content }))
  return Buffer.from(await packTar([folder, ...files]))
}

describe('an archive', () => {
  it('gives its members in their order, whatever they are called', async () => {
    expect(await listed(zipOf(TWO))).toEqual(SHOWN)
    expect(await listed(await tarOf(TWO))).toEqual(SHOWN)
    expect(await listed(gzipSync(await tarOf(TWO)))).toEqual(SHOWN)
  })

  it('is told by its content', async () => {
    for (const bytes of ['', '{"Records":[]}', 'PK', gzipSync('{"Records":[]}'), gzipSync(zipOf(TWO))])
      expect(await listed(Buffer.from(bytes))).toBeNull()
    expect(await listed(zipOf([]))).toEqual([])
  })

  it('opens one member by its position', async () => {
    for (const bytes of [zipOf(TWO), await tarOf(TWO), gzipSync(await tarOf(TWO))]) {
      const path = fileOf(bytes)
      const reader = new MemberReader()
      // In any order, and more than once.
      for (const at of [1, 1, 0, 1]) expect(await reader.read(path, at, text)).toBe(TWO[at]?.content)
      expect(await reader.read(path, 2, text)).toBeNull()
      await reader.close()
    }
  })

  it('gives what stands before damage, and says what is wrong', async () => {
    const packed = await tarOf(TWO)
    const cut = (bytes: Uint8Array, at: number) => listed(bytes.subarray(0, at))
    expect(await cut(packed, 2048)).toEqual([SHOWN[0], expect.stringMatching(/! ./)])
    const zipped = gzipSync(packed)
    expect(await cut(zipped, zipped.length - 12)).toContainEqual(expect.stringMatching(/! ./))
    expect(await cut(zipOf(TWO), 80)).toEqual([expect.stringMatching(/^! ./)])
  })

  it('in gzip says that altered bytes make all of it doubtful, and names what stands behind it', async () => {
    const packed = gzipSync(await tarOf(TWO))
    const altered = gzipSync(await tarOf([{ name: 'a', content: randomBytes(9000).toString('hex') }]))
    altered.writeUInt8(altered.readUInt8(altered.length - 7) ^ 1, altered.length - 7)
    const path = fileOf(altered)
    const archive = archiveIn(path)
    if (archive === null) return expect.unreachable()
    const passed = async (): Promise<void> => {
      for await (const member of membersOf(path, archive))
        if (member.kind === 'file') await text(member.body).catch(() => '')
    }
    await expect(passed()).rejects.toThrow(Doubtful)
    expect(await listed(Buffer.concat([packed, Buffer.alloc(9)]))).toEqual(SHOWN)
    const behind = Buffer.concat([packed, Buffer.alloc(1), packed])
    expect(await listed(behind)).toEqual([...SHOWN, '! something else stands behind its gzip data'])
  })

  it('says what the directory of a zip leaves out, or gives twice', async () => {
    const third = { name: 'c', content: 'c' }
    const end = Buffer.from('PK\x05\x06')
    const hidden = zipOf([...TWO, third])
    hidden.writeUInt16LE(2, hidden.indexOf(end) + 8)
    hidden.writeUInt16LE(2, hidden.indexOf(end) + 10)
    expect(await listed(hidden)).toEqual([...SHOWN, '! it holds files that its directory does not name'])
    const first = zipOf([third, TWO[1] ?? third])
    first.writeUInt32LE(0, first.lastIndexOf(Buffer.from('PK\x01\x02')) + 42)
    expect((await listed(first))?.at(-1)).toBe('! files of its directory share bytes')
  })

  it('leaves no file out of a zip that is called like a folder', async () => {
    const folder = { name: 'logs/', content: '' }
    expect(await listed(zipOf([folder, { name: 'logs/b/', content: 'bb' }]))).toEqual(['logs/b/: bb'])
  })

  it('refuses members that are encrypted, of another method, altered, or no files', async () => {
    const [first, second] = TWO
    if (first === undefined || second === undefined) return expect.unreachable()
    const odd = [{ ...first, flags: 1 }, { ...first, method: 12 }, { ...first, sum: 7 }, { ...first, size: 3 }, second]
    const shown = await listed(zipOf(odd))
    expect(shown).toEqual([
      'logs/a.json: ! it is encrypted',
      'logs/a.json: ! it is compressed by method 12, which is not read',
      'logs/a.json: ! its checksum is wrong',
      expect.stringMatching(/^logs\/a\.json: ! ./),
      SHOWN[1],
    ])
    const link = { header: { name: 'l', size: 0, type: 'symlink' as const, linkname: '/etc/passwd' } }
    expect(await listed(Buffer.from(await packTar([link])))).toEqual(['l: ! it is a link'])
  })
})
