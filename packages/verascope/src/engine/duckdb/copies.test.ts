import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Witnessed } from '@verascope/core/domain/witness'
import { groupBy } from '@verascope/core/facts/group'
import type { Projection } from '@verascope/core/facts/project'
import { randomProjections } from '@verascope/core/facts/random-calls'
import { randomWitnesses } from '@verascope/core/facts/random-witnesses'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AmbiguousRow, ContentClass, CopiesEngine } from '../copies-engine.ts'
import { openCopies } from './copies.ts'
import { openDatabase } from './database.ts'
import { type RowPlace, writeSampleCase } from './sample-case.ts'

let dir = ''
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'verascope-copies-'))
})
afterAll(() => rm(dir, { recursive: true }))

/** A row of events as far as copies go. */
interface Row {
  readonly id: string
  readonly account: string
  readonly hash: string
  readonly enriched: boolean
  readonly item: string
  readonly ordinal: number
}

const ROW = fc.record({
  id: fc.constantFrom('a', "b'", '\u{1f600}', ''),
  account: fc.constantFrom('1', '2'),
  hash: fc.constantFrom('x', 'y', 'z'),
  enriched: fc.boolean(),
  item: fc.constantFrom('i1', 'i2', 'i3'),
})

const ROWS = fc
  .array(ROW, { maxLength: 30, size: 'max' })
  .map((rows) => rows.map((row, at): Row => ({ ...row, ordinal: at })))

const [base] = randomProjections((below) => 1 % below)

function projectionOf({ id, account, hash, enriched, item, ordinal }: Row): Projection {
  if (base === undefined) throw new Error('no call was drawn')
  const ref = { item, ordinal, offset: ordinal * 7, length: 7 }
  const event = { ...base.event, eventId: id, account, rawHash: hash, enrichment: enriched ? '{}' : null, ref }
  return { event, touches: [], mints: [], changes: [], ends: [], statements: [] }
}

async function withCopies<Result>(rows: readonly Row[], use: (engine: CopiesEngine, file: string) => Promise<Result>) {
  const root = await mkdtemp(join(dir, 'case-'))
  const engine = await openCopies(await writeSampleCase(root, { projections: rows.map(projectionOf) }), { threads: 1 })
  try {
    return await use(engine, join(root, 'copies.parquet'))
  } finally {
    engine.close()
    await rm(root, { recursive: true })
  }
}

async function groupsOf(engine: CopiesEngine): Promise<readonly (readonly AmbiguousRow[])[]> {
  const groups: (readonly AmbiguousRow[])[] = []
  for await (const group of engine.ambiguous()) groups.push(group)
  return groups
}

async function placesIn(file: string): Promise<readonly RowPlace[]> {
  const database = await openDatabase(join(file, '..'), { threads: 1 })
  const rows = await database.ask(`SELECT * FROM read_parquet('${file}') ORDER BY "ordinal"`)
  database.close()
  return rows.map((row) => ({ item: String(row['item']), ordinal: Number(row['ordinal']) }))
}

function placeKey({ item, ordinal }: RowPlace): string {
  return `${item} ${ordinal}`
}

function kept(rows: readonly Row[]): Row | undefined {
  const order = (a: Row, b: Row): number =>
    Number(b.enriched) - Number(a.enriched) || (a.item < b.item ? -1 : a.item > b.item ? 1 : a.ordinal - b.ordinal)
  return [...rows].sort(order)[0]
}

/** What is to be written, by the words of the port. */
function expectedCopies(rows: readonly Row[], classes: readonly ContentClass[]): readonly RowPlace[] {
  const classOf = new Map(classes.map((one) => [placeKey(one), one.contentClass]))
  return groupBy(rows, (row) => [row.id, row.account, classOf.get(placeKey(row)) ?? row.hash])
    .flatMap((group) => group.filter((row) => row !== kept(group)))
    .map(({ item, ordinal }) => ({ item, ordinal }))
    .sort((a, b) => a.ordinal - b.ordinal)
}

describe('the search for copies', () => {
  it('names every id that has several contents, with all its rows', async () => {
    await fc.assert(
      fc.asyncProperty(ROWS, async (rows) => {
        const found = await withCopies(rows, groupsOf)
        const expected = groupBy(rows, (row) => [row.id, row.account]).filter(
          (group) => new Set(group.map((row) => row.hash)).size > 1,
        )
        const asText = (groups: readonly (readonly RowPlace[])[]): readonly string[] =>
          groups.map((group) => group.map(placeKey).sort().join()).sort()
        expect(asText(found)).toEqual(asText(expected))
        for (const row of found.flat()) {
          expect({ ...row, hash: row.rawHash, enriched: row.hasEnrichment }).toMatchObject({
            offset: row.ordinal * 7,
            length: 7,
            ...(({ hash, enriched, account }) => ({ hash, enriched, account }))(
              rows[row.ordinal] ?? { hash: '', enriched: false, account: '' },
            ),
          })
        }
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('writes all rows of a content but one: an enriched one first, then the smallest place', async () => {
    const ClassDraw = fc.array(fc.constantFrom('x', 'same', null), { minLength: 30, maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(ROWS, ClassDraw, async (rows, draws) => {
        const classes = rows.flatMap(({ item, ordinal }): readonly ContentClass[] => {
          const contentClass = draws[ordinal] ?? null
          return contentClass === null ? [] : [{ item, ordinal, contentClass }]
        })
        await withCopies(rows, async (engine, file) => {
          // A second answer replaces the first; a class that is said twice is one class.
          await engine.write(
            rows.map(({ item, ordinal }) => ({ item, ordinal, contentClass: 'a' })),
            file,
          )
          const count = await engine.write([...classes, ...classes.slice(0, 3)], file)
          const expected = expectedCopies(rows, classes)
          expect(await placesIn(file)).toEqual(expected)
          expect(count).toBe(expected.length)
        })
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('never writes the place of a kept row, even where the files hold a row twice', async () => {
    const row: Row = { id: 'a', account: '1', hash: 'x', enriched: false, item: 'i', ordinal: 0 }
    await withCopies([row, row, { ...row, item: 'j' }], async (engine, file) => {
      expect(await engine.write([], file)).toBe(1)
      expect(await placesIn(file)).toEqual([{ item: 'j', ordinal: 0 }])
    })
  })

  it('finds nothing among no rows', async () => {
    await withCopies([], async (engine, file) => {
      expect(await groupsOf(engine)).toEqual([])
      expect(await engine.write([], file)).toBe(0)
    })
  })
})

describe('records of witnesses', () => {
  const PLACES = fc.array(
    fc.record({ item: fc.constantFrom('i1', 'i2'), ordinal: fc.nat(6), recordHash: fc.constantFrom('a', "b'", null) }),
    { maxLength: 20, size: 'max' },
  )
  const [drawn] = randomWitnesses((below) => 1 % below)
  const many = randomWitnesses((below) => 7 % below)

  it('that are equal count once, in the smallest place, and those that nothing tells apart count each', async () => {
    const sample = drawn ?? many[0] ?? expect.unreachable('no witness was drawn')
    await fc.assert(
      fc.asyncProperty(PLACES, async (drawnPlaces) => {
        // A record has one hash, however many witnesses it makes.
        const places = [...new Map(drawnPlaces.map((one) => [placeKey(one), one])).values()]
        const witnesses = [...places, ...places].map(
          ({ recordHash, item, ordinal }): Witnessed => ({
            ...sample,
            recordHash,
            ref: { item, ordinal, offset: 0, length: 1 },
          }),
        )
        const root = await mkdtemp(join(dir, 'case-'))
        const engine = await openCopies(await writeSampleCase(root, { projections: [], witnesses }), { threads: 1 })
        const file = join(root, 'copies.parquet')
        const count = await engine.write([], file)
        engine.close()
        const sorted = places.sort((a, b) => (a.item < b.item ? -1 : a.item > b.item ? 1 : a.ordinal - b.ordinal))
        const expected = groupBy(
          sorted.filter((one) => one.recordHash !== null),
          (one) => [one.recordHash],
        ).flatMap(([_, ...copies]) => copies.map(placeKey))
        expect((await placesIn(file)).map(placeKey).sort()).toEqual(expected.sort())
        expect(count).toBe(expected.length)
        await rm(root, { recursive: true })
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})
