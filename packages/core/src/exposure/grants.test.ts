import { expect, it } from 'vitest'
import { callerId } from '../domain/brand.ts'
import { type Instant, instantOfMillis } from '../domain/instant.ts'
import type { StoreKind } from '../domain/service-row.ts'
import type { Touch } from '../domain/touch.ts'
import type { Projection } from '../facts/project.ts'
import { randomProjections } from '../facts/random-calls.ts'
import { exposureInput } from './exposure-input.fixture.ts'
import type { StoreExposure } from './stores.ts'
import { judgeStores } from './stores.ts'

const [base] = randomProjections(() => 1)
if (base === undefined) throw new Error('no call was drawn')

function at(second: number): Instant {
  return instantOfMillis(1_700_000_000_000 + second * 1000) ?? expect.unreachable('no instant')
}

interface Step extends Partial<Touch> {
  readonly by?: string
  readonly account?: string
}

let count = 0

/** One call on the store: by the actor's key unless said otherwise. */
function step(second: number, { by = 'KEY', account = '111122223333', ...touch }: Step): Projection {
  count += 1
  const store = { id: 's', kind: 'thing', account: '111122223333', region: 'r', name: 's' }
  const who = { caller: callerId(by), principalAccount: account, callerKind: by === 'anonymous' ? by : 'access-key' }
  const origin = { ...base?.event, ...who, at: at(second), eventId: `e${count}`, outcome: 'ok' } as Projection['event']
  const none = { object: null, nth: 0, payload: null, bytes: null, grantee: null, grant: null, grantKey: null } as const
  return {
    event: origin,
    touches: [{ ...origin, store, effect: 'read', ...none, ...touch }],
    mints: [],
    changes: [],
    ends: [],
    statements: [],
  }
}

const open = (grantee: string): Step => ({ effect: 'shared', grant: 'open', grantee, grantKey: 'policy' })
const close: Step = { by: 'OWNER', effect: 'named', grant: 'close', grantee: '*all*', grantKey: 'policy' }
const KIND: StoreKind = { title: 'thing', name: () => null, channels: [] }

async function judged(from: number | null, ...calls: readonly Projection[]): Promise<StoreExposure> {
  const holding = { caller: callerId('KEY'), strict: true, address: null }
  const selected = (window: { from: Instant | null; to: Instant | null }) => ({
    ...{ holdings: [{ ...holding, window }], matches: [], ours: [] },
  })
  const window = { from: from === null ? null : at(from), to: null }
  const { stores } = await judgeStores({
    ...(await exposureInput(calls, new Map([['thing', KIND]]), selected(window))),
    earlier: from === null ? null : selected({ from: null, to: at(from - 1) }),
    window,
  })
  return stores[0] ?? expect.unreachable('no store')
}

it('a grant that was opened before the window and stands in it is possibly used in it', async () => {
  const before = await judged(5, step(1, open('999900001111')))
  expect(before).toMatchObject({ verdict: { kind: 'undetermined' }, possibleEffects: ['shared'] })
  expect(before.destinations).toMatchObject([{ to: '999900001111', state: 'standing' }])
  const ended = await judged(5, step(1, open('999900001111')), step(3, close))
  expect(ended).toMatchObject({ possibleEffects: [], destinations: [] })
})

it.each([
  ['an account', '999900001111', ['B', '999900001111'], ['C', '222200001111']],
  ['an account by its root', 'arn:aws:iam::999900001111:root', ['B', '999900001111'], ['C', '222200001111']],
  ['an organisation', 'o-abcdefghij', ['B', '999900001111'], ['C', '111122223333']],
  ['everyone', '*', ['anonymous', ''], ['C', '111122223333']],
] as const)(
  'uses by %s that the actor let in are possible effects, those of others none',
  async (_, grantee, one, other) => {
    const use = ([by, account]: readonly [string, string]): Projection => step(4, { by, account })
    const granted = [step(1, open(grantee)), step(2, close)]
    expect((await judged(null, ...granted, use(one))).possibleEffects).toEqual([])
    expect((await judged(null, step(1, open(grantee)), use(other))).possibleEffects).toEqual([])
    expect((await judged(null, step(1, open(grantee)), use(one))).possibleEffects).toEqual(['read'])
  },
)
