import { describe, expect, it } from 'vitest'
import { callerId } from '../domain/brand.ts'
import type { StoreKind } from '../domain/service-row.ts'
import type { Projection } from '../facts/project.ts'
import { randomProjections } from '../facts/random-calls.ts'
import { exposureInput } from './exposure-input.fixture.ts'
import { judgeStores } from './stores.ts'

const [base] = randomProjections(() => 1)
if (base === undefined) throw new Error('no call was drawn')

/** One successful call by KEY that had an effect on a store, or only named it. */
function call(id: string, kind: string, effect: 'read' | 'named', outcome: 'ok' | 'failed' = 'ok'): Projection {
  const store = { id, kind, account: '1', region: 'r', name: id }
  const origin = { ...base?.event, eventId: id, caller: callerId('KEY'), outcome } as Projection['event']
  const none = { object: null, nth: 0, payload: null, bytes: null, grantee: null, grant: null, grantKey: null }
  return {
    event: origin,
    touches: [{ ...origin, store, effect, ...none }],
    mints: [],
    changes: [],
    ends: [],
    statements: [],
  }
}

const KINDS: ReadonlyMap<string, StoreKind> = new Map<string, StoreKind>([
  ['thing', { title: 'thing', name: () => null, channels: [] }],
  [
    'things',
    {
      title: 'set',
      name: () => null,
      channels: [],
      holds: (set, { kind, id }) => kind === 'thing' && id.startsWith(set.id),
    },
  ],
])

async function judged(...calls: readonly Projection[]): Promise<Readonly<Record<string, string>>> {
  const held = { caller: callerId('KEY'), window: { from: null, to: null }, strict: true, address: null }
  const { stores } = await judgeStores(await exposureInput(calls, KINDS, { holdings: [held], matches: [], ours: [] }))
  return Object.fromEntries(
    stores.map(({ store, verdict, possibleEffects }) => [store.id, [verdict.kind, ...possibleEffects].join(' ')]),
  )
}

describe('a call on a set', () => {
  it('may have read every store that may be in it, and no other', async () => {
    const named = [call('a/1', 'thing', 'named'), call('b/1', 'thing', 'named')]
    expect(await judged(call('a/', 'things', 'read'), ...named)).toEqual({
      'a/': 'accessed',
      'a/1': 'undetermined read',
      'b/1': 'undetermined',
    })
  })

  it('that failed read none of them', async () => {
    const calls = [call('a/', 'things', 'read', 'failed'), call('a/1', 'thing', 'named')]
    expect(await judged(...calls)).toEqual({ 'a/': 'undetermined', 'a/1': 'undetermined' })
  })
})
