import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { appendAct, beginJournal, readJournal } from './journal.ts'

const ORIGIN = { at: '2024-01-01T00:00:00.000Z', by: 'A. Responder' }

let dir = ''
let path = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'verascope-journal-'))
  path = join(dir, 'journal.ndjson')
  await beginJournal(dir, { kind: 'case-made', title: 'дело \u001b "x"' }, ORIGIN)
  await appendAct(dir, { kind: 'of a later version', nested: { z: [1, null], a: '\ufffd' } }, { ...ORIGIN, by: null })
  await appendAct(dir, { kind: 'indicator-withdrawn', id: 'I-0123456789ab' }, ORIGIN)
})
afterEach(() => rm(dir, { recursive: true }))

describe('a journal', () => {
  it('keeps every act in order, kinds of later versions included', async () => {
    const lines = await readJournal(dir)
    expect(lines.map(({ n, by, act }) => [n, by, act.kind])).toEqual([
      [1, 'A. Responder', 'case-made'],
      [2, null, 'of a later version'],
      [3, 'A. Responder', 'indicator-withdrawn'],
    ])
    expect(lines.map((line) => line.previous)).toEqual([null, lines[0]?.hash, lines[1]?.hash])
  })

  it('tells of any byte that was changed', async () => {
    const whole = await readFile(path)
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const altered = Buffer.from(whole)
        altered[at] = ((altered[at] ?? 0) + by) % 256
        await writeFile(path, altered)
        await expect(readJournal(dir)).rejects.toMatchObject({ code: 'VS7001' })
      }),
      // Each byte is met on its own below; here it is the values that vary.
      { numRuns: 400, examples: [[whole.length - 1, 1]] },
    )
    for (const at of whole.keys()) {
      for (const value of [0x0a, 0x20, 0x30, 0x7d, 0xff]) {
        if (whole[at] === value) continue
        const altered = Buffer.from(whole)
        altered[at] = value
        await writeFile(path, altered)
        await expect(readJournal(dir), `byte ${at} as ${value}`).rejects.toMatchObject({ code: 'VS7001' })
      }
    }
  })

  it('tells of another spelling of the same value', async () => {
    const whole = await readFile(path, 'utf8')
    for (const [from, to] of [
      ['\\u001b', '\\u001B'],
      ['{"act"', '{ "act"'],
    ] as const) {
      await writeFile(path, whole.replace(from, to))
      expect(JSON.parse((await readFile(path, 'utf8')).split('\n')[0] ?? '')).toEqual(
        JSON.parse(whole.split('\n')[0] ?? ''),
      )
      await expect(readJournal(dir)).rejects.toMatchObject({ code: 'VS7001' })
    }
  })

  it('tells of a line that was rewritten with a hash of its own', async () => {
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n')
    const { hash: _, ...line } = JSON.parse(lines[1] ?? '')
    const forged = { ...line, by: 'B. Responder' }
    const hash = createHash('sha256')
      .update(canonicalize(forged) ?? '')
      .digest('hex')
    const rewritten = canonicalize({ ...forged, hash })
    await writeFile(path, `${[lines[0], rewritten, lines[2]].join('\n')}\n`)
    await expect(readJournal(dir)).rejects.toMatchObject({ code: 'VS7001', why: expect.stringContaining('line 3') })
  })

  it('tells of lines that were taken out, swapped or written twice, and of a torn one in the middle', async () => {
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n')
    const [a = '', b = '', c = ''] = lines
    for (const altered of [[b, c], [a, c], [a, c, b], [a, b, b, c], [a, b.slice(0, -9), c], []]) {
      await writeFile(path, altered.map((line) => `${line}\n`).join(''))
      await expect(readJournal(dir)).rejects.toMatchObject({ code: 'VS7001' })
    }
    await rm(path)
    await expect(readJournal(dir)).rejects.toMatchObject({ code: 'VS7001' })
  })

  it('torn at any byte of the last line reads as before it, and goes on from there', async () => {
    const whole = await readFile(path)
    const start = whole.lastIndexOf('\n', whole.length - 2) + 1
    for (let length = start; length < whole.length; length += 1) {
      await writeFile(path, whole.subarray(0, length))
      expect(await readJournal(dir)).toHaveLength(2)
      await appendAct(dir, { kind: 'indicator-withdrawn', id: 'I-0123456789ab' }, ORIGIN)
      expect(await readFile(path)).toEqual(whole)
    }
  })

  it('that was altered takes no further act', async () => {
    const before = (await readFile(path, 'utf8')).replace('A. Responder', 'B. Responder')
    await writeFile(path, before)
    await expect(appendAct(dir, { kind: 'x' }, ORIGIN)).rejects.toMatchObject({ code: 'VS7001' })
    expect(await readFile(path, 'utf8')).toBe(before)
  })
})
