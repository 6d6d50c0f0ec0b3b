import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CODES } from '../errors/codes.ts'
import { type Ran, runBuilt } from './built-program.ts'

// What a case needs over its life beside verdicts: whether it is whole, what changed, what a message means.

const EXAMPLES = fileURLToPath(new URL('../../../../examples/', import.meta.url))
const START = 'AKIATFQR7NSC8Q4X20BJ'

let dir = ''
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'verascope-upkeep-'))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

function verascope(...words: readonly string[]): Ran {
  return runBuilt(dir, words)
}

describe('the doctor', () => {
  it('finds nothing wrong here, and names a table that is gone', () => {
    expect(verascope('doctor')).toMatchObject({ exit: 0, err: '' })
    expect(verascope('init', 'ill').exit).toBe(0)
    expect(verascope('-C', 'ill', 'ingest', join(EXAMPLES, 'otrf-cloud-breach-s3')).exit).toBe(0)
    expect(verascope('-C', 'ill', 'doctor').exit).toBe(0)
    rmSync(join(dir, 'ill/tables/mints'), { recursive: true })
    const ran = verascope('-C', 'ill', 'doctor')
    expect(ran.exit).toBe(4)
    expect(ran.out).toMatch(/FAILED {2}case .*ill/)
    expect(verascope('-C', 'ill', 'indicator', 'add', START).exit).toBe(0)
    expect(verascope('-C', 'ill', 'scope')).toMatchObject({ exit: 7, out: '' })
  })
})

describe('verify', () => {
  const states = (): readonly string[] =>
    verascope('-C', 'checked', 'verify', '--plain')
      .out.split('\n')
      .filter((line) => line !== '' && !line.startsWith('#') && !line.endsWith('as-recorded'))

  it('finds a fresh case as recorded, and names every file that was altered or is gone', () => {
    const evidence = join(dir, 'evidence.json')
    const [file = ''] = readdirSync(join(EXAMPLES, 'invictus-aws/CloudTrail'))
    const text = readFileSync(join(EXAMPLES, 'invictus-aws/CloudTrail', file), 'utf8')
    writeFileSync(evidence, text)
    for (const words of [['init'], ['ingest', evidence], ['indicator', 'add', START], ['scope']] as const) {
      expect(verascope('-C', 'checked', ...words).exit, words.join(' ')).toBe(0)
    }
    expect(verascope('-C', 'checked', 'verify').exit).toBe(0)
    expect(states()).toEqual([])
    const [part = ''] = readdirSync(join(dir, 'checked/tables/touches'))
    const altered = [
      [evidence, 'evidence\tevidence.json\taltered'],
      [join(dir, 'checked/tables/touches', part), `table\ttables/touches/${part}\taltered`],
      [join(dir, 'checked/assessments/1/stores.parquet'), 'assessment\tassessments/1\taltered'],
      [join(dir, 'checked/journal.ndjson'), 'journal\tjournal.ndjson\taltered'],
    ] as const
    for (const [path, finding] of altered) {
      const bytes = readFileSync(path)
      writeFileSync(path, Buffer.from(bytes.map((byte, at) => (at === 20 ? byte ^ 1 : byte))))
      expect(states()).toEqual([finding])
      expect(verascope('-C', 'checked', 'verify').exit).toBe(7)
      writeFileSync(path, bytes)
    }
    rmSync(evidence)
    expect(states()).toEqual(['evidence\tevidence.json\tgone'])
  })
})

describe('the difference of two assessments', () => {
  it('names the stores, and the evidence that the later proof rests on', () => {
    const folder = join(EXAMPLES, 'invictus-aws/CloudTrail')
    const held = (file: string): string => readFileSync(join(folder, file), 'utf8')
    const files = readdirSync(folder)
    const reads = files.find((file) => held(file).includes('GetSecretValue') && held(file).includes(START)) ?? ''
    const other = files.find((file) => file !== reads && held(file).includes(START)) ?? ''
    for (const words of [['init'], ['ingest', join(folder, other)], ['indicator', 'add', START], ['scope']] as const) {
      expect(verascope('-C', 'grown', ...words).exit).toBe(0)
    }
    expect(verascope('-C', 'grown', 'ingest', join(folder, reads)).exit).toBe(0)
    expect(verascope('-C', 'grown', 'scope').exit).toBe(0)
    const ran = verascope('-C', 'grown', 'scope', 'diff', '1', '2', '--json')
    expect(ran.exit, ran.err).toBe(0)
    const difference = JSON.parse(ran.out)
    expect(difference).toMatchObject({
      from: 1,
      to: 2,
      evidence: { added: [reads], gone: [] },
      indicators: { added: [], gone: [] },
    })
    const opened = difference.stores.filter((one: { to: string }) => one.to === 'accessed')
    expect(opened.length).toBeGreaterThan(0)
    for (const one of opened) expect(one.becauseOf).toContain(reads)
    const [same, back] = [
      verascope('-C', 'grown', 'scope', 'diff', '2', '2'),
      verascope('-C', 'grown', 'scope', 'diff', '2', '1', '--json'),
    ]
    expect(same.out).toContain('No store')
    expect(JSON.parse(back.out).evidence).toEqual({ added: [], gone: [reads] })
    expect(verascope('-C', 'grown', 'scope', 'diff', '7')).toMatchObject({ exit: 2, out: '' })
  })
})

describe('the help on a code', () => {
  it('says of every code what it is about and what to do', () => {
    for (const [code, { about, todo }] of Object.entries(CODES)) {
      const text = verascope('help', code.toLowerCase()).out.replaceAll(/\s+/g, ' ')
      expect(text).toContain(about)
      expect(text).toContain(todo)
      expect(text).toMatch(/Exit code \d+: \S/)
    }
  })
})
