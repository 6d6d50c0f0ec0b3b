import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { ask } from './ask.ts'
import { mint } from './mint.ts'
import type { Story } from './story.ts'

const USAGE = 'usage: npm run story -- SLUG --out DIR [--seed N] [--scale N]'

function count(text: string | undefined): number {
  const value = Number(text ?? '1')
  if (!Number.isSafeInteger(value) || value < 1) throw new RangeError(`not a whole number above 0: ${text}`)
  return value
}

function save(folder: string, path: string, bytes: Uint8Array | string): void {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, bytes)
}

/** Writes the evidence of a story to `DIR/evidence`, what the organisation knows about itself beside it, and what truly happened to `DIR/truth.json`. @public tools/story.mjs bundles it. */
export function run(story: Story, args: readonly string[]): string {
  const { values } = parseArgs({
    args: [...args],
    options: { out: { type: 'string' }, seed: { type: 'string' }, scale: { type: 'string' } },
  })
  if (values.out === undefined) throw new RangeError(USAGE)
  const minted = mint(story, { seed: count(values.seed), scale: count(values.scale) })
  const { files, beside, truth } = minted
  for (const { path, bytes } of files) save(join(values.out, 'evidence'), path, bytes)
  for (const { path, bytes } of beside) save(values.out, path, bytes)
  save(values.out, 'truth.json', `${JSON.stringify({ ...truth, opinion: ask(minted) }, null, 2)}\n`)
  return `${story.slug}: ${files.length} files of evidence, ${truth.events.length} calls, in ${values.out}`
}
