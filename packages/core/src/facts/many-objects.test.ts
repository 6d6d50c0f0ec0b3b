import { expect, it } from 'vitest'
import { callerId } from '../domain/brand.ts'
import type { Instant } from '../domain/instant.ts'
import type { Json } from '../domain/json.ts'
import { pickTexts } from '../domain/json.ts'
import { defineService } from '../domain/service-row.ts'
import { arrangeCatalog } from './catalog.ts'
import { memoryFacts } from './memory.ts'
import type { Projection } from './project.ts'
import { randomProjections } from './random-calls.ts'
import { touchesIn } from './touches-in.ts'

const [base] = randomProjections(() => 1)
if (base === undefined) throw new Error('no call was drawn')
const { event } = base

const BOX = { kind: 'box', at: ['request.box'] } as const
const ROW = defineService({
  ...{ service: 'boxes', sources: ['boxes.example'], mentions: [], changes: {}, cite: '', examples: [] },
  stores: {
    box: { title: 'box', name: (id) => ({ id, account: null, region: null, name: id }), channels: [] },
  },
  actions: {
    Fetch: [
      {
        ...{ logged: 'data', on: BOX, effect: 'read', names: 'one', payload: 'object' },
        objects: (call) => pickTexts(call.request, 'letters[]'),
      },
      {
        ...{ logged: 'data', on: BOX, effect: 'read', names: 'one', payload: 'part' },
        when: (call) => pickTexts(call.request, 'drawers[]').length > 0,
        objects: (call) => pickTexts(call.request, 'drawers[]'),
      },
    ],
  },
})
const CATALOG = arrangeCatalog([ROW], [])

function fetched(eventId: string, request: Json): Projection {
  const call = { ...event, eventId, name: 'Fetch', outcome: 'ok', request, caller: callerId('K') } as const
  const of = { ...call, at: 1_700_000_000_000 as Instant }
  return { ...base, event: of, touches: touchesIn(of, [ROW], CATALOG) } as Projection
}

const OPEN = { from: null, to: null }
const SELECTION = {
  holdings: [{ caller: callerId('K'), window: OPEN, strict: true, address: null }],
  matches: [],
  ours: [],
}

it('a call that names several objects is one call, and each object counts once over all calls', async () => {
  const facts = memoryFacts([
    fetched('e-1', { box: 'b', letters: ['x', 'y', 'x'] }),
    fetched('e-2', { box: 'b', letters: ['y', 'z'] }),
  ])
  expect(await facts.touches(SELECTION)).toMatchObject([{ events: 2, payload: 'object', part: null }])
  expect(await facts.volumes(SELECTION)).toMatchObject([{ objects: 3, sentUnknown: 4 }])
  expect(await facts.stores()).toMatchObject([{ events: 2 }])
})

it('a part that is taken whole is told for itself, and adds no object that could be counted', async () => {
  const facts = memoryFacts([fetched('e-1', { box: 'b', letters: ['x'], drawers: ['top', 'low'] })])
  const groups = await facts.touches(SELECTION)
  expect(groups.map(({ payload, part, events }) => [payload, part, events])).toEqual([
    ['object', null, 1],
    ['part', 'low', 1],
    ['part', 'top', 1],
  ])
  expect(await facts.volumes(SELECTION)).toMatchObject([{ objects: 1, sentUnknown: 3, listed: 0 }])
})

it('a call that names no object is one touch all the same', () => {
  expect(fetched('e-1', { box: 'b' }).touches).toMatchObject([{ object: null, nth: 0, payload: 'object' }])
})
