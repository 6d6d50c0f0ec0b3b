import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import story from '../../../cases/data-events-whole/story.ts'
import { isRecorded } from './deliver/recorded.ts'
import { recordsOf } from './emit/record.ts'
import { type Json, listAt, textAt } from './json.ts'
import { mint, play } from './mint.ts'
import { verifyEvidence } from './testing/verifier.ts'

const minted = mint(story)
const bytesOf = (seed: number): readonly string[] =>
  mint(story, { seed }).files.map(({ path, bytes }) => `${path} ${Buffer.from(bytes).toString('base64')}`)

describe('a story', () => {
  test('gives the same bytes for the same seed, and others for another', () => {
    expect(bytesOf(7)).toEqual(bytesOf(7))
    expect(bytesOf(7)).not.toEqual(bytesOf(8))
  })

  test('lies in the evidence in the layout of the provider', () => {
    const paths = minted.files.map(({ path }) => path)
    expect(paths).toContainEqual(
      expect.stringMatching(
        /^s3\/logs-[\da-f]{6}\/AWSLogs\/\d{12}\/CloudTrail\/eu-west-1\/2026\/03\/10\/\d{12}_CloudTrail_eu-west-1_20260310T\d{4}Z_[A-Za-z0-9]{16}\.json\.gz$/,
      ),
    )
    expect(paths).toContainEqual(
      expect.stringMatching(
        /CloudTrail-Digest\/us-east-1\/2026\/03\/10\/\d{12}_CloudTrail-Digest_us-east-1_main-trail_eu-west-1_20260310T\d{6}Z\.json\.gz$/,
      ),
    )
    expect(new Set(paths).size).toBe(paths.length)
  })

  test('every file parses, and every answer has its time and subject beside it', () => {
    for (const { path, bytes } of minted.files) {
      const text = path.endsWith('.gz') ? gunzipSync(bytes).toString() : Buffer.from(bytes).toString()
      expect(() => JSON.parse(text), path).not.toThrow()
      if (!path.startsWith('snapshots/') || path.endsWith('.meta.json')) continue
      expect(minted.files.some((one) => one.path === `${path}.meta.json`)).toBe(true)
    }
  })

  test('every delivered event is in the truth, and says there who made it', () => {
    const known = new Set(minted.truth.events.flatMap(({ eventIds }) => eventIds))
    const logs = minted.files.filter(({ path }) => path.includes('/CloudTrail/'))
    const delivered = logs.flatMap(({ bytes }) => {
      const parsed: Json = JSON.parse(gunzipSync(bytes).toString())
      return listAt(parsed, 'Records').map((record) => textAt(record, 'eventID'))
    })
    expect(delivered.length).toBeGreaterThan(30)
    expect(delivered.filter((id) => !known.has(id))).toEqual([])
  })

  test('digests are signed, joined and true to the files they list', () => {
    const { digests, logs, findings } = verifyEvidence(minted.files)
    expect(digests).toBeGreaterThan(30)
    expect(logs).toBeGreaterThan(20)
    // Each chain goes back to a digest from before the evidence, which nobody copied.
    expect(findings.map(({ finding }) => finding)).toEqual(['previous-missing', 'previous-missing'])
  })

  test('no file holds an event that its trail did not select', () => {
    const { stage, delivered } = play(story)
    const emitted = new Map(stage.calls.flatMap(recordsOf).map((event) => [event.eventId, event]))
    for (const file of delivered) {
      const trail = stage.trails.find(({ arn }) => arn === file.trail)
      if (file.kind !== 'log' || trail === undefined) continue
      for (const id of file.eventIds) {
        const event = emitted.get(id)
        expect(event !== undefined && isRecorded(stage, trail, event)).toBe(true)
      }
    }
  })
})
