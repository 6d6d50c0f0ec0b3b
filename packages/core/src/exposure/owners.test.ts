import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OwnersMap } from '../domain/owners-map.ts'
import { type Deed, judgedOwners, mapOf, prefixOf, type Who } from './owned-case.fixture.ts'
import type { OwnersJudged } from './owners.ts'
import type { PartExposure } from './parts.ts'

const NAME = fc.array(fc.constantFrom('a/', 'b', 'c d', '/'), { maxLength: 4 }).map((parts) => parts.join(''))
const DEED: fc.Arbitrary<Deed> = fc.record({
  who: fc.constantFrom<Who>('ACTOR', 'ACTOR', 'MAYBE', 'STRANGER', 'OWNER', 'OWNER', 'OWNER'),
  object: fc.oneof(
    { weight: 5, arbitrary: NAME.filter((name) => name !== '') },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  effect: fc.constantFrom('read', 'listed', 'written', 'copied-out', 'key-used'),
  payload: fc.constantFrom('object', 'object', 'listing', null),
  bytes: fc.option(fc.nat(9), { nil: null }),
  outcome: fc.constantFrom('ok', 'ok', 'ok', 'failed'),
})
/** The same, some of them shown by a log of requests only: it tells the actor by its address, and says nothing of prefixes. */
const SEEN = DEED.map((deed): Deed => ({ ...deed, seen: true, payload: deed.payload === null ? null : 'object' }))
const EITHER = fc.array(fc.oneof({ weight: 3, arbitrary: DEED }, { weight: 1, arbitrary: SEEN }), {
  minLength: 1,
  maxLength: 6,
})
const DEEDS = fc.array(DEED, { minLength: 1, maxLength: 6 })
const PREFIXES = fc.uniqueArray(
  NAME.filter((name) => name !== ''),
  { minLength: 1, maxLength: 5 },
)
const RUNS = { numRuns: 300 }

function mapBy(prefixes: readonly string[]): OwnersMap {
  return mapOf(...prefixes.map((prefix) => prefixOf(prefix)))
}

/** Every part that was judged, the owned and the others, each once. */
function partsIn({ owners, unmapped }: OwnersJudged): readonly PartExposure[] {
  const owned = owners.flatMap(({ holdings }) => holdings.map(({ dataset }) => dataset.part))
  return [...new Set([...owned, ...unmapped])]
}

/** Whether somebody who may be the actor may have touched a part. */
function isTouched(deeds: readonly Deed[], prefix: string | null, all: readonly string[]): boolean {
  const others = deeds.filter((one) => (one.seen === true ? one.who === 'ACTOR' : one.who !== 'OWNER'))
  return others.some((one) => one.outcome === 'ok' && mayBeOf(one, prefix, all))
}

/** Whether a call may be of a part, told from the words of the rule and not from its code. */
function mayBeOf({ object, payload }: Deed, prefix: string | null, all: readonly string[]): boolean {
  if (object === null) return true
  const fitting = all.filter((one) => object.startsWith(one)).sort((a, b) => b.length - a.length)
  const lists = payload === 'listing' && prefix !== null && prefix.startsWith(object)
  return (fitting[0] ?? null) === prefix || lists
}

describe('laws of parts, on random calls in a complete record', () => {
  it('a part is untouched where nobody but those accounted for touched it, and nowhere else', async () => {
    let untouched = 0
    await fc.assert(
      fc.asyncProperty(EITHER, PREFIXES, async (deeds, prefixes) => {
        for (const part of partsIn(await judgedOwners(deeds, mapBy(prefixes)))) {
          if (part.kind === 'unnamed') continue
          const isUntouched = part.verdict.kind === 'untouched'
          expect(isUntouched, JSON.stringify(part.prefix)).toBe(!isTouched(deeds, part.prefix, prefixes))
          expect(part.verdict.kind === 'undetermined' && part.gaps.length === 0).toBe(false)
          untouched += isUntouched ? 1 : 0
        }
      }),
      RUNS,
    )
    expect(untouched).toBeGreaterThan(100)
  })

  it('without a complete record none is', async () => {
    await fc.assert(
      fc.asyncProperty(DEEDS, PREFIXES, async (deeds, prefixes) => {
        const kinds = partsIn(await judgedOwners(deeds, mapBy(prefixes), false)).map((part) => part.verdict.kind)
        expect(kinds).not.toContain('untouched')
      }),
      { numRuns: 50 },
    )
  })

  it('parts together show what the store shows: effects, verdict and bytes', async () => {
    await fc.assert(
      fc.asyncProperty(EITHER, PREFIXES, async (deeds, prefixes) => {
        const judged = await judgedOwners(deeds, mapBy(prefixes))
        const [store] = judged.stores
        if (store === undefined) return
        const parts = partsIn(judged)
        expect([...new Set(parts.flatMap((part) => part.effects))].sort()).toEqual(store.effects)
        const all = new Set(parts.flatMap((part) => [...part.effects, ...part.possibleEffects]))
        expect(all).toEqual(new Set([...store.effects, ...store.possibleEffects]))
        expect(parts.some((part) => part.verdict.kind === 'accessed')).toBe(store.verdict.kind === 'accessed')
        const sum = parts.reduce((total, part) => total + part.taken.sent.lower, 0)
        // Each part takes the kind of evidence that shows most of it, a store the one that shows most of all.
        if (deeds.every((one) => one.seen !== true)) expect(sum).toBe(store.taken.sent.lower)
        else expect(sum).toBeGreaterThanOrEqual(store.taken.sent.lower)
        for (const { taken } of parts) expect(taken.sent.lower).toBeLessThanOrEqual(store.taken.sent.lower)
        for (const { taken } of parts) expect(taken.distinct.lower).toBeLessThanOrEqual(taken.sent.lower)
      }),
      RUNS,
    )
  })

  it('a line that is taken away makes no other part untouched', async () => {
    await fc.assert(
      fc.asyncProperty(DEEDS, PREFIXES, fc.nat(), async (deeds, prefixes, seed) => {
        const left = prefixes.filter((_, at) => at !== seed % prefixes.length)
        const verdictOf = (judged: OwnersJudged): ReadonlyMap<string, string> =>
          new Map(partsIn(judged).map((part) => [JSON.stringify([part.kind, part.prefix]), part.verdict.kind]))
        const more = verdictOf(await judgedOwners(deeds, mapBy(prefixes)))
        for (const [part, verdict] of verdictOf(await judgedOwners(deeds, mapBy(left))))
          if (verdict === 'untouched' && more.has(part)) expect(more.get(part), part).toBe('untouched')
      }),
      RUNS,
    )
  })

  it('an owner is untouched only where nobody in doubt touched anything of it', async () => {
    await fc.assert(
      fc.asyncProperty(DEEDS, PREFIXES, fc.array(fc.nat(2), { minLength: 5 }), async (deeds, prefixes, who) => {
        const map = mapOf(...prefixes.map((prefix, at) => prefixOf(prefix, `o${who[at] ?? 0}`)))
        for (const { owner, verdict, holdings } of (await judgedOwners(deeds, map)).owners) {
          const own = holdings.map(({ dataset }) => dataset.part.prefix)
          if (own.some((prefix) => isTouched(deeds, prefix, prefixes))) expect(verdict, owner.id).not.toBe('untouched')
        }
      }),
      RUNS,
    )
  })
})

describe('whose a part is', () => {
  const READ = { who: 'ACTOR', effect: 'read', payload: 'object', bytes: 1 } as const

  it('the most specific line says; equal lines make it of several', async () => {
    const { owners } = await judgedOwners(
      [{ ...READ, object: 'a/b/1' }],
      mapOf(
        ...[prefixOf('a/', 'outer'), prefixOf('a/b/', 'inner'), prefixOf('a/b/', 'other')],
        [{ kind: 'store', store: 'bucket', account: null }, 'store'],
        [{ kind: 'account', account: '1' }, 'account'],
      ),
    )
    const shown = owners.map(({ owner, verdict, holdings }) => [
      owner.id,
      verdict,
      ...holdings.map(({ joint, dataset }) => `${dataset.part.prefix} ${joint ? 'joint' : 'own'}`),
    ])
    expect(shown).toEqual([
      ['account', 'undetermined'],
      ['inner', 'accessed', 'a/b/ joint'],
      ['other', 'accessed', 'a/b/ joint'],
      ['outer', 'untouched', 'a/ own'],
      ['store', 'untouched', 'null own'],
    ])
  })

  it('a line that fits no store, several, or what nobody can tell leaves its owner in doubt', async () => {
    const map = mapOf(
      [{ kind: 'store', store: 'nowhere', account: null }, 'a'],
      [{ kind: 'tag', name: 'team', value: 'x' }, 'b'],
      [{ kind: 'store', store: 'bucket', account: '2' }, 'e'],
      [{ kind: 'account', account: '1' }, 'c'],
      [{ kind: 'account', account: '2' }, 'd'],
    )
    const { owners, unmapped } = await judgedOwners([{ ...READ, who: 'OWNER', object: 'k' }], map)
    expect(owners.map(({ verdict, unplaced }) => [verdict, unplaced.length])).toEqual(
      Array.from({ length: 5 }, () => ['undetermined', 1]),
    )
    expect(unmapped).toEqual([])
  })

  it('one of 71 owners in one bucket is read, and all others are untouched', async () => {
    const prefixes = Array.from({ length: 71 }, (_, at) => `client-${at}/`)
    const map = mapOf(...prefixes.map((prefix, at) => prefixOf(prefix, `owner-${at}`)))
    const deeds = [...prefixes.map((prefix): Deed => ({ ...READ, who: 'OWNER', object: `${prefix}x` }))]
    const { owners } = await judgedOwners([...deeds, { ...READ, object: 'client-7/x', bytes: 9 }], map)
    const read = owners.filter((one) => one.verdict === 'accessed')
    expect(read.map((one) => [one.owner.id, one.holdings[0]?.dataset.part.taken.sent.lower])).toEqual([['owner-7', 9]])
    expect(owners.filter((one) => one.verdict === 'untouched')).toHaveLength(70)
    const listed = await judgedOwners([...deeds, { ...READ, effect: 'listed', payload: 'listing', object: null }], map)
    expect(new Set(listed.owners.map((one) => one.verdict))).toEqual(new Set(['accessed']))
    const unnamed = await judgedOwners([...deeds, { ...READ, object: null, bytes: 5 }], map)
    expect(new Set(unnamed.owners.map((one) => one.verdict))).toEqual(new Set(['undetermined']))
    expect(unnamed.unmapped.find((one) => one.kind === 'unnamed')?.taken.sent.lower).toBe(5)
  })

  it('a name that a record writes encoded is of the part, whichever way the map has it', async () => {
    for (const object of ['c d/1', 'c%20d/1', 'c%20d%2F1']) {
      const { owners } = await judgedOwners([{ ...READ, object }], mapOf(prefixOf('c d/')))
      expect(owners[0]?.verdict, object).toBe('accessed')
    }
  })

  it('the use of a key on a part stays in doubt where a write to another part explains it', async () => {
    const deeds: readonly Deed[] = [
      { who: 'ACTOR', object: 'a/1', effect: 'key-used' },
      { who: 'ACTOR', object: 'b/1', effect: 'written' },
    ]
    const { owners } = await judgedOwners(deeds, mapOf(prefixOf('a/'), prefixOf('b/'), prefixOf('c/')))
    expect(owners.map((one) => one.verdict)).toEqual(['undetermined', 'undetermined', 'untouched'])
  })

  it('what a log of requests shows of the actor is of the part of the object that it names', async () => {
    const read: Deed = { ...READ, object: 'a/1', bytes: 7, seen: true }
    const { owners, unmapped } = await judgedOwners([read], mapOf(prefixOf('a/'), prefixOf('b/')))
    expect(owners.map((one) => one.verdict)).toEqual(['accessed', 'untouched'])
    expect(owners[0]?.holdings[0]?.dataset.part.taken.sent).toEqual({ lower: 7, upper: null })
    expect(unmapped.map((one) => one.kind)).toEqual(['rest'])
    const unnamed = await judgedOwners([{ ...read, object: null, effect: 'listed' }], mapOf(prefixOf('a/')))
    expect(unnamed.owners.map((one) => one.verdict)).toEqual(['undetermined'])
  })

  it('names in a store of another kind tell nothing of its parts', async () => {
    const map = mapOf([{ kind: 'prefix', store: 'table', account: null, prefix: 'a/' }, 'a'])
    const { owners } = await judgedOwners([{ ...READ, store: 'table', object: 'b/1' }], map)
    expect(owners[0]?.verdict).toBe('undetermined')
  })
})

describe('a dataset', () => {
  const COPY = { who: 'OWNER', effect: 'copied-out' } as const

  it('is as weak as the weakest copy of it, however far, and of no other part', async () => {
    const deeds: readonly Deed[] = [
      { ...COPY, object: 'a/1', to: 'table-1' },
      { ...COPY, store: 'table-1', object: null, to: 'table-2' },
      { who: 'ACTOR', store: 'table-2', effect: 'read', object: null },
      { who: 'OWNER', effect: 'read', object: 'b/1' },
    ]
    const { owners } = await judgedOwners(deeds, mapOf(prefixOf('a/'), prefixOf('b/')))
    expect(
      owners.map(({ verdict, holdings }) => [
        verdict,
        holdings[0]?.dataset.part.verdict.kind,
        holdings[0]?.dataset.copies.map((one) => one.store.id),
      ]),
    ).toEqual([
      ['accessed', 'untouched', ['table-1', 'table-2']],
      ['untouched', 'untouched', []],
    ])
  })

  it('holds a copy that names no object, which may be of any part', async () => {
    const deeds: readonly Deed[] = [
      { ...COPY, object: null, to: 'table-1' },
      { who: 'ACTOR', store: 'table-1', effect: 'read', object: null },
    ]
    const { owners } = await judgedOwners(deeds, mapOf(prefixOf('a/'), prefixOf('b/')))
    expect(owners.map((one) => one.verdict)).toEqual(['accessed', 'accessed'])
  })

  it('is in doubt where a copy went to what no evidence describes', async () => {
    const { owners } = await judgedOwners([{ ...COPY, object: 'a/1', to: 'elsewhere' }], mapOf(prefixOf('a/')))
    expect(owners[0]?.verdict).toBe('undetermined')
  })
})
