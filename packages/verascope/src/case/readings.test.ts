import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Act, JournalLine } from './journal.ts'
import { appendItems, MANIFEST_NAME, readManifest } from './manifest.ts'
import { checkManifest, readingBegun, unfinishedReadings } from './readings.ts'

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'verascope-readings-'))
})
afterEach(() => rm(dir, { recursive: true }))

function journalOf(acts: readonly Act[]): readonly JournalLine[] {
  return acts.map((act, at) => ({ n: at + 1, at: '', by: null, act, previous: null, hash: '' }))
}

function done(paths: readonly string[], manifest?: object): Act {
  return { kind: 'evidence-read', paths, ...(manifest === undefined ? {} : { manifest }) }
}

async function commit(name: string): Promise<Act> {
  const hash = Buffer.from(name).toString('hex').padEnd(64, '0')
  const accounting = { read: 0, kept: 0, duplicate: 0, rejected: 0 }
  const print = { sha256: hash, bytes: 1, inflatedSha256: hash, inflatedBytes: 1 }
  const made = {
    state: 'read',
    reason: null,
    kind: 'kind',
    collector: null,
    acquiredAt: '',
    parser: '',
    part: null,
  } as const
  await appendItems(dir, [
    { line: { path: `/${name}`, name, originalKey: null, catalog: '', accounting, ...print, ...made }, rejected: [] },
  ])
  const { sha256, length } = await readManifest(dir)
  return done(['/logs'], { sha256, bytes: length })
}

describe('readings that were not finished', () => {
  it('are those that were begun and not read to their end since, whatever else was read', () => {
    const acts = fc.array(fc.record({ begins: fc.boolean(), path: fc.constantFrom('/a', '/b', '/c') }), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(acts, (steps) => {
        const journal = journalOf(steps.map(({ begins, path }) => (begins ? readingBegun([path]) : done([path]))))
        const open = unfinishedReadings(journal)
        for (const path of ['/a', '/b', '/c']) {
          const last = steps.findLast((step) => step.path === path)
          expect(open.includes(path)).toBe(last?.begins === true)
        }
      }),
    )
  })
})

describe('the manifest beside the journal', () => {
  it('may have grown since, and must not have lost or changed a line', async () => {
    const acts = [await commit('a'), await commit('b')]
    await checkManifest(dir, journalOf(acts))
    await commit('c')
    await checkManifest(dir, journalOf(acts))
    const path = join(dir, MANIFEST_NAME)
    const lines = (await readFile(path, 'utf8')).split('\n')
    for (const left of [lines.slice(1), [lines[1], lines[0], ...lines.slice(2)], lines.slice(0, 1), []]) {
      await writeFile(path, left.join('\n'))
      await expect(checkManifest(dir, journalOf(acts))).rejects.toMatchObject({ code: 'VS7002' })
    }
    await rm(path)
    await expect(checkManifest(dir, journalOf(acts))).rejects.toMatchObject({ code: 'VS7002' })
    await checkManifest(dir, journalOf([done(['/logs'])]))
  })
})
