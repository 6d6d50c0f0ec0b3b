import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { judgeDelivery } from '../../../coverage/delivery.ts'
import { gatherSignatures } from '../../../coverage/digest-signature.ts'
import { digestKeyOf } from '../../../domain/digest-key.ts'
import { NOTHING_BESIDE } from '../../../domain/evidence-row.ts'
import { type JsonObject, pickText } from '../../../domain/json.ts'
import type { Stated } from '../../../domain/statement.ts'
import { statementsOn } from '../../../domain/statement.ts'
import { rows } from '../index.generated.ts'
import { read, recognises } from './read.ts'

// The two digests of the user guide (CC BY-SA 4.0: they stay outside of this repository). They were edited after they were signed
// (accounts, buckets and names are placeholders), their bytes were not published, nor was the key: no signature can be checked.
const file = join(process.env['VERASCOPE_SHARED_DATA'] ?? '', 'aws-docs-samples/digest.jsonl')
const SAMPLES: readonly JsonObject[] = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => (JSON.parse(line) as { readonly sample: JsonObject }).sample)

const hashOf = (sample: JsonObject): string => createHash('sha256').update(JSON.stringify(sample)).digest('hex')

function stated(sample: JsonObject): readonly Stated[] {
  const result = read(sample, { ...NOTHING_BESIDE, sha256: hashOf(sample) })
  const statements = result.kind === 'statements' ? result.statements : []
  return statements.map((one) => ({ ...one, ref: { item: '', ordinal: 0, offset: 0, length: 1 } }))
}

const digestOf = (sample: JsonObject) =>
  statementsOn(stated(sample), 'delivery-digest')[0]?.says ?? expect.unreachable('it states no digest')

describe('the digests that AWS documents', () => {
  it('are two, known to this row alone', () => {
    expect(SAMPLES).toHaveLength(2)
    for (const sample of SAMPLES) {
      expect(recognises(sample)).toBe(true)
      expect(rows.filter((row) => row.recognises(sample)).map((row) => row.kind)).toEqual(['cloudtrail-digest'])
    }
  })

  it('say what they list and of which trail', () => {
    expect(SAMPLES.map((sample) => digestOf(sample).log)).toEqual([
      'us-east-2/your-trail-name',
      'us-east-2/example-trail-name',
    ])
    expect(SAMPLES.map((sample) => digestOf(sample).files.length)).toEqual([1, 0])
  })

  it.each([0, 1])('join the digest before them in time, as its key and theirs tell: %i', (nth) => {
    const sample = SAMPLES[nth] ?? expect.unreachable('no sample')
    const { start, end, previous, log, account, region, place } = digestOf(sample)
    const keyIn = (where: string) => digestKeyOf(where.slice(where.indexOf('/') + 1))
    const same = { log, account, region, organisation: null, backfill: false }
    expect(keyIn(place)).toEqual({ ...same, end })
    expect(keyIn(previous?.place ?? '')).toEqual({ ...same, end: start })
  })

  it.each([0, 1])('give the text that is signed, with a signature before it of the size of the keys: %i', (nth) => {
    const sample = SAMPLES[nth] ?? expect.unreachable('no sample')
    const { previous, signed } = digestOf(sample)
    const place = `${pickText(sample, 'digestS3Bucket')}/${pickText(sample, 'digestS3Object')}`
    expect(signed.split('\n')).toEqual([
      ...[pickText(sample, 'digestEndTime'), place],
      ...[hashOf(sample), pickText(sample, 'previousDigestSignature')],
    ])
    expect(previous?.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(previous?.signature).toMatch(/^[0-9a-f]{512}$/)
  })

  it('prove nothing: neither signature nor key is published', () => {
    const digests = SAMPLES.flatMap((sample) => statementsOn(stated(sample), 'delivery-digest')).map(
      ({ says, ref }) => ({ ...says, ref }),
    )
    const records = judgeDelivery({
      ...{ digests, listed: [], slack: 0 },
      signatures: gatherSignatures(digests, [], [], () => true),
      held: { byHash: () => 'whole', isAt: () => true },
    })
    expect(records.map(({ verified }) => verified)).toEqual([[], []])
    expect(records.map(({ gaps }) => gaps.filter((gap) => gap.because.includes('no signature')).length)).toEqual([1, 1])
  })
})
