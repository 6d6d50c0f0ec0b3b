import { type CallerId, callerId } from '@verascope/core/domain/brand'
import { contractQuestions } from '@verascope/core/facts/contract'
import { memoryFacts } from '@verascope/core/facts/memory'
import type { Facts } from '@verascope/core/facts/port'
import type { Projection } from '@verascope/core/facts/project'
import {
  type Draw,
  randomCallers,
  randomProjections,
  randomSelection,
  randomWindow,
} from '@verascope/core/facts/random-calls'
import { randomWitnesses, randomWitnessQuery } from '@verascope/core/facts/random-witnesses'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawOf, withSampleFacts } from './sample-case.ts'

const TAPE = fc.array(fc.nat(), { minLength: 30, maxLength: 1500, size: 'max' })

/** Texts that break quoting, ordering, matching or C strings, in place of the tame ones that are drawn. */
const HOSTILE: Readonly<Record<string, string>> = {
  AKIA1: 'a\0b',
  ASIA2: '\u{10ffff}\ue000',
  ASIA3: "'; DROP TABLE events; --",
  e0: '\u{1f600}',
  e1: '\ue000',
  e2: '\uffff',
  e3: '\u{10ffff}',
  e4: '\u{10ffff}.',
  e5: 'e\0',
  e6: 'e\u0001',
  e7: 'é',
  'arn:x:one': '\n.shell true',
  'arn:x:two': 'arn:x:one\0two',
  'aws-cli/2.0': 'aws-cli \u2028*/ 100%',
  'one.example': '"one"."example"',
  k: '\ue000',
  "k'2": '\u{10000}',
  'user u': 'u\r\n\\',
  'arn:aws:iam::1:user/u': 'no slash \0',
}

function hostile<Value>(value: Value): Value {
  const text = JSON.stringify(value, (_, one) => (typeof one === 'string' ? (HOSTILE[one] ?? one) : one))
  return JSON.parse(text)
}

function hostileQuestions(draw: Draw): readonly ((facts: Facts) => Promise<unknown>)[] {
  const selection = hostile(randomSelection(draw))
  const callers: readonly CallerId[] = hostile(randomCallers(draw))
  const subjects = Object.values(HOSTILE)
  const parts = ['\n.shell true', 'arn:x:one\0two', 'arn:x:%'].map((storeId) => ({ storeId, prefixes: subjects }))
  const witnesses = { ...hostile(randomWitnessQuery(draw)), subjects, addresses: subjects }
  const window = randomWindow(draw)
  const nobody = { callers: [], principals: [], addresses: [], sessionNames: [] }
  return [
    (facts) => facts.places(),
    (facts) => facts.stores(),
    (facts) => facts.callers({ ...nobody, callers, principals: subjects, addresses: subjects }),
    (facts) => facts.callers({ ...nobody, sessionNames: [...subjects, 's', 'i-0abc'] }),
    (facts) => facts.mintsFrom(callers),
    (facts) => facts.mintsOf(callers),
    (facts) => facts.touches(selection),
    (facts) => facts.volumes(selection),
    (facts) => facts.partTouches(selection, parts),
    (facts) => facts.partVolumes(selection, parts),
    (facts) => facts.witnessedParts(witnesses, parts),
    (facts) => facts.grants(subjects),
    (facts) => facts.changesBy(selection),
    (facts) => facts.closingsOn(subjects),
    (facts) => facts.ends(callers),
    (facts) => facts.calls(selection),
    (facts) => facts.witnessed(witnesses),
    (facts) => facts.measured(window),
  ]
}

describe('DuckDB answers as the in-memory facts do', () => {
  it('for random calls and questions', async () => {
    await fc.assert(
      fc.asyncProperty(TAPE, async (tape) => {
        const draw = drawOf(tape)
        const [projections, witnesses] = [randomProjections(draw), randomWitnesses(draw)]
        const memory = memoryFacts(projections, [], witnesses)
        await withSampleFacts({ projections, witnesses }, async (facts) => {
          for (const { name, ask } of contractQuestions(draw)) expect(await ask(facts), name).toEqual(await ask(memory))
        })
      }),
      { numRuns: 40 },
    )
  }, 120_000)

  it('for texts that break quoting, ordering and C strings', async () => {
    await fc.assert(
      fc.asyncProperty(TAPE, async (tape) => {
        const draw = drawOf(tape)
        const [projections, witnesses] = [hostile(randomProjections(draw)), hostile(randomWitnesses(draw))]
        const memory = memoryFacts(projections, [], witnesses)
        await withSampleFacts({ projections, witnesses }, async (facts) => {
          for (const ask of hostileQuestions(draw)) expect(await ask(facts), String(ask)).toEqual(await ask(memory))
        })
      }),
      { numRuns: 40 },
    )
  }, 120_000)
})

describe('mints', () => {
  it('in a circle of thousands are all found, by way of `through` too', async () => {
    const [base] = randomProjections(drawOf([1]))
    if (base === undefined) throw new Error('no call was drawn')
    const length = 5_000
    const mints = Array.from({ length }, (_, at) => ({
      ...base.event,
      ref: { ...base.event.ref, ordinal: at },
      caller: callerId(at % 2 === 0 ? `k${at}` : 'service'),
      minted: callerId(`k${(at + 1) % length}`),
      kind: 'access-key',
      link: 'minted' as const,
      through: at % 2 === 0 ? null : callerId(`k${at}`),
      throughLink: at % 2 === 0 ? null : ('minted' as const),
      principal: null,
      expires: null,
    }))
    const projections = mints.map(
      (mint): Projection => ({ event: base.event, touches: [], mints: [mint], changes: [], ends: [], statements: [] }),
    )
    await withSampleFacts({ projections }, async (facts) => {
      const found = await facts.mintsFrom([callerId('k17')])
      expect(found).toHaveLength(length)
      expect(await facts.mintsFrom([callerId('k')])).toEqual([])
    })
  })
})

describe('bytes', () => {
  it('add up exactly, and a part that was taken whole adds what nobody knows', async () => {
    const [base] = randomProjections(drawOf([1]))
    if (base === undefined) throw new Error('no call was drawn')
    const { event } = base
    const size = 2 ** 52 - 2
    const touches = [size, 0.9, 1.5, 1, null].map((bytes, at) => ({
      ...event,
      outcome: 'ok' as const,
      ref: { ...event.ref, ordinal: at },
      store: { id: 's', kind: 'k', account: null, region: null, name: 's' },
      effect: 'read' as const,
      object: `o${at}`,
      nth: 0,
      payload: bytes === null ? ('part' as const) : ('object' as const),
      bytes,
      grantee: null,
      grant: null,
      grantKey: null,
    }))
    const open = { from: null, to: null }
    const selection = {
      holdings: [{ caller: event.caller, window: open, strict: true, address: null }],
      matches: [],
      ours: [],
    }
    await withSampleFacts(
      { projections: [{ ...base, touches, mints: [], changes: [], ends: [], statements: [] }] },
      async (facts) => {
        const [volume] = await facts.volumes(selection)
        expect(volume).toMatchObject({ sent: 2 ** 52, distinct: 2 ** 52, objects: 4, sentUnknown: 1 })
        expect((await facts.touches(selection)).map(({ part, events }) => [part, events])).toEqual([
          [null, 4],
          ['o4', 1],
        ])
      },
    )
  })
})
