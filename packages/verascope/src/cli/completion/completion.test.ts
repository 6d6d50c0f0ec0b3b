import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SCRIPTS, SHELLS } from './scripts.ts'

const BIN = fileURLToPath(new URL('../../../bin/verascope.js', import.meta.url))
const EVIDENCE = fileURLToPath(new URL('../../../../../examples/otrf-cloud-breach-s3', import.meta.url))
const START = 'ASIA5FLZVX4OPVKKVBMX'
/** A user agent as an attacker may send it: a shell that expands what it offers would run it. */
const HOSTILE = '$(touch$IFS$1ran)'

let dir = ''

function verascope(...words: readonly string[]): { readonly out: string; readonly exit: number | null } {
  const ran = spawnSync(process.execPath, [BIN, ...words], { cwd: dir, encoding: 'utf8' })
  return { out: ran.stdout, exit: ran.status }
}

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'verascope-completion-'))
  mkdirSync(join(dir, 'bin'))
  symlinkSync(BIN, join(dir, 'bin/verascope'))
  for (const words of [
    ['init', 'case one'],
    ['-C', 'case one', 'ingest', EVIDENCE],
    ['-C', 'case one', 'indicator', 'add', START],
    ['-C', 'case one', 'indicator', 'add', HOSTILE, '--kind', 'user-agent'],
    ['-C', 'case one', 'scope', '-o', 'scope.txt'],
  ])
    expect(verascope(...words).exit, words.join(' ')).toBe(0)
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** What bash would offer for a line; the words are cut as bash cuts them, at `:` and `=` as well. */
function inBash(line: string): readonly string[] {
  const harness = [
    'source <(verascope completion bash)',
    'COMP_LINE=$1 COMP_POINT=$2',
    '_verascope verascope "$3" ""',
    'for one in "$' + '{COMPREPLY[@]}"; do echo "$one"; done',
  ].join('\n')
  const current = /[^\s:=]*$/.exec(line)?.[0] ?? ''
  const ran = spawnSync('bash', ['--norc', '-c', harness, 'bash', line, String(line.length), current], {
    cwd: dir,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${join(dir, 'bin')}:${process.env['PATH']}` },
  })
  expect(ran.stderr).toBe('')
  return ran.stdout.split('\n').filter((one) => one !== '')
}

describe('completion in bash', () => {
  it('offers commands, flags and values', () => {
    expect(inBash('verascope sc')).toEqual(['scope'])
    expect(inBash('verascope scope --verd')).toEqual(['--verdict'])
    expect(inBash('verascope scope --verdict u')).toEqual(['undetermined', 'untouched', 'unreachable'])
    // Bash has cut `--verdict=` off and puts back what it cut.
    expect(inBash('verascope scope --verdict=acc')).toEqual(['accessed'])
    expect(inBash('verascope indicator add x --kind user')).toEqual(['user-agent'])
    expect(inBash('verascope nonsense ')).toEqual([])
  })

  it('offers names of the case that is named, behind colons as well', () => {
    expect(inBash('verascope -C "case one" trace ASIA5FLZ')).toContain(START)
    expect(inBash("verascope -C 'case one' proof arn:aws:s3:::mordors3")).toEqual([
      'mordors3stack-s3bucket-llp2yingx64a',
    ])
    expect(inBash('verascope -C case\\ one indicator withdraw A')).toContain(START)
    expect(inBash('verascope -C nowhere trace A')).toEqual([])
  })

  it('neither runs what the line holds nor offers a name that a shell would run', () => {
    expect(verascope('-C', 'case one', 'indicator', 'list', '--plain').out).toContain(HOSTILE)
    const offered = inBash('verascope -C "case one" indicator withdraw ')
    expect(offered).toContain(START)
    expect(offered.filter((one) => /[$`\s;|&<>(){}*?'"\\]/.test(one))).toEqual([])
    inBash('verascope -C "case one" proof $(touch ran) ')
    inBash('verascope scope --json > scope.txt --verdict ')
    expect(existsSync(join(dir, 'ran'))).toBe(false)
    expect(readFileSync(join(dir, 'scope.txt'), 'utf8')).toContain('VERDICTS')
  })
})

describe('the scripts', () => {
  it('are printed for each shell, and another shell is answered with those that there are', () => {
    for (const shell of SHELLS) expect(verascope('completion', shell)).toEqual({ out: SCRIPTS[shell], exit: 0 })
    expect(verascope('completion', 'tcsh')).toEqual({ out: '', exit: 2 })
  })

  it('are taken by the shells that are here', () => {
    const shells = [
      ['bash', '-n'],
      ['zsh', '-n'],
      ['fish', '--no-execute'],
    ] as const
    const here = shells.filter(([shell]) => spawnSync(shell, ['--version']).status === 0)
    expect(here.map(([shell]) => shell)).toContain('bash')
    for (const [shell, look] of here) {
      writeFileSync(join(dir, `script.${shell}`), SCRIPTS[shell])
      expect(spawnSync(shell, [look, join(dir, `script.${shell}`)], { encoding: 'utf8' })).toMatchObject({
        stderr: '',
        status: 0,
      })
    }
  })
})
