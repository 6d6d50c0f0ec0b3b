import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Ran, runBuilt } from './built-program.ts'

// The options of `ingest`, by the built program.

const LOGS = fileURLToPath(
  new URL('../../../../examples/otrf-cloud-breach-s3/ec2_proxy_s3_exfiltration_2020-09-14011940.json', import.meta.url),
)

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'verascope-options-'))
  expect(run('init', 'c').exit).toBe(0)
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

function run(...words: readonly string[]): Ran {
  return runBuilt(dir, words)
}

/** Every file of the case with its size and content. */
function contents(): readonly string[] {
  const files = readdirSync(join(dir, 'c'), { recursive: true, encoding: 'utf8' }).sort()
  return files.map((name) => {
    const path = join(dir, 'c', name)
    return statSync(path).isFile() ? `${name} ${readFileSync(path, 'hex')}` : name
  })
}

describe('--dry-run', () => {
  it('says what would be read and what cannot be, and leaves the case as it is', () => {
    writeFileSync(join(dir, 'bad.json'), '{"a":1}')
    const before = contents()
    const ran = run('-C', 'c', 'ingest', LOGS, 'bad.json', '--dry-run')
    expect(contents()).toEqual(before)
    expect(ran.exit).toBe(0)
    expect(ran.out).toContain('nothing was changed')
    expect(ran.out).toMatch(/bad\.json: it holds no known record/)
    const { accounting } = JSON.parse(run('-C', 'c', 'ingest', LOGS, 'bad.json', '--dry-run', '--json').out)
    const read = JSON.parse(run('-C', 'c', 'ingest', LOGS, 'bad.json', '--json').out)
    expect(accounting).toEqual(read.accounting)
    const { alreadyKnown } = JSON.parse(run('-C', 'c', 'ingest', LOGS, '--dry-run', '--json').out)
    expect(alreadyKnown).toBe(read.accounting.files - 1)
  })
})

describe('--as', () => {
  it('takes a file for a kind that it does not look like, and says what then is missing', () => {
    const record = { eventID: 'e', eventSource: 's', eventName: 'n', '@timestamp': '2026-03-01T00:00:00Z' }
    writeFileSync(
      join(dir, 'odd.json'),
      JSON.stringify({ ...record, userIdentity: { accessKeyId: 'AKIAAAAAAAAAAAAAAAAA' } }),
    )
    writeFileSync(join(dir, 'none.json'), '{"a":1}')
    const told = run('-C', 'c', 'ingest', 'none.json', '--as', 'cloudtrail', '--json')
    expect(JSON.parse(told.out).accounting).toMatchObject({ read: 1, rejected: 1, rejectedFiles: 0 })
    expect(readFileSync(join(dir, 'c/evidence/rejected.ndjson'), 'utf8')).toContain('eventName is missing')
    expect(JSON.parse(run('-C', 'c', 'ingest', 'odd.json', '--as', 'cloudtrail', '--json').out).accounting.kept).toBe(1)
    expect(readFileSync(join(dir, 'c/journal.ndjson'), 'utf8')).toContain('"as":"cloudtrail"')
  })

  it('is refused for a kind that there is not, with the kinds there are', () => {
    const ran = run('-C', 'c', 'ingest', LOGS, '--as', 'cloudtrial')
    expect(ran.exit).toBe(2)
    expect(ran.err).toContain('cloudtrail')
  })
})

describe('--max-rejects', () => {
  it('counts over all that was named, read now or before', () => {
    const [first, second] = readFileSync(LOGS, 'utf8').split('\n')
    writeFileSync(join(dir, 'mixed.json'), `${first}\n{"eventSource":"s"}\n${second}\n`)
    expect(run('-C', 'c', 'ingest', 'mixed.json', '--max-rejects', '1').exit).toBe(0)
    expect(run('-C', 'c', 'ingest', 'mixed.json', '--max-rejects', '1').exit).toBe(0)
    expect(run('-C', 'c', 'ingest', 'mixed.json', '--max-rejects', '0').exit).toBe(3)
    expect(run('-C', 'c', 'ingest', LOGS, '--max-rejects', '0').exit).toBe(0)
  })
})

describe('--taken-at', () => {
  const LIST = '{"TableNames":["orders"]}'
  const TAKEN = ['--taken-at', '2026-03-25T10:00:00+01:00', '--account', '111122223333', '--region', 'eusc-de-east-1']

  it('says what answers without a sidecar are of, in the tables and the journal', () => {
    writeFileSync(join(dir, 'list.json'), LIST)
    const before = JSON.parse(run('-C', 'c', 'ingest', 'list.json', '--json').out)
    expect(before.accounting).toMatchObject({ kept: 0, rejected: 1 })
    expect(readFileSync(join(dir, 'c/evidence/rejected.ndjson'), 'utf8')).toContain('--taken-at')
    const ran = run('-C', 'c', 'ingest', 'list.json', ...TAKEN, '--json')
    expect(JSON.parse(ran.out).accounting).toMatchObject({ kept: 1, rejected: 0 })
    const told = run('-C', 'c', 'sql', 'SELECT "at", "says" FROM "statements"', '--json').out
    expect(told).toContain('2026-03-25 09:00:00')
    expect(told).toContain('eusc-de-east-1:111122223333:table/orders')
    const acts = readFileSync(join(dir, 'c/journal.ndjson'), 'utf8')
    expect(acts).toContain('"at":"2026-03-25T09:00:00Z"')
    expect(run('-C', 'c', 'verify').exit).toBe(0)
    expect(run('-C', 'c', 'ingest', 'list.json', ...TAKEN).err).toContain('were read before')
  })

  it.each([
    [['--taken-at', 'yesterday'], 'taken-at'],
    [['--account', '111122223333'], 'need --taken-at'],
    [['--region', 'eu-west-1'], 'need --taken-at'],
    [['--taken-at', '2026-03-25T09:00:00Z', '--account', '1234'], 'twelve digits'],
    [['--taken-at', '2026-03-25T09:00:00Z', '--region', 'Ireland'], 'no region'],
  ])('is refused where it says nothing that can be used: %j', (words, said) => {
    const ran = run('-C', 'c', 'ingest', LOGS, ...words)
    expect([ran.exit, ran.err]).toEqual([2, expect.stringContaining(said)])
    expect(readFileSync(join(dir, 'c/journal.ndjson'), 'utf8')).not.toContain('evidence-read')
  })
})
