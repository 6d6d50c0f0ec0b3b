import { mint } from '@verascope/story/mint'
import { randomStory } from '@verascope/story/random/random-story'
import { afterEach, describe, expect, it } from 'vitest'
import { SampleAnswers } from '../ingest/sample-answers.fixture.ts'
import { altered, caseStory, type StoryFile, storyCase } from './story-case.fixture.ts'

// Hundreds of stories are assessed in memory: what is read there must be what an ingest of the same files reads.

let sample: SampleAnswers | null = null
afterEach(() => {
  sample?.remove()
  sample = null
})

interface Said {
  readonly events: readonly string[]
  readonly statements: readonly string[]
  readonly rejected: readonly string[]
}

const sorted = (texts: Iterable<string>): readonly string[] => [...new Set(texts)].sort()

function inMemory(files: readonly StoryFile[]): Said {
  const { projections, documents, rejected } = storyCase(files)
  const statements = [...documents, ...projections.flatMap((one) => one.statements)]
  return {
    events: sorted(projections.map(({ event: { eventId, account } }) => `${eventId} ${account}`)),
    statements: sorted(statements.map(({ topic, at, says }) => `${topic} ${at} ${JSON.stringify(says)}`)),
    rejected: sorted(rejected.map(({ path }) => path)),
  }
}

async function ingested(files: readonly StoryFile[]): Promise<Said> {
  sample = new SampleAnswers()
  for (const { path, bytes } of files) sample.put(path, bytes)
  const { items } = await sample.read()
  const columns = async (table: 'events' | 'statements', ...names: readonly string[]): Promise<readonly string[]> => {
    const cells = await Promise.all(names.map((name) => sample?.column(table, name)))
    return (cells[0] ?? []).map((_, row) => cells.map((column) => column?.[row]).join(' '))
  }
  return {
    events: sorted(await columns('events', 'event_id', 'account')),
    statements: sorted(await columns('statements', 'topic', 'at', 'says')),
    rejected: sorted(items.filter(({ rejected }) => rejected.length > 0).map(({ line }) => line.name.slice(5))),
  }
}

describe('what a story says', () => {
  it.each(['data-events-whole', 'digest-defects'])('(%s) is in memory what it is in a case', async (slug) => {
    const { files } = mint(await caseStory(slug))
    const said = inMemory(files)
    expect(await ingested(files)).toEqual(said)
    expect(said.events.length).toBeGreaterThan(50)
    expect(new Set(said.statements.map((one) => one.split(' ')[0])).size).toBeGreaterThan(5)
  })

  it.each([3, 14, 15])('(random story %i) is in memory what it is in a case', async (seed) => {
    const { files } = mint(randomStory(seed))
    expect(await ingested(files)).toEqual(inMemory(files))
  })

  it('is the same for files that were altered, whose damage is named', async () => {
    const { files } = mint(await caseStory('data-events-whole'))
    const log = files.findLast(({ path }) => path.includes('/CloudTrail/')) ?? expect.unreachable('no log')
    const metas = files.filter(({ path }) => path.endsWith('.meta.json'))
    const harmed = altered(files, {
      [log.path]: log.bytes.subarray(0, log.bytes.length - 12),
      [metas[0]?.path ?? '']: 'yesterday',
      [metas[1]?.path ?? '']: null,
    })
    const said = inMemory(harmed)
    expect(await ingested(harmed)).toEqual(said)
    expect(said.rejected).toEqual(expect.arrayContaining([log.path, metas[0]?.path]))
    expect(said.statements).not.toEqual(inMemory(files).statements)
  })
})
