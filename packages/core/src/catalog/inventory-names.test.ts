import { describe, expect, it } from 'vitest'
import { NOTHING_BESIDE, type ReadRecord } from '../domain/evidence-row.ts'
import type { Statement } from '../domain/statement.ts'
import type { StoreName } from '../domain/touch.ts'
import { arrangeCatalog } from '../facts/catalog.ts'
import { project } from '../facts/project.ts'
import { rows as CREDENTIALS } from './credentials/index.generated.ts'
import { rows as EVIDENCE } from './evidence/index.generated.ts'
import { recordsOf } from './example-records.fixture.ts'
import { rows as SERVICES } from './services/index.generated.ts'

// One store must not become two: what an inventory or a witness calls it, and what the calls on it call it, is the same.

const CATALOG = arrangeCatalog(SERVICES, CREDENTIALS)
const REF = { item: 'item', ordinal: 0, offset: 0, length: 0 }

/** The stores that a record names: those that an inventory lists, and those that a witness speaks of. */
function storesIn(read: ReadRecord): readonly StoreName[] {
  if (read.kind === 'witnesses')
    return read.witnesses.flatMap(({ subject }) => (CATALOG.storeKinds.has(subject.kind) ? [subject] : []))
  return read.kind === 'statements' ? statementsIn(read.statements) : []
}

function statementsIn(statements: readonly Statement[]): readonly StoreName[] {
  return statements.flatMap((one) => (one.topic === 'store-listed' ? [one.says] : []))
}

const all = EVIDENCE.flatMap((row) =>
  row.examples.flatMap((example) =>
    recordsOf(row, example).records.flatMap((record) => {
      const stores = storesIn(row.read(record, { ...NOTHING_BESIDE, ...example.beside }))
      return stores.map((store) => ({ evidence: row.kind, store, name: `${row.kind}: ${store.id}` }))
    }),
  ),
)
const listed = [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]

/** Some call in the place of a store. */
function callIn(account: string | null, region: string | null) {
  const record = {
    ...{
      eventVersion: '1.08',
      eventTime: '2026-03-24T08:00:00Z',
      eventID: 'e',
      eventSource: 's3.amazonaws.com',
      eventName: 'X',
    },
    ...{ awsRegion: region ?? 'eu-west-1', recipientAccountId: account ?? '111122223333' },
    userIdentity: { type: 'IAMUser', accessKeyId: 'AKIAAAAAAAAAAAAAAAAA' },
  }
  const read = EVIDENCE.find((row) => row.recognises(record))?.read(record)
  if (read?.kind !== 'event') throw new Error('no kind of evidence reads a call')
  return project(read.event, REF, 'h', CATALOG).event
}

describe('an inventory or a witness names a store as calls do', () => {
  it.each(listed)('$name', ({ store }) => {
    const kind = CATALOG.storeKinds.get(store.kind)
    const call = callIn(store.account, store.region)
    expect(kind?.name(store.id, call)).toMatchObject({ id: store.id, name: store.name })
    const byName = kind?.name(store.name, call)?.id
    expect([store.id, kind?.shortId?.(store.id)]).toContain(byName)
  })

  it('in every kind of evidence that is one', () => {
    const kinds = new Set(listed.map((one) => one.evidence))
    const inventories = EVIDENCE.filter((row) => row.witnesses.startsWith('which stores of this kind'))
    expect(inventories.map((row) => row.kind).filter((kind) => !kinds.has(kind))).toEqual([])
    expect(inventories.length).toBeGreaterThan(10)
  })
})
