import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { type CallerId, callerId } from '@verascope/core/domain/brand'
import { describe, expect, it } from 'vitest'
import { readManifest } from '../case/manifest.ts'
import { openSpans } from '../case/raw-records.ts'
import { tableSources } from '../case/table-sources.ts'
import { openDuckDb } from '../engine/duckdb/open.ts'
import { eventsIn, newCase, put, read, useFolder } from './reading-case.ts'
import type { Session } from './session.ts'

// Tables of text (CSV) as evidence: real records written as exports write them.

const LOGS = fileURLToPath(new URL('../../../../examples/invictus-aws/CloudTrail/', import.meta.url))
const RECORDS: readonly Readonly<Record<string, unknown>>[] = readdirSync(LOGS)
  .sort()
  .slice(0, 6)
  .flatMap((name) => JSON.parse(readFileSync(join(LOGS, name), 'utf8')).Records)
const COUNT = RECORDS.length

useFolder()

function quoted(cell: unknown): string {
  if (cell === undefined || cell === null) return ''
  const text = typeof cell === 'object' ? JSON.stringify(cell) : String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function table(columns: readonly string[], rows: readonly (readonly unknown[])[], end = '\n'): string {
  return [columns, ...rows].map((row) => row.map(quoted).join(',')).join(end) + end
}

/** Those who signed the calls: what says who called is what must not be lost. */
const KEYS: readonly CallerId[] = [...new Set(RECORDS.map((record) => JSON.stringify(record['userIdentity'])))]
  .flatMap((text) => /"accessKeyId":"(\w+)"/.exec(text)?.[1] ?? [])
  .map(callerId)

const FIELDS = [...new Set(RECORDS.flatMap((record) => Object.keys(record)))]
const whole = (name: string, space?: number): string =>
  table(
    ['at', name],
    RECORDS.map((record) => [record['eventTime'], JSON.stringify(record, null, space)]),
  )
const byField = (rename: (name: string) => string, end?: string): string =>
  table(
    FIELDS.map(rename),
    RECORDS.map((record) => FIELDS.map((field) => record[field])),
    end,
  )

/** As a database gives a struct that is cast to JSON: every name in lower case, and what is not there as null. */
function cast(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cast)
  if (typeof value !== 'object' || value === null) return value
  const pairs = Object.entries(value).map(([name, one]) => [name.toLowerCase(), cast(one)] as const)
  return Object.fromEntries([...pairs, ['identityprovider', null]])
}
const castFields = new Set(['userIdentity', 'resources', 'tlsDetails'])
const structs = table(
  FIELDS.map((name) => name.toLowerCase()),
  RECORDS.map((record) => FIELDS.map((field) => (castFields.has(field) ? cast(record[field]) : record[field]))),
)

/** Everything that was read, but where it stands. */
async function contentOf(session: Session): Promise<unknown> {
  const { facts, close } = await openDuckDb(await tableSources(session.caseDir))
  try {
    const query = { callers: KEYS, principals: [], addresses: [], sessionNames: [] }
    const uses = (await facts.callers(query)).map(({ firstEvent: _, lastEvent: __, ...use }) => use)
    const places = (await facts.places()).map(({ account, region, events }) => ({ account, region, events }))
    const stores = (await facts.stores()).map(({ store, events, first, last }) => ({ store, events, first, last }))
    expect(uses.length).toBeGreaterThan(0)
    return { uses, places, stores }
  } finally {
    close()
  }
}

describe('a table of records', () => {
  it.each([
    ['with whole events', whole('eventJson')],
    ['with whole events on several lines', whole('@message', 2)],
    ['of an answer with the names in lower case', byField((name) => name.toLowerCase())],
    ['of an answer whose structs were cast to JSON', structs],
    ['with a byte order mark and CRLF', `\ufeff${byField((name) => name, '\r\n')}`],
    ['in gzip', gzipSync(whole('CloudTrailEvent'))],
  ])('%s gives what the records give as JSON', async (_, bytes) => {
    const [session, plain] = [await newCase(), await newCase()]
    const { accounting } = await read(session, put('table', bytes))
    expect(accounting).toMatchObject({ read: COUNT, kept: COUNT, rejected: 0, files: 1, rejectedFiles: 0 })
    await read(plain, put('json', JSON.stringify({ Records: RECORDS })))
    expect(await contentOf(session)).toEqual(await contentOf(plain))
  })

  it('shares its records with other shapes, as copies and never as conflicts', async () => {
    const session = await newCase()
    const files = [put('a.csv', whole('eventJson')), put('b.json', JSON.stringify({ Records: RECORDS }))]
    const { accounting, conflicts } = await read(session, ...files)
    expect(conflicts).toEqual([])
    expect(accounting).toMatchObject({ read: 2 * COUNT, kept: COUNT, duplicate: COUNT })
    expect(await eventsIn(session)).toBe(COUNT)
  })

  it('opens its records again', async () => {
    const session = await newCase()
    await read(session, put('a.csv.gz', gzipSync(whole('eventJson'))))
    const [line] = (await readManifest(session.caseDir)).lines
    if (line === undefined || line.inflatedSha256 === null) return expect.unreachable()
    const length = Buffer.byteLength(JSON.stringify(RECORDS[0]))
    const opened = await openSpans(line, line.inflatedSha256, [{ offset: 0, length }])
    expect(opened).toEqual({ kind: 'texts', texts: [JSON.stringify(RECORDS[0])] })
  })

  it('refuses a table that leaves out what a failed call is told by', async () => {
    const session = await newCase()
    const fields = FIELDS.filter((field) => field !== 'errorCode')
    const rows = RECORDS.map((record) => fields.map((field) => record[field]))
    const { accounting, rejected } = await read(session, put('a', table(fields, rows)))
    expect(accounting).toMatchObject({ read: 0, files: 1, rejectedFiles: 1 })
    expect(rejected[0]?.reason).toContain('select the columns errorCode as well')
  })

  it('names what cannot be read: structs as a database writes them, rows that are damaged, and the console’s own download', async () => {
    const session = await newCase()
    const [first] = RECORDS
    const struct = table(FIELDS, [
      FIELDS.map((field) => (field === 'userIdentity' ? '{type=IAMUser, arn=x}' : first?.[field])),
    ])
    const cut = whole('eventJson').slice(0, -30)
    const history = 'Event name,Event time,User name,Event source\nListBuckets,"July 10, 2023",x,s3.amazonaws.com\n'
    const { accounting, rejected } = await read(
      session,
      put('a', struct),
      put('b', cut),
      put('c', history),
      put('d', 'a,b\n1,2\n'),
    )
    expect(accounting).toMatchObject({ kept: COUNT - 1, rejected: 2, rejectedFiles: 2 })
    expect(rejected.map(({ path, reason }) => `${path}: ${reason}`)).toEqual([
      expect.stringContaining('c: it is the console'),
      expect.stringContaining('d: it is neither JSON nor a table'),
      expect.stringContaining('a, record 0: userIdentity is a struct'),
      expect.stringContaining(`b, record ${COUNT - 1}: `),
    ])
  })
})
