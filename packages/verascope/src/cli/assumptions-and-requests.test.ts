import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Assessment } from '@verascope/core/assess/assessment'
import { ASSESSMENT_SCHEMA } from '@verascope/core/assess/schema'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ran, runBuilt } from './built-program.ts'

const EVIDENCE = fileURLToPath(new URL('../../../../examples/otrf-cloud-breach-s3', import.meta.url))
const KEY = 'ASIA5FLZVX4OPVKKVBMX'
const SIGNED = ['--because', 'the bucket is locked', '--by', 'A. Responder']

let dir = ''
function verascope(...words: readonly string[]): Ran {
  return runBuilt(dir, ['-C', 'case', ...words], { COLUMNS: '80' })
}

function assume(...words: readonly string[]): Ran {
  return verascope('assume', 'add', ...words, ...SIGNED)
}

function scoped(): Assessment {
  return JSON.parse(verascope('scope', '--json').out)
}

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'verascope-assumptions-'))
  expect(runBuilt(dir, ['init', 'case']).exit).toBe(0)
  // Without what is no evidence in the folder: a delivery is whole only where nothing was rejected.
  const logs = readdirSync(EVIDENCE).filter((name) => name.endsWith('.json'))
  expect(verascope('ingest', ...logs.map((name) => join(EVIDENCE, name))).exit).toBe(0)
  expect(verascope('indicator', 'add', KEY).exit).toBe(0)
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

describe('an assumption', () => {
  it('stands in the assessment, which it makes stale, until it is withdrawn', () => {
    expect(scoped().assumptions).toEqual([])
    const added = assume('--kind', 'delivery', '--scope', 'us-east-1/main', '--to', '2020-10-01', '--json')
    expect(added.exit, added.err).toBe(0)
    const one: Assessment['assumptions'][number] = JSON.parse(added.out)
    expect(one).toMatchObject({ kind: 'delivery', scope: 'us-east-1/main', to: '2020-10-01T00:00:00Z', broken: null })
    expect(JSON.parse(verascope('assume', 'list', '--json').out)).toEqual([one])
    expect(verascope('change').err).toContain('the assumptions changed')
    const assessment = scoped()
    expect(assessment.assumptions).toEqual([one])
    const validate = new Ajv2020({ strictTypes: false, strictRequired: false }).compile(ASSESSMENT_SCHEMA)
    expect(validate(assessment), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true)
    expect(verascope('change').err).toBe('')
    const withdrawn = verascope('assume', 'withdraw', one.id, '--by', 'A. Responder')
    expect(withdrawn, withdrawn.err).toMatchObject({ exit: 0 })
    expect(verascope('change').err).toContain('the assumptions changed')
    expect(scoped().assumptions).toEqual([])
  })

  it('that lacks something is refused with what is missing, and nothing is added', () => {
    const lacking: readonly (readonly [readonly string[], RegExp])[] = [
      [['--scope', 'us-east-1/main', ...SIGNED], /VS2001/],
      [['--kind', 'delivery', ...SIGNED], /VS2013[\s\S]*names no log/],
      [['--kind', 'delivery', '--scope', 'us-east-1/main', '--by', 'A. Responder'], /VS2013[\s\S]*--because/],
      [['--kind', 'delivery', '--scope', 'us-east-1/main', '--because', 'x'], /VS2013[\s\S]*--by/],
      [['--kind', 'hope', '--scope', 'x', ...SIGNED], /VS2001/],
      [['--kind', 'entry', ...SIGNED], /VS2013[\s\S]*--to/],
    ]
    for (const [words, says] of lacking) {
      const ran = verascope('assume', 'add', ...words)
      expect(ran.exit, words.join(' ')).toBe(2)
      expect(ran.err, words.join(' ')).toMatch(says)
    }
    expect(verascope('assume', 'withdraw', 'A-ffffffffffff', ...SIGNED)).toMatchObject({ exit: 2, out: '' })
    expect(verascope('assume', 'list').out).toContain('rests on evidence alone')
  })

  it('is explained', () => {
    const help = runBuilt(dir, ['help', 'assumptions']).out
    for (const word of ['delivery', 'entry', 'accessor', 'channel', 'snapshot-time', 'config-constant'])
      expect(help).toMatch(new RegExp(`^ {2}${word} `, 'm'))
  })
})

describe('requests', () => {
  interface Listed {
    readonly setup: string
    readonly requests: readonly { readonly id: string; readonly command: string; readonly paste: string }[]
  }

  it('are lines to paste whose answers ingest takes with their time, account and region', () => {
    const listed: Listed = JSON.parse(verascope('request', 'list', '--json').out)
    const trails = listed.requests.find(({ command }) => command.includes('describe-trails'))
    expect(trails, JSON.stringify(listed)).toBeDefined()
    mkdirSync(join(dir, 'bin'))
    mkdirSync(join(dir, 'answers'))
    writeFileSync(
      join(dir, 'bin/aws'),
      `#!/bin/sh\ncase $1 in sts) echo 111122223333 ;; *) echo '{"trailList": []}' ;; esac\n`,
    )
    chmodSync(join(dir, 'bin/aws'), 0o755)
    const env = { ...process.env, PATH: `${join(dir, 'bin')}:${process.env['PATH']}` }
    const text = `${listed.setup}\n${trails?.paste}`
    expect(spawnSync('sh', ['-c', text], { cwd: join(dir, 'answers'), env }).status).toBe(0)
    const meta = readdirSync(join(dir, 'answers')).find((name) => name.endsWith('.meta.json')) ?? ''
    expect(JSON.parse(readFileSync(join(dir, 'answers', meta), 'utf8'))).toMatchObject({
      command: trails?.command,
      account: '111122223333',
    })
    const read = verascope('ingest', 'answers', '--json')
    expect(JSON.parse(read.out).accounting).toMatchObject({ files: 2, rejectedFiles: 0, kept: 2, rejected: 0 })
  })

  it('are shown with what defines their lines, on a narrow page as well', () => {
    const { out, exit } = verascope('request', 'list')
    expect(exit).toBe(0)
    expect(out).toContain('save_answer() (')
    const wide = out.split('\n').filter((line) => line.length > 80 && !/^ {4}(?:aws|find|save_answer) /.test(line))
    expect(wide).toEqual([])
  })
})
