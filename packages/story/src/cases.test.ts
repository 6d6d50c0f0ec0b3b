import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ask } from './ask.ts'
import { mint } from './mint.ts'
import type { StoreOpinion } from './opinion/opinion.ts'
import type { Story } from './story.ts'
import { unseen } from './testing/unseen.ts'
import { verifyEvidence } from './testing/verifier.ts'
import type { Truth } from './truth/truth.ts'

const CASES = new URL('../../../cases/', import.meta.url)
const slugs = readdirSync(CASES, { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .map(({ name }) => name)
  .sort()
const stories = await Promise.all(
  slugs.map(async (slug): Promise<Story> => {
    const loaded: { default: Story } = await import(new URL(`${slug}/story.ts`, CASES).href)
    return loaded.default
  }),
)

function verdictOf({ isAccessed, isUntouched }: StoreOpinion): string {
  if (isAccessed) return 'accessed'
  return isUntouched ? 'untouched' : 'undetermined'
}

/** The actor's true accesses to a store within the window. */
function thefts(truth: Truth, arn: string): Truth['stores'][number]['accesses'] {
  const { from, to } = truth.window
  const accesses = truth.stores.find((store) => store.arn === arn)?.accesses ?? []
  return accesses.filter(({ hand, at }) => hand === 'actor' && at >= from && at < to)
}

/** One store a line: what the actor did, what was recorded of it, what the evidence proves hour by hour, and who is in doubt. */
function line(truth: Truth, opinion: StoreOpinion): string {
  const name = truth.stores.find(({ arn }) => arn === opinion.store)?.name ?? ''
  const stolen = thefts(truth, opinion.store)
  const recorded = stolen.filter(({ isRecorded }) => isRecorded).length
  const hours = opinion.cells.map(({ isComplete }) => (isComplete ? '+' : '-')).join('')
  const doubts = [...new Set(opinion.accessors.flatMap(({ doubt }) => doubt ?? []))].sort().join(', ')
  return [
    name.replace(/-[\da-f]{6}$/, ''),
    `${stolen.length} true`,
    `${recorded} recorded`,
    verdictOf(opinion),
    hours,
    doubts,
  ].join('\t')
}

describe.each(stories.map((story, at) => [slugs[at] ?? '', story] as const))('%s', (slug, story) => {
  const minted = mint(story)
  const opinions = ask(minted)

  test('is told under the name of its folder', () => {
    expect(story.slug).toBe(slug)
  })

  test('nothing is untouched that the actor touched', () => {
    const wrong = opinions.filter(({ store, isUntouched }) => isUntouched && thefts(minted.truth, store).length > 0)
    expect(wrong).toEqual([])
  })

  test('a complete record misses nothing that truly happened', () => {
    expect(unseen(minted, opinions)).toEqual([])
  })

  test('shows what it was made to show', async () => {
    const { findings } = verifyEvidence(minted.files)
    const defects = findings
      .filter(({ finding }) => finding !== 'previous-missing')
      .map(
        ({ path, finding }) =>
          `${finding}\t${/\/(CloudTrail|CloudTrail-Digest)\/([a-z\d-]+)\//.exec(path)?.slice(1).join('\t')}`,
      )
    const lines = [...opinions.map((opinion) => line(minted.truth, opinion)), ...defects]
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(new URL(`${slug}/opinion.tsv`, CASES).pathname)
  })
})
