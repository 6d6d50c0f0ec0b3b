import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, it } from 'vitest'
import { readManifest } from '../case/manifest.ts'
import { openSpans } from '../case/raw-records.ts'
import { caseInputs, readEvidence } from './case-work.ts'
import { eventsIn, newCase, put, read, useFolder } from './reading-case.ts'

// Reading evidence as the program does it: real files, the built worker, real tables.

const FOLDER = fileURLToPath(new URL('../../../../examples/invictus-aws/CloudTrail/', import.meta.url))
const FILES = readdirSync(FOLDER).sort()

interface Recorded {
  readonly eventID: string
  readonly recipientAccountId: string
  readonly [key: string]: unknown
}

const recordsOf = (file: string): readonly Recorded[] => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')).Records

/** A small real file: the one with the fewest records, but some. */
const SMALL =
  [...FILES].sort((a, b) => recordsOf(a).length - recordsOf(b).length).find((file) => recordsOf(file).length >= 3) ?? ''
const RECORDS = recordsOf(SMALL)

useFolder()

const wrapped = (records: readonly unknown[]): string => JSON.stringify({ Records: records })
/** A record as the event history gives it. */
const looked = (record: Recorded): object => ({
  EventId: record.eventID,
  Username: 'somebody',
  Resources: [],
  CloudTrailEvent: JSON.stringify(record),
})
const text = wrapped(RECORDS)
const gz = gzipSync(text)

describe('one file in every shape that is read', () => {
  const lines = RECORDS.map((record) => JSON.stringify(record))
  it.each([
    ['an object with its list', text],
    ['the list behind other keys', JSON.stringify({ Meta: { Records: 1 }, Records: RECORDS, More: [] })],
    ['gzip', gz],
    ['gzip of two members', Buffer.concat([gzipSync(text.slice(0, 1000)), gzipSync(text.slice(1000))])],
    ['JSON lines', lines.join('\n')],
    ['JSON lines with CRLF, blank lines and an end', `${lines.join('\r\n\r\n')}\r\n`],
    ['an array', JSON.stringify(RECORDS)],
    ['an answer of lookup-events', JSON.stringify({ Events: RECORDS.map(looked), NextToken: 't' }, null, 2)],
    ['events of lookup-events, one a line', RECORDS.map((record) => JSON.stringify(looked(record))).join('\n')],
    ['pretty-printed with a byte order mark', `\ufeff${JSON.stringify({ Records: RECORDS }, null, 4)}`],
  ])('%s gives every record', async (_, bytes) => {
    const session = await newCase()
    const { accounting } = await read(session, put('log', bytes))
    const count = RECORDS.length
    expect(accounting).toEqual({ read: count, kept: count, duplicate: 0, rejected: 0, files: 1, rejectedFiles: 0 })
    expect(await eventsIn(session)).toBe(count)
  })
})

describe('damage', () => {
  const wrongSum = Buffer.from(gz)
  wrongSum[wrongSum.length - 8] = (wrongSum[wrongSum.length - 8] ?? 0) ^ 1
  const wrongLength = Buffer.from(gz)
  wrongLength[wrongLength.length - 4] = (wrongLength[wrongLength.length - 4] ?? 0) ^ 1

  it.each([
    ['gzip that is cut before its first record', gz.subarray(0, 30), /cut off/],
    ['a wrong checksum', wrongSum, /damaged/],
    ['a wrong length', wrongLength, /damaged/],
    ['an error page', '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', /neither JSON/],
    ['nothing', '', /empty/],
    ['JSON of something else', '{"hello": "world"}', /no known record/],
  ])('%s rejects that file by name, and every other file is read', async (_, bytes, reason) => {
    const session = await newCase()
    const { accounting, rejected } = await read(session, put('bad', bytes), join(FOLDER, SMALL))
    expect(rejected).toEqual([{ path: 'bad', reason: expect.stringMatching(reason) }])
    expect(accounting).toMatchObject({ files: 2, rejectedFiles: 1, rejected: 0, kept: RECORDS.length })
  })

  it.each([
    ['in its data', gz.subarray(0, gz.length - 200)],
    ['in its footer', gz.subarray(0, gz.length - 4)],
    ['in its second member', Buffer.concat([gz, gz.subarray(0, 40)])],
  ])(
    'gzip that is cut off %s gives the whole records before, stays a gap, and is whole once it is repaired',
    async (_, bytes) => {
      const session = await newCase()
      const path = put('log.json.gz', bytes)
      const { accounting, rejected } = await read(session, path)
      expect(accounting).toMatchObject({ files: 1, rejectedFiles: 1 })
      expect(accounting.kept).toBeGreaterThan(0)
      expect(accounting.kept).toBeLessThanOrEqual(RECORDS.length)
      expect(rejected[0]).toEqual({
        path: 'log.json.gz',
        reason: expect.stringContaining('cut off; what stands before'),
      })
      const [line] = (await readManifest(session.caseDir)).lines
      if (line === undefined || line.inflatedSha256 === null) return expect.unreachable()
      const opened = await openSpans(line, line.inflatedSha256, [{ offset: 0, length: 11 }])
      expect(opened).toEqual({ kind: 'texts', texts: ['{"Records":'] })
      const again = await readEvidence(session, [path], { collector: null, workers: 1 })
      expect(again).toMatchObject({ files: 0, alreadyKnown: 1 })
      expect((await caseInputs(session)).evidence.rejected).toEqual(rejected)
      put('log.json.gz', gz)
      const repaired = await read(session, path)
      expect(repaired.rejected).toEqual([])
      expect(repaired.accounting).toEqual({
        ...{ read: RECORDS.length, kept: RECORDS.length, duplicate: 0, rejected: 0, files: 1, rejectedFiles: 0 },
      })
      expect(await eventsIn(session)).toBe(RECORDS.length)
    },
  )

  it('an end that is missing, and what stands before it, outlive another file under the name', async () => {
    const session = await newCase()
    const path = put('log.json.gz', gz.subarray(0, gz.length - 200))
    const first = await read(session, path)
    const other = RECORDS.slice(-1)
    put('log.json.gz', gzipSync(JSON.stringify({ Records: other, More: [] })))
    const { rejected, accounting } = await read(session, path)
    expect(rejected).toEqual(first.rejected)
    expect(accounting.kept + accounting.duplicate).toBe(first.accounting.kept + other.length)
  })

  it('one bad record among good ones is rejected with its place, the others are kept', async () => {
    const [first, ...rest] = RECORDS
    const { eventTime: _, ...timeless } = first ?? { eventID: '', recipientAccountId: '' }
    const session = await newCase()
    const { accounting, rejected } = await read(session, put('log.json', wrapped([...rest, timeless, 17])))
    expect(accounting).toMatchObject({ read: RECORDS.length + 1, kept: RECORDS.length - 1, rejected: 2 })
    expect(rejected.map((one) => one.path)).toEqual([
      `log.json, record ${RECORDS.length - 1}`,
      `log.json, record ${RECORDS.length}`,
    ])
    for (const { reason } of rejected) expect(reason).not.toBe('')
  })

  it('of JSON that ends in the middle the whole records are kept and the loss is named', async () => {
    const session = await newCase()
    const { accounting, rejected } = await read(session, put('cut.json', text.slice(0, text.length - 100)))
    expect(accounting).toMatchObject({ kept: RECORDS.length - 1, rejected: 1, rejectedFiles: 0 })
    expect(rejected[0]?.reason).toMatch(/ends in the middle/)
  })

  it('a file that was repaired is read, and its defect is forgotten', async () => {
    const session = await newCase()
    const path = put('log.gz', gz.subarray(0, gz.length / 2))
    expect((await read(session, path)).accounting).toMatchObject({ kept: 0, rejectedFiles: 1 })
    writeFileSync(path, gz)
    expect(await read(session, path)).toMatchObject({
      accounting: { kept: RECORDS.length, files: 1, rejectedFiles: 0 },
      rejected: [],
    })
  })
})

describe('copies', () => {
  it('of a file count as duplicates, whatever their names and packing', async () => {
    const session = await newCase()
    const paths = [put('b.json', text), put('a.json.gz', gz), put('c.json', text)]
    const { accounting } = await read(session, ...paths)
    const count = RECORDS.length
    expect(accounting).toMatchObject({ read: 3 * count, kept: count, duplicate: 2 * count, files: 3, rejectedFiles: 0 })
    expect(await eventsIn(session)).toBe(count)
  })

  it('of a record are one record when the content is equal, in whatever order of keys, and a conflict when it is not', async () => {
    const session = await newCase()
    const turned = RECORDS.map((record) => JSON.stringify(Object.fromEntries(Object.entries(record).reverse())))
    const other = { ...RECORDS[0], awsRegion: 'eu-north-1' }
    const paths = [put('a.json', text), put('turned.jsonl', turned.join('\n')), put('other.json', wrapped([other]))]
    const { accounting, conflicts } = await read(session, ...paths)
    expect(accounting).toMatchObject({
      read: 2 * RECORDS.length + 1,
      kept: RECORDS.length + 1,
      duplicate: RECORDS.length,
    })
    expect(conflicts).toEqual([{ eventId: RECORDS[0]?.eventID, account: RECORDS[0]?.recipientAccountId }])
    expect(await eventsIn(session)).toBe(RECORDS.length + 1)
  })

  it('from the event history are those of the delivered files', async () => {
    const session = await newCase()
    const history = JSON.stringify({ Events: RECORDS.map(looked) })
    const { accounting, conflicts } = await read(session, put('a.json', text), put('history.json', history))
    expect(accounting).toMatchObject({ kept: RECORDS.length, duplicate: RECORDS.length })
    expect(conflicts).toEqual([])
  })

  it('with what the provider added later are the same record', async () => {
    const session = await newCase()
    const enriched = RECORDS.map((record) => ({ ...record, addendum: { reason: 'DELIVERY_DELAY' } }))
    const { accounting, conflicts } = await read(session, put('a.json', text), put('b.json', wrapped(enriched)))
    expect(accounting).toMatchObject({ kept: RECORDS.length, duplicate: RECORDS.length })
    expect(conflicts).toEqual([])
  })

  it('without an id cannot be told from each other, so they are rejected by name and nothing is merged', async () => {
    const session = await newCase()
    const anonymous = RECORDS.map(({ eventID: _, ...record }) => record)
    const { accounting, rejected } = await read(session, put('a.json', wrapped([...anonymous, ...RECORDS])))
    expect(accounting).toMatchObject({ kept: RECORDS.length, duplicate: 0, rejected: RECORDS.length })
    for (const { reason } of rejected) expect(reason).toContain('eventID')
  })
})

describe('the case after reading', () => {
  const some = FILES.slice(0, 12).map((file) => join(FOLDER, file))

  it('is the same in whatever order and portions the files came', async () => {
    const [whole, portions] = [await newCase(), await newCase()]
    const one = await read(whole, ...some)
    await read(portions, ...[...some].reverse().slice(0, 5))
    const other = await read(portions, ...[...some].reverse())
    expect(other).toEqual(one)
    expect(await eventsIn(portions)).toBe(await eventsIn(whole))
  })

  it('names every file with its hashes and its key in the bucket', async () => {
    const session = await newCase()
    const path = join(FOLDER, SMALL)
    await read(session, path)
    const [line] = (await readManifest(session.caseDir)).lines
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex')
    expect(line).toMatchObject({
      path,
      name: basename(path),
      sha256,
      inflatedSha256: sha256,
      originalKey: null,
      state: 'read',
    })
  })

  it('keeps no token of a session in any table', async () => {
    const session = await newCase()
    await read(session, FOLDER)
    const raw = FILES.map((file) => readFileSync(join(FOLDER, file), 'utf8')).join('')
    const token = /"sessionToken":"([^"]{40,})"/.exec(raw)?.[1] ?? ''
    expect(token).not.toBe('')
    const instance = await DuckDBInstance.create(':memory:')
    const connection = await instance.connect()
    const from = `read_parquet('${join(session.caseDir, 'tables/events/*.parquet')}')`
    const holding = async (words: string): Promise<number> => {
      const rows = await connection.runAndReadAll(
        `SELECT * FROM ${from} AS e WHERE contains(to_json(e)::VARCHAR, '${words}')`,
      )
      return rows.currentRowCount
    }
    try {
      expect(await holding('accessKeyId')).toBeGreaterThan(0)
      expect(await holding(token.slice(0, 40))).toBe(0)
    } finally {
      connection.closeSync()
      instance.closeSync()
    }
  })
})
