import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isObject, type JsonObject, pick } from '../../../domain/json.ts'
import { arrangeCatalog } from '../../../facts/catalog.ts'
import { type Projection, project } from '../../../facts/project.ts'
import { rows as CREDENTIALS } from '../../credentials/index.generated.ts'
import { rows as SERVICES } from '../../services/index.generated.ts'
import { read, recognises } from './read.ts'

// Records that others published with what they mean (Panther, Apache-2.0), and the record of a real reading (OTRF Security-Datasets, MIT).

const DATA = process.env['VERASCOPE_SHARED_DATA'] ?? ''
const CATALOG = arrangeCatalog(SERVICES, CREDENTIALS)

function projected(record: JsonObject): Projection {
  const found = read(record)
  if (found.kind !== 'event') throw new Error(JSON.stringify(found))
  return project(found.event, { item: 'i', ordinal: 0, offset: 0, length: 1 }, 'h', CATALOG)
}

interface Sample {
  readonly test: string
  readonly log: JsonObject
}

const samples = (name: string): readonly Sample[] =>
  readFileSync(join(DATA, 'panther-tests', `Microsoft365.Audit.${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

/** Names in lower case are a form of Panther's own: the log has them in this one. */
const NAMES = [
  ...[
    'ClientIP',
    'CreationTime',
    'ExternalAccess',
    'Id',
    'ObjectId',
    'Operation',
    'OrganizationId',
    'OrganizationName',
  ],
  ...['OriginatingServer', 'Parameters', 'RecordType', 'ResultStatus', 'UserId', 'UserKey', 'UserType', 'Workload'],
]
const SPELLED = new Map(NAMES.map((name) => [name.toLowerCase(), name]))
const respelled = (log: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(log).map(([key, value]) => [SPELLED.get(key) ?? key, value]))

describe('published records of sign-ins, the directory and files', () => {
  it.each([...samples('AzureActiveDirectory'), ...samples('SharePoint')])('$test', ({ log }) => {
    expect(recognises(log)).toBe(true)
    const { event } = projected(log)
    expect(event).toMatchObject({ eventId: log['Id'], account: log['OrganizationId'], region: 'global' })
    expect(event.outcome).toBe(log['Operation'] === 'UserLoginFailed' ? 'failed' : 'ok')
    expect(event.caller).not.toBe('unknown')
  })

  it('the second factors of a user that somebody takes away', () => {
    const removed = samples('AzureActiveDirectory').find(({ test }) => test === 'MFA Remove event')
    const changes = projected(removed?.log ?? {}).changes.map(({ kind, subject, does }) => [kind, subject, does])
    expect(changes).toEqual([['persistence', 'user sample.user@yourorg.onmicrosoft.com / second factors', 'open']])
  })
})

describe('published records of rules and forwarding', () => {
  it.each(samples('Exchange'))('$test', ({ log }) => {
    const { touches, event } = projected(respelled(log))
    const opened = touches.filter((one) => one.grant === 'open')
    const to = opened.map((one) => one.grantee)
    const told = pick(event.request, 'Parameters.ForwardingSmtpAddress') ?? pick(event.request, 'Parameters.ForwardTo')
    const wanted = typeof told === 'string' ? told.split(';').map((one) => one.replace('smtp:', '')) : []
    expect(to).toEqual(wanted)
    expect(opened.every((one) => one.effect === 'redirected' && one.store.kind === 'mailbox')).toBe(true)
    expect(event.address).toBe('1.2.3.4')
  })

  it('are not known by names that the log does not have', () => {
    expect(samples('Exchange').filter(({ log }) => recognises(log))).toEqual([])
  })
})

it('the record of a real reading names six messages, and one of them twice', () => {
  const record: unknown = JSON.parse(
    readFileSync(join(DATA, 'otrf-goldensaml-mail', 'OfficeActivityEvents.json'), 'utf8'),
  )
  if (!isObject(record as JsonObject)) throw new Error('no record')
  const { event, touches } = projected(record as JsonObject)
  expect(event).toMatchObject({ caller: 'pgustavo@simulandlabs.com from 1.2.3.4', name: 'MailItemsAccessed' })
  expect(touches.map(({ effect, payload, nth }) => [effect, payload, nth])).toEqual(
    [0, 1, 2, 3, 4, 5].map((nth) => ['read', 'object', nth]),
  )
})
