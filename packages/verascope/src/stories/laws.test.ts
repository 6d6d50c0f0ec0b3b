import type { Assessed } from '@verascope/core/assess/assessment'
import { type Minted, mint } from '@verascope/story/mint'
import { randomStory } from '@verascope/story/random/random-story'
import { describe, expect, it } from 'vitest'
import { assessStory, type StoryFile } from './story-case.fixture.ts'

// Laws of negatives, on random incidents whose truth is known. VERASCOPE_STORIES sets which of them: `60`, or `500-1000`.

const [LAST, FIRST] = (process.env['VERASCOPE_STORIES'] ?? '60').split('-').reverse().map(Number)
/** Those that broke a law once. */
const REMEMBERED = [207, 627, 633]
const QUARTER = 15 * 60_000

/** Random numbers that repeat (mulberry32). */
function chanceOf(seed: number): (below: number) => number {
  let state = seed + 0x9e3779b9
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

type Interval = Assessed['assessment']['stores'][number]['intervals'][number]

/** Stores and quarters of an hour that lie in intervals of one sort, from beginning to end. */
function cellsOf({ assessment }: Assessed, isWanted: (one: Interval) => boolean): ReadonlySet<string> {
  const cells = assessment.stores.flatMap(({ id, intervals }) =>
    intervals
      .filter((one) => one.kind === 'window' && isWanted(one))
      .flatMap(({ from, to }) => {
        const [start, end] = [
          Math.ceil(Date.parse(from ?? '') / QUARTER),
          Math.floor((Date.parse(to ?? '') + 1) / QUARTER),
        ]
        return Array.from({ length: Math.max(0, end - start) }, (_, at) => `${id} ${start + at}`)
      }),
  )
  return new Set(cells)
}

function untouchedCells(assessed: Assessed): ReadonlySet<string> {
  return cellsOf(assessed, ({ verdict }) => verdict === 'untouched')
}

/**
 * Quarters of an hour that count as accessed or in doubt because somebody touched the store before them and after, and in which
 * nobody did: without the first of the touches they no longer lie between any.
 */
function cellsBetween(assessed: Assessed, { truth }: Minted): ReadonlySet<string> {
  const touched = new Set(
    truth.stores.flatMap(({ arn, accesses }) =>
      accesses.map(({ at }) => `${arn} ${Math.floor(Date.parse(at) / QUARTER)}`),
    ),
  )
  const cells = cellsOf(
    assessed,
    ({ verdict, because }) =>
      verdict === 'accessed' || (verdict === 'undetermined' && !because.includes('proven whole')),
  )
  return new Set([...cells].filter((cell) => !touched.has(cell)))
}

/** Intervals that are called untouched although the actor truly touched the store in them. */
function wrongIn({ truth }: Minted, { assessment }: Assessed): readonly string[] {
  return assessment.stores.flatMap(({ id, intervals }) => {
    const touches = (truth.stores.find(({ arn }) => arn === id)?.accesses ?? []).filter(({ hand }) => hand === 'actor')
    return intervals
      .filter(({ kind, verdict }) => kind === 'window' && verdict === 'untouched')
      .filter(({ from, to }) =>
        touches.some(({ at }) => Date.parse(at) >= Date.parse(from ?? '') && Date.parse(at) <= Date.parse(to ?? '')),
      )
      .map(({ from, to }) => `${id} ${from} ${to}`)
  })
}

/** What a statement lists, the statements themselves, and the keys that they are signed with. */
function isListed({ truth }: Minted, { path }: StoryFile): boolean {
  return path.includes('list-public-keys') || truth.files.some((file) => file.path === path && file.harm === null)
}

const range = Array.from({ length: (LAST ?? 60) - (FIRST ?? 0) }, (_, at) => (FIRST ?? 0) + at)
const seeds = [...new Set([...range, ...REMEMBERED])]
const STORIES = seeds.length

describe('of random incidents', () => {
  it('no stretch is called untouched in which the actor touched a store, also after any files are taken away', async () => {
    let negatives = 0
    for (const seed of seeds) {
      const minted = mint(randomStory(seed))
      const chance = chanceOf(seed)
      const whole = await assessStory(minted)
      const some = await assessStory(
        minted,
        minted.files.filter(() => chance(4) !== 0),
      )
      const few = await assessStory(
        minted,
        minted.files.filter(() => chance(60) !== 0),
      )
      negatives += untouchedCells(whole).size + untouchedCells(few).size
      for (const assessed of [whole, some, few]) expect(wrongIn(minted, assessed), `story ${seed}`).toEqual([])
    }
    expect(negatives).toBeGreaterThan(STORIES)
  }, 3_600_000)

  it('a log, a statement or a key that is taken away never strengthens a verdict', async () => {
    let weakened = 0
    for (const seed of seeds) {
      const minted = mint(randomStory(seed))
      const chance = chanceOf(seed)
      const listed = minted.files.filter((file) => isListed(minted, file))
      const gone = new Set(Array.from({ length: 1 + chance(3) }, () => listed[chance(listed.length || 1)]?.path))
      const whole = await assessStory(minted)
      const left = await assessStory(
        minted,
        minted.files.filter(({ path }) => !gone.has(path)),
      )
      const [before, after] = [untouchedCells(whole), untouchedCells(left)]
      const between = cellsBetween(whole, minted)
      expect(
        [...after].filter((cell) => !before.has(cell) && !between.has(cell)),
        `story ${seed} without ${[...gone].join(', ')}`,
      ).toEqual([])
      expect(wrongIn(minted, left), `story ${seed} without ${[...gone].join(', ')}`).toEqual([])
      weakened += [...before].filter((cell) => !after.has(cell)).length
    }
    expect(weakened).toBeGreaterThan(0)
  }, 3_600_000)

  it('the order in which evidence comes does not matter', async () => {
    for (const seed of seeds.slice(0, Math.ceil(STORIES / 4))) {
      const minted = mint(randomStory(seed))
      const [one, other] = [await assessStory(minted), await assessStory(minted, [...minted.files].reverse())]
      const told = ({ assessment }: Assessed) =>
        assessment.stores.map(({ id, verdict, intervals, effects, possibleEffects }) => ({
          ...{ id, verdict, intervals, effects, possibleEffects },
        }))
      expect(told(other), `story ${seed}`).toEqual(told(one))
    }
  }, 3_600_000)
})
