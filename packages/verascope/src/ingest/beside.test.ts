import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Instant, parseInstant } from '@verascope/core/domain/instant'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CommittedItem, linesInForce } from '../case/manifest.ts'
import type { ManifestLine } from '../case/manifest-line.ts'
import { readTextTable } from '../case/text-table.ts'
import type { TakenAt } from './beside.ts'
import { ingest } from './ingest.ts'

const ARN = 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/main'
const STATUS = '{"IsLogging":true,"StartLoggingTime":"2026-01-01T00:00:00+00:00"}'
const CALL = JSON.stringify({
  Records: [
    {
      ...{ eventVersion: '1.08', eventID: 'e-1', eventTime: '2026-03-10T10:00:00Z', eventSource: 's3.amazonaws.com' },
      ...{ eventName: 'ListBuckets', awsRegion: 'eu-west-1', recipientAccountId: '111122223333' },
      userIdentity: { type: 'IAMUser', accessKeyId: 'AKIA0000000000000000' },
    },
  ],
})

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'verascope-beside-'))
  mkdirSync(join(root, 'case'))
  mkdirSync(join(root, 'logs'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const put = (name: string, text: string): void => writeFileSync(join(root, 'logs', name), text)

function sidecar(at: string): string {
  const command = `aws cloudtrail get-trail-status --name ${ARN}`
  return JSON.stringify({ command, at, account: '111122223333', region: 'eu-west-1' })
}

async function read(known: readonly ManifestLine[] = [], taken: TakenAt | null = null) {
  const items: CommittedItem[] = []
  const { accounting, alreadyKnown } = await ingest({
    ...{ caseDir: join(root, 'case'), paths: [join(root, 'logs')], collector: null, workers: 1, parser: '1' },
    ...{ at: '2026-03-25T00:00:00Z', progress: () => {}, known, taken },
    commit: async (list) => {
      items.push(...list)
    },
  })
  return { accounting, alreadyKnown, items, lines: [...known, ...items.map(({ line }) => line)] }
}

/** The times that statements on settings speak of, from the parts of lines. */
async function timesIn(lines: readonly ManifestLine[]): Promise<readonly (string | null)[]> {
  const parts = [...new Set(lines.flatMap(({ part }) => part ?? []))]
  const says = await Promise.all(
    parts.map(async (part) => {
      const bytes = readFileSync(join(root, 'case/tables/statements', `${part}.parquet`))
      return readTextTable(bytes, 'says')
    }),
  )
  return says.flat().map((text) => text ?? null)
}

const states = (lines: readonly ManifestLine[]): readonly string[] =>
  lines.map(({ name, state, accounting }) => `${name} ${state} ${accounting.kept}`).sort()

describe('what stands beside an answer', () => {
  it('makes two of equal answers that were asked at different times, and one of those with equal sidecars', async () => {
    for (const [name, at] of [
      ['a', '2026-03-10T10:00:00Z'],
      ['b', '2026-03-11T10:00:00Z'],
      ['c', '2026-03-11T10:00:00Z'],
    ]) {
      put(`${name}.json`, STATUS)
      put(`${name}.json.meta.json`, sidecar(at ?? ''))
    }
    const { lines, accounting } = await read()
    expect(states(lines.filter(({ kind }) => kind === 'cloudtrail-trail-status'))).toEqual([
      'logs/a.json read 1',
      'logs/b.json read 1',
      'logs/c.json duplicate 0',
    ])
    expect(await timesIn(lines)).toHaveLength(2)
    expect(accounting.read).toBe(accounting.kept + accounting.duplicate + accounting.rejected)
  })

  it('is read when it comes later, in the place of what nobody could tell before', async () => {
    put('a.json', STATUS)
    const first = await read()
    expect(first.items[0]?.rejected[0]?.reason).toContain('save the command')
    put('a.json.meta.json', sidecar('2026-03-10T10:00:00Z'))
    const second = await read(linesInForce(first.lines))
    expect(second.accounting.kept).toBe(2)
    const inForce = linesInForce(second.lines)
    expect(states(inForce)).toEqual(['logs/a.json read 1', 'logs/a.json.meta.json read 1'])
    const third = await read(inForce)
    expect(third.items).toEqual([])
    expect(third.alreadyKnown).toBe(2)
  })

  it('says when answers without any were taken, and a sidecar says it better', async () => {
    const at = parseInstant('2026-03-12T00:00:00Z') ?? expect.unreachable('no instant')
    put('list.json', '{"TableNames":["orders"]}')
    const { items } = await read([], { at, account: '111122223333', region: 'eu-west-1' })
    expect(items[0]?.rejected).toEqual([])
    expect(await timesIn(items.map(({ line }) => line))).toEqual([expect.stringContaining('table/orders')])
    put('status.json', STATUS)
    put('status.json.meta.json', sidecar('2026-03-10T10:00:00Z'))
    const more = await read(linesInForce(items.map(({ line }) => line)), {
      at: at as Instant,
      account: null,
      region: null,
    })
    const status = more.items.find(({ line }) => line.name === 'logs/status.json')
    expect(status?.rejected).toEqual([])
  })

  it('never reads a log of calls a second time: its records are what they are', async () => {
    put('log.json', CALL)
    const first = await read()
    put('log.json.head.json', '{"ContentLength":1,"ETag":"x","Metadata":{}}')
    const second = await read(first.lines)
    expect(states(second.items.map(({ line }) => line))).toEqual(['logs/log.json.head.json read 1'])
    expect(second.alreadyKnown).toBe(1)
  })

  it('that is no JSON is named itself, and leaves the answer without a time', async () => {
    put('list.json', '{"TableNames":[]}')
    put('list.json.meta.json', 'yesterday')
    const { items } = await read()
    expect(items.map(({ line }) => `${line.name} ${line.state}`).sort()).toEqual([
      'logs/list.json read',
      'logs/list.json.meta.json rejected',
    ])
  })
})
