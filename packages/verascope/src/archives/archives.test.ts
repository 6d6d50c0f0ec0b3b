import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { packTar } from 'modern-tar'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { archiveIn, membersOf, withMember } from './archives.ts'
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
      expect(await withMember(path, 1, text)).toBe('bb')
      expect(await withMember(path, 2, text)).toBeNull()
    }
  })

  it('gives what stands before damage, and says what is wrong', async () => {
    const packed = await tarOf(TWO)
    const cut = (bytes: Uint8Array, at: number) => listed(bytes.subarray(0, at))
    expect(await cut(packed, 2048)).toEqual([SHOWN[0], expect.stringMatching(/! ./)])
    const zipped = gzipSync(packed)
    console.log(await cut(packed, 2048), await cut(packed, 1800), await cut(zipOf(TWO), 80))
    expect(await cut(zipped, zipped.length - 12)).toContainEqual(expect.stringMatching(/! ./))
    expect(await cut(zipOf(TWO), 80)).toEqual([expect.stringMatching(/^! ./)])
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
