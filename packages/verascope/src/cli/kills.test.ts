import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Assessment } from '@verascope/core/assess/assessment'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// An ingest that is killed at random moments, again and again, and resumed: the case opens each time, and ends as if nothing had been.

const BIN = fileURLToPath(new URL('../../bin/verascope.js', import.meta.url))
const KILLER = fileURLToPath(new URL('./kill-at-write.cjs', import.meta.url))
const EXAMPLE = fileURLToPath(new URL('../../../../examples/invictus-aws/CloudTrail', import.meta.url))
const START = 'AKIATFQR7NSC8Q4X20BJ'

/** All fifty take minutes; on a desk a few show whether something broke. */
const ALL = process.env['CI'] !== undefined || process.env['VERASCOPE_SHARED_DATA'] !== undefined
const KILLS = ALL ? 50 : 8
const RECORDS_A_FILE = 12
/** Kills that one case goes through at most, so that early moments are met as often as late ones. */
const KILLS_A_CASE = 10

let dir = ''
let undisturbed = ''
let draw = (_below: number): number => 0

interface Ran {
  readonly out: string
  readonly err: string
  readonly exit: number | null
  readonly signal: NodeJS.Signals | null
}

/** Never blocks: whoever runs the tests hears from a test that takes long. */
async function run(words: readonly string[], kill: string | null): Promise<Ran> {
  const node = kill === null ? [] : ['--require', KILLER]
  const env = { ...process.env, NO_COLOR: '1', ...(kill === null ? {} : { VERASCOPE_TEST_KILL: kill }) }
  const child = spawn(process.execPath, [...node, BIN, ...words], { cwd: dir, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const text = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text.out += part
  })
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    text.err += part
  })
  return await new Promise((resolve) => {
    child.once('close', (exit, signal) => resolve({ ...text, exit, signal }))
  })
}

async function verascope(...words: readonly string[]): Promise<Ran> {
  return await run(words, null)
}

/** Mulberry32: the same moments on every machine. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below)
  }
}

/** The incident as it ships, and once more in small files: half of all records are copies of others. */
function makeEvidence(): void {
  mkdirSync(join(dir, 'logs/small'), { recursive: true })
  for (const name of readdirSync(EXAMPLE)) {
    const text = readFileSync(join(EXAMPLE, name), 'utf8')
    writeFileSync(join(dir, 'logs', name), text)
    const { Records }: { Records: readonly unknown[] } = JSON.parse(text)
    for (let at = 0; at < Records.length; at += RECORDS_A_FILE)
      writeFileSync(
        join(dir, 'logs/small', `${at}-${name}`),
        JSON.stringify({ Records: Records.slice(at, at + RECORDS_A_FILE) }),
      )
  }
}

async function makeCase(name: string): Promise<void> {
  expect((await verascope('init', name, '--title', 'one')).exit).toBe(0)
  expect((await verascope('-C', name, 'indicator', 'add', START)).exit).toBe(0)
}

/** What a case says, without the number under which it says it. */
async function said(name: string): Promise<Assessment> {
  const ran = await verascope('-C', name, 'scope', '--json')
  expect(ran.exit, ran.err).toBe(0)
  const parsed: Assessment = JSON.parse(ran.out)
  return { ...parsed, scopeVersion: 1 }
}

function actsOf(name: string): readonly string[] {
  const lines = readFileSync(join(dir, name, 'journal.ndjson'), 'utf8')
    .split('\n')
    .slice(0, -1)
  return lines.map((line) => JSON.parse(line).act.kind)
}

/** The paths that are committed: a commit counts whole or not at all, and its last line has nothing left to follow. */
function committedPaths(name: string): readonly string[] {
  const path = join(dir, name, 'evidence/manifest.ndjson')
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1)
  const items: readonly { path: string; left?: number }[] = lines.map((line) => JSON.parse(line))
  return items.slice(0, items.findLastIndex((one) => (one.left ?? 0) === 0) + 1).map((one) => one.path)
}

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'verascope-kills-'))
  draw = randomFrom(20260324)
  makeEvidence()
  await makeCase('undisturbed')
  expect((await verascope('-C', 'undisturbed', 'ingest', 'logs')).exit).toBe(0)
  undisturbed = JSON.stringify(await said('undisturbed'))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** A moment: mostly soon, so that a case lives through many; now and then late, among the last acts. */
function moment(): string {
  const thread = draw(3) === 0 ? 'main' : 'worker'
  const most = draw(4) === 0 ? 150 : 25
  return `${thread},${1 + draw(most)},${draw(5) / 4}`
}

/** The case opens after a kill, and says what it is worth. */
async function checkOpens(name: string, when: string): Promise<void> {
  const ran = await verascope('-C', name, 'scope', '--json')
  const acts = actsOf(name)
  const isOpen = acts.lastIndexOf('reading-begun') > acts.lastIndexOf('evidence-read')
  if (isOpen) expect(ran.err, when).toContain('begun and never finished')
  if (committedPaths(name).length === 0) {
    expect(ran, when).toMatchObject({ exit: 2, out: '' })
    expect(ran.err, when).toContain('VS2003')
    return
  }
  expect(ran.exit, `${when}\n${ran.err}`).toBe(0)
  const now: Assessment = JSON.parse(ran.out)
  const whole: Assessment = JSON.parse(undisturbed)
  if (isOpen)
    expect(
      Object.values(now.gaps).some((gap) => gap.because.includes('never finished')),
      when,
    ).toBe(true)
  // What is not read yet may hide an access; it never makes one, and nothing is untouched for it.
  const accessed = new Set(whole.stores.filter((one) => one.verdict === 'accessed').map((one) => one.id))
  for (const store of now.stores) {
    expect(['accessed', 'undetermined'], when).toContain(store.verdict)
    if (store.verdict === 'accessed') expect(accessed, when).toContain(store.id)
  }
}

/** Kills a case until it is whole or has been killed often enough, then lets it finish; gives how often it was killed. */
async function liveThrough(name: string, most: number): Promise<number> {
  await makeCase(name)
  let kills = 0
  for (let committed = 0; kills < most; ) {
    const kill = moment()
    const ran = await run(['-C', name, 'ingest', 'logs'], kill)
    const when = `${name}, kill ${kills + 1} at ${kill}\n${ran.err}`
    if (ran.signal === null) {
      expect(ran.exit, when).toBe(0)
      break
    }
    expect(ran.signal, when).toBe('SIGKILL')
    kills += 1
    await checkOpens(name, when)
    expect(committedPaths(name).length, when).toBeGreaterThanOrEqual(committed)
    committed = committedPaths(name).length
  }
  expect((await verascope('-C', name, 'ingest', 'logs')).exit).toBe(0)
  return kills
}

describe('an ingest that is killed', () => {
  it(`${KILLS} times at random moments, ends in the case that it would have been`, { timeout: 600_000 }, async () => {
    let kills = 0
    for (let life = 1; kills < KILLS; life += 1) {
      const name = `life-${life}`
      kills += await liveThrough(name, Math.min(KILLS_A_CASE, KILLS - kills))
      expect(JSON.stringify(await said(name)), name).toBe(undisturbed)
      const verified = await verascope('-C', name, 'verify', '--plain')
      expect(verified.exit, verified.out).toBe(0)
      const odd = verified.out
        .split('\n')
        .slice(1, -1)
        .filter((line) => !line.endsWith('\tas-recorded'))
      expect(odd, name).toEqual([])
      const paths = committedPaths(name)
      expect(new Set(paths).size, name).toBe(paths.length)
      expect(paths.length, name).toBe(committedPaths('undisturbed').length)
    }
    expect(kills).toBeGreaterThanOrEqual(KILLS)
  })
})
