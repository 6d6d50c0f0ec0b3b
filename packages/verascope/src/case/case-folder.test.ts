import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeCase, requireCase } from './case-folder.ts'
import { appendAct, readJournal } from './journal.ts'

const MADE = { title: null, at: '2024-01-01T00:00:00.000Z', version: '0.1.0' }

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'verascope-case-'))
})
afterEach(() => rm(dir, { recursive: true }))

describe('a case', () => {
  it('is made in a new or empty folder, is called as the folder is, and begins its journal', async () => {
    const deep = join(dir, 'a', 'b c')
    expect(await makeCase(deep, MADE)).toEqual({ title: 'b c' })
    expect(await requireCase(deep)).toEqual({ schemaVersion: '1.0', title: 'b c' })
    expect((await readJournal(deep)).map((line) => line.act)).toEqual([
      { kind: 'case-made', title: 'b c', version: '0.1.0' },
    ])
    expect((await readdir(deep)).sort()).toEqual(['case.yaml', 'journal.ndjson'])
    await mkdir(join(dir, 'empty'))
    const title = 'yes: "no" #\u0007 дело'
    await makeCase(join(dir, 'empty'), { ...MADE, title })
    expect((await requireCase(join(dir, 'empty'))).title).toBe(title)
  })

  it('is not made over another case or anything else, and nothing is changed then', async () => {
    await makeCase(join(dir, 'case'), MADE)
    const before = await readFile(join(dir, 'case/journal.ndjson'), 'utf8')
    await expect(makeCase(join(dir, 'case'), MADE)).rejects.toMatchObject({
      code: 'VS4004',
      what: expect.stringContaining('a case already'),
    })
    expect(await readFile(join(dir, 'case/journal.ndjson'), 'utf8')).toBe(before)
    await expect(makeCase(dir, MADE)).rejects.toMatchObject({
      code: 'VS4004',
      what: expect.stringContaining('no case'),
    })
    await writeFile(join(dir, 'file'), '')
    await expect(makeCase(join(dir, 'file'), MADE)).rejects.toMatchObject({ code: 'VS4004' })
    expect((await readdir(dir)).sort()).toEqual(['case', 'file'])
  })

  it('whose making was killed is made again', async () => {
    await makeCase(join(dir, 'whole'), MADE)
    await rm(join(dir, 'whole/case.yaml'))
    await appendFile(join(dir, 'whole/journal.ndjson'), '{"torn')
    await writeFile(join(dir, 'whole/case.yaml.17.tmp'), 'schema')
    await expect(requireCase(join(dir, 'whole'))).rejects.toMatchObject({ code: 'VS4003' })
    await makeCase(join(dir, 'whole'), MADE)
    expect(await readJournal(join(dir, 'whole'))).toHaveLength(1)
  })

  it('that lost its head keeps its journal', async () => {
    await makeCase(join(dir, 'case'), MADE)
    await appendAct(join(dir, 'case'), { kind: 'x' }, { at: '', by: null })
    await rm(join(dir, 'case/case.yaml'))
    await expect(makeCase(join(dir, 'case'), MADE)).rejects.toMatchObject({ code: 'VS4004' })
    expect(await readJournal(join(dir, 'case'))).toHaveLength(2)
  })

  it('is required: what to type is said where there is none, and keys of later versions are kept', async () => {
    await expect(requireCase(join(dir, 'nowhere'))).rejects.toMatchObject({
      code: 'VS4003',
      next: expect.arrayContaining([expect.stringContaining('verascope init')]),
    })
    const head = join(dir, 'case.yaml')
    await writeFile(head, 'schemaVersion: "1.7"\ntitle: t\nwindow: {from: 2024-01-01}\nowners: [a]\n')
    expect(await requireCase(dir)).toMatchObject({ title: 't', owners: ['a'], window: { from: '2024-01-01' } })
    for (const text of ['', '- a', 'schemaVersion: "2.0"\ntitle: t', 'title: t', '{', 'a: *b', '\u0000']) {
      await writeFile(head, text)
      await expect(requireCase(dir), text).rejects.toMatchObject({ code: 'VS4003' })
    }
  })
})
