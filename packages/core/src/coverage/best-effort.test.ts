import { expect, it } from 'vitest'
import type { AcceptedAssumption } from '../domain/assumption.ts'
import type { Instant } from '../domain/instant.ts'
import type { RecordedBy, StoreKind } from '../domain/service-row.ts'
import { arrangeCatalog } from '../facts/catalog.ts'
import type { Coverage } from './coverage.ts'
import { storeRecord } from './store-record.ts'

const STORE = { id: 's', kind: 'thing', account: 'a', region: 'r', name: 's' }
const OPEN = { from: null, to: null }

function completeBy(recordedBy: RecordedBy): number {
  const kind: StoreKind = {
    ...{ title: 'thing', name: () => null },
    channels: [{ kind: 'log-in', way: 'logging in', recordedBy, settledBy: '' }],
  }
  const word: AcceptedAssumption = {
    ...{ kind: 'channel', scope: { store: 's', by: 'log-in' }, id: 'A-1', window: OPEN, because: '', by: '' },
    ...{ at: 0 as Instant, broken: null },
  }
  const coverage = { assumptions: [word], recordOf: () => expect.unreachable('no log is asked') } as unknown as Coverage
  return storeRecord(STORE, kind, coverage, arrangeCatalog([], [])).complete.length
}

it('no word of a person makes the silence of a best-effort log mean anything', () => {
  expect(completeBy('nothing')).toBe(1)
  expect(completeBy('best-effort-log')).toBe(0)
})
