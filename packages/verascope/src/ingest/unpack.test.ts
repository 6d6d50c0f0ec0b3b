import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { packTar } from 'modern-tar'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { zipOf } from '../archives/zip-of.ts'
import { unpackArchives } from './unpack.ts'
import { walk } from './walk.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'verascope-unpack-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

const LIMITS = { growth: 10, allowed: 1000, members: 3, largest: 2000 }
const zeros = (name: string, size: number): { name: string; content: Buffer } => ({ name, content: Buffer.alloc(size) })

async function unpacked(...members: Parameters<typeof zipOf>[0]): Promise<readonly string[]> {
  writeFileSync(join(dir, 'a.zip'), zipOf(members))
  const folder = join(dir, 'unpacked')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  const found = await unpackArchives(walk([join(dir, 'a.zip')], folder), { folder, known: [], limits: LIMITS })
  // What was refused leaves nothing on the disk.
  expect(readdirSync(folder)).toHaveLength(found.files.length)
  expect(found.archives.length === 1).toBe(found.unreadable.every((one) => one.name !== 'a.zip'))
  return [...found.files.map((one) => one.name), ...found.unreadable.map((one) => `${one.name}: ${one.reason}`)]
}

it('stops at what unpacks to too much, in all, each or in number, and keeps what came before', async () => {
  expect(await unpacked(zeros('a', 900), zeros('b', 900))).toEqual(['a.zip!/a', 'a.zip!/b'])
  expect(await unpacked(zeros('a', 2001), zeros('b', 9))).toEqual([
    'a.zip!/b',
    'a.zip!/a: it inflates to more than 2000 bytes, which is more than is read from one file',
  ])
  const much = 'a.zip: the zip archive is not read from file 3 on: it unpacks to more than 10 times its size'
  expect(await unpacked(zeros('a', 2000), zeros('b', 2000), zeros('c', 2000))).toEqual(['a.zip!/a', 'a.zip!/b', much])
  const many = ['a', 'b', 'c', 'd'].map((name) => zeros(name, 1))
  expect(await unpacked(...many)).toContain(
    'a.zip: the zip archive is not read from file 4 on: it holds more than 3 files',
  )
})

it('gives every member a name of its own, whatever they are called', async () => {
  const told = await unpacked(zeros('x', 1), zeros('x#2', 2), zeros('x', 3))
  expect(told).toEqual(['a.zip!/x', 'a.zip!/x#2', 'a.zip!/x#3'])
  expect(await unpacked(zeros('x', 1), zeros('x', 2), zeros('x#2', 3))).toEqual([
    'a.zip!/x',
    'a.zip!/x#2',
    'a.zip!/x#2#2',
  ])
})

it('takes back what came from a tar in gzip whose checksum is wrong, by name', async () => {
  const files = ['a', 'b'].map((name) => ({ header: { name, size: 90_000 }, body: randomBytes(90_000) }))
  const bytes = gzipSync(await packTar(files))
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 7) ^ 1, bytes.length - 7)
  writeFileSync(join(dir, 'a.tgz'), bytes)
  const folder = join(dir, 'unpacked')
  mkdirSync(folder)
  const found = await unpackArchives(walk([join(dir, 'a.tgz')], folder), { folder, known: [] })
  expect([found.files, found.archives, readdirSync(folder)]).toEqual([[], [], []])
  const told = new Map(found.unreadable.map(({ name, reason }) => [name, reason]))
  expect(told.get('a.tgz!/a')).toMatch(/whether its bytes are as they were cannot be told/)
  expect(told.get('a.tgz')).toMatch(/its gzip data are damaged/)
})
