import type { Assessment } from '@verascope/core/assess/assessment'
import { type Instant, parseInstant } from '@verascope/core/domain/instant'
import { ask } from '@verascope/story/ask'
import { type Minted, mint } from '@verascope/story/mint'
import { randomStory } from '@verascope/story/random/random-story'
import { beforeAll, describe, expect, it } from 'vitest'
import { askedSeeds } from './asked-seeds.fixture.ts'
import { assessStory, storyCase } from './story-case.fixture.ts'

// Random incidents whose truth is known: what the assessment says of them must agree with what happened.

const seeds = askedSeeds()

function instant(text: string | null): Instant | null {
  return text === null ? null : (parseInstant(text) ?? expect.unreachable(`no instant: ${text}`))
}

interface Told {
  readonly minted: Minted
  readonly assessment: Assessment
  /** The ids of all events in evidence. */
  readonly delivered: ReadonlySet<string>
}

async function tell(seed: number): Promise<Told> {
  const minted = mint(randomStory(seed))
  const { assessment } = await assessStory(minted)
  const { projections } = storyCase(minted.files)
  return { minted, assessment, delivered: new Set(projections.map((one) => one.event.eventId)) }
}

/**
 * The stores of accesses that the actor made in the window through an identity that is certain, and whose record is in evidence. Left
 * out are calls into another account, whose record there names no key, and those on sets, which name no member.
 */
function recordedAccesses({ minted, assessment, delivered }: Told): readonly string[] {
  const certain = new Set(assessment.identities.filter((one) => one.strict).map((one) => one.id))
  const { window, stores } = minted.truth
  const accesses = stores.flatMap(({ arn, accesses: of }) => of.map((access) => ({ arn, ...access })))
  return accesses
    .filter(({ hand, identity, effect }) => hand === 'actor' && certain.has(identity) && effect !== 'written')
    .filter(({ at, event }) => at >= window.from && at <= window.to && !/^Batch|ByPath$/.test(event))
    .filter(({ eventIds }) => eventIds.length === 1 && eventIds.every((id) => delivered.has(id)))
    .map(({ arn }) => arn)
}

describe('of random incidents', () => {
  let told: readonly Told[] = []
  beforeAll(async () => {
    told = await Promise.all(seeds.map(tell))
  }, 3_600_000)

  it('no store that the actor touched is called untouched or unreachable', () => {
    for (const { minted, assessment } of told) {
      const negative = assessment.stores.filter(({ verdict }) => verdict === 'untouched' || verdict === 'unreachable')
      const touched = minted.truth.stores.filter(({ accesses }) => accesses.some(({ hand }) => hand === 'actor'))
      expect(negative.filter(({ id }) => touched.some(({ arn }) => arn === id))).toEqual([])
    }
  })

  it('what the evidence proves is proven, by the count of somebody who knows the rules and nothing else', () => {
    const provable = told.flatMap(({ minted, assessment }) =>
      ask(minted)
        .filter((one) => one.isUntouched)
        .map(({ store }) => assessment.stores.find((one) => one.id === store)?.verdict ?? 'not listed'),
    )
    const proven = provable.filter((verdict) => verdict === 'untouched').length
    expect(provable.length).toBeGreaterThan(20)
    expect(proven / provable.length, provable.join(' ')).toBeGreaterThanOrEqual(0.95)
  }, 3_600_000)

  it('every access through an identity that is certain, with its record in evidence, makes its store accessed', () => {
    const seen = told.flatMap((one) => recordedAccesses(one).map((store) => ({ one, store })))
    for (const { one, store } of seen) {
      const found = one.assessment.stores.find(({ id }) => id === store)
      expect(found?.verdict, `${one.minted.truth.slug} ${store}`).toBe('accessed')
    }
    expect(seen.length).toBeGreaterThan(20)
  })

  it('what is called accessed was accessed, at that time, by the identities that are named', () => {
    let checked = 0
    for (const { minted, assessment } of told) {
      for (const { arn, accesses } of minted.truth.stores) {
        const store = assessment.stores.find((one) => one.id === arn)
        if (store?.verdict !== 'accessed') continue
        checked += 1
        const times = accesses.filter(({ identity }) => store.by.includes(identity)).map(({ at }) => instant(at))
        expect(times, `${minted.truth.slug} ${arn}`).toContain(instant(store.firstAccess))
        expect(times, `${minted.truth.slug} ${arn}`).toContain(instant(store.lastAccess))
      }
    }
    expect(checked).toBeGreaterThan(20)
  })
})
