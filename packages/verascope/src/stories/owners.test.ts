import { assess } from '@verascope/core/assess/assess'
import type { Assessment } from '@verascope/core/assess/assessment'
import type { AcceptedAssumption } from '@verascope/core/domain/assumption'
import { parseAssumption } from '@verascope/core/domain/assumption-scope'
import { parseInstant } from '@verascope/core/domain/instant'
import type { Mapping, OwnersMap } from '@verascope/core/domain/owners-map'
import { getObject } from '@verascope/story/deeds/s3'
import { type Minted, mint } from '@verascope/story/mint'
import { lookAround, office } from '@verascope/story/play/office'
import { randomStory } from '@verascope/story/random/random-story'
import { defineStory, type Story } from '@verascope/story/story'
import { MINUTE } from '@verascope/story/time'
import { expect, it } from 'vitest'
import { storyInput } from './story-case.fixture.ts'

// Whose data it is, on random incidents whose truth is known: each object of a store is a part of its own, and an owner's.

const STORIES = 25

/** A map with an owner for every object that anybody touched. */
function mapOfObjects({ truth }: Minted): OwnersMap {
  const mappings = truth.stores.flatMap(({ arn, accesses }) => {
    const objects = new Set(accesses.flatMap((one) => one.objects))
    return [...objects].sort().map((prefix, at): Mapping => {
      const owner = `${arn.slice(arn.lastIndexOf(':') + 1)}-${at}`
      return {
        of: { kind: 'prefix', store: arn, account: null, prefix },
        owner,
        categories: [],
        confidence: 'confirmed',
      }
    })
  })
  const owners = mappings.map(({ owner: id }) => ({ id, name: id, controller: null, processor: null }))
  return { owners, mappings }
}

async function assessed(
  minted: Minted,
  files = minted.files,
  assumptions: readonly AcceptedAssumption[] = [],
): Promise<Assessment> {
  const owners = { sha256: '0'.repeat(64), map: mapOfObjects(minted) }
  return (await assess({ ...storyInput(minted, files, assumptions), owners })).assessment
}

/** Whether the actor truly touched an object of a part; a listing shows every name. */
function isTouched({ truth }: Minted, storeId: string, prefix: string): boolean {
  const { window, stores } = truth
  const own = stores.find((one) => one.arn === storeId)?.accesses ?? []
  return own
    .filter(({ hand, at }) => hand === 'actor' && at >= window.from && at <= window.to)
    .some(({ objects }) => objects.length === 0 || objects.some((one) => one.startsWith(prefix)))
}

interface Part {
  readonly store: string
  readonly prefix: string
  readonly verdict: string
}

/** The parts that a prefix tells, and none that is untouched against the truth. */
function checkedParts(minted: Minted, { owners }: Assessment): readonly Part[] {
  const parts = owners
    .flatMap((one) => one.parts)
    .flatMap(({ kind, store, prefix, verdict }): readonly Part[] =>
      kind === 'prefix' && prefix !== null ? [{ store, prefix, verdict }] : [],
    )
  const wrong = parts.filter((one) => one.verdict === 'untouched' && isTouched(minted, one.store, one.prefix))
  expect(wrong, minted.truth.slug).toEqual([])
  return parts
}

/** A thief reads some objects of a bucket that a clerk works in, and every record is there. */
function thiefOfSome(seed: number): Story {
  return defineStory({
    slug: `thief-of-some-${seed}`,
    title: 'A stolen key reads some objects of a bucket that others work in',
    from: '2026-03-10T00:00:00Z',
    hours: 12,
    regions: ['eu-west-1', 'us-east-1'],
    play(stage) {
      const { chance } = stage
      const rooms = office(stage)
      const next = lookAround(stage, rooms)
      for (const [at, object] of rooms.invoices.objects.entries())
        if (chance.happens(0.3)) stage.call(next + at * MINUTE, rooms.thief, getObject(chance, rooms.invoices, object))
    },
  })
}

it('of random incidents no part that the actor touched is untouched', async () => {
  let checked = 0
  for (let seed = 0; seed < STORIES; seed += 1) {
    const minted = mint(randomStory(seed))
    checked += checkedParts(minted, await assessed(minted)).length
  }
  expect(checked).toBeGreaterThan(30)
}, 120_000)

it('with every record the owners of what a thief read are told from the others, and fewer files tell less', async () => {
  let untouched = 0
  for (let seed = 0; seed < 10; seed += 1) {
    const minted = mint(thiefOfSome(seed))
    const parts = checkedParts(minted, await assessed(minted)).filter((one) => one.store.includes('invoices'))
    for (const { store, prefix, verdict } of parts)
      expect(verdict, prefix).toBe(isTouched(minted, store, prefix) ? 'accessed' : 'untouched')
    untouched += parts.filter((one) => one.verdict === 'untouched').length
    const fewer = minted.files.filter((_, at) => at % 7 !== seed % 7)
    for (const one of checkedParts(minted, await assessed(minted, fewer)))
      expect(one.verdict, one.prefix).not.toBe('untouched')
  }
  expect(untouched).toBeGreaterThan(15)
}, 120_000)

it('a part that is untouched by the word of a person says whose word that is', async () => {
  const minted = mint(thiefOfSome(0))
  const undigested = minted.files.filter(({ path }) => !path.includes('CloudTrail-Digest'))
  const scope = parseAssumption('delivery', 'eu-west-1/main-trail')
  if (scope.kind === 'refused') return expect.unreachable(scope.because)
  const signed = { id: 'A-delivery', because: 'nobody could remove a file', by: 'A. Responder', broken: null }
  const at = parseInstant('2026-03-12') ?? expect.unreachable()
  const vouched = { ...scope, ...signed, at, window: { from: null, to: null } }
  const untouched = ({ owners }: Assessment) =>
    owners.flatMap((one) => one.parts).filter((one) => one.verdict === 'untouched' && one.kind === 'prefix')
  expect(untouched(await assessed(minted, undigested))).toEqual([])
  const leaning = untouched(await assessed(minted, undigested, [vouched]))
  expect(leaning.length).toBeGreaterThan(0)
  for (const { assumptions, because } of leaning) {
    expect(assumptions).toEqual(['A-delivery'])
    expect(because).toContain('taking for true A-delivery')
  }
})
