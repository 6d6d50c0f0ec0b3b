import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DuckDBInstance } from '@duckdb/node-api'
import type { Assessment } from '@verascope/core/assess/assessment'
import { ASSESSMENT_SCHEMA } from '@verascope/core/assess/schema'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BIN, type Ran, runBuilt } from './built-program.ts'

const EXAMPLES = fileURLToPath(new URL('../../../../examples/', import.meta.url))
const START = 'AKIATFQR7NSC8Q4X20BJ'

let dir = ''

function verascope(...words: readonly string[]): Ran {
  return runBuilt(dir, words, { COLUMNS: '100' })
}

function assessment(): Assessment {
  const parsed: Assessment = JSON.parse(verascope('-C', 'case', 'scope', '--json').out)
  return parsed
}

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'verascope-cli-'))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

describe('before there is anything', () => {
  it('the version is the package’s, and help loads no engine', () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
    expect(verascope('--version')).toMatchObject({ out: `${version}\n`, exit: 0 })
    // Node cannot say what it loads, so a preloaded script does.
    const told = join(dir, 'told.cjs')
    const tell = `process.stderr.write('loads ' + name + '\\n')`
    writeFileSync(
      told,
      `const M = require('module'); const load = M._load; M._load = (name, ...rest) => { ${tell}; return load(name, ...rest) }`,
    )
    const loaded = (...words: readonly string[]): string =>
      spawnSync(process.execPath, ['--require', told, BIN, ...words], { cwd: dir, encoding: 'utf8' }).stderr
    expect(loaded('--help')).not.toContain('duckdb')
    expect(loaded('demo', 'demo-for-engine')).toContain('duckdb')
  })

  it('faults have a code, what stays true and the next command, and no stack', () => {
    for (const [words, exit] of [
      [['scpe'], 2],
      [['indicator'], 2],
      [['-C', 'nowhere', 'scope'], 4],
    ] as const) {
      const ran = verascope(...words)
      expect(ran.exit, ran.err).toBe(exit)
      expect(ran.out).toBe('')
      expect(ran.err).toMatch(/^error: .*VS\d{4}$/m)
      expect(ran.err).not.toMatch(/^\s+at /m)
    }
  })

  it('the schema needs no case', () => {
    expect(JSON.parse(verascope('scope', '--schema').out)).toEqual(ASSESSMENT_SCHEMA)
  })
})

describe('the smallest real run', () => {
  it('goes from an empty folder to verdicts, and says at each step what is missing', () => {
    expect(verascope('init', 'case', '--no-input').exit).toBe(0)
    expect(verascope('-C', 'case', 'scope')).toMatchObject({ exit: 2 })
    const read = verascope('-C', 'case', 'ingest', join(EXAMPLES, 'invictus-aws'), '--json')
    expect(read.exit, read.err).toBe(0)
    const nobody = verascope('-C', 'case', 'scope')
    expect(nobody.exit).toBe(2)
    expect(nobody.err).toContain('indicator add')
    expect(verascope('-C', 'case', 'indicator', 'add', START, '--by', 'A. Responder').exit).toBe(0)
    expect(verascope('-C', 'case', 'indicator', 'list').out).toContain(START)
  })

  it('gives an assessment that its schema takes and whose numbers agree', () => {
    const a = assessment()
    const validate = new Ajv2020({ strictTypes: false, strictRequired: false }).compile(ASSESSMENT_SCHEMA)
    expect(validate(a), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true)
    const { read, kept, duplicate, rejected } = a.accounting
    expect(read).toBe(kept + duplicate + rejected)
    expect(read).toBe(2900)
    expect(a.accounts.map((one) => one.entered)).toContain('yes')
    expect(a.stores.some((one) => one.verdict === 'accessed')).toBe(true)
    const premises = new Set(a.stores.map((one) => one.proof))
    expect(premises.size).toBeGreaterThan(0)
  })

  it('gives the same bytes again, and stores them once', () => {
    const [first, second] = [
      verascope('-C', 'case', 'scope', '--json').out,
      verascope('-C', 'case', 'scope', '--json').out,
    ]
    expect(second).toBe(first)
    expect(readdirSync(join(dir, 'case/assessments'))).toEqual(['1'])
    expect(verascope('-C', 'case', 'scope', '--json', '-o', join(dir, 'a.json')).out).toBe('')
    expect(readFileSync(join(dir, 'a.json'), 'utf8')).toBe(first)
  })

  it('leaves the rows of stores out of a summary, and counts them', () => {
    const summary = JSON.parse(verascope('-C', 'case', 'scope', '--summary', '--json').out)
    expect(summary.stores).toBeUndefined()
    const counts: readonly number[] = Object.values(summary.storeCounts)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(assessment().stores.length)
  })

  it('exits with 6 when --fail-on is met, and only then', () => {
    expect(verascope('-C', 'case', 'scope', '--fail-on', 'accessed').exit).toBe(6)
    expect(verascope('-C', 'case', 'scope', '--verdict', 'unreachable', '--fail-on', 'accessed').exit).toBe(6)
    expect(verascope('-C', 'case', 'scope').exit).toBe(0)
  })

  it('refuses a window in which nothing can have happened, and warns of one behind the evidence', () => {
    for (const words of [
      ['--from', '2023-07-11', '--to', '2023-07-10'],
      ['--to', '2022-01-01'],
      ['--from', '2030-01-01'],
    ]) {
      expect(verascope('-C', 'case', 'scope', ...words)).toMatchObject({
        exit: 2,
        out: '',
        err: expect.stringContaining('VS2011'),
      })
    }
    expect(readdirSync(join(dir, 'case/assessments'))).toEqual(['1'])
    expect(verascope('-C', 'case', 'scope', '--from', '2030-01-01', '--to', '2030-02-01').err).toContain(
      'behind the last evidence',
    )
    expect(verascope('-C', 'case', 'scope').exit).toBe(0)
  })

  it('hides no store, identity or change in --plain', () => {
    const a = assessment()
    const [stores, identities, changes] = ['scope', 'trace', 'change'].map(
      (word) => verascope('-C', 'case', word, '--plain').out,
    )
    for (const { id } of a.stores) expect(stores).toContain(`\t${id}\t`)
    for (const { id } of a.identities) expect(identities).toContain(`\t${id}\t`)
    for (const { id } of a.changes) expect(changes).toContain(`\t${id}\t`)
  })
})

describe('the proof of a store', () => {
  const proofOf = (): Assessment['stores'][number] => {
    const store = assessment().stores.find((one) => one.verdict === 'accessed')
    if (store === undefined) throw new Error('no store is accessed')
    return store
  }

  it('is found by store, proof and identity alike, and names the file', () => {
    const store = proofOf()
    const byProof = verascope('-C', 'case', 'proof', store.proof)
    expect(byProof.exit, byProof.err).toBe(0)
    expect(verascope('-C', 'case', 'proof', store.id).out).toBe(byProof.out)
    expect(byProof.out.replaceAll(/\s+/g, '')).toMatch(/\.json,record\d+/)
    expect(verascope('-C', 'case', 'proof', START).exit).toBe(0)
    expect(verascope('-C', 'case', 'proof', 'P-000000000000').exit).toBe(2)
  })

  it('prints SQL that a stock DuckDB runs in the case folder', async () => {
    const sql = verascope('-C', 'case', 'proof', proofOf().proof, '--sql').out
    const cwd = process.cwd()
    const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
    const connection = await instance.connect()
    try {
      process.chdir(join(dir, 'case'))
      const results = await connection.runAndReadAll(sql)
      expect(results.currentRowCount).toBeGreaterThan(0)
    } finally {
      process.chdir(cwd)
      connection.closeSync()
      instance.closeSync()
    }
  })

  it('opens the raw record', () => {
    const { out, exit } = verascope('-C', 'case', 'proof', proofOf().proof, '--record')
    expect(exit).toBe(0)
    const [first = ''] = out.split('\n')
    expect(JSON.parse(first)).toHaveProperty('eventID')
  })
})

describe('a query in SQL', () => {
  const ask = (query: string): Ran => verascope('-C', 'case', 'sql', query, '--json')

  it('counts what the verdicts count, and shows times as times', () => {
    const { rows } = JSON.parse(ask(`SELECT count(*)::INT, typeof(min("at")) FROM events`).out)
    expect(rows).toEqual([[assessment().accounting.kept, 'TIMESTAMP WITH TIME ZONE']])
  })

  it('reaches nothing but the case, and changes nothing in it', () => {
    const outside = join(dir, 'outside.csv')
    writeFileSync(outside, 'a\n1\n')
    for (const query of [
      `FROM read_csv('${outside}')`,
      `COPY (SELECT 1) TO '${outside}'`,
      "ATTACH 'x.db'",
      'SET threads = 1',
      'INSTALL httpfs',
    ]) {
      const ran = ask(query)
      expect(ran.exit, query).toBe(2)
      expect(ran.err).toContain('VS2009')
    }
    expect(readFileSync(outside, 'utf8')).toBe('a\n1\n')
    const parts = readdirSync(join(dir, 'case/tables/events'))
    expect(
      ask(`COPY (SELECT 1 AS a) TO '${join(dir, 'case/tables/events', parts[0] ?? '')}' (FORMAT parquet)`).exit,
    ).toBe(2)
    expect(JSON.parse(ask('SELECT count(*)::INT FROM events').out).rows).toEqual([[assessment().accounting.kept]])
  })

  it('that is missing or wrong is told from a fault', () => {
    expect(verascope('-C', 'case', 'sql').err).toContain('VS2008')
    expect(ask('SELEKT 1').err).toContain('VS2009')
  })
})

describe('a changed case', () => {
  it('is assessed again for trace, says why, and counts on', () => {
    const before = assessment().scopeVersion
    expect(verascope('-C', 'case', 'indicator', 'add', '--ours', '203.0.113.77').exit).toBe(0)
    const ran = verascope('-C', 'case', 'trace')
    expect(ran.exit).toBe(0)
    expect(ran.err).toContain('the indicators changed')
    expect(assessment().scopeVersion).toBe(before + 1)
  })

  it('is not used when its assessment was altered', () => {
    const path = join(dir, `case/assessments/${assessment().scopeVersion}/assessment.json`)
    writeFileSync(path, readFileSync(path, 'utf8').replace('"kept": ', '"kept": 1'))
    expect(verascope('-C', 'case', 'trace').err).toContain('altered')
  })
})

describe('the demo', () => {
  it('makes its case, makes it anew, and leaves other folders alone', () => {
    for (const _ of [1, 2]) {
      const ran = verascope('demo', 'demo-case', '--incident', 'otrf-cloud-breach-s3')
      expect(ran.exit, ran.err).toBe(0)
      expect(ran.out).toContain('MIT')
      expect(ran.out).toContain('-C demo-case')
    }
    const taken = verascope('demo', 'case')
    expect(taken.exit).toBe(4)
    expect(existsSync(join(dir, 'case/assessments/1'))).toBe(true)
  })
})
