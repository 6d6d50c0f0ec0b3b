import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Assessment, StoreResult } from '@verascope/core/assess/assessment'
import { ASSESSMENT_SCHEMA } from '@verascope/core/assess/schema'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ran, runBuilt } from './built-program.ts'

// A mailbox that was entered with a stolen session, from exports of an audit log as different tools write them: the same records over
// and over, in other shapes.

const TENANT = '8a7c1d6e-0b1f-4c41-9a35-6f2f1f0a2b11'
const STOLEN = '0f3b5a52-1f4b-4d55-9a0f-6f4be70b2d11'
const OWN = '7d1e1c11-2222-4d55-9a0f-6f4be70b2d22'
const ACTOR = '203.0.113.66'
const DANA = `mailbox/${TENANT}/dana@example.com#d0c5f8ae-9ed7-4e46-bfdf-ea1460f5a31b`
const EVE = `mailbox/${TENANT}/eve@example.com#e0c5f8ae-9ed7-4e46-bfdf-ea1460f5a31c`

type Fields = Readonly<Record<string, unknown>>

let count = 0

function record(Operation: string, at: string, more: Fields): Fields {
  count += 1
  return {
    ...{ CreationTime: `2026-03-${at}`, Id: `00000000-0000-4000-8000-00000000000${count}`, Operation },
    ...{ OrganizationId: TENANT, RecordType: 50, ResultStatus: 'Succeeded', UserType: 0, Workload: 'Exchange' },
    ...{ UserId: 'Dana@Example.com', ...more },
  }
}

function item(Operation: string, at: string, session: string, more: Fields = {}): Fields {
  const address = session === STOLEN ? `[::ffff:${ACTOR}]:4431` : '192.0.2.10'
  return record(Operation, at, {
    ...{ SessionId: session, ClientIPAddress: address, LogonType: 0, ClientInfoString: 'Client=OWA' },
    ...{ MailboxGuid: DANA.slice(-36), MailboxOwnerUPN: 'dana@example.com', ...more },
  })
}

const access = (type: string): Fields => ({
  OperationProperties: [
    { Name: 'MailAccessType', Value: type },
    { Name: 'IsThrottled', Value: 'False' },
  ],
})
const messages = (...ids: readonly string[]): Fields => ({
  Folders: [{ Path: '\\Inbox', FolderItems: ids.map((id) => ({ InternetMessageId: `<${id}@example.net>` })) }],
})
const command = (told: Readonly<Record<string, string>>): Fields => ({
  RecordType: 1,
  Parameters: Object.entries(told).map(([Name, Value]) => ({ Name, Value })),
})

const SIGN_IN = record('UserLoggedIn', '24T08:00:00', {
  ...{
    RecordType: 15,
    Workload: 'AzureActiveDirectory',
    ResultStatus: 'Success',
    ActorIpAddress: ACTOR,
    ClientIP: ACTOR,
  },
  DeviceProperties: [{ Name: 'SessionId', Value: STOLEN }],
})
const OPENED = item('MailItemsAccessed', '24T08:05:00', STOLEN, { ...access('Bind'), ...messages('a', 'b') })
const FETCHED = item('MailItemsAccessed', '24T08:10:00', STOLEN, {
  ...access('Sync'),
  Item: { ParentFolder: { Path: '\\Inbox' } },
})
const SENT = item('Send', '24T08:20:00', STOLEN, { Item: { InternetMessageId: '<bill@example.com>' } })
const RULE = record('New-InboxRule', '24T08:25:00', {
  ...command({ Name: '.', ForwardTo: 'out@example.net', DeleteMessage: 'True' }),
  ClientIP: `${ACTOR}:50000`,
})
const OWNED = item('MailItemsAccessed', '24T10:00:00', OWN, { ...access('Bind'), ...messages('c') })
const EVES = item('MailItemsAccessed', '24T11:00:00', '9d1e1c11-2222-4d55-9a0f-6f4be70b2d99', {
  ...{ UserId: 'eve@example.com', MailboxOwnerUPN: 'eve@example.com', MailboxGuid: EVE.slice(-36) },
  ...{ ...access('Bind'), ...messages('d') },
})
const UNRULED = record('Remove-InboxRule', '25T09:00:00', {
  ...command({ Identity: 'dana@example.com\\.' }),
  ...{ UserId: 'admin@example.com', ClientIP: '192.0.2.20', UserType: 2 },
})
const ALL = [SIGN_IN, OPENED, FETCHED, SENT, RULE, OWNED, EVES, UNRULED]

const quoted = (cell: unknown): string => `"${String(cell).replaceAll('"', '""')}"`
const csv = (records: readonly Fields[]): string =>
  [
    'RecordType,CreationDate,UserIds,Operations,AuditData,ResultIndex,Identity',
    ...records.map((one, at) =>
      [one['RecordType'], one['CreationTime'], one['UserId'], one['Operation'], JSON.stringify(one), at, one['Id']]
        .map(quoted)
        .join(','),
    ),
  ].join('\r\n')
const turned = (one: Fields): Fields => Object.fromEntries(Object.entries(one).reverse())

const FILES: Readonly<Record<string, string>> = {
  // Nearly half of the rows of one real export were repeats.
  'search.csv': csv([...ALL, OPENED, FETCHED, SENT]),
  'api.json': JSON.stringify(ALL.slice(2), null, 2),
  'lines.jsonl': ALL.slice(0, 2)
    .map((one) => JSON.stringify(turned(one)))
    .join('\n'),
  'graph.json': JSON.stringify({
    '@odata.context': 'https://graph.microsoft.com/beta/$metadata',
    value: [{ id: RULE['Id'], auditData: { '@odata.type': '#microsoft.graph.security.defaultAuditData', ...RULE } }],
  }),
  'extractor.json': JSON.stringify([{ Identity: SENT['Id'], Operations: 'Send', AuditData: JSON.stringify(SENT) }]),
}
const RECORDS = 11 + 6 + 2 + 1 + 1

let dir = ''

function verascope(...words: readonly string[]): Ran {
  return runBuilt(dir, words, { COLUMNS: '200' })
}

/** The assessment for what is known of the actor so far. */
function scoped(name: string, ...indicators: readonly string[]): Assessment {
  expect(verascope('init', name, '--no-input').exit).toBe(0)
  const read = verascope('-C', name, 'ingest', 'logs')
  expect(read.exit, read.err).toBe(0)
  for (const value of indicators) expect(verascope('-C', name, 'indicator', 'add', value).exit).toBe(0)
  const scope = verascope('-C', name, 'scope', '--json')
  expect(scope.exit, scope.err).toBe(0)
  return JSON.parse(scope.out)
}

function storeOf({ stores }: Assessment, id: string): StoreResult {
  return stores.find((one) => one.id === id) ?? expect.unreachable(`no ${id} in ${stores.map((one) => one.id).join()}`)
}

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'verascope-mail-'))
  mkdirSync(join(dir, 'logs'))
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(dir, 'logs', name), text)
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

describe('a stolen session, and nothing else known', () => {
  let a: Assessment
  beforeAll(() => {
    a = scoped('session', STOLEN.toUpperCase())
  })

  it('every record counts once, however many exports and shapes hold it', () => {
    const { read, kept, duplicate, rejected, files, rejectedFiles } = a.accounting
    expect([read, kept, duplicate, rejected]).toEqual([RECORDS, ALL.length, RECORDS - ALL.length, 0])
    expect([files, rejectedFiles]).toEqual([5, 0])
    expect(Object.values(a.gaps).filter((gap) => gap.kind === 'conflict')).toEqual([])
  })

  it('what was opened and which folder was fetched is read; what was sent is another matter', () => {
    const box = storeOf(a, DANA)
    expect([box.verdict, box.effects, box.parts, box.objects]).toEqual([
      'accessed',
      ['read'],
      ['\\Inbox'],
      { lower: 2, upper: null },
    ])
    expect([box.firstAccess, box.lastAccess]).toEqual(['2026-03-24T08:05:00Z', '2026-03-24T08:10:00Z'])
    const sender = storeOf(a, `mail-identity/${TENANT}/dana@example.com`)
    expect([sender.verdict, sender.effects]).toEqual(['accessed', ['sent-as']])
  })

  it('the session is held, and the user’s own is not by that', () => {
    const held = a.identities.map(({ id, strict, kind, principal }) => [id, strict, kind, principal])
    expect(held).toContainEqual([STOLEN, true, 'mail-session', 'dana@example.com'])
    expect(held.map(([id]) => id)).not.toContain(OWN)
    expect(a.identities.find((one) => one.id === STOLEN)?.events).toBe(3)
    // A rule that was made from the same address, outside of the session, is in doubt and not the actor's for certain.
    expect(storeOf(a, DANA).possibleEffects).toContain('redirected')
  })

  it('no other mailbox is called untouched, because nothing proves the log whole', () => {
    const eve = storeOf(a, EVE)
    expect([eve.verdict, eve.effects]).toEqual(['undetermined', []])
    expect(a.stores.filter((one) => one.verdict === 'untouched' || one.verdict === 'unreachable')).toEqual([])
    expect(eve.gaps.map((id) => a.gaps[id]?.kind)).toContain('unverified')
  })

  it('the proof names the folder, and the answer keeps its schema', () => {
    const proof = verascope('-C', 'session', 'proof', storeOf(a, DANA).proof)
    expect(proof.out).toContain('read all of `\\Inbox` in `dana@example.com` (1 call at 2026-03-24T08:10:00Z)')
    expect(proof.out).toContain('read `dana@example.com` (1 call at 2026-03-24T08:05:00Z)')
    const validate = new Ajv2020({ strictTypes: false, strictRequired: false }).compile(ASSESSMENT_SCHEMA)
    expect(validate(a), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true)
  })

  it('what to fetch is asked of the tenant in its own words', () => {
    const sources = new Set(a.requests.map((one) => one.source))
    expect([...sources]).toContain('unified audit log')
    expect(a.requests.filter((one) => one.command.startsWith('aws '))).toEqual([])
  })
})

describe('the address as well', () => {
  let a: Assessment
  beforeAll(() => {
    a = scoped('address', ACTOR)
  })

  it('the rule sent on every mail while it stood, and who may have been in is told by the sign-in', () => {
    const box = storeOf(a, DANA)
    expect(box.effects).toEqual(['read', 'redirected'])
    expect(box.destinations).toMatchObject([
      {
        ...{ effect: 'redirected', to: 'out@example.net', state: 'reverted', endedBy: UNRULED['Id'] },
        ...{ from: '2026-03-24T08:25:00Z', until: '2026-03-25T09:00:00Z' },
      },
    ])
    expect(a.identities.map(({ id, strict, link }) => [id, strict, link])).toContainEqual([STOLEN, false, 'inferred'])
  })

  it('the rule is a change that somebody ended', () => {
    const change = a.changes.find((one) => one.event === RULE['Id'])
    expect(change).toMatchObject({ kind: 'exposure', state: 'reverted' })
    expect(change?.what).toBe(
      'created inbox rule `.` of mailbox `dana@example.com`, which sends mail on to `out@example.net`',
    )
  })
})

describe('a user by name', () => {
  it('all of the user’s sessions are named by that, until somebody says which are the owner’s', () => {
    const held = (a: Assessment): readonly string[] => a.identities.flatMap((one) => (one.strict ? [one.id] : []))
    expect(held(scoped('user', 'DANA@example.com'))).toEqual(
      expect.arrayContaining([STOLEN, OWN, 'dana@example.com', `dana@example.com from ${ACTOR}`]),
    )
  })
})
