import { describe, expect, it } from 'vitest'
import type { CredentialExample } from '../domain/credential-row.ts'
import type { EventDraft } from '../domain/evidence-row.ts'
import { type JsonObject, pickText } from '../domain/json.ts'
import { arrangeCatalog } from '../facts/catalog.ts'
import { type Projection, project } from '../facts/project.ts'
import { rows as CREDENTIALS } from './credentials/index.generated.ts'
import { rows as EVIDENCE } from './evidence/index.generated.ts'

const REF = { item: 'item', ordinal: 0, offset: 0, length: 0 }
const CATALOG = arrangeCatalog([], CREDENTIALS)

/** The fields of a record that an example leaves out because its row does not look at them. */
function filled(record: object): JsonObject {
  const given: JsonObject = JSON.parse(JSON.stringify(record))
  // A record of another log has an envelope of its own, and its example holds it.
  if (given['eventName'] === undefined) return given
  const envelope = {
    eventVersion: '1.08',
    eventTime: '2026-03-24T08:00:00Z',
    eventID: 'e-1',
    awsRegion: 'us-east-1',
    sourceIPAddress: '203.0.113.1',
    recipientAccountId: pickText(given, 'userIdentity.accountId') ?? '123837392027',
  }
  return { ...envelope, ...given }
}

function projected(record: object, more: Partial<EventDraft> = {}): Projection {
  const one = filled(record)
  const row = EVIDENCE.find((candidate) => candidate.recognises(one))
  const read = row?.read(one)
  if (read?.kind !== 'event') throw new Error(`the record of the example is not read: ${JSON.stringify(read)}`)
  return project({ ...read.event, ...more }, REF, 'hash', CATALOG)
}

function mintsOf(record: object): CredentialExample['mints'] {
  return projected(record).mints.map(({ minted, kind, link, through }) => ({
    minted,
    kind,
    link,
    ...(through === null ? {} : { through }),
  }))
}

const cases = CREDENTIALS.flatMap((row) =>
  row.examples.map((example) => ({ example, name: `${row.id}: ${example.name}` })),
)

describe('every credential row makes of its examples what they say', () => {
  it.each(cases.filter(({ example }) => example.mints !== undefined))('$name: mints', ({ example }) => {
    expect(mintsOf(example.record)).toEqual(example.mints)
  })

  it.each(cases.filter(({ example }) => example.ends !== undefined))('$name: ends', ({ example }) => {
    expect(projected(example.record).ends.map(({ identity, state }) => ({ identity, state }))).toEqual(example.ends)
  })

  it.each(cases.filter(({ example }) => example.callerKind !== undefined))('$name: caller', ({ example }) => {
    expect(projected(example.record).event.callerKind).toBe(example.callerKind)
  })
})

describe('the rows together', () => {
  it('every row states something that its examples show', () => {
    const silent = CREDENTIALS.filter(
      (row) => !row.examples.some(({ mints, ends, callerKind }) => mints ?? ends ?? callerKind),
    )
    expect(silent.map((row) => row.id)).toEqual([])
  })

  it('no two rules on callers share a rank, so that their order is decided', () => {
    const ranks = CREDENTIALS.flatMap((row) => row.callerKind?.rank ?? [])
    expect(new Set(ranks).size).toBe(ranks.length)
  })

  it('a call that failed mints nothing and ends nothing', () => {
    for (const { example } of cases) {
      const { mints, ends } = projected({ ...example.record, errorCode: 'AccessDenied' }, { outcome: 'failed' })
      expect([mints, ends]).toEqual([[], []])
    }
  })

  it('odd types in place of parameters and answers mint nothing and do not throw', () => {
    for (const { example } of cases) {
      for (const odd of [
        7,
        'text',
        [],
        [[null]],
        { credentials: 'none', userName: {}, instanceIds: 'i-1', targets: [7], accessKey: [] },
      ]) {
        expect(() =>
          projected({ ...example.record, requestParameters: odd, responseElements: odd, additionalEventData: odd }),
        ).not.toThrow()
      }
    }
  })

  it('a session keeps its principal and its end', () => {
    const record =
      cases.find(({ name }) => name === 'assume-role: a service fetches the credentials of a host')?.example.record ??
      {}
    expect(projected(record).mints[0]).toMatchObject({
      principal:
        'arn:aws:sts::123456789123:assumed-role/MordorLogCollectorStack-LogCollectorRole-1JJTG88NNY4KN/i-044b1baf4c96e1b62',
      expires: Date.UTC(2020, 8, 14, 7, 1, 26),
      throughLink: 'possible',
    })
  })
})
