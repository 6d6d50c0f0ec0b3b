import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatInstant } from '../../../domain/instant.ts'
import type { RequestWitness } from '../../../domain/witness.ts'
import { rows } from '../index.generated.ts'
import row from './row.ts'

const DATA = process.env['VERASCOPE_SHARED_DATA'] ?? ''

function requestsIn(lines: readonly string[]): readonly RequestWitness[] {
  expect(rows.filter((one) => (one.lines?.starts(lines.slice(0, 64)) ?? null) !== null)).toEqual([row])
  const reader = row.lines?.starts(lines.slice(0, 64)) ?? expect.unreachable('its lines are of no known kind')
  return lines.flatMap((line) => {
    const found = reader.read(line)
    if (found?.kind !== 'record') throw new Error(`a line is rejected: ${found?.reason}`)
    const read = row.read(found.record)
    const witnesses = read.kind === 'witnesses' ? read.witnesses : []
    return witnesses.flatMap((one) => (one.kind === 'request' ? [one] : []))
  })
}

describe('the lines that AWS documents', () => {
  // CC BY-SA 4.0: they stay outside of this repository.
  const lines = readFileSync(join(DATA, 'aws-docs-samples/s3access.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { readonly sample: string }).sample)

  it('are questions for settings, one of which has no answer, and one object that was put', () => {
    const found = requestsIn(lines)
    expect(found.map((one) => [one.act, one.outcome, one.effect, one.bytes])).toEqual([
      ['REST.GET.VERSIONING', 'ok', null, null],
      ['REST.GET.LOGGING_STATUS', 'ok', null, null],
      ['REST.GET.BUCKETPOLICY', 'failed', null, null],
      ['REST.GET.VERSIONING', 'ok', null, null],
      ['REST.PUT.OBJECT', 'ok', 'written', null],
    ])
    expect(found.map((one) => formatInstant(one.at))[4]).toBe('2019-02-06T00:01:57Z')
    expect(found[4]).toMatchObject({ object: 's3-dg.pdf', size: 4406583, agent: 'S3Console/0.4', address: '192.0.2.3' })
  })
})

describe('the lines of a real bucket (opensearch-catalog, Apache-2.0)', () => {
  const lines = readFileSync(join(DATA, 'opensearch-catalog/amazon_s3/data/raw.log'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')

  it('are all writes of one session', () => {
    const found = requestsIn(lines)
    expect(found).toHaveLength(18)
    expect(new Set(found.map((one) => one.effect))).toEqual(new Set(['written']))
    expect(new Set(found.map((one) => one.principal)).size).toBe(1)
    expect(new Set(found.map((one) => one.requestId)).size).toBe(18)
    expect(found.every((one) => one.bytes === null && (one.size ?? 0) > 0)).toBe(true)
  })

  it('and the listings that were put into a catalogue, one of them at the second 60, which is no time', () => {
    const bodies = JSON.parse(
      readFileSync(join(DATA, 'opensearch-catalog/amazon_s3/data/sample.json'), 'utf8'),
    ) as readonly { readonly body: string }[]
    const found = requestsIn(bodies.map((one) => one.body))
    expect(bodies).toHaveLength(5)
    expect(found.map((one) => [one.act, one.effect, one.payload, one.bytes])).toEqual(
      Array(4).fill(['REST.GET.BUCKET', 'listed', 'listing', 322]),
    )
  })
})
