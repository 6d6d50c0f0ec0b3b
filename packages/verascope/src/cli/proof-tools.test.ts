import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { appendItems } from '../case/manifest.ts'
import type { ManifestLine } from '../case/manifest-line.ts'
import { textOfName } from '../case/path-text.ts'
import { proofTools } from './proof-tools.ts'
import type { Session } from './session.ts'

const RECORDS = ['{"eventID":"a"}', '{"eventID":"б"}']
const BYTES = Buffer.from(`[${RECORDS.join(', ')}]`)
const SHA = createHash('sha256').update(BYTES).digest('hex')

let session: Session
let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'verascope-proof-'))
  session = {
    caseDir: join(dir, 'case'),
    program: 'verascope -C case',
    cwd: dir,
    version: '0.1.0',
    verbose: false,
    mayAsk: false,
    json: false,
    plain: false,
    say: () => {},
    warn: () => {},
    progress: () => {},
  }
  await writeFile(join(dir, 'x.json'), BYTES)
  await mkdir(session.caseDir)
  await commit('x.json')
})
afterEach(() => rm(dir, { recursive: true }))

async function commit(name: string, more: Partial<ManifestLine> = {}): Promise<void> {
  const line: ManifestLine = {
    path: join(dir, name),
    name,
    originalKey: null,
    state: 'read',
    reason: null,
    kind: 'kind',
    sha256: SHA,
    bytes: BYTES.length,
    inflatedSha256: SHA,
    inflatedBytes: BYTES.length,
    accounting: { read: 2, kept: 2, duplicate: 0, rejected: 0 },
    collector: null,
    acquiredAt: '2024-01-01T00:00:00.000Z',
    parser: '0.1.0',
    catalog: '0123456789abcdef',
    part: null,
    ...more,
  }
  await appendItems(session.caseDir, [{ line, rejected: [] }])
}

const cited = RECORDS.map((text, ordinal) => ({
  event: String(ordinal),
  ref: { item: SHA, ordinal, offset: BYTES.indexOf(text), length: Buffer.byteLength(text) },
}))
const premise = { id: 'P-1', kind: 'access', subject: '', says: '', unless: null, from: [], query: null } as const
const steps = [
  { ...premise, evidence: cited.toReversed() },
  { ...premise, evidence: cited },
]

describe('the tools of a proof', () => {
  it('open each record once, as it stands in the file, in the order of the argument', async () => {
    const tools = await proofTools(session)
    expect(await tools.recordsOf(steps)).toEqual([
      { event: '1', name: 'x.json, record 1', text: RECORDS[1] },
      { event: '0', name: 'x.json, record 0', text: RECORDS[0] },
    ])
    const unknown = { item: 'f'.repeat(64), ordinal: 17, offset: 0, length: 1 }
    expect(tools.placeOf(unknown)).toBe('item ffffffffffff, record 17')
    const elsewhere = [{ ...premise, evidence: [{ event: 'x', ref: unknown }] }]
    await expect(tools.recordsOf(elsewhere)).rejects.toMatchObject({ code: 'VS3002' })
  })

  it('take a copy of the file when it is gone, and say so when there is none or another in its place', async () => {
    await writeFile(join(dir, 'x.json'), BYTES.toString().replace('"a"', '"b"'))
    await expect((await proofTools(session)).recordsOf(steps)).rejects.toMatchObject({ code: 'VS3002' })
    await rm(join(dir, 'x.json'))
    await expect((await proofTools(session)).recordsOf(steps)).rejects.toMatchObject({ code: 'VS3002' })
    await writeFile(join(dir, 'copy.json'), BYTES)
    await commit('copy.json', { state: 'duplicate' })
    const records = await (await proofTools(session)).recordsOf(steps)
    expect(records.map((one) => one.text)).toEqual(RECORDS.toReversed())
    expect(records[0]?.name).toBe('x.json, record 1')
  })

  it.skipIf(process.platform !== 'linux')('open a file whose name is no text', async () => {
    const name = Buffer.from([0x6e, 0xff, 0x2e, 0x6a])
    await writeFile(Buffer.concat([Buffer.from(`${dir}/`), name]), BYTES)
    await rm(join(dir, 'x.json'))
    await commit(textOfName(name), { state: 'duplicate' })
    expect(await (await proofTools(session)).recordsOf(steps)).toHaveLength(2)
  })
})
