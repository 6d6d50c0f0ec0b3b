import type { AcceptedAssumption } from '@verascope/core/domain/assumption'
import { parseAssumption } from '@verascope/core/domain/assumption-scope'
import { parseInstant } from '@verascope/core/domain/instant'
import { getObject } from '@verascope/story/deeds/s3'
import { type Minted, mint } from '@verascope/story/mint'
import { lookAround, office } from '@verascope/story/play/office'
import { routine } from '@verascope/story/play/work'
import { defineStory } from '@verascope/story/story'
import { MINUTE } from '@verascope/story/time'
import { describe, expect, it } from 'vitest'
import { assessStory } from './story-case.fixture.ts'

// A thief may read without a credential what it found with one: a store that anybody reads is nobody's word against that.

const [VISITOR, PARTNER] = ['192.0.2.140', '192.0.2.141']

const story = (alsoThief: boolean) =>
  defineStory({
    slug: 'read-by-anybody',
    title: 'Two visitors read a public bucket without credentials; the actor reads another one',
    from: '2026-03-10T00:00:00Z',
    hours: 8,
    regions: ['eu-west-1', 'us-east-1'],
    play(stage) {
      const rooms = office(stage)
      const website = stage.bucket(rooms.main, rooms.region, 'website')
      lookAround(stage, rooms)
      for (const [at, address] of [VISITOR, PARTNER].entries()) {
        const who = stage.owner({ kind: 'anonymous' }, { address, agent: 'Mozilla/5.0' })
        const read = () => getObject(stage.chance, website, stage.chance.pick(website.objects), 'none')
        routine(stage, who, (50 + at) * MINUTE, read)
      }
      if (!alsoThief) return
      const thief = stage.actor({ kind: 'anonymous' }, rooms.thief.origin)
      stage.call(
        rooms.entry + 30 * MINUTE,
        thief,
        getObject(stage.chance, website, stage.chance.pick(website.objects), 'none'),
      )
    },
  })

const minted = mint(story(false))
const withThief = mint(story(true))

function vouched(scope: string): AcceptedAssumption {
  const parsed = parseAssumption('accessor', scope)
  const at = parseInstant('2026-03-12T00:00:00Z')
  if (parsed.kind === 'refused' || at === null) return expect.unreachable(scope)
  const signed = { id: 'A-visitors', because: 'our monitoring', by: 'M. Ribeiro', at }
  return { ...signed, ...parsed, window: { from: null, to: null }, broken: null }
}

async function website(assumptions: readonly AcceptedAssumption[] = [], from: Minted = minted) {
  const { assessment } = await assessStory(from, from.files, assumptions)
  return assessment.stores.find(({ name }) => name.startsWith('website-')) ?? expect.unreachable()
}

describe('a store that anybody reads', () => {
  it('is in doubt as public', async () => {
    const store = await website()
    expect([store.verdict, store.because]).toEqual(['undetermined', expect.stringContaining('without any credential')])
  })

  it('is untouched where somebody vouches for every address, and says so', async () => {
    const store = await website([vouched(`anonymous address=${VISITOR} address=${PARTNER}`)])
    expect([store.verdict, store.assumptions]).toEqual(['untouched', ['A-visitors']])
  })

  it('stays in doubt where one address is left out, or where the program cannot be told', async () => {
    for (const scope of [
      `anonymous address=${VISITOR}`,
      `anonymous address=${VISITOR} address=${PARTNER} agent=Mozilla`,
    ])
      expect((await website([vouched(scope)])).verdict, scope).toBe('undetermined')
  })

  it('stays in doubt where one address is the actor’s, whoever vouches for it', async () => {
    const read = withThief.truth.events.find(({ hand, identity }) => hand === 'actor' && identity === 'anonymous')
    const all = `anonymous address=${VISITOR} address=${PARTNER} address=${read?.address}`
    expect((await website([vouched(all)], withThief)).verdict).toBe('undetermined')
  })
})
