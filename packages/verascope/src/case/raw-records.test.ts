import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSpans } from './raw-records.ts'

let path = ''
let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'verascope-raw-'))
  path = join(dir, 'file')
})
afterEach(() => rm(dir, { recursive: true }))

// Longer than one chunk of a stream, so that spans lie across the seams.
const BYTES = Buffer.from(Array.from({ length: 60_000 }, (_, at) => `{"n":${at}}`).join('\n'))
const SHA = createHash('sha256').update(BYTES).digest('hex')

describe('spans of an evidence file', () => {
  it('come exactly, in the order asked, from plain and gzip files alike', async () => {
    const span = fc
      .tuple(fc.nat(BYTES.length), fc.nat(200_000))
      .map(([offset, length]) => ({ offset, length: Math.min(length, BYTES.length - offset) }))
    const half = BYTES.length >> 1
    const forms = [
      BYTES,
      gzipSync(BYTES),
      Buffer.concat([gzipSync(BYTES.subarray(0, half)), gzipSync(BYTES.subarray(half))]),
    ]
    for (const form of forms) {
      await writeFile(path, form)
      await fc.assert(
        fc.asyncProperty(fc.array(span, { maxLength: 8 }), async (spans) => {
          const texts = spans.map(({ offset, length }) => BYTES.toString('utf8', offset, offset + length))
          expect(await openSpans({ path }, SHA, spans)).toEqual({ kind: 'texts', texts })
        }),
        { numRuns: 25 },
      )
    }
  })

  it('are not given from a file that is gone, altered, damaged or too short', async () => {
    const spans = [{ offset: 0, length: 5 }]
    expect(await openSpans({ path }, SHA, spans)).toMatchObject({
      kind: 'gone',
      reason: expect.stringContaining('ENOENT'),
    })
    const altered = Buffer.from(BYTES)
    altered[BYTES.length - 1] = 0x20
    await writeFile(path, altered)
    expect(await openSpans({ path }, SHA, spans)).toMatchObject({ kind: 'gone' })
    await writeFile(path, gzipSync(BYTES).subarray(0, -20))
    expect(await openSpans({ path }, SHA, spans)).toMatchObject({ kind: 'gone' })
    await writeFile(path, BYTES)
    const beyond = [{ offset: BYTES.length - 2, length: 3 }]
    expect(await openSpans({ path }, SHA, beyond)).toMatchObject({ kind: 'gone' })
  })
})
