import type { Assessed } from '@verascope/core/assess/assessment'
import { chanceOf } from '@verascope/story/chance/chance'
import { type Minted, mint } from '@verascope/story/mint'
import { randomStory } from '@verascope/story/random/random-story'
import { describe, expect, it } from 'vitest'
import { askedSeeds } from './asked-seeds.fixture.ts'
import { CELL, keyOf, untouchedCells } from './cells.fixture.ts'
import { assessStory, type StoryFile } from './story-case.fixture.ts'

// Laws of negatives, on random incidents whose truth is known.

/** In this one somebody in doubt read a set of stores, and its members were called untouched. */
const REMEMBERED = [633]

/** The quarters of an hour from the first of some touches to the last. */
function quarters(touches: readonly { readonly at: string }[]): readonly number[] {
  const cells = touches.map(({ at }) => Math.floor(Date.parse(at) / CELL) * CELL)
  if (cells.length === 0) return []
  const [first, last] = [Math.min(...cells), Math.max(...cells)]
  return Array.from({ length: (last - first) / CELL + 1 }, (_, at) => first + at * CELL)
}

/**
 * Quarters of an hour in which nobody touched a store, between two touches by one caller or by those that count as the actor. They may
 * count as accessed or in doubt; without the first of the touches they no longer lie between any.
 */
function cellsBetween({ assessment }: Assessed, { truth }: Minted): ReadonlySet<string> {
  const cells = truth.stores.flatMap(({ arn, accesses }) => {
    const by = new Set(assessment.stores.find(({ id }) => id === arn)?.by)
    const touched = new Set(accesses.flatMap((one) => quarters([one])))
    const callers = [...new Set(accesses.map(({ identity }) => identity))]
    const spans = [
      ...callers.map((caller) => accesses.filter(({ identity }) => identity === caller)),
      accesses.filter(({ identity }) => by.has(identity)),
    ]
    const between = spans.flatMap(quarters).filter((from) => !touched.has(from))
    return between.map((from) => keyOf({ store: arn, from }))
  })
  return new Set(cells)
}

function keysOf(assessed: Assessed): ReadonlySet<string> {
  return new Set(untouchedCells(assessed).map(keyOf))
}

/** Negatives that stand for the whole window: stores that are untouched, accounts that were not entered. */
function negativesOf({ assessment }: Assessed): ReadonlySet<string> {
  const stores = assessment.stores.filter(({ verdict }) => verdict === 'untouched' || verdict === 'unreachable')
  const accounts = assessment.accounts.filter(({ entered }) => entered === 'no')
  return new Set([...stores, ...accounts].map(({ id }) => id))
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

/**
 * Whether a statement is all that tells of a file that nobody has. Without it nobody knows that something is missing, and whoever was in
 * doubt because of that no longer is (decision 17).
 */
function tellsOfMissing({ truth, files }: Minted, digest: Minted['truth']['files'][number]): boolean {
  const held = new Set(files.map(({ path }) => path))
  return truth.files.some(
    (one) =>
      one.kind === 'log' &&
      one.trail === digest.trail &&
      one.account === digest.account &&
      one.region === digest.region &&
      one.deliveredAt >= digest.from &&
      one.deliveredAt < digest.to &&
      (one.harm !== null || !held.has(one.path)),
  )
}

/** What a statement lists, the statements themselves, and the keys that they are signed with. */
function isListed(minted: Minted, { path }: StoryFile): boolean {
  const { truth } = minted
  const file = truth.files.find((one) => one.path === path && one.harm === null)
  if (file === undefined) return path.includes('list-public-keys')
  const { trail, account, region, deliveredAt } = file
  if (file.kind !== 'log') return !tellsOfMissing(minted, file)
  return truth.files.some(
    (one) =>
      one.kind === 'digest' &&
      one.trail === trail &&
      one.account === account &&
      one.region === region &&
      one.from <= deliveredAt &&
      deliveredAt < one.to,
  )
}

const seeds = [...new Set([...askedSeeds(), ...REMEMBERED])]
const STORIES = seeds.length

describe('of random incidents', () => {
  it('no stretch is called untouched in which the actor touched a store, also after any files are taken away', async () => {
    let negatives = 0
    for (const seed of seeds) {
      const minted = mint(randomStory(seed))
      const chance = chanceOf(`law ${seed}`)
      const whole = await assessStory(minted)
      const some = await assessStory(
        minted,
        minted.files.filter(() => !chance.happens(1 / 4)),
      )
      const few = await assessStory(
        minted,
        minted.files.filter(() => !chance.happens(1 / 60)),
      )
      negatives += untouchedCells(whole).length + untouchedCells(few).length
      for (const assessed of [whole, some, few]) expect(wrongIn(minted, assessed), `story ${seed}`).toEqual([])
    }
    expect(negatives).toBeGreaterThan(STORIES)
  }, 3_600_000)

  it('a log, a statement or a key that is taken away never strengthens a verdict', async () => {
    let weakened = 0
    for (const seed of seeds) {
      const minted = mint(randomStory(seed))
      const chance = chanceOf(`law ${seed}`)
      const listed = minted.files.filter((file) => isListed(minted, file))
      // Without statements nothing is listed.
      if (listed.length === 0) continue
      const picked = new Set(Array.from({ length: chance.whole(1, 3) }, () => chance.pick(listed).path))
      const rest = minted.files.filter(({ path }) => !picked.has(path))
      // Not a statement together with a file that it alone lists.
      const gone = new Set(
        minted.files
          .filter((file) => picked.has(file.path) && isListed({ ...minted, files: rest }, file))
          .map(({ path }) => path),
      )
      const what = `story ${seed} without ${[...gone].join(', ')}`
      const whole = await assessStory(minted)
      const left = await assessStory(
        minted,
        minted.files.filter(({ path }) => !gone.has(path)),
      )
      const negatives = negativesOf(whole)
      expect(
        [...negativesOf(left)].filter((id) => !negatives.has(id)),
        what,
      ).toEqual([])
      const before = keysOf(whole)
      const after = keysOf(left)
      const between = cellsBetween(whole, minted)
      expect(
        [...after].filter((cell) => !before.has(cell) && !between.has(cell)),
        what,
      ).toEqual([])
      expect(wrongIn(minted, left), what).toEqual([])
      weakened += [...before].filter((cell) => !after.has(cell)).length
    }
    expect(weakened).toBeGreaterThan(STORIES / 2)
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
