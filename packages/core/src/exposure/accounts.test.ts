import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { GapBook } from '../coverage/gap.ts'
import { callerId } from '../domain/brand.ts'
import { instantOfMillis } from '../domain/instant.ts'
import { IdMaker } from '../domain/premise-graph.ts'
import type { TouchGroup } from '../facts/port.ts'
import { judgeAccounts } from './accounts.ts'

const at = instantOfMillis(1_700_000_000_000) ?? expect.unreachable('no instant')
const pointer = { eventId: 'e', ref: { item: 'i', ordinal: 0, offset: 0, length: 1 } }
const span = { events: 2, first: at, last: at, firstEvent: pointer, lastEvent: pointer }
const RECORDED = '111111111111'
const FOREIGN = '222222222222'

it('an account whose store was accessed is entered, although only another account records it', () => {
  const store = { id: 's', kind: 'thing', account: FOREIGN, region: 'r', name: 's' }
  const access = { store, standing: 'strict', caller: callerId('KEY'), effect: 'read', outcome: 'ok', ...span } as const
  const accesses: readonly TouchGroup[] = [{ ...access, payload: null, grantee: null, part: null }]
  const [recorded, foreign, ...more] = judgeAccounts({
    places: [{ account: RECORDED, region: 'r', firstWrite: null, ...span }],
    calls: [],
    accesses,
    principals: [],
    window: { from: null, to: null },
    gaps: new GapBook(new IdMaker((text) => createHash('sha256').update(text).digest('hex'))),
    everywhere: [],
    here: () => [],
  })
  expect(recorded).toMatchObject({ id: RECORDED, entered: 'undetermined', regions: [] })
  expect(foreign).toMatchObject({ id: FOREIGN, entered: 'yes', regions: ['r'], calls: [{ caller: 'KEY', events: 2 }] })
  expect(more).toEqual([])
})
