import { describe, expect, test } from 'vitest'
import story from '../../../../cases/data-events-whole/story.ts'
import { ask } from '../ask.ts'
import { mint } from '../mint.ts'
import { randomStory } from '../random/random-story.ts'
import { unharmed } from '../testing/unharmed.ts'
import { unseen } from '../testing/unseen.ts'
import type { StoreOpinion } from './opinion.ts'

describe('the second opinion', () => {
  const whole = mint(story)

  test('of a whole record: the bucket that was read is accessed, the others are untouched', () => {
    const verdicts = ask(whole).map(({ store, isAccessed, isUntouched }) => {
      return [/:::(\w+)-/.exec(store)?.[1], isAccessed ? 'accessed' : isUntouched ? 'untouched' : 'undetermined']
    })
    expect(Object.fromEntries(verdicts)).toEqual({
      logs: 'untouched',
      payroll: 'accessed',
      invoices: 'untouched',
      archive: 'untouched',
      abroad: 'untouched',
    })
  })

  test.each([
    ['log', /\/CloudTrail\/eu-west-1\/.*T0[4-9]\d\dZ_\w+\.json\.gz$/],
    ['digest', /\/CloudTrail-Digest\/eu-west-1\/.*T0[4-9]\d{4}Z\.json\.gz$/],
    ['public key', /\/eu-west-1\/[^/]*list-public-keys\.json$/],
    ['snapshot of selectors', /get-event-selectors/],
  ])('without one %s nothing of that region is untouched any more', (_, pattern) => {
    const gone = whole.files.find(({ path }) => pattern.test(path))
    expect(gone).toBeDefined()
    const files = whole.files.filter((file) => file !== gone)
    const invoices = ask({ ...whole, files }).find(({ store }) => store.includes('invoices'))
    expect(invoices?.isUntouched).toBe(false)
  })

  test('one file cuts out the hours that it could speak for, and no others', () => {
    const gone = whole.files.find(({ path }) =>
      /\/CloudTrail\/us-east-1\/.*T(?:0[7-9]|1[01])\d\dZ_\w+\.json\.gz$/.test(path),
    )
    const files = whole.files.filter((file) => file !== gone)
    const opinions = ask({ ...whole, files })
    const cells = (name: string): readonly boolean[] =>
      opinions.find(({ store }) => store.includes(name))?.cells.map(({ isComplete }) => isComplete) ?? []
    expect(gone).toBeDefined()
    expect(cells('abroad').filter((isComplete) => !isComplete).length).toBeGreaterThan(0)
    expect(cells('abroad').filter(Boolean).length).toBeGreaterThan(3)
    expect(cells('invoices').every(Boolean)).toBe(true)
  })
})

describe('the second opinion on random stories', () => {
  const minted = Array.from({ length: 50 }, (_, seed) => mint(randomStory(seed)))
  const opinions = minted.map(ask)

  test('has something to say either way', () => {
    const cells = opinions.flat().flatMap((one) => one.cells)
    const share = cells.filter(({ isComplete }) => isComplete).length / cells.length
    expect(share).toBeGreaterThan(0.15)
    expect(share).toBeLessThan(0.85)
    expect(opinions.flat().filter(({ isUntouched }) => isUntouched).length).toBeGreaterThan(15)
  })

  test('a complete record misses nothing that truly happened', () => {
    minted.forEach((one, at) => {
      expect(unseen(one, opinions[at] ?? []), one.truth.slug).toEqual([])
    })
  })

  test('nothing is untouched that the actor touched', () => {
    minted.forEach(({ truth }, at) => {
      const wrong = (opinions[at] ?? [])
        .filter(({ isUntouched }) => isUntouched)
        .flatMap(({ store }) => truth.stores.find(({ arn }) => arn === store)?.accesses ?? [])
        .filter((access) => access.hand === 'actor' && access.at >= truth.window.from && access.at < truth.window.to)
      expect(wrong, truth.slug).toEqual([])
    })
  })

  test('without the harm more is complete, and nothing less', () => {
    const harmed = minted.flatMap((one, seed) => (one.truth.harms.length > 0 ? [{ one, seed }] : []))
    const gains = harmed.map(({ one, seed }) => {
      const healthy = ask(mint(unharmed(randomStory(seed))))
      const complete = (list: readonly StoreOpinion[]): ReadonlySet<string> =>
        new Set(
          list.flatMap(({ store, cells }) =>
            cells.filter((cell) => cell.isComplete).map(({ from }) => `${store} ${from}`),
          ),
        )
      const [before, after] = [complete(ask(one)), complete(healthy)]
      expect([...before].filter((cell) => !after.has(cell))).toEqual([])
      return after.size - before.size
    })
    expect(harmed.length).toBeGreaterThan(4)
    expect(gains.some((gain) => gain > 0)).toBe(true)
  })
})
