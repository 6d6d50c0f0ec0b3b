import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CallerId } from '@verascope/core/domain/brand'
import { contractQuestions } from '@verascope/core/facts/contract'
import { memoryFacts } from '@verascope/core/facts/memory'
import type { Projection } from '@verascope/core/facts/project'
import { type Draw, randomProjections } from '@verascope/core/facts/random-calls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { VerascopeError } from '../../errors/verascope-error.ts'
import type { TableSources } from '../table-sources.ts'
import { openDuckDb } from './open.ts'
import { drawOf, type Sample, type StoredTime, withSampleFacts, writeSampleCase } from './sample-case.ts'

let dir = ''
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'verascope-tables-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

async function expectSame(sample: Sample, kept: readonly Projection[], draw: Draw): Promise<void> {
  const memory = memoryFacts(kept)
  await withSampleFacts(sample, async (facts) => {
    for (const { name, ask } of contractQuestions(draw)) expect(await ask(facts), name).toEqual(await ask(memory))
  })
}

/** One tape, so that what is tested is the storage and not the draw. */
function fixedTape(seed: number): readonly number[] {
  return [39, ...Array.from({ length: 1999 }, (_, at) => ((at + 1) * (seed * 2 + 7919)) % 10_007)]
}

describe('whatever the tables look like', () => {
  it.each<StoredTime>(['TIMESTAMP', 'TIMESTAMPTZ', 'BIGINT'])(
    'times stored as %s are the same instants',
    async (times) => {
      const draw = drawOf(fixedTape(1))
      const projections = randomProjections(draw)
      expect(projections).toHaveLength(39)
      await expectSame({ projections, times }, projections, draw)
    },
  )

  it('rows that are copies count once, in every table', async () => {
    const draw = drawOf(fixedTape(2))
    const all = randomProjections(draw)
    const isCopy = (one: Projection): boolean => one.event.ref.ordinal % 3 === 0
    const copies = all.filter(isCopy).map((one) => one.event.ref)
    const kept = all.filter((one) => !isCopy(one))
    await expectSame({ projections: all, copies }, kept, draw)
  })

  it('no rows give empty answers', async () => {
    const draw = drawOf(fixedTape(3))
    await withSampleFacts({ projections: [] }, async (facts) => {
      for (const { name, ask } of contractQuestions(draw)) expect(await ask(facts), name).toEqual([])
    })
  })

  it('every file of a folder or those that are listed, in a folder of any name', async () => {
    const draw = drawOf(fixedTape(4))
    const projections = randomProjections(draw)
    const root = join(dir, "account=7/[a-b]* ?'q' {x,y} é")
    const sources = await writeSampleCase(root, { projections })
    await rename(join(root, 'tables/events/part.parquet'), join(root, 'tables/events/p [1]*.parquet'))
    const all = {
      events: 'all',
      touches: 'all',
      mints: 'all',
      changes: 'all',
      ends: 'all',
      statements: 'all',
      witnesses: [],
    } as const
    const listed = { ...sources.files, events: ['tables/events/p [1]*.parquet'] }
    for (const files of [all, listed]) {
      const { facts, close } = await openDuckDb({ ...sources, files })
      expect(await facts.places()).toEqual(await memoryFacts(projections).places())
      close()
    }
    const one = await openDuckDb({ ...sources, files: { ...all, events: [] } })
    expect(await one.facts.places()).toEqual([])
    one.close()
  })
})

async function faultOf(opened: Promise<unknown>): Promise<unknown> {
  return opened.then(
    () => null,
    (error) => error,
  )
}

describe('tables that cannot be read are a fault, never an empty answer', () => {
  let sources: TableSources
  beforeAll(async () => {
    sources = await writeSampleCase(join(dir, 'broken'), { projections: randomProjections(drawOf(fixedTape(5))) })
    await mkdir(join(dir, 'broken/tables/odd'))
    await writeFile(join(dir, 'broken/tables/odd/noise.parquet'), 'PAR1 and then nothing of the kind')
  })

  it.each([
    ['a file that is not there', { events: ['tables/events/gone.parquet'] }, null],
    ['a file that is no Parquet', { events: ['tables/odd/noise.parquet'] }, null],
    [
      'one of several files with other columns',
      { ends: ['tables/ends/part.parquet', 'tables/mints/part.parquet'] },
      null,
    ],
    ['a table with other columns', { ends: ['tables/mints/part.parquet'] }, null],
    ['a file outside the case', { ends: ['../elsewhere.parquet'] }, null],
    ['copies that are not there', {}, 'tables/copies/gone.parquet'],
  ] as const)('%s', async (_, files, copies) => {
    const opening = openDuckDb({ root: sources.root, files: { ...sources.files, ...files }, copies }).then(
      async (opened) => {
        const ends = opened.facts.ends(['AKIA1' as CallerId])
        await ends.finally(opened.close)
      },
    )
    const error = await faultOf(opening)
    expect(error).toBeInstanceOf(VerascopeError)
    expect(error).toMatchObject({ code: 'VS4005', still: expect.stringContaining('unchanged') })
  })

  it('a word of another version', async () => {
    const draw = drawOf(fixedTape(6))
    const projections = JSON.parse(
      JSON.stringify(randomProjections(draw)).replaceAll('"effect":"read"', '"effect":"hummed"'),
    )
    await withSampleFacts({ projections }, async (facts) => {
      const grants = facts.touches({
        holdings: [],
        matches: [{ on: 'user-agent', value: '', window: { from: null, to: null } }],
        ours: [],
      })
      expect(await faultOf(grants)).toMatchObject({ code: 'VS4005', what: expect.stringContaining('hummed') })
    })
  })

  it('leaves no folder behind', async () => {
    const scratches = async (): Promise<readonly string[]> =>
      (await readdir(tmpdir())).filter((one) => one.startsWith('verascope-duckdb-'))
    const before = new Set(await scratches())
    const opened = await openDuckDb(sources)
    const during = (await scratches()).filter((one) => !before.has(one))
    opened.close()
    const after = new Set(await scratches())
    expect(during.length).toBeGreaterThan(0)
    expect(during.filter((one) => after.has(one)).length).toBeLessThan(during.length)
  })
})
