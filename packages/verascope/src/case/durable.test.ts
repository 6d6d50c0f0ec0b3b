import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { appendDurably, readLines, writeDurably } from './durable.ts'

let dir = ''
let path = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'verascope-durable-'))
  path = join(dir, 'sub', 'lines.ndjson')
})
afterEach(() => rm(dir, { recursive: true }))

async function linesOf(file: string): Promise<readonly (string | null)[]> {
  const lines: (string | null)[] = []
  await readLines(file, ({ text }) => lines.push(text))
  return lines
}

describe('lines of a file', () => {
  it('come back as they were appended, whatever they hold and however large they are', async () => {
    const text = fc.string({ unit: 'binary' }).map((one) => JSON.stringify(one))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(text), { maxLength: 4 }), async (batches) => {
        await rm(path, { force: true })
        for (const batch of batches) await appendDurably(path, batch)
        expect(await linesOf(path)).toEqual(batches.flat())
      }),
      { numRuns: 60 },
    )
    const long = ['ы'.repeat(150_000), '', '\u2028x'.repeat(70_000)]
    await rm(path, { force: true })
    await appendDurably(path, long)
    expect(await linesOf(path)).toEqual(long)
  })

  it('torn at any byte of the last line count without it, and the next append cuts it off', async () => {
    await appendDurably(path, ['{"a":"один"}', '{"b":"два"}'])
    const whole = await readFile(path)
    const first = whole.indexOf('\n') + 1
    for (let length = first; length < whole.length; length += 1) {
      await writeFile(path, whole.subarray(0, length))
      expect(await linesOf(path)).toEqual(['{"a":"один"}'])
      await appendDurably(path, ['{"c":3}'])
      expect(await readFile(path, 'utf8')).toBe('{"a":"один"}\n{"c":3}\n')
    }
  })

  it('are cut behind the last newline also when the torn tail is longer than one look back', async () => {
    const first = 'f'.repeat(100_000)
    await appendDurably(path, [first])
    await appendFile(path, 'x'.repeat(200_000))
    await appendDurably(path, ['second'])
    expect(await linesOf(path)).toEqual([first, 'second'])
  })

  it('that are no UTF-8 come without a text', async () => {
    await writeFile(join(dir, 'bad'), Buffer.from([0x61, 0x0a, 0xff, 0x0a, 0x62, 0x0a]))
    expect(await linesOf(join(dir, 'bad'))).toEqual(['a', null, 'b'])
  })

  it('of a file that is not there are none', async () => {
    expect(await linesOf(join(dir, 'nowhere'))).toEqual([])
  })
})

describe('a file written as a whole', () => {
  it('takes the place of the old one and leaves nothing beside it, also when it cannot be written', async () => {
    await writeDurably(path, 'old')
    await writeDurably(path, 'new')
    expect(await readFile(path, 'utf8')).toBe('new')
    expect(await readdir(join(dir, 'sub'))).toEqual(['lines.ndjson'])
    await writeDurably(join(dir, 'folder', 'inner'), 'x')
    await expect(writeDurably(join(dir, 'folder'), 'y')).rejects.toThrow()
    expect((await readdir(dir)).sort()).toEqual(['folder', 'sub'])
  })
})
