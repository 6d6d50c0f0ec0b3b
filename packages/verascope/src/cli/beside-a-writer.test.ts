import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BIN, type Ran, runBuilt } from './built-program.ts'

// What other commands say while an ingest is at work. It is stopped in the middle, so that the middle lasts as long as is needed.

const STOPPER = fileURLToPath(new URL('./kill-at-write.cjs', import.meta.url))
const EXAMPLES = fileURLToPath(new URL('../../../../examples/', import.meta.url))
const START = 'AKIATFQR7NSC8Q4X20BJ'
/** Where it stops: all files are committed, and the journal does not say yet that the reading is done. */
const MIDDLE = '"evidence-read"'

let dir = ''
let writer: ChildProcess

function verascope(...words: readonly string[]): Ran {
  return runBuilt(dir, words)
}

function lines(name: string): readonly string[] {
  return readFileSync(join(dir, name), 'utf8').split('\n').slice(0, -1)
}

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'verascope-beside-'))
  for (const words of [
    ['init'],
    ['ingest', join(EXAMPLES, 'otrf-cloud-breach-s3')],
    ['indicator', 'add', START],
    ['indicator', 'add', 'ASIA5FLZVX4OPVKKVBMX'],
    ['scope'],
  ])
    expect(verascope(...words).exit, words.join(' ')).toBe(0)
  writer = spawn(
    process.execPath,
    ['--require', STOPPER, BIN, 'ingest', '--workers', '1', join(EXAMPLES, 'invictus-aws')],
    {
      cwd: dir,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, VERASCOPE_TEST_KILL: `main,${MIDDLE},0,SIGSTOP` },
    },
  )
  if (writer.stderr === null) throw new Error('no stderr')
  const [first] = await once(writer.stderr, 'data')
  expect(String(first)).toBe('stopped\n')
})
afterAll(() => {
  writer.kill('SIGKILL')
  rmSync(dir, { recursive: true, force: true })
})

describe('beside an ingest that is at work', () => {
  it('what it read is committed, and it is not done', () => {
    const committed = lines('evidence/manifest.ndjson').filter((line) => line.includes('CloudTrail')).length
    expect(committed).toBeGreaterThan(0)
    expect(lines('journal.ndjson').at(-1)).toContain('reading-begun')
  })

  it('a second writer is told who holds the case', () => {
    for (const words of [
      ['ingest', EXAMPLES],
      ['indicator', 'add', '198.51.100.9'],
      ['indicator', 'withdraw', START],
    ]) {
      const ran = verascope(...words)
      expect(ran, words.join(' ')).toMatchObject({ exit: 4, out: '' })
      expect(ran.err.replaceAll(/\s+/g, ' ')).toContain(`Process ${writer.pid} on `)
      expect(ran.err).toContain('VS4006')
    }
  })

  it('whoever only reads is not kept waiting, and is told that it is the assessment from before', () => {
    for (const words of [['trace'], ['change'], ['bound'], ['proof', 'mordors3stack-s3bucket-llp2yingx64a']]) {
      const ran = verascope(...words, '--json')
      expect(ran.exit, ran.err).toBe(0)
      expect(ran.err).toContain('assessments/1, made before')
      expect(JSON.parse(ran.out).scopeVersion).toBe(1)
    }
    expect(verascope('indicator', 'list').exit).toBe(0)
    expect(verascope('doctor').exit).toBe(0)
  })

  it('no new verdict is given on evidence that is half read', () => {
    for (const words of [['scope'], ['sql', 'SELECT 1'], ['proof', 'mordors3stack-s3bucket-llp2yingx64a', '--sql']])
      expect(verascope(...words), words.join(' ')).toMatchObject({ exit: 4, out: '' })
  })

  it('it ends as if nothing had been', async () => {
    writer.kill('SIGCONT')
    const [exit] = await once(writer, 'close')
    expect(exit).toBe(0)
    const scope = verascope('scope', '--json')
    expect(JSON.parse(scope.out)).toMatchObject({ scopeVersion: 2 })
    expect(scope.err).not.toContain('never finished')
  })
})
