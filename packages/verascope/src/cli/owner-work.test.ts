import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyCase } from '../case/verify.ts'
import { caseInputs, makeCase } from './case-work.ts'
import { importOwners, listOwners, withdrawOwners } from './owner-work.ts'
import type { Session } from './session.ts'

let session: Session
let dir = ''
let warnings: string[] = []
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'verascope-owners-'))
  warnings = []
  session = {
    ...{ caseDir: join(dir, 'case'), program: 'verascope -C case', cwd: dir, version: '0.1.0' },
    ...{ verbose: false, mayAsk: false, json: false, plain: false },
    ...{ say: () => {}, warn: (text) => warnings.push(text), progress: () => {} },
  }
  await makeCase(session, session.caseDir, 'a case')
})
afterEach(() => rm(dir, { recursive: true }))

const HEADER = 'store,prefix,owner,name,contact\n'
const GOOD = `${HEADER}bucket,a/,alpha,Alpha Ltd,dpo@alpha.example\nbucket,b/,beta,Beta Ltd,\n`

async function wish(text: string, maxRejects = 0) {
  await writeFile(join(dir, 'owners.csv'), text)
  return { path: 'owners.csv', by: 'A. Responder', maxRejects }
}

const journal = (): Promise<string> => readFile(join(session.caseDir, 'journal.ndjson'), 'utf8')

describe('the owners map of a case', () => {
  it('lies beside the journal, which holds its hash and no name of anybody in it', async () => {
    const { owners, isNew } = await importOwners(session, await wish(GOOD))
    expect(isNew).toBe(true)
    expect(await listOwners(session)).toEqual(owners)
    const text = await journal()
    expect(text).toContain(owners.sha256)
    expect(text).not.toMatch(/alpha|beta|bucket/i)
    expect(await readdir(join(session.caseDir, 'owners'))).toEqual([`${owners.sha256}.json`])
    expect(await importOwners(session, await wish(GOOD))).toMatchObject({
      isNew: false,
      owners: { sha256: owners.sha256 },
    })
  })

  it('is taken without its contacts for what an assessment is made from', async () => {
    const { owners } = await importOwners(session, await wish(GOOD))
    const inputs = await caseInputs(session)
    expect(inputs.owners?.sha256).toBe(owners.sha256)
    expect(inputs.owners?.map.owners.map((one) => one.name)).toEqual(['Alpha Ltd', 'Beta Ltd'])
    expect(JSON.stringify(inputs.owners)).not.toContain('dpo@')
  })

  it('is replaced by the next one, and gone once it is withdrawn', async () => {
    await importOwners(session, await wish(GOOD))
    const { owners } = await importOwners(session, await wish(`${HEADER}bucket,,gamma,Gamma,\n`))
    expect((await listOwners(session))?.map.owners.map((one) => one.id)).toEqual(['gamma'])
    await expect(withdrawOwners(session, ' ', null)).rejects.toMatchObject({ code: 'VS2001' })
    await withdrawOwners(session, 'B. Responder', 'it was of another year')
    expect(await listOwners(session)).toBeNull()
    expect((await caseInputs(session)).owners).toBeNull()
    expect(await journal()).toContain(owners.sha256)
    await expect(withdrawOwners(session, 'B. Responder', null)).rejects.toMatchObject({ code: 'VS2015' })
  })

  it('is not imported with a row that cannot be taken, unless that many may be left out', async () => {
    const bad = `${GOOD}bucket,c/*,gamma,Gamma,\n,,delta,Delta,\n`
    await expect(importOwners(session, await wish(bad))).rejects.toMatchObject({
      code: 'VS3003',
      why: expect.stringMatching(/line 4: a star.*line 5: it names no store/),
    })
    await expect(importOwners(session, await wish(bad, 1))).rejects.toMatchObject({ exit: 3 })
    expect(await listOwners(session)).toBeNull()
    const { rejected } = await importOwners(session, await wish(bad, 2))
    expect(rejected.map((one) => one.line)).toEqual([4, 5])
    expect(await journal()).toContain('"rejected":2')
  })

  it('needs a file that says something, a name, and a case', async () => {
    await expect(importOwners(session, await wish(HEADER))).rejects.toMatchObject({ code: 'VS3003' })
    await expect(importOwners(session, { ...(await wish(GOOD)), by: '' })).rejects.toMatchObject({ code: 'VS2001' })
    await expect(importOwners(session, { ...(await wish(GOOD)), path: 'gone.csv' })).rejects.toMatchObject({
      code: 'VS3001',
    })
    const nowhere = { ...session, caseDir: join(dir, 'nowhere') }
    await expect(importOwners(nowhere, await wish(GOOD))).rejects.toMatchObject({ code: 'VS4003' })
  })

  it('says of prefixes that take in longer names', async () => {
    await importOwners(session, await wish(`${HEADER}bucket,client-1,one,One,\n`))
    expect(warnings.join()).toContain('line 2 does not end with a slash')
  })

  it('that was altered or is gone gives no verdict, and verify names it', async () => {
    const { owners } = await importOwners(session, await wish(GOOD))
    const path = join(session.caseDir, 'owners', `${owners.sha256}.json`)
    const states = async (): Promise<readonly string[]> => {
      const found: string[] = []
      for await (const one of verifyCase(session.caseDir)) if (one.what === 'owners') found.push(one.state)
      return found
    }
    expect(await states()).toEqual(['as-recorded'])
    await writeFile(path, (await readFile(path, 'utf8')).replace('"prefix":"a/"', '"prefix":"b/"'))
    await expect(caseInputs(session)).rejects.toMatchObject({ code: 'VS7002' })
    expect(await states()).toEqual(['altered'])
    await rm(path)
    await expect(listOwners(session)).rejects.toMatchObject({ code: 'VS7002' })
    expect(await states()).toEqual(['gone'])
    await importOwners(session, await wish(GOOD))
    expect((await caseInputs(session)).owners).not.toBeNull()
  })
})
