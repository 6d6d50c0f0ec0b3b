import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Mapping, OwnedThing, OwnersMap } from '../domain/owners-map.ts'
import { type Draw, randomParts } from '../facts/random-calls.ts'
import type { Assessment } from './assessment.ts'
import { assessed, drawn, RUNS, TAPE } from './laws.fixture.ts'
import type { Range } from './said.ts'
import { ASSESSMENT_SCHEMA } from './schema.ts'

const OWNERS = ['alpha', 'beta', 'gamma'] as const

/** Lines on some stores and prefixes of random calls, and on what no call names. */
function randomMap(draw: Draw): OwnersMap {
  const things: readonly OwnedThing[] = [
    ...randomParts(draw).flatMap(({ storeId, prefixes }): readonly OwnedThing[] => [
      { kind: 'store', store: storeId, account: null },
      ...prefixes
        .filter((one) => one !== '')
        .map((prefix) => ({ kind: 'prefix' as const, store: storeId, account: null, prefix })),
    ]),
    { kind: 'store', store: 'arn:x:nowhere', account: null },
    { kind: 'account', account: '1' },
  ]
  const mappings = things
    .filter(() => draw(3) !== 0)
    .map((of): Mapping => ({ of, owner: OWNERS[draw(3)] ?? 'alpha', categories: ['staff'], confidence: 'likely' }))
  const owners = OWNERS.map((id) => ({ id, name: `Name of ${id}`, controller: `Controller of ${id}`, processor: null }))
  return { owners, mappings }
}

const validate = new Ajv2020({ strict: true, allErrors: true, strictRequired: false, strictTypes: false }).compile(
  ASSESSMENT_SCHEMA,
)

const least = ({ lower }: Range): number => Number(lower)

interface Row {
  readonly store: string
  readonly bytes: { readonly sent: Range }
  readonly verdict: string
}

/** The parts of a store, owned or not, each once. */
function partsOf({ owners, unmapped }: Assessment, storeId: string): readonly Row[] {
  const owned = owners.flatMap((one) => one.parts).map((one) => [`${one.kind} ${one.prefix}`, one] as const)
  const others = unmapped.map((one) => [`${one.kind} ${one.prefix}`, one] as const)
  const own = [...owned, ...others].filter(([, one]) => one.store === storeId)
  return [...new Map<string, Row>(own).values()]
}

it('parts of owners and what is nobody’s add up to their stores, with a proof for each', async () => {
  await fc.assert(
    fc.asyncProperty(TAPE, async (tape) => {
      const { projections, indicators, draw } = drawn(tape)
      const { assessment, premises } = await assessed(projections, indicators, randomMap(draw))
      expect(validate(assessment), JSON.stringify(validate.errors)).toBe(true)
      const known = new Set(premises.map((one) => one.id))
      for (const { id, bytes, verdict } of assessment.owners.length === 0 ? [] : assessment.stores) {
        const parts = partsOf(assessment, id)
        expect(parts.reduce((sum, part) => sum + least(part.bytes.sent), 0)).toBe(least(bytes.sent))
        expect(parts.some((part) => part.verdict === 'accessed')).toBe(verdict === 'accessed')
      }
      for (const { proof } of [...assessment.owners.flatMap((one) => one.parts), ...assessment.unmapped])
        expect(known.has(proof)).toBe(true)
    }),
    RUNS,
  )
})

it('no row of an owner holds the name of another, and stores hold ids only', async () => {
  await fc.assert(
    fc.asyncProperty(TAPE, async (tape) => {
      const { projections, indicators, draw } = drawn(tape)
      const { assessment } = await assessed(projections, indicators, randomMap(draw))
      for (const one of assessment.owners) {
        const text = JSON.stringify(one)
        for (const other of OWNERS) if (other !== one.id) expect(text).not.toContain(other)
      }
      expect(JSON.stringify(assessment.stores)).not.toContain('Name of')
    }),
    RUNS,
  )
})

it('without complete records no owner is untouched, and each is listed even where nothing of it is known', async () => {
  await fc.assert(
    fc.asyncProperty(TAPE, async (tape) => {
      const { projections, indicators, draw } = drawn(tape)
      const map = randomMap(draw)
      const { owners } = (await assessed(projections, indicators, map)).assessment
      if (map.mappings.length > 0) expect(owners.map((one) => one.id)).toEqual(OWNERS)
      for (const { verdict } of owners) expect(['accessed', 'undetermined']).toContain(verdict)
    }),
    RUNS,
  )
})
