import { callerId } from '@verascope/core/domain/brand'
import type { Payload, Touch } from '@verascope/core/domain/touch'
import { memoryFacts } from '@verascope/core/facts/memory'
import type { AskedParts } from '@verascope/core/facts/part-names'
import type { Projection } from '@verascope/core/facts/project'
import { randomProjections } from '@verascope/core/facts/random-calls'
import type { Selection } from '@verascope/core/facts/selection'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { withSampleFacts } from './sample-case.ts'

const [base] = randomProjections(() => 1)
if (base === undefined) throw new Error('no call was drawn')
const { event } = base

/** Names that begin with each other, wildcards of databases, and characters of two code units. */
const NAME = fc
  .array(fc.constantFrom('a/', 'b', '%', '_', '\u{1f600}', 'é', '\0'), { maxLength: 4 })
  .map((parts) => parts.join(''))
const PAYLOAD = fc.constantFrom<Payload | null>('object', 'listing', 'part', null)
const READ = fc.record({ object: fc.option(NAME), payload: PAYLOAD, bytes: fc.option(fc.nat(9)) })
const PARTS = fc.array(fc.record({ storeId: fc.constantFrom('s', 't'), prefixes: fc.array(NAME, { maxLength: 6 }) }))
const ALL: Selection = {
  holdings: [{ caller: callerId('KEY'), window: { from: null, to: null }, strict: true, address: null }],
  matches: [],
  ours: [],
}

function call(read: Pick<Touch, 'object' | 'payload' | 'bytes'>, ordinal: number): Projection {
  const ref = { item: 'i', ordinal, offset: 0, length: 1 }
  const origin = { ...event, eventId: `e${ordinal}`, caller: callerId('KEY'), outcome: 'ok' as const, ref }
  const store = { id: ordinal % 5 === 0 ? 't' : 's', kind: 'bucket', account: null, region: null, name: 's' }
  const none = { grantee: null, grant: null, grantKey: null }
  const touch: Touch = { ...origin, store, effect: 'read', nth: 0, ...read, ...none }
  return { event: origin, touches: [touch], mints: [], changes: [], ends: [], statements: [] }
}

async function agree(projections: readonly Projection[], parts: readonly AskedParts[]): Promise<void> {
  const memory = memoryFacts(projections)
  await withSampleFacts({ projections }, async (facts) => {
    expect(await facts.partTouches(ALL, parts)).toEqual(await memory.partTouches(ALL, parts))
    expect(await facts.partVolumes(ALL, parts)).toEqual(await memory.partVolumes(ALL, parts))
  })
}

it('DuckDB finds the same parts of stores as the in-memory facts do', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(READ, { minLength: 1, maxLength: 30 }), PARTS, async (reads, parts) => {
      await agree(reads.map(call), parts)
    }),
    { numRuns: 40 },
  )
}, 60_000)

it('a listing is of the part that it names, of those in it, and of none twice', async () => {
  const reads = ['a/', 'a/b', '', 'c'].map((object) => ({ object, payload: 'listing' as const, bytes: 1 }))
  await agree(reads.map(call), [{ storeId: 's', prefixes: ['a/', 'a/b', 'a/b/c', 'd'] }])
})

it('thousands of prefixes are all looked for, the longest first', async () => {
  const prefixes = Array.from({ length: 4_000 }, (_, at) => `client-${at}/${'x'.repeat(at % 30)}`)
  const objects = [...prefixes.filter((_, at) => at % 500 === 29), 'client-3/y', 'client-', 'client-7/xxxxxxxx']
  await agree(
    objects.map((object, at) => call({ object, payload: 'object', bytes: 1 }, at * 5 + 1)),
    [{ storeId: 's', prefixes: [...prefixes, 'client-7/', 'client-'] }],
  )
})
