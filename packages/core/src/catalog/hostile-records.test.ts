import { expect, it } from 'vitest'
import type { EvidenceRow } from '../domain/evidence-row.ts'
import { isObject, type Json, type JsonObject } from '../domain/json.ts'
import { pathsIn, withOdd } from '../domain/odd-values.fixture.ts'
import { arrangeCatalog } from '../facts/catalog.ts'
import { project } from '../facts/project.ts'
import { rows as CREDENTIALS } from './credentials/index.generated.ts'
import { rows as EVIDENCE } from './evidence/index.generated.ts'
import { rows as SERVICES } from './services/index.generated.ts'

// Every example of every row with each of its values turned into something else: a record can hold anything, and must neither break
// its reader nor lose the call.

const catalog = arrangeCatalog(SERVICES, CREDENTIALS)
const REF = { item: 'i', ordinal: 0, offset: 0, length: 1 }

/** What a record has whatever its row; the examples leave it out. */
const ENVELOPE = {
  eventVersion: '1.08',
  eventID: 'e',
  eventTime: '2026-03-01T00:00:00Z',
  awsRegion: 'us-east-1',
  recipientAccountId: '111122223333',
  userIdentity: {
    type: 'IAMUser',
    arn: 'arn:aws:iam::111122223333:user/u',
    accountId: '111122223333',
    accessKeyId: 'AKIAAAAAAAAAAAAAAAAA',
  },
}

const ODD: readonly Json[] = [
  ...[null, 0, -1, 1e308, true, '', 'x', 'arn:', 'arn:aws:s3:::b', '{', '*', '\u0000', '\u001b[31m'],
  ...[[], {}, [[]], [null], { a: null }, { items: 'x' }, { items: [null, 3] }, { Statement: [null, 'x', {}] }],
]

const RECORDS: readonly JsonObject[] = [...SERVICES, ...CREDENTIALS].flatMap((row) =>
  row.examples.map((example): JsonObject => JSON.parse(JSON.stringify({ ...ENVELOPE, ...example.record }))),
)

/** Whether everything that comes of a changed record is named; what breaks its reader throws. */
function isNamed(changed: Json, row: EvidenceRow): boolean {
  const read = isObject(changed) ? row.read(changed) : null
  if (read?.kind !== 'event') return true
  const { event, touches, changes } = project(read.event, REF, 'h', catalog)
  const isKept = event.eventId === read.event.eventId
  return isKept && touches.every((touch) => touch.store.id !== '') && changes.every((change) => change.subject !== '')
}

it('a record with anything in any place is read, or refused by name, and what comes of it has a name', () => {
  const unnamed: string[] = []
  let count = 0
  for (const record of RECORDS) {
    const row = EVIDENCE.find((one) => one.recognises(record)) ?? expect.unreachable('an example is of no kind')
    for (const path of pathsIn(record).slice(1)) {
      // One odd value for each place and another for the next: all of them come up many times over the catalogue.
      if (!isNamed(withOdd(record, path, ODD[count % ODD.length] ?? null), row)) unnamed.push(path.join('.'))
      count += 1
    }
  }
  expect(unnamed).toEqual([])
  expect(count).toBeGreaterThan(10_000)
})
