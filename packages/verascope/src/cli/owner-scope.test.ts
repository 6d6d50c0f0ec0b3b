import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ran, runBuilt } from './built-program.ts'

// A real incident by owner: the thief listed a bucket and read one object of it.

const EVIDENCE = fileURLToPath(new URL('../../../../examples/otrf-cloud-breach-s3', import.meta.url))
const BUCKET = 'arn:aws:s3:::mordors3stack-s3bucket-llp2yingx64a'
const MAP = `store,prefix,tag,account,owner,name,contact
${BUCKET},ring,,,rings,The Ring Office,rings@example.org
${BUCKET},z/,,,zed,The Zed Office,zed@example.org
,,,123456789123,account,The Account,
nowhere,,,,lost,The Lost,
`

let dir = ''
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'verascope-owner-scope-'))
  for (const words of [['init'], ['ingest', EVIDENCE], ['indicator', 'add', 'ASIA5FLZVX4OPVKKVBMX'], ['scope']])
    expect(verascope(...words).exit, words.join(' ')).toBe(0)
  writeFileSync(join(dir, 'owners.csv'), MAP)
  expect(verascope('scope', '--by', 'owner')).toMatchObject({ exit: 2, out: '' })
  expect(verascope('owner', 'import', 'owners.csv', '--by', 'A. Responder').exit).toBe(0)
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

function verascope(...words: readonly string[]): Ran {
  return runBuilt(dir, words)
}

interface Owner {
  readonly id: string
  readonly verdict: string
  readonly effects: readonly string[]
  readonly bytes: { readonly sent: { readonly lower: number } }
}

describe('scope --by owner', () => {
  it('gives each owner what is its own, from an assessment made anew for the map', () => {
    const ran = verascope('scope', '--by', 'owner', '--json')
    expect(ran.err).toContain('stored as assessments/2')
    const { owners, unmapped } = JSON.parse(ran.out)
    expect(
      owners.map(({ id, verdict, effects, bytes }: Owner) => [id, verdict, effects.join(), bytes.sent.lower]),
    ).toEqual([
      ['account', 'accessed', 'listed', 0],
      ['lost', 'undetermined', '', 0],
      ['rings', 'accessed', 'listed,read', 178],
      ['zed', 'accessed', 'listed', 0],
    ])
    expect(unmapped).toEqual([])
  })

  it('says in stores whose they are, and nowhere in the assessment whom to write to', () => {
    const { stores } = JSON.parse(verascope('scope', '--json').out)
    expect(stores.find((one: Owner) => one.id === BUCKET).owners).toEqual(['account', 'rings', 'zed'])
    const folder = join(dir, 'assessments/2')
    for (const name of readdirSync(folder))
      expect(readFileSync(join(folder, name)).includes('@example.org')).toBe(false)
    expect(verascope('owner', 'list').out).toContain('rings@example.org')
  })

  it('opens the proof of a part down to the call', () => {
    const { owners } = JSON.parse(verascope('scope', '--by', 'owner', '--json').out)
    const rings = owners.find((one: Owner) => one.id === 'rings')
    const proof = verascope('proof', rings.parts[0].proof)
    expect(proof.exit, proof.err).toBe(0)
    expect(proof.out).toContain('begins with `ring`')
    expect(proof.out).toContain('ASIA5FLZVX4OPVKKVBMX')
  })

  it('has every row on one line, and fails a pipeline as scope does', () => {
    const lines = verascope('scope', '--by', 'owner', '--plain').out.split('\n')
    expect(lines.filter((line) => line.startsWith('owner\t'))).toHaveLength(4)
    expect(lines.filter((line) => line.startsWith('part\t')).length).toBeGreaterThan(4)
    expect(verascope('scope', '--by', 'owner', '--fail-on', 'accessed').exit).toBe(6)
  })

  it('takes nothing of a map with a bad row', () => {
    writeFileSync(join(dir, 'bad.csv'), `${MAP},,,12,bad,Bad,\n`)
    const ran = verascope('owner', 'import', 'bad.csv', '--by', 'A. Responder')
    expect(ran.exit).toBe(3)
    expect(ran.err.replaceAll(/\s+/g, ' ')).toContain('line 6: `12` is no account')
    expect(verascope('owner', 'list', '--json').out).toContain('rings')
  })
})
