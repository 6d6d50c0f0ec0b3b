import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseInstant } from '@verascope/core/domain/instant'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LOG_KINDS } from '../case/accepted-assumptions.ts'
import type { AssumptionWish } from '../case/assumptions.ts'
import { readJournal } from '../case/journal.ts'
import { appendItems } from '../case/manifest.ts'
import { acceptAssumption, listAssumptions, withdrawAssumption } from './assumption-work.ts'
import { makeCase, nameIndicator } from './case-work.ts'
import type { Session } from './session.ts'

let session: Session
let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'verascope-assume-'))
  session = {
    ...{ caseDir: join(dir, 'case'), program: 'verascope -C case', cwd: dir, version: '0.1.0' },
    ...{ verbose: false, mayAsk: false, json: false, plain: false },
    ...{ say: () => {}, warn: () => {}, progress: () => {} },
  }
  await makeCase(session, session.caseDir, 'a case')
})
afterEach(() => rm(dir, { recursive: true }))

const at = (text: string) => parseInstant(text) ?? expect.unreachable(text)
const [LOG_KIND = ''] = LOG_KINDS

/** Commits a file of a log as ingest does. */
async function read(name: string, kind = LOG_KIND): Promise<void> {
  const sha256 = createHash('sha256').update(name).digest('hex')
  const line = {
    ...{ path: join(dir, name), name, originalKey: null, state: 'read' as const, reason: null, kind },
    ...{ sha256, bytes: 1, inflatedSha256: sha256, inflatedBytes: 1, collector: null },
    ...{ acquiredAt: '2024-01-01T00:00:00.000Z', parser: '0.1.0', catalog: '0123456789abcdef', part: null },
    accounting: { read: 1, kept: 1, duplicate: 0, rejected: 0 },
  }
  await appendItems(session.caseDir, [{ line, rejected: [] }])
}

const DELIVERY: AssumptionWish = {
  ...{ kind: 'delivery', scope: 'eu-west-1/main', because: 'the bucket is locked', by: 'A. Responder' },
  window: { from: at('2026-03-01'), to: at('2026-03-12') },
}
const CHANNEL: AssumptionWish = { ...DELIVERY, kind: 'channel', scope: 'arn:x:db by=log-in' }

describe('assumptions of a case', () => {
  it('are acts in the chain of the journal, by whoever signed or withdrew them', async () => {
    await read('a')
    const { assumption, isNew, files } = await acceptAssumption(session, DELIVERY)
    expect({ isNew, files, broken: assumption.broken }).toEqual({ isNew: true, files: 1, broken: null })
    expect(await acceptAssumption(session, DELIVERY)).toMatchObject({ assumption, isNew: false })
    expect(await listAssumptions(session)).toEqual([assumption])
    await withdrawAssumption(session, assumption.id, 'B. Responder', 'it was not locked')
    expect(await listAssumptions(session)).toEqual([])
    const acts = (await readJournal(session.caseDir)).slice(1)
    expect(acts.map(({ act, by }) => [act.kind, by])).toEqual([
      ['assumption-added', 'A. Responder'],
      ['assumption-withdrawn', 'B. Responder'],
    ])
    expect(await readFile(join(session.caseDir, 'journal.ndjson'), 'utf8')).toContain('it was not locked')
  })

  it('on delivery are signed for the files that are there, and broken by a log file that comes later', async () => {
    await expect(acceptAssumption(session, DELIVERY)).rejects.toMatchObject({ code: 'VS2013' })
    await read('answer', 'answer-sidecar')
    await expect(acceptAssumption(session, DELIVERY)).rejects.toMatchObject({ code: 'VS2013' })
    await read('a')
    const first = await acceptAssumption(session, DELIVERY)
    // What is said about files is no file that the log left out.
    await read('another answer', 'answer-sidecar')
    await read('digest', 'cloudtrail-digest')
    expect((await listAssumptions(session))[0]?.broken).toBeNull()
    await read('b')
    expect((await listAssumptions(session))[0]?.broken).toContain('b')
    const again = await acceptAssumption(session, DELIVERY)
    expect(again).toMatchObject({ isNew: true, files: 2, assumption: { broken: null } })
    expect(again.assumption.id).not.toBe(first.assumption.id)
  })

  it('on the entry are broken by an indicator that says otherwise', async () => {
    const wish: AssumptionWish = { ...CHANNEL, kind: 'entry', scope: '', window: { from: null, to: at('2026-03-10') } }
    await acceptAssumption(session, wish)
    const seed = { value: 'AKIAIOSFODNN7EXAMPLE', kind: null, ours: false, by: null }
    await nameIndicator(session, { ...seed, window: { from: at('2026-03-09'), to: null } })
    expect((await listAssumptions(session))[0]?.broken).toContain('AKIAIOSFODNN7EXAMPLE')
  })

  it('are taken back by id or scope; what is unknown or ambiguous is refused', async () => {
    const one = await acceptAssumption(session, CHANNEL)
    await expect(withdrawAssumption(session, 'A-ffffffffffff', 'A. Responder', null)).rejects.toMatchObject({
      code: 'VS2014',
    })
    await expect(withdrawAssumption(session, one.assumption.id, ' ', null)).rejects.toMatchObject({ code: 'VS2001' })
    await acceptAssumption(session, { ...CHANNEL, by: 'B. Responder' })
    await expect(withdrawAssumption(session, CHANNEL.scope, 'A. Responder', null)).rejects.toMatchObject({
      code: 'VS2005',
    })
    await withdrawAssumption(session, ` ${one.assumption.id} `, 'A. Responder', null)
    await withdrawAssumption(session, CHANNEL.scope, 'A. Responder', null)
    expect(await listAssumptions(session)).toEqual([])
    await expect(withdrawAssumption(session, one.assumption.id, 'A. Responder', null)).rejects.toMatchObject({
      code: 'VS2014',
    })
  })

  it('need a case', async () => {
    const nowhere = { ...session, caseDir: join(dir, 'nowhere') }
    await expect(acceptAssumption(nowhere, CHANNEL)).rejects.toMatchObject({ code: 'VS4003' })
    await expect(listAssumptions(nowhere)).rejects.toMatchObject({ code: 'VS4003' })
  })
})
