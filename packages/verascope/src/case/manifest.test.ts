import { createHash } from 'node:crypto'
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { appendItems, type CommittedItem, cutUnfinishedCommit, linesInForce, readManifest } from './manifest.ts'
import type { ManifestLine } from './manifest-line.ts'
import { rejectedRecords } from './rejected.ts'

let dir = ''
let path = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'verascope-manifest-'))
  path = join(dir, 'evidence/manifest.ndjson')
})
afterEach(() => rm(dir, { recursive: true }))

function lineOf(name: string, more: Partial<ManifestLine> = {}): ManifestLine {
  const sha256 = createHash('sha256').update(name).digest('hex')
  return {
    path: `/logs/${name}`,
    name,
    originalKey: null,
    state: 'read',
    reason: null,
    kind: 'kind',
    sha256,
    bytes: 1,
    inflatedSha256: sha256,
    inflatedBytes: 1,
    accounting: { read: 1, kept: 1, duplicate: 0, rejected: 0 },
    collector: null,
    acquiredAt: '2024-01-01T00:00:00.000Z',
    parser: '0.1.0',
    catalog: '0123456789abcdef',
    part: 'part-1',
    ...more,
  }
}

function itemOf(name: string, ...ordinals: readonly number[]): CommittedItem {
  const line = lineOf(name)
  const rejected = ordinals.map((ordinal) => ({ path: line.path, name, ordinal, offset: 0, reason: 'because' }))
  return { line, rejected }
}

describe('the manifest', () => {
  it('gives back what was committed, in order, with a hash that changes with it', async () => {
    const empty = await readManifest(dir)
    expect(empty.lines).toEqual([])
    await appendItems(dir, [itemOf('a'), itemOf('b')])
    const first = await readManifest(dir)
    await appendItems(dir, [itemOf('ключ\u2028')])
    const second = await readManifest(dir)
    expect(second.lines).toEqual([lineOf('a'), lineOf('b'), lineOf('ключ\u2028')])
    expect(new Set([empty.sha256, first.sha256, second.sha256]).size).toBe(3)
    expect(second.sha256).toBe(
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    )
  })

  it('counts a commit whole or not at all: killed at any byte, the case reads as before and goes on', async () => {
    await appendItems(dir, [itemOf('a')])
    const before = await readManifest(dir)
    await appendItems(dir, [itemOf('b'), itemOf('c')])
    const whole = await readFile(path)
    for (let length = before.length; length < whole.length; length += 1) {
      await writeFile(path, whole.subarray(0, length))
      expect(await readManifest(dir)).toEqual(before)
    }
    const torn = whole.subarray(0, -5)
    await writeFile(path, torn)
    await cutUnfinishedCommit(dir)
    await appendItems(dir, [itemOf('d')])
    expect((await readManifest(dir)).lines).toEqual([lineOf('a'), lineOf('d')])
  })

  it('of a case whose very first commit was killed is empty again', async () => {
    await appendItems(dir, [itemOf('a'), itemOf('b')])
    await writeFile(path, (await readFile(path)).subarray(0, -5))
    await cutUnfinishedCommit(dir)
    await appendItems(dir, [itemOf('c')])
    expect((await readManifest(dir)).lines).toEqual([lineOf('c')])
  })

  it('holds a commit of very many items', async () => {
    const many = Array.from({ length: 150_000 }, (_, at) => itemOf(String(at)))
    await appendItems(dir, many)
    expect((await readManifest(dir)).lines).toHaveLength(many.length)
  })

  it('with a line that is none is not read past it', async () => {
    await appendItems(dir, [itemOf('a'), itemOf('b')])
    const whole = await readFile(path, 'utf8')
    for (const [from, to] of [
      ['"read":1,', '"read":2,'],
      ['"path"', '"paht"'],
      ['part-1', '../part-1'],
      ['}\n', '\n'],
      ['\n', '\n\n'],
    ] as const) {
      await writeFile(path, whole.replace(from, to))
      await expect(readManifest(dir), to).rejects.toMatchObject({ code: 'VS7002' })
    }
  })

  it('takes no line that it could not read again', async () => {
    const accounting = { read: 2, kept: 1, duplicate: 0, rejected: 0 }
    await expect(appendItems(dir, [{ line: lineOf('a', { accounting }), rejected: [] }])).rejects.toThrow('manifest')
    expect((await readManifest(dir)).lines).toEqual([])
  })

  it('keeps fields of later versions', async () => {
    await appendItems(dir, [itemOf('a')])
    await writeFile(path, (await readFile(path, 'utf8')).replace('"name"', '"digest":"valid","name"'))
    expect((await readManifest(dir)).lines).toEqual([{ ...lineOf('a'), digest: 'valid' }])
  })
})

describe('the lines in force', () => {
  const lines = fc.array(
    fc
      .tuple(fc.constantFrom('a', 'b'), fc.constantFrom('read', 'duplicate', 'rejected'))
      .map(([name, state]) => lineOf(name, { state })),
  )

  it('are all but the rejections that a newer line of the same path supersedes', () => {
    const [rejected, read] = [lineOf('a', { state: 'rejected' }), lineOf('a')]
    expect(linesInForce([rejected, lineOf('b'), read])).toEqual([lineOf('b'), read])
    expect(linesInForce([read, rejected])).toEqual([read, rejected])
    expect(linesInForce([rejected, rejected])).toHaveLength(1)
  })

  it('lose nothing that was read, keep the newest of each path, and are the same when asked again', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const standing = linesInForce(all)
        expect(standing.filter((one) => one.state === 'read')).toEqual(all.filter((one) => one.state === 'read'))
        for (const name of ['a', 'b']) {
          const own = all.filter((one) => one.name === name)
          expect(standing.filter((one) => one.name === name).at(-1)).toBe(own.at(-1))
        }
        expect(linesInForce(standing)).toEqual(standing)
      }),
    )
  })
})

describe('rejected records', () => {
  it('count once, and only for items that the manifest commits', async () => {
    await appendItems(dir, [itemOf('a', 3, 1)])
    const once = await readFile(join(dir, 'evidence/rejected.ndjson'), 'utf8')
    // An ingest that was killed between the two files, and came again.
    await appendFile(join(dir, 'evidence/rejected.ndjson'), once)
    await appendItems(dir, [itemOf('b', 1)])
    const uncommitted = await readFile(join(dir, 'evidence/rejected.ndjson'), 'utf8')
    await appendFile(join(dir, 'evidence/rejected.ndjson'), uncommitted.replaceAll('"item":"', '"item":"00'))
    const { lines } = await readManifest(dir)
    expect(await rejectedRecords(dir, lines)).toEqual([
      { name: 'a', ordinal: 3, reason: 'because' },
      { name: 'a', ordinal: 1, reason: 'because' },
      { name: 'b', ordinal: 1, reason: 'because' },
    ])
    expect(await rejectedRecords(dir, lines.slice(0, 1))).toHaveLength(2)
    await appendFile(join(dir, 'evidence/rejected.ndjson'), '{}\n')
    await expect(rejectedRecords(dir, lines)).rejects.toMatchObject({ code: 'VS7002' })
  })
})
