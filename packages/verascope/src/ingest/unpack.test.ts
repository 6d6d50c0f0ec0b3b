import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
