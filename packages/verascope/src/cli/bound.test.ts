import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ran, runBuilt } from './built-program.ts'

const EVIDENCE = fileURLToPath(new URL('../../../../examples/otrf-cloud-breach-s3', import.meta.url))
/** The one bucket of the incident: one object of 89 bytes was read twice. */
const BUCKET = 'mordors3stack-s3bucket-llp2yingx64a'

let dir = ''
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'verascope-bound-'))
  for (const words of [['init'], ['ingest', EVIDENCE], ['indicator', 'add', 'ASIA5FLZVX4OPVKKVBMX'], ['scope']])
    expect(verascope(...words).exit, words.join(' ')).toBe(0)
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

function verascope(...words: readonly string[]): Ran {
  return runBuilt(dir, words)
}

describe('bound', () => {
  it('gives the bounds of a real incident, and no upper one where no record is whole', () => {
    const { sum, stores, claim } = JSON.parse(verascope('bound', '--json').out)
    expect(sum).toMatchObject({
      sent: { lower: 178, upper: null },
      distinct: { lower: 89, upper: null },
      objects: { lower: 1, upper: null },
      size: null,
    })
    expect(stores).toHaveLength(5)
    expect(claim).toBeNull()
    for (const id of stores.flatMap((one: { records: string[] }) => one.records))
      expect(verascope('proof', id, '--record').out).toContain('"eventID"')
  })

  it('tests a claim against all or against one store', () => {
    const found = (...words: readonly string[]): string =>
      JSON.parse(verascope('bound', '--json', ...words).out).claim.finding
    expect(found('--claim', '89B', '--form', 'raw', '--store', BUCKET)).toBe('corroborated')
    expect(found('--claim', '89B', '--form', 'raw', '--store', `arn:aws:s3:::${BUCKET}`)).toBe('corroborated')
    expect(found('--claim', '89B')).toBe('not-testable')
    expect(found('--claim', '350GB', '--form', 'raw')).toBe('not-testable')
  })

  it('refuses what is no amount, no store of the case, or a form of nothing', () => {
    expect(verascope('bound', '--claim', 'lots')).toMatchObject({ out: '', exit: 2 })
    expect(verascope('bound', '--claim', 'lots').err).toContain('VS2012')
    expect(verascope('bound', '--store', 'nowhere').err).toContain('VS2004')
    expect(verascope('bound', '--form', 'raw').err).toContain('VS2001')
  })
})
