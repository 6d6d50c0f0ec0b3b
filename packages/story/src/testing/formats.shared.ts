import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import story from '../../../../cases/seventy-one-owners/story.ts'
import { isObject, type Json, listAt, member, textAt } from '../json.ts'
import { mint } from '../mint.ts'
import { accessLogFaults, flowFaults } from './formats.ts'
import { pathsOf } from './shape.ts'

// The patterns that minted lines are held against hold for the provider's own samples.

const folder = process.env['VERASCOPE_SHARED_DATA'] ?? ''
const read = (path: string): string => readFileSync(join(folder, path), 'utf8').trim()

function samples(file: string): readonly Json[] {
  return read(`aws-docs-samples/${file}`)
    .split('\n')
    .map((line) => member(JSON.parse(line), 'sample'))
}

const texts = (list: readonly Json[]): readonly string[] => list.filter((one): one is string => typeof one === 'string')

describe('the provider’s own lines', () => {
  test('of access logs fit, those of the guide and those of a real bucket', () => {
    // The last field came later than the lines of the real bucket; both have it.
    const lines = [
      ...texts(samples('s3access.jsonl')),
      ...read('opensearch-catalog/amazon_s3/data/raw.log').split('\n'),
    ]
    expect(lines.length).toBeGreaterThan(15)
    // The guide's owner ids are 64 characters, its request ids end in EXAMPLE, and its TLS version is in capitals.
    expect(lines.flatMap((line) => accessLogFaults(line).map((fault) => `${fault}: ${line}`))).toEqual([])
  })

  test('of flow logs in the default format fit', () => {
    const lines = texts(samples('vpcflow.jsonl')).filter((line) => line.startsWith('2 '))
    expect(lines.length).toBeGreaterThan(5)
    expect(lines.flatMap((line) => flowFaults(line).map((fault) => `${fault}: ${line}`))).toEqual([])
  })
})

/** Members of events that are published, which notifications of the same name lack (SES developer guide). */
const PUBLISHED = [
  /^eventType: string$/,
  /^send: object$/,
  /^mail[.]tags\b/,
  // Whoever is told of a mail by events knows no address that it was sent from but by a tag.
  /^mail[.]sourceIp\b/,
]

test('events about mail have the members of the provider’s notifications, with the same types', () => {
  const known = new Set(
    samples('ses.jsonl')
      .filter((one) => textAt(one, 'notificationType') !== 'Received')
      .flatMap((one) => pathsOf(one).map(([path, type]) => `${path}: ${type}`)),
  )
  const events = mint(story)
    .files.filter(({ path }) => path.includes('/mail-events/'))
    .flatMap(({ bytes }) => Buffer.from(bytes).toString().trim().split('\n'))
    .map((line): Json => JSON.parse(line))
  expect(events.length).toBeGreaterThan(30)
  const paths = new Set(events.flatMap((event) => pathsOf(event).map(([path, type]) => `${path}: ${type}`)))
  const foreign = [...paths].filter((path) => !known.has(path) && !PUBLISHED.some((one) => one.test(path)))
  expect(foreign).toEqual([])
  for (const event of events)
    expect(isObject(member(event, 'mail')) && listAt(event, 'mail', 'destination')).toHaveLength(1)
})
