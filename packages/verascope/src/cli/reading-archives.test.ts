import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { packTar } from 'modern-tar'
import { describe, expect, it } from 'vitest'
import { zipOf } from '../archives/zip-of.ts'
import { linesInForce, readManifest } from '../case/manifest.ts'
import { openSpans } from '../case/raw-records.ts'
import { verifyCase } from '../case/verify.ts'
import { readEvidence } from './case-work.ts'
import { eventsIn, folder, newCase, put, read, useFolder } from './reading-case.ts'

// Archives as evidence: real files in them, read as the program does it.

const LOGS = fileURLToPath(new URL('../../../../examples/invictus-aws/CloudTrail/', import.meta.url))
const FILES = readdirSync(LOGS)
  .sort()
  .slice(0, 3)
  .map((name) => ({ name: `AWSLogs/1/CloudTrail/${name}.gz`, content: gzipSync(readFileSync(join(LOGS, name))) }))
const COUNT = readdirSync(LOGS)
  .sort()
  .slice(0, 3)
  .reduce((sum, name) => sum + JSON.parse(readFileSync(join(LOGS, name), 'utf8')).Records.length, 0)

type Files = readonly { readonly name: string; readonly content: Buffer }[]

async function tarOf(files: Files): Promise<Buffer> {
  return Buffer.from(
    await packTar(files.map(({ name, content }) => ({ header: { name, size: content.length }, body: content }))),
  )
}

useFolder()

describe('an archive of logs', () => {
  it.each([
    ['zip', async () => zipOf(FILES)],
    ['tar', () => tarOf(FILES)],
    ['tar in gzip', async () => gzipSync(await tarOf(FILES))],
  ])('%s is read like the files in it, each an item of its own, and read once', async (_, make) => {
    const session = await newCase()
    const path = put('logs', await make())
    const { accounting } = await read(session, path)
    expect(accounting).toEqual({ read: COUNT, kept: COUNT, duplicate: 0, rejected: 0, files: 4, rejectedFiles: 0 })
    expect(await eventsIn(session)).toBe(COUNT)
    const lines = linesInForce((await readManifest(session.caseDir)).lines)
    expect(lines.map((line) => [line.name, line.originalKey]).sort()).toEqual(
      [['logs', null], ...FILES.map(({ name }) => [`logs/!/${name}`.replace('/!', '!'), name])].sort(),
    )
    expect(readdirSync(session.caseDir)).not.toContain('.unpacked')
    const again = await readEvidence(session, [path], { collector: null, workers: 1 })
    expect(again).toMatchObject({ files: 0, alreadyKnown: 4 })
  })

  it('opens its raw records again, and verify tells when it was altered', async () => {
    const session = await newCase()
    const path = put('logs.zip', zipOf(FILES))
    await read(session, path)
    const line = (await readManifest(session.caseDir)).lines.find((one) => one.container?.position === 1)
    if (line === undefined || line.inflatedSha256 === null) return expect.unreachable()
    const opened = await openSpans(line, line.inflatedSha256, [{ offset: 0, length: 11 }])
    expect(opened).toEqual({ kind: 'texts', texts: ['{"Records":'] })
    const states = async (): Promise<readonly string[]> => {
      const found: string[] = []
      for await (const one of verifyCase(session.caseDir))
        if (one.what === 'evidence') found.push(`${one.name} ${one.state}`)
      return found
    }
    expect(await states()).toEqual(['logs.zip as-recorded'])
    put('logs.zip', zipOf(FILES.slice(1)))
    expect(await states()).toEqual(['logs.zip altered'])
    expect(await openSpans(line, line.inflatedSha256, [{ offset: 0, length: 11 }])).toMatchObject({ kind: 'gone' })
    rmSync(path)
    expect(await states()).toEqual(['logs.zip gone'])
  })

  it('shares its content with files outside of it: those are copies', async () => {
    const session = await newCase()
    const [first] = FILES
    if (first === undefined) return expect.unreachable()
    const { accounting } = await read(session, put('a.zip', zipOf(FILES)), put('b.json.gz', first.content))
    expect(accounting).toMatchObject({ kept: COUNT, files: 5, rejectedFiles: 0 })
    expect(accounting.duplicate).toBeGreaterThan(0)
  })
})

it.each([
  ['zip', async (files: Files) => zipOf(files)],
  ['tar in gzip', async (files: Files) => gzipSync(await tarOf(files))],
])('records that stand in several members of a %s are compared and are copies', async (_, make) => {
  const turned = FILES.map(({ name, content }) => {
    const { Records } = JSON.parse(gunzipSync(content).toString())
    const lines = Records.map((record: object) => JSON.stringify(Object.fromEntries(Object.entries(record).reverse())))
    return { name: `turned/${name}`, content: gzipSync(lines.join('\n')) }
  })
  const session = await newCase()
  const { accounting, conflicts } = await read(session, put('logs', await make([...FILES, ...turned.toReversed()])))
  expect(accounting).toMatchObject({ read: 2 * COUNT, kept: COUNT, duplicate: COUNT })
  expect(conflicts).toEqual([])
})

describe('a hostile or damaged archive', () => {
  it('is read as far as it can be, names what cannot, and writes nothing by the names in it', async () => {
    const session = await newCase()
    const [good, second] = FILES
    if (good === undefined || second === undefined) return expect.unreachable()
    const bomb = Buffer.alloc(2 ** 22)
    const members = [
      { ...good, name: '../../../escape.json.gz' },
      { ...second, name: Buffer.from([0x2f, 0xff, 0x00, 0x1b, 0x5b, 0x41]) },
      { name: 'secret', content: 'x', flags: 1 },
      { name: 'altered', content: 'x', sum: 1 },
      { name: 'inner.zip', content: zipOf(FILES) },
      { name: 'bomb', content: bomb },
      { name: 'same', content: '{"Records":[]}' },
      { name: 'same', content: '{}' },
    ]
    const { accounting, rejected } = await read(session, put('logs.zip', zipOf(members)))
    expect(accounting).toMatchObject({ files: 9, rejectedFiles: 5, rejected: 0 })
    const reasons = Object.fromEntries(rejected.map(({ path, reason }) => [path, reason]))
    expect(reasons).toEqual({
      'logs.zip!/altered': 'its checksum is wrong',
      'logs.zip!/bomb': 'it is neither JSON nor a table of known columns nor lines of a known log, plain or gzip',
      'logs.zip!/inner.zip': 'an archive inside of an archive is not opened: unpack it and ingest it',
      'logs.zip!/same#2': expect.any(String),
      'logs.zip!/secret': 'it is encrypted',
    })
    expect(readdirSync(folder()).sort()).toEqual([expect.stringMatching(/^case-/), 'logs.zip'])
    const lines = (await readManifest(session.caseDir)).lines.map((line) => line.name)
    expect(lines).toContain('logs.zip!/../../../escape.json.gz')
    expect(lines).toContain('logs.zip!//\\xff\\0\u001b[A')
  })

  it('that is cut off keeps what stands before, is a gap, and is whole once it is repaired', async () => {
    const session = await newCase()
    const whole = gzipSync(await tarOf(FILES))
    const path = put('logs.tgz', whole.subarray(0, whole.length - 30))
    const { accounting, rejected } = await read(session, path)
    expect(accounting.rejectedFiles).toBe(1)
    expect(accounting.kept).toBeGreaterThan(0)
    expect(rejected).toEqual([
      { path: 'logs.tgz', reason: expect.stringMatching(/^the tar archive is not read from file \d on: /) },
    ])
    put('logs.tgz', whole)
    const { accounting: after, rejected: left } = await read(session, path)
    expect(left).toEqual([])
    expect(after).toMatchObject({ kept: COUNT, rejectedFiles: 0 })
    expect(await eventsIn(session)).toBe(COUNT)
  })
})
