import { describe, expect, it } from 'vitest'
import { type JsonObject, pickText } from '../domain/json.ts'
import { arrangeCatalog } from '../facts/catalog.ts'
import { type Projection, project } from '../facts/project.ts'
import { rows as CREDENTIALS } from './credentials/index.generated.ts'
import { rows as EVIDENCE } from './evidence/index.generated.ts'
import { rows as SERVICES } from './services/index.generated.ts'

const CATALOG = arrangeCatalog(SERVICES, CREDENTIALS)
const EXAMPLES = SERVICES.flatMap((row) => row.examples.map((example) => ({ ...example, service: row.service })))

function projected(record: JsonObject): Projection {
  const account = pickText(record, 'recipientAccountId') ?? '123837392027'
  const envelope: JsonObject = {
    eventVersion: '1.08',
    eventTime: '2026-03-24T08:00:00Z',
    eventID: 'e-1',
    awsRegion: 'us-east-1',
    sourceIPAddress: '203.0.113.1',
    recipientAccountId: account,
    userIdentity: { type: 'IAMUser', accountId: account, accessKeyId: 'AKIATFQR7NSC8Q4X20BJ', userName: 'bert-jan' },
  }
  const one = record['eventName'] === undefined ? record : { ...envelope, ...record }
  const read = EVIDENCE.find((row) => row.recognises(one))?.read(one)
  if (read?.kind !== 'event') throw new Error('the record of the example is not read')
  return project(read.event, { item: 'item', ordinal: 0, offset: 0, length: 0 }, 'hash', CATALOG)
}

const BAD = "'; rm -rf / #`id`$(id)\n\u001b]0;x\u0007"

/** The record with an attack appended to every text of its request and its answer. */
function poisoned(record: object): JsonObject {
  const whole: JsonObject = JSON.parse(JSON.stringify(record))
  const bad = (value: unknown): JsonObject =>
    JSON.parse(JSON.stringify(value ?? null), (_, one: unknown) => (typeof one === 'string' ? `${one}${BAD}` : one))
  if (whole['eventName'] === undefined) return poisonedValues(whole)
  return {
    ...whole,
    requestParameters: bad(whole['requestParameters']),
    responseElements: bad(whole['responseElements']),
    awsRegion: `us-east-1${BAD}`,
  }
}

/** A record of another log: what its documents say is poisoned, and not the names by which they say it. */
function poisonedValues(whole: JsonObject): JsonObject {
  const values = new Set([
    'Value',
    'NewValue',
    'ID',
    'ObjectId',
    'MailboxOwnerUPN',
    'Path',
    'MemberUpn',
    'ExchangeLocations',
  ])
  const bad: unknown = JSON.parse(JSON.stringify(whole), (key, one: unknown) =>
    typeof one === 'string' && values.has(key) ? `${one}${BAD}` : one,
  )
  return bad as JsonObject
}

/** A command without its quoted words. */
function unquoted(command: string): string {
  return command.replace(/'(?:[^']|'\\'')*'/g, "''")
}

describe('people paste the undoing of a change', () => {
  it.each(EXAMPLES)('$service: $name: no text of the evidence leaves its quotes', ({ record }) => {
    for (const { undo } of projected(poisoned(record)).changes) {
      expect(unquoted(undo)).not.toMatch(/; rm|`id|\$\(/)
      expect([...undo].filter((letter) => letter < ' ')).toEqual([])
    }
  })

  it('a closing has nothing to undo, and an opening says how', () => {
    const changes = EXAMPLES.flatMap(({ record }) => projected(JSON.parse(JSON.stringify(record))).changes)
    expect(changes.filter((one) => (one.does === 'close') !== (one.undo === '')).map((one) => one.subject)).toEqual([])
  })

  it('what a change is stands in one sentence without a full stop, and names what it is about', () => {
    const changes = EXAMPLES.flatMap(({ record }) => projected(JSON.parse(JSON.stringify(record))).changes)
    expect(changes.map((one) => one.what).filter((what) => /^[A-Z]|\.$|undefined|null|\n/.test(what))).toEqual([])
  })
})
