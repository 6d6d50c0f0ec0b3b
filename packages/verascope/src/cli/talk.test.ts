import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CODES, isErrorCode } from '../errors/codes.ts'
import { type Ran, runBuilt } from './built-program.ts'
import { codeHelp } from './help.ts'
import { progressOn } from './terminal.ts'
import { isTopic, TOPIC_NAMES, topicHelp } from './topics.ts'

// What the program says beside its data: how much, where, and in which words.

const EVIDENCE = fileURLToPath(new URL('../../../../examples/otrf-cloud-breach-s3', import.meta.url))
const ESCAPE = '\u001b'

let dir = ''
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'verascope-talk-'))
  for (const words of [['init'], ['ingest', EVIDENCE], ['indicator', 'add', 'ASIA5FLZVX4OPVKKVBMX'], ['scope']])
    expect(verascope(...words).exit, words.join(' ')).toBe(0)
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

function verascope(...words: readonly string[]): Ran {
  return runBuilt(dir, words)
}

function shown(columns: number | undefined, quiet = false): string {
  let text = ''
  const screen = { isTTY: true, write: (part: string) => (text += part), ...(columns === undefined ? {} : { columns }) }
  progressOn(screen, {}, quiet)(`reading ${'x'.repeat(200)}`)
  return text
}

describe('talk on stderr', () => {
  it('is silent with -q but for warnings, says each step with -v, and has no colour off a terminal', () => {
    expect(verascope('scope', '-q').err).toBe('')
    expect(verascope('scope', '-q', '--verdict', 'accessed').err).toMatch(/^warning: .*left out/)
    expect(verascope('scope').err).toBe('unchanged since assessments/1\n')
    expect(verascope('scope', '-v').err).toMatch(/^opening the evidence tables\nassessing\nunchanged/)
    for (const ran of [verascope('scope'), verascope('scope', '-v'), verascope('nonsense')])
      expect(ran.out + ran.err).not.toContain(ESCAPE)
  })

  it('has a stack with -v only', () => {
    expect(verascope('-C', 'nowhere', 'scope').err).not.toContain('    at ')
    expect(verascope('-C', 'nowhere', 'scope', '-v').err).toContain('    at ')
  })

  it('shows progress in one line of the terminal, also where it does not know its width', () => {
    expect(shown(40)).toHaveLength(4 + 1 + 39)
    for (const columns of [0, undefined]) expect(shown(columns)).toHaveLength(4 + 1 + 79)
    expect(shown(80, true)).toBe('')
  })
})

describe('scope with a filter', () => {
  it('takes no account that is not there: an empty page would look like an all-clear', () => {
    expect(verascope('scope', '--account', '123456789123', '--plain').out).toContain('\nstore\t')
    expect(verascope('scope', '--account', '123456789012', '--json')).toMatchObject({ out: '', exit: 2 })
  })

  it('fails on the whole case, on this verdict and on worse ones', () => {
    for (const [word, exit] of [
      ['accessed', 6],
      ['undetermined', 6],
      ['unreachable', 6],
    ] as const)
      expect(verascope('scope', '-q', '--fail-on', word, '--verdict', 'untouched').exit, word).toBe(exit)
  })
})

describe('help on words', () => {
  it('is there for every code and every topic, and no line is wider than a terminal', () => {
    const codes = Object.keys(CODES).filter(isErrorCode).map(codeHelp)
    const topics = TOPIC_NAMES.filter(isTopic).map(topicHelp)
    expect(codes.length + topics.length).toBe(Object.keys(CODES).length + TOPIC_NAMES.length)
    for (const line of [...codes, ...topics].join('').split('\n')) expect(line.length, line).toBeLessThanOrEqual(80)
    expect(verascope('help', 'vs4003')).toMatchObject({ exit: 0, err: '', out: codeHelp('VS4003') })
    expect(verascope('help', 'verdicts')).toMatchObject({ exit: 0, err: '', out: topicHelp('verdicts') })
    expect(verascope('help', 'nonsense').exit).toBe(2)
  })
})
