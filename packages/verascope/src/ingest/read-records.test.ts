import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rows as credentials } from '@verascope/core/catalog/credentials/index.generated'
import { rows as evidence } from '@verascope/core/catalog/evidence/index.generated'
import { rows as services } from '@verascope/core/catalog/services/index.generated'
import { arrangeCatalog } from '@verascope/core/facts/catalog'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ItemReading, shapeless, Tally } from './item-reading.ts'
import { readRecords } from './read-records.ts'

const EXAMPLES = fileURLToPath(new URL('../../../../examples/', import.meta.url))
const ROWS = { evidence, catalog: arrangeCatalog(services, credentials) }
const [SAMPLE = {}] = evidence.find((row) => row.kind === 'cloudtrail')?.examples.map((example) => example.record) ?? []

function read(bytes: Uint8Array): ItemReading {
  const outcomes = readRecords(bytes, 'item', ROWS)
  if (outcomes === null) return shapeless(bytes)
  const tally = new Tally()
  for (const outcome of outcomes) tally.take(outcome)
  return tally.reading()
}

function reads(text: string): ItemReading {
  return read(Buffer.from(text))
}

function rejections(reading: ItemReading): readonly string[] {
  return reading.kind === 'read' ? reading.rejected.map((one) => `${one.ordinal}: ${one.reason}`) : [reading.reason]
}

function record(id: number, more: object = {}): string {
  return JSON.stringify({ ...SAMPLE, eventID: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`, ...more })
}

describe('reading the records of a file', () => {
  it('keeps every record of the example incidents', () => {
    const kept = (folder: string): number =>
      readdirSync(join(EXAMPLES, folder))
        .filter((name) => name.endsWith('.json'))
        .map((name) => read(readFileSync(join(EXAMPLES, folder, name))))
        .reduce((sum, reading) => {
          expect(rejections(reading)).toEqual([])
          return sum + (reading.kind === 'read' ? reading.kept : 0)
        }, 0)
    expect(kept('invictus-aws/CloudTrail')).toBe(2_900)
    expect(kept('otrf-cloud-breach-s3')).toBeGreaterThan(0)
  })

  it('gives each row the place that opens its raw record', () => {
    const name = readdirSync(join(EXAMPLES, 'otrf-cloud-breach-s3')).find((one) => one.endsWith('.json')) ?? ''
    const bytes = readFileSync(join(EXAMPLES, 'otrf-cloud-breach-s3', name))
    let nth = 0
    for (const outcome of readRecords(bytes, 'item', ROWS) ?? []) {
      if (outcome.kind !== 'rows') continue
      for (const row of Object.values(outcome.rows).flat()) {
        const from = Number(row['offset'])
        const raw = JSON.parse(bytes.subarray(from, from + Number(row['length'])).toString('utf8'))
        expect([raw.eventID, nth]).toEqual([row['event_id'], row['ordinal']])
      }
      nth += 1
    }
    expect(nth).toBeGreaterThan(0)
  })

  it('takes one bad record for one bad record', () => {
    const bad: readonly (readonly [string, RegExp])[] = [
      ['{"eventSource":nonsense}', /^1: it is no JSON$/],
      ['17', /^1: it is no JSON object$/],
      ['{}', /^1: it is of no known kind of evidence$/],
      [record(1, { eventTime: 'yesterday' }), /^1: eventTime is no time/],
      [record(1, { eventTime: undefined }), /^1: eventTime is missing/],
      [record(1, { eventID: undefined }), /^1: eventID is missing/],
      [
        record(1, { requestParameters: JSON.parse(`${'['.repeat(70)}${']'.repeat(70)}`) }),
        /^1: the record nests deeper/,
      ],
      [`{"eventSource":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, /^1: /],
      [record(1, { userAgent: 'x'.repeat(2 ** 23) }), /^1: it is longer than 8388608 bytes, as no call is/],
    ]
    for (const [text, reason] of bad) {
      for (const file of [`{"Records":[${record(0)},${text},${record(2)}]}`, `${record(0)}\n${text}\n${record(2)}`]) {
        if (text === '17' && !file.startsWith('{"Records"')) continue
        const reading = reads(file)
        expect(reading).toMatchObject({ kind: 'read', kept: 2 })
        expect(rejections(reading)).toEqual([expect.stringMatching(reason)])
      }
    }
  })

  it('reads the listing of a large bucket, and no answer that is made to take memory', () => {
    const objects = Array.from({ length: 60_000 }, (_, at) => ({ Key: `AWSLogs/${'x'.repeat(200)}/${at}`, Size: at }))
    const listing = { Name: 'logs', Prefix: '', IsTruncated: false, Contents: objects }
    expect(JSON.stringify(listing).length).toBeGreaterThan(2 ** 23)
    expect(reads(JSON.stringify(listing))).toMatchObject({ kind: 'read', kept: 1 })
    const dense = `${JSON.stringify(listing).slice(0, -2)},${'{"Key":"a"},'.repeat(2 ** 21)}{"Key":"b"}]}`
    expect(rejections(reads(dense))).toEqual([expect.stringMatching(/it is longer than 8388608 bytes, as no call is/)])
  })

  it('keeps the intact records of a file that is cut off, and names the rest', () => {
    const whole = `{"Records":[${record(0)},${record(1)},${record(2)}]}`
    const cut = reads(whole.slice(0, whole.indexOf(record(2)) + 40))
    expect(cut).toMatchObject({ kind: 'read', kept: 2 })
    expect(rejections(cut)).toEqual([
      '2: the file ends in the middle of a record: the rest of it and what followed are not here',
    ])
    const between = reads(whole.slice(0, -2))
    expect(between).toMatchObject({ kind: 'read', kept: 3 })
    expect(rejections(between)).toEqual(['3: the file ends before its list of records does: what followed is not here'])
  })

  it('rejects as a whole what holds no known record, with the reason', () => {
    const reasons: readonly (readonly [Uint8Array, string])[] = [
      [Buffer.from(''), 'it is empty'],
      [
        Buffer.from('<?xml version="1.0"?><Error/>'),
        'it is neither JSON nor a table of known columns nor lines of a known log, plain or gzip',
      ],
      [Buffer.from('PK\u0003\u0004...'), 'it is a zip archive inside of gzip: unpack it once and ingest the result'],
      [Buffer.from('\ufeff{}', 'utf16le'), 'it is written in UTF-16: convert it to UTF-8 and ingest the result'],
      [Buffer.from('[]'), 'it holds no record'],
      [
        Buffer.from('{"Records":[{"a":1}]}'),
        'it holds no known record; in its first one: it is of no known kind of evidence',
      ],
    ]
    for (const [bytes, reason] of reasons) expect(read(bytes)).toEqual({ kind: 'unrecognised', reason })
  })

  it('reads an empty list of records as one', () => {
    expect(reads('{"Records":[]}')).toEqual({ kind: 'read', evidence: 'cloudtrail', kept: 0, rejected: [] })
  })

  it('never throws, whatever became of the bytes, and counts every record once', () => {
    const whole = Buffer.from(`{"Records":[${[0, 1, 2, 3].map((id) => record(id)).join(',')}]}`)
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }))), (changes) => {
        const bytes = Buffer.from(whole)
        for (const [at, byte] of changes) bytes.writeUInt8(byte, at)
        const reading = read(bytes)
        if (reading.kind === 'unrecognised') return
        const ordinals = reading.rejected.map((one) => one.ordinal)
        expect(new Set(ordinals).size).toBe(ordinals.length)
        expect(Math.max(-1, ...ordinals)).toBeLessThan(reading.kept + ordinals.length)
      }),
      { numRuns: 300 },
    )
  })
})

describe('what tells a record of witnesses from others', () => {
  function hashes(...lines: readonly string[]): readonly unknown[] {
    const outcomes = [...(readRecords(Buffer.from(lines.join('\n')), 'item', ROWS) ?? [])]
    return outcomes.flatMap((one) => (one.kind === 'rows' ? one.rows.witnesses.map((row) => row['record_hash']) : []))
  }
  const LONG =
    '2 111122223333 eni-0a1b2c3d4e5f60718 203.0.113.9 10.0.0.1 40112 22 6 20 4249 1774321800 1774321860 ACCEPT OK'
  const HEADING =
    'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status'

  it('is all that it says, by the names of its fields', () => {
    const [one, same, other] = hashes(LONG, LONG, LONG.replace('4249', '4250'))
    expect([same === one, other === one]).toEqual([true, false])
    expect(hashes(HEADING, LONG)).toEqual([one])
    const swapped = HEADING.replace('packets bytes', 'bytes packets')
    expect(hashes(swapped, LONG)).not.toEqual([one])
  })

  it('is nothing where the record leaves out what tells it apart: then each counts', () => {
    const short = 'interface-id srcaddr dstaddr bytes start end'
    const line = 'eni-0a1b2c3d4e5f60718 203.0.113.9 10.0.0.1 4249 1774321800 1774321860'
    expect(hashes(short, line, line)).toEqual([null, null])
  })
})
