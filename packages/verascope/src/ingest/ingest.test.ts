import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { rows as evidence } from '@verascope/core/catalog/evidence/index.generated'
import { TABLES } from '@verascope/core/facts/tables'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommittedItem } from '../case/manifest.ts'
import type { ManifestLine } from '../case/manifest-line.ts'
import { readTextTable } from '../case/text-table.ts'
import { type Hand, workerHand } from './hand.ts'
import { LARGEST_INFLATED } from './inflate.ts'
import { type IngestInput, type IngestSetting, ingest } from './ingest.ts'
import type { RunResult } from './run.ts'

const EXAMPLES = fileURLToPath(new URL('../../../../examples/', import.meta.url))
const INCIDENT = join(EXAMPLES, 'invictus-aws/CloudTrail')
const [SAMPLE = {}] = evidence.find((row) => row.kind === 'cloudtrail')?.examples.map((example) => example.record) ?? []
const PARTED = Object.keys(TABLES)

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'verascope-ingest-'))
  mkdirSync(join(root, 'case'))
  mkdirSync(join(root, 'logs'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function put(name: string, bytes: string | Uint8Array): void {
  writeFileSync(join(root, 'logs', name), bytes)
}

function record(id: number): string {
  return JSON.stringify({ ...SAMPLE, eventID: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}` })
}

function records(from: number, to: number): string {
  return `{"Records":[${Array.from({ length: to - from }, (_, at) => record(from + at)).join(',')}]}`
}

interface Ran extends RunResult {
  readonly items: readonly CommittedItem[]
  readonly commits: readonly (readonly CommittedItem[])[]
}

async function run(input: Partial<IngestInput> = {}, setting?: IngestSetting): Promise<Ran> {
  const commits: (readonly CommittedItem[])[] = []
  const whole: IngestInput = {
    caseDir: join(root, 'case'),
    paths: [join(root, 'logs')],
    collector: null,
    workers: 2,
    parser: '1.2.3',
    at: '2023-07-10T12:00:00Z',
    progress: () => {},
    known: [],
    commit: async (items) => {
      commits.push(items)
    },
    ...input,
  }
  const result = await (setting === undefined ? ingest(whole) : ingest(whole, setting))
  return { ...result, commits, items: commits.flat() }
}

function byName(items: readonly CommittedItem[]): readonly CommittedItem[] {
  return [...items].sort((a, b) => (a.line.name < b.line.name ? -1 : 1))
}

function told(items: readonly CommittedItem[]): readonly string[] {
  return byName(items).map(
    ({ line: { name, state, reason } }) => `${name} ${state}${reason === null ? '' : `: ${reason}`}`,
  )
}

/** Every file below tables/, with a hash of its bytes. */
function parts(): readonly string[] {
  return PARTED.flatMap((table) => {
    const folder = join(root, 'case/tables', table)
    return readdirSync(folder)
      .sort()
      .map(
        (name) =>
          `${table}/${name} ${createHash('sha256')
            .update(readFileSync(join(folder, name)))
            .digest('hex')}`,
      )
  })
}

/** The cells of columns of the events in parts, row by row, as text. */
async function eventsIn(
  items: readonly CommittedItem[],
  ...names: readonly string[]
): Promise<readonly (readonly (string | undefined)[])[]> {
  const rows: (readonly (string | undefined)[])[] = []
  for (const part of new Set(items.flatMap(({ line }) => line.part ?? []))) {
    const bytes = readFileSync(join(root, 'case/tables/events', `${part}.parquet`))
    const columns = await Promise.all(names.map((name) => readTextTable(bytes, name)))
    rows.push(...(columns[0] ?? []).map((_, at) => columns.map((column) => column[at])))
  }
  return rows
}

describe('an ingest', () => {
  it('keeps every record of a real incident, each with the place that opens it', async () => {
    const ran = await run({ paths: [INCIDENT] })
    expect(ran.accounting).toEqual({ read: 2_900, kept: 2_900, duplicate: 0, rejected: 0, files: 55, rejectedFiles: 0 })
    const files = new Map(ran.items.map(({ line }) => [line.inflatedSha256, readFileSync(line.path)]))
    const rows = await eventsIn(ran.items, 'event_id', 'item', 'offset', 'length')
    expect(rows).toHaveLength(2_900)
    for (const [id, item = '', from, length] of rows) {
      const raw = files.get(item)?.subarray(Number(from), Number(from) + Number(length))
      expect(JSON.parse(String(raw)).eventID).toBe(id)
    }
  })

  it('gives the same lines and the same bytes, however many work on it and whatever comes first', async () => {
    cpSync(INCIDENT, join(root, 'logs'), { recursive: true })
    const first = await run({ workers: 1 })
    const bytes = parts()
    rmSync(join(root, 'case/tables'), { recursive: true })
    rmSync(join(root, 'logs'), { recursive: true })
    mkdirSync(join(root, 'logs'))
    for (const name of readdirSync(INCIDENT).reverse()) cpSync(join(INCIDENT, name), join(root, 'logs', name))
    const second = await run({ workers: 3, paths: [join(root, 'logs')] })
    expect(byName(second.items)).toEqual(byName(first.items))
    expect(parts()).toEqual(bytes)
  })

  it('names what is damaged and reads all the rest', async () => {
    const gzip = gzipSync(records(0, 5))
    put('a.json', records(10, 12))
    put('b.json.gz', gzip)
    put('c-cut.json.gz', gzip.subarray(0, gzip.length - 40))
    const wrong = Buffer.from(gzip)
    wrong.writeUInt8(wrong.readUInt8(gzip.length - 7) ^ 1, gzip.length - 7)
    put('d-crc.json.gz', wrong)
    put('e.xml', '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>')
    put('f.empty', '')
    put('g-cut.json', records(20, 23).slice(0, -60))
    put('h-bad.json', `{"Records":[${record(30)},{"eventSource":no},${record(31)}]}`)
    put('i-none.json', '{"Records":[]}')
    put('j-lines.json', `\ufeff${record(40)}\r\n\r\n${record(41)}\r\n`)
    const ran = await run()
    expect(told(ran.items)).toEqual([
      'logs/a.json read',
      'logs/b.json.gz read',
      'logs/c-cut.json.gz read',
      'logs/c-cut.json.gz rejected: its gzip data end too early: the file is cut off; what stands before is read',
      'logs/d-crc.json.gz rejected: its gzip data are damaged (incorrect data check)',
      'logs/e.xml rejected: it is neither JSON nor a table of known columns nor lines of a known log, plain or gzip',
      'logs/f.empty rejected: it is empty',
      'logs/g-cut.json read',
      'logs/h-bad.json read',
      'logs/i-none.json read',
      'logs/j-lines.json read',
    ])
    expect(ran.accounting).toEqual({ read: 17, kept: 14, duplicate: 0, rejected: 3, files: 10, rejectedFiles: 4 })
    for (const { line, rejected } of ran.items) {
      const { read, kept, duplicate, rejected: lost } = line.accounting
      expect(read).toBe(kept + duplicate + lost)
      expect(rejected.filter((one) => one.ordinal !== null)).toHaveLength(lost)
      expect(line.part === null).toBe(kept === 0)
    }
  })

  it('takes of equal files the first by name, packed or not, and calls the others its copies', async () => {
    const texts = [records(0, 3), records(3, 5), '{"nothing":"known"}']
    const order = ['m.json', 'z.json.gz', 'a.json.gz', 'k.json']
    const seen: (readonly string[])[] = []
    const sort = async (names: readonly string[], workers: number): Promise<void> => {
      rmSync(join(root, 'logs'), { recursive: true })
      mkdirSync(join(root, 'logs'))
      for (const [at, text] of texts.entries()) {
        for (const name of names) put(`${at}-${name}`, name.endsWith('.gz') ? gzipSync(text) : text)
      }
      const ran = await run({ workers })
      expect(ran.accounting).toEqual({ read: 20, kept: 5, duplicate: 15, rejected: 0, files: 12, rejectedFiles: 4 })
      seen.push(byName(ran.items).map((item) => JSON.stringify(item)))
    }
    await sort(order, 1)
    await sort(order.toReversed(), 3)
    await sort(['k.json', 'a.json.gz', 'z.json.gz', 'm.json'], 2)
    expect(new Set(seen.map((lines) => lines.join('\n'))).size).toBe(1)
    const first: CommittedItem = JSON.parse(seen[0]?.[0] ?? '')
    const second: CommittedItem = JSON.parse(seen[0]?.[1] ?? '')
    expect(first.line).toMatchObject({ name: 'logs/0-a.json.gz', state: 'read', accounting: { read: 3, kept: 3 } })
    expect(second.line).toMatchObject({
      name: 'logs/0-k.json',
      state: 'duplicate',
      reason: 'its content is that of logs/0-a.json.gz',
      part: null,
      accounting: { read: 3, kept: 0, duplicate: 3, rejected: 0 },
    })
  })

  it('goes on where it was stopped, reads nothing twice, and tries again what was rejected', async () => {
    // Files of more than a part each, so that they are committed one by one.
    for (const at of [0, 1, 2]) put(`${at}.json`, `${records(at * 10, at * 10 + 4)}${' '.repeat(2 ** 24)}`)
    put('bad.json', 'nothing')
    const held: CommittedItem[] = []
    const stopping = run({
      workers: 1,
      commit: async (items) => {
        if (held.length > 0) throw new Error('the disk is full')
        held.push(...items)
      },
    })
    await expect(stopping).rejects.toThrow('the disk is full')
    expect(held).toHaveLength(1)
    const ran = await run({ known: held.map(({ line }) => line) })
    expect(ran.alreadyKnown).toBe(1)
    expect(ran.items).toHaveLength(3)
    const known = [...held, ...ran.items].map(({ line }) => line)
    expect(new Set(known.map((line) => line.name)).size).toBe(4)
    const again = await run({ known })
    expect([again.alreadyKnown, told(again.items)]).toEqual([
      3,
      [
        'logs/bad.json rejected: it is neither JSON nor a table of known columns nor lines of a known log, plain or gzip',
      ],
    ])
    put('copy.json.gz', gzipSync(readFileSync(join(root, 'logs/1.json'))))
    put('bad.json', records(90, 91))
    const later = await run({
      paths: [join(root, 'logs/bad.json'), join(root, 'logs/copy.json.gz')],
      known: [...known, ...again.items.map(({ line }) => line)],
    })
    expect(told(later.items)).toEqual(['bad.json read', 'copy.json.gz duplicate: its content is that of logs/1.json'])
    // No part took the place of another one.
    expect(await eventsIn([...held, ...ran.items, ...later.items], 'event_id')).toHaveLength(13)
    expect(later.accounting).toEqual({ read: 5, kept: 1, duplicate: 4, rejected: 0, files: 2, rejectedFiles: 0 })
  })

  it('commits a part once, with all of its items, when its files are on the disk', async () => {
    for (const at of [0, 1, 2, 3]) put(`${at}.json`, `${records(at * 10, at * 10 + 2)}${' '.repeat(6 * 2 ** 20)}`)
    const held: ManifestLine[] = []
    await run({
      commit: async (items) => {
        const names = new Set(items.flatMap(({ line }) => line.part ?? []))
        for (const line of held) expect(names.has(line.part ?? '')).toBe(false)
        for (const table of PARTED) {
          for (const name of names) {
            expect(readdirSync(join(root, 'case/tables', table))).toContain(`${name}.parquet`)
          }
        }
        held.push(...items.map(({ line }) => line))
      },
    })
    expect(new Set(held.map((line) => line.part)).size).toBe(2)
  })

  it('loses a file that ends whoever reads it, and no other', async () => {
    for (let at = 0; at < 6; at += 1) put(`${at}.json`, records(at * 10, at * 10 + 3))
    // Small in bytes, large in memory.
    put('hostile.json', `[${'{},'.repeat(1_200_000)}{}]`)
    const hand = (): ReturnType<typeof workerHand> => workerHand({ largest: LARGEST_INFLATED, heap: 64 })
    const ran = await run({ workers: 2 }, { hand })
    expect(ran.accounting).toEqual({ read: 18, kept: 18, duplicate: 0, rejected: 0, files: 7, rejectedFiles: 1 })
    expect(told(ran.items).at(-1)).toMatch(/^logs\/hostile.json rejected: reading it ended the worker: .*memory/)
    expect(await eventsIn(ran.items, 'event_id')).toHaveLength(18)
  }, 120_000)

  it('says which file is larger than may be read, with its hash, and reads the others', async () => {
    put('a.json', records(0, 1))
    put('bomb.json.gz', gzipSync(Buffer.alloc(10_000_000, ' ')))
    put('large.json', records(10, 2_000))
    const hand = (): ReturnType<typeof workerHand> => workerHand({ largest: 1_000_000, heap: null })
    const { items } = await run({}, { hand })
    const reason = 'it inflates to more than 1000000 bytes, which is more than is read from one file'
    expect(told(items)).toEqual([
      'logs/a.json read',
      `logs/bomb.json.gz rejected: ${reason}`,
      `logs/large.json rejected: ${reason}`,
    ])
    for (const { line } of items) {
      const bytes = readFileSync(line.path)
      expect([line.sha256, line.bytes]).toEqual([createHash('sha256').update(bytes).digest('hex'), bytes.length])
    }
  })

  it('never keeps rows of a file that was changed between two looks at it', async () => {
    put('a.json', records(0, 1))
    put('b.json', records(10, 11))
    const hand = (): Hand => {
      const real = workerHand({ largest: LARGEST_INFLATED, heap: null })
      const run: Hand['run'] = async (task) => {
        if (task.kind === 'read') put('b.json', records(20, 21))
        return await real.run(task)
      }
      return { run, close: real.close }
    }
    const ran = await run({}, { hand })
    expect(told(ran.items)).toEqual(['logs/a.json read', 'logs/b.json rejected: it was changed while it was read'])
    expect(await eventsIn(ran.items, 'event_id')).toHaveLength(1)
  })

  it('blames no file when the case cannot be written to', async () => {
    put('a.json', records(0, 1))
    writeFileSync(join(root, 'case/tables'), '')
    const commits: unknown[] = []
    const running = run({
      commit: async (items) => {
        commits.push(items)
      },
    })
    await expect(running).rejects.toMatchObject({ code: 'ENOTDIR' })
    expect(commits).toEqual([])
  })
})
