import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import story from '../../../cases/region-without-trail/story.ts'
import { run } from './cli.ts'
import { mint } from './mint.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'story-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the command writes the evidence and the truth, and nothing else', () => {
  const said = run(story, ['--out', folder, '--seed', '3'])
  const { files, truth } = mint(story, { seed: 3 })
  expect(said).toContain(`${files.length} files of evidence`)
  expect(readdirSync(folder).sort()).toEqual(['evidence', 'truth.json'])
  const written = readdirSync(join(folder, 'evidence'), { recursive: true, withFileTypes: true })
  expect(written.filter((one) => one.isFile()).length).toBe(files.length)
  for (const { path, bytes } of files) {
    expect(readFileSync(join(folder, 'evidence', path)).equals(bytes), path).toBe(true)
  }
  const told: Record<string, unknown> = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'))
  expect(told).toMatchObject({ slug: truth.slug, window: truth.window, entry: truth.entry })
  expect(told['opinion']).toHaveLength(truth.stores.length)
})

test('without a folder, or with a seed that is no number, it says so', () => {
  expect(() => run(story, [])).toThrow('--out DIR')
  expect(() => run(story, ['--out', folder, '--seed', 'many'])).toThrow('many')
  expect(() => run(story, ['--out', folder, '--sead', '1'])).toThrow()
})
