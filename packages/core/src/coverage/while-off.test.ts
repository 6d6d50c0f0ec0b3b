import { describe, expect, it } from 'vitest'
import { type Instant, instantOfMillis } from '../domain/instant.ts'
import type { LogSettings, LogStatement } from '../domain/log-config.ts'
import type { Stated } from '../domain/statement.ts'
import { memoryFacts } from '../facts/memory.ts'
import { knownLogs } from './known-logs.ts'
import { callsWhileOff } from './while-off.ts'

const REF = { item: 'i', ordinal: 0, offset: 0, length: 1 }
const OWN = { account: '1', home: 'r' }
const WHOLE: LogSettings = {
  ...{ on: true, selectors: [], allRegions: true, allAccounts: false, global: true, key: 'none', target: 'b' },
}

function instant(ms: number): Instant {
  return instantOfMillis(ms) ?? expect.unreachable('no instant')
}

function said(log: string, at: number, act: LogStatement['act'], says: Partial<LogSettings>): Stated {
  return { topic: 'log-settings', at: instant(at), says: { log, ...OWN, act, says }, ref: REF }
}

function digest(log: string, oldest: number, newest: number): Stated {
  const file = { place: `b/${log}`, sha256: '', oldest: instant(oldest), newest: instant(newest) }
  const says = {
    ...{ log: `r/${log}`, organisation: null, bucket: 'b', account: '1', region: 'r', place: '', sha256: '' },
    ...{ start: instant(0), end: instant(9), previous: null, fingerprint: '', signed: '', backfill: false },
    files: [file],
  }
  return { topic: 'delivery-digest', at: null, says, ref: REF }
}

/** The logs are off from 100 to 200, as they say themselves, and one file is listed by the log `T`. */
async function found(oldest: number, newest: number, ...logs: readonly string[]): Promise<readonly string[]> {
  const stated = logs.flatMap((log) => [
    said(log, 10, 'shown', WHOLE),
    ...(log === 'T' ? [said(log, 100, 'changed', { on: false }), said(log, 200, 'changed', { on: true })] : []),
  ])
  const statements = stated.flatMap(({ topic, says, at, ref }) =>
    topic === 'log-settings' ? [{ ...says, at, ref }] : [],
  )
  const known = knownLogs({
    statements,
    undelivered: () => () => [],
    member: () => () => [],
    constant: () => [],
    changes: [],
    flowsSince: () => 0,
  })
  const all = [...stated, digest('T', oldest, newest)]
  const calls = await callsWhileOff(known, all, { facts: memoryFacts([]), places: [] })
  return calls.map(({ log, during }) => `${log} ${during.from}-${during.to}`)
}

describe('files that a log lists with calls from inside a stop of its own', () => {
  it('contradict the stop, also while another log recorded the place', async () => {
    expect(await found(120, 180, 'T')).toEqual(['T 120-180'])
    expect(await found(120, 180, 'T', 'U')).toEqual(['T 120-180'])
  })

  it('do not where they may be from before or after it, or of another log', async () => {
    expect(await found(90, 180, 'T')).toEqual([])
    expect(await found(100, 100, 'T')).toEqual([])
    expect(await found(120, 200, 'T')).toEqual([])
    expect(await found(120, 180, 'U')).toEqual([])
  })
})
