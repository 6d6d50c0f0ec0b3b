import { readdirSync, readFileSync } from 'node:fs'
import { mint } from '@verascope/story/mint'
import { describe, expect, it } from 'vitest'
import { assessStory, caseStory } from './story-case.fixture.ts'

// The golden incidents: a second opinion, written from the rules alone, says of each store what its evidence can show.

const CASES = new URL('../../../../cases/', import.meta.url)
const slugs = readdirSync(CASES, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []))

/** Of each store by its name: what truly was done to it, and what its evidence can show. */
function opinions(slug: string): readonly { readonly name: string; readonly verdict: string }[] {
  const lines = readFileSync(new URL(`${slug}/opinion.tsv`, CASES), 'utf8').split('\n')
  return lines.flatMap((line) => {
    const [name = '', , recorded = '', verdict = ''] = line.split('\t')
    return recorded.endsWith('recorded') ? [{ name, verdict }] : []
  })
}

/**
 * Where the two differ on purpose: a policy that the actor put on a bucket and that lets nobody in changes the bucket and opens none of
 * its content. It is listed among the changes.
 */
const CHANGED_ONLY: ReadonlySet<string> = new Set(['bucket-denies-for-a-while logs', 'bucket-denies-region logs'])

/**
 * And here: where a file is missing that was delivered anywhere, it may show that somebody worked from elsewhere, so that nobody who
 * touched a store is accounted for. Taking a file away must never make anybody look steady.
 */
const SOMETHING_MISSING: ReadonlySet<string> = new Set(
  ['invoices', 'archive', 'branch-sa-east-1'].map((name) => `digest-defects ${name}`),
)

describe('of a golden incident', () => {
  it.each(slugs)('%s the verdicts are what its evidence can show', async (slug) => {
    const { assessment } = await assessStory(mint(await caseStory(slug)))
    const told = opinions(slug)
    expect(told.length).toBeGreaterThan(2)
    for (const { name, verdict } of told) {
      const store = assessment.stores.find((one) => one.name === name || one.name.startsWith(`${name}-`))
      const key = `${slug} ${name}`
      const expected = CHANGED_ONLY.has(key) ? 'untouched' : SOMETHING_MISSING.has(key) ? 'undetermined' : verdict
      expect(store?.verdict, `${name}: ${store?.because}`).toBe(expected)
    }
  })
})
