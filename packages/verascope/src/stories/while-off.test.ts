import { gunzipSync, gzipSync } from 'node:zlib'
import type { Assessed } from '@verascope/core/assess/assessment'
import { isObject, type JsonObject, parseJson } from '@verascope/core/domain/json'
import { type Minted, mint } from '@verascope/story/mint'
import { describe, expect, it } from 'vitest'
import { assessStory, caseStory, type StoryFile } from './story-case.fixture.ts'

// Calls that are dated inside a recorded stop of the log that brought them: something there is not what it seems.

const HOUR = 3_600_000

function recordsOf({ bytes }: StoryFile): readonly JsonObject[] {
  const content = parseJson(gunzipSync(bytes).toString())
  const records = isObject(content) ? content['Records'] : null
  return Array.isArray(records) ? records.filter(isObject) : []
}

/** Of all log files, the first record of a call. */
function callNamed({ files }: Minted, name: string): JsonObject {
  const all = files.filter(({ path }) => path.includes('/CloudTrail/')).flatMap(recordsOf)
  return all.find((one) => one['eventName'] === name) ?? expect.unreachable(`no ${name}`)
}

/** A file with a copy of a call, some milliseconds after another one. */
function callAfter(minted: Minted, name: string, after: string, millis: number): { file: StoryFile; at: string } {
  const start = Date.parse(String(callNamed(minted, after)['eventTime']))
  const at = new Date(start + millis).toISOString().replace('.000Z', 'Z')
  const record = { ...callNamed(minted, name), eventTime: at, eventID: '5d0c0f1e-0000-4000-8000-000000000001' }
  return { file: { path: 'found-later.json.gz', bytes: gzipSync(JSON.stringify({ Records: [record] })) }, at }
}

function conflictsIn({ assessment }: Assessed) {
  return Object.entries(assessment.gaps).filter(([, gap]) => gap.kind === 'conflict')
}

describe('calls from inside a recorded stop', () => {
  it('are a conflict of that account, region and time, on its account and its stores', async () => {
    const minted = mint(await caseStory('logging-stopped'))
    const { file, at } = callAfter(minted, 'GetObject', 'StopLogging', HOUR / 6)
    const assessed = await assessStory(minted, [...minted.files, file])
    const [conflict, ...others] = conflictsIn(assessed)
    expect(others).toEqual([])
    const [id, gap] = conflict ?? expect.unreachable('no conflict')
    expect(gap).toMatchObject({ from: at, to: at, source: expect.stringContaining(':trail/') })
    expect(gap.because).toMatch(/^1 call is recorded from when .* is recorded to be off, and no other log is known/)
    const account = String(callNamed(minted, 'StopLogging')['recipientAccountId'])
    const region = String(callNamed(minted, 'GetObject')['awsRegion'])
    const holders = assessed.assessment.stores.filter(({ gaps }) => gaps.includes(id))
    expect(new Set(holders.map((one) => `${one.account} ${one.region}`))).toEqual(new Set([`${account} ${region}`]))
    expect(assessed.assessment.accounts.find((one) => one.id === account)?.gaps).toContain(id)
  })

  it('are none where nothing is dated so, where the stop failed, or at the very instant of the stop', async () => {
    const stopped = mint(await caseStory('logging-stopped'))
    expect(conflictsIn(await assessStory(stopped))).toEqual([])
    const { file } = callAfter(stopped, 'ListBuckets', 'StopLogging', 0)
    expect(conflictsIn(await assessStory(stopped, [...stopped.files, file]))).toEqual([])
    const failed = mint(await caseStory('failed-tampering'))
    const after = callAfter(failed, 'ListBuckets', 'StopLogging', HOUR / 6)
    expect(conflictsIn(await assessStory(failed, [...failed.files, after.file]))).toEqual([])
  })
})
