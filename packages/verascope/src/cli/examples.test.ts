import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Assessment, StoreResult } from '@verascope/core/assess/assessment'
import { type Json, pickTexts } from '@verascope/core/domain/json'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runBuilt } from './built-program.ts'

// What must be found in the shipped incidents. What is expected is counted here from the raw records with plain loops, and knows
// nothing of the catalogue: a row that reads a record wrongly disagrees with it.

const EXAMPLES = fileURLToPath(new URL('../../../../examples/', import.meta.url))

interface RawRecord {
  readonly eventID: string
  readonly eventName: string
  readonly eventTime: string
  readonly errorCode?: string
  readonly sourceIPAddress: string
  readonly userIdentity: { readonly accessKeyId?: string; readonly userName?: string; readonly arn?: string }
  readonly requestParameters: Json
  readonly responseElements: unknown
  readonly additionalEventData?: { readonly bytesTransferredOut?: number }
}

/** The text at a path of the request; empty when it is not there. */
function asked(record: RawRecord | undefined, path: string): string {
  return pickTexts({ request: record?.requestParameters ?? null }, `request.${path}`)[0] ?? ''
}

let dir = ''
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'verascope-examples-'))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

function verascope(...words: readonly string[]): string {
  const { out, err, exit } = runBuilt(dir, words)
  if (exit !== 0) throw new Error(err)
  return out
}

function assessed(incident: string, key: string): Assessment {
  verascope('init', incident, '--no-input')
  verascope('-C', incident, 'ingest', join(EXAMPLES, incident))
  verascope('-C', incident, 'indicator', 'add', key)
  return JSON.parse(verascope('-C', incident, 'scope', '--json'))
}

/** Every access key id in a response, at any depth. */
function keysIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'accessKeyId' && typeof inner === 'string' ? [inner] : keysIn(inner),
  )
}

describe('examples/invictus-aws, from one stolen key', () => {
  const KEY = 'AKIATFQR7NSC8Q4X20BJ'
  const BLINDING = ['DeleteTrail', 'PutEventSelectors', 'DeleteFlowLogs']
  const folder = join(EXAMPLES, 'invictus-aws/CloudTrail')
  const records: readonly RawRecord[] = readdirSync(folder).flatMap(
    (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')).Records,
  )
  const callerOf = (record: RawRecord): string => record.userIdentity.accessKeyId ?? ''
  let a: Assessment

  beforeAll(() => {
    a = assessed('invictus-aws', KEY)
  })

  /** The key and all that it minted, by the responses alone. */
  function heldIn(): ReadonlySet<string> {
    const found = new Set([KEY])
    for (let before = 0; before !== found.size; ) {
      before = found.size
      for (const record of records)
        if (found.has(callerOf(record))) for (const id of keysIn(record.responseElements)) found.add(id)
    }
    return found
  }

  const held = heldIn()
  const actors = records.filter((record) => held.has(callerOf(record)))
  const done = (name: string): readonly RawRecord[] =>
    actors.filter((one) => one.eventName === name && one.errorCode === undefined)
  const storeEnding = (end: string): StoreResult | undefined => a.stores.find((one) => one.id.endsWith(end))

  it('lists every credential that was minted, with its event and how often it was used, unused ones included', () => {
    const minted = actors.flatMap((record) => keysIn(record.responseElements).map((id) => ({ id, record })))
    expect(minted.length).toBeGreaterThan(10)
    for (const { id, record } of minted) {
      const one = a.identities.find((identity) => identity.id === id)
      expect(one, id).toMatchObject({ link: 'minted', strict: true })
      expect(one?.derivedFrom).toContainEqual({ id: callerOf(record), event: record.eventID })
      expect(one?.events, id).toBe(records.filter((other) => callerOf(other) === id).length)
    }
    expect(a.identities.filter((one) => one.events === 0 && one.strict).length).toBeGreaterThan(0)
    const certainKeys = a.identities.filter((one) => one.strict && /^A[KS]IA/.test(one.id)).map((one) => one.id)
    expect(certainKeys.sort()).toEqual([...held].sort())
  })

  it('takes nothing of another user into the closure', () => {
    expect(JSON.stringify(a.identities)).not.toContain('benjamin')
    const others = records.filter((one) => one.userIdentity.userName === 'benjamin').map(callerOf)
    expect(a.identities.filter((one) => others.includes(one.id))).toEqual([])
  })

  it("shows the owner's own sessions beside the closure", () => {
    const own = records.filter((one) => one.userIdentity.userName === 'bert-jan' && one.sourceIPAddress === '10.8.8.10')
    const sessions = new Set(own.map(callerOf).filter((id) => id.startsWith('ASIA')))
    expect(sessions.size).toBeGreaterThan(5)
    for (const id of sessions) {
      expect(a.related.find((one) => one.id === id)?.relation, id).toBe('same-principal-other-credential')
      expect(a.identities.find((one) => one.id === id)).toBeUndefined()
    }
  })

  it("ties host credentials used from the actor's address in as inferred", () => {
    const [address] = new Set(records.filter((one) => callerOf(one) === KEY).map((one) => one.sourceIPAddress))
    const taken = records.filter(
      (one) => one.sourceIPAddress === address && /:assumed-role\/[^/]+\/i-/.test(one.userIdentity.arn ?? ''),
    )
    expect(taken.length).toBeGreaterThan(0)
    for (const record of taken) {
      expect(a.identities.find((one) => one.id === callerOf(record))).toMatchObject({ link: 'inferred', strict: false })
    }
  })

  it('finds every secret and parameter that was read', () => {
    const secrets = new Set(done('GetSecretValue').map((one) => asked(one, 'secretId')))
    const parameters = new Set(done('GetParameter').map((one) => asked(one, 'name')))
    expect([secrets.size, parameters.size].every((size) => size > 10)).toBe(true)
    for (const id of [...secrets, ...parameters]) {
      const store = a.stores.find((one) => one.id === id || one.name === id || one.id.endsWith(`parameter${id}`))
      expect(store?.verdict, id).toBe('accessed')
      expect(store?.effects).toContain('read')
    }
  })

  it('calls what was only denied an attempt', () => {
    const hosts = new Set(
      actors.filter((one) => one.eventName === 'GetPasswordData').map((one) => asked(one, 'instanceId')),
    )
    expect(done('GetPasswordData')).toEqual([])
    const attempted = [...hosts].flatMap((id) => storeEnding(`instance/${id}`) ?? [])
    expect(attempted.length).toBeGreaterThan(0)
    for (const store of attempted) {
      expect(store.effects).toEqual(['attempted'])
      expect(store.verdict).toBe('undetermined')
    }
  })

  it('names the destination, the interval and the end of everything that was shared', () => {
    const userOf = (one: RawRecord, way: 'add' | 'remove'): string =>
      asked(one, `createVolumePermission.${way}.items[].userId`) || asked(one, `launchPermission.${way}.items[].userId`)
    const shares = [
      ...done('ModifySnapshotAttribute').map((one) => ({ one, end: `snapshot/${asked(one, 'snapshotId')}` })),
      ...done('ModifyImageAttribute').map((one) => ({ one, end: `image/${asked(one, 'imageId')}` })),
    ].filter(({ one }) => userOf(one, 'add') !== '')
    expect(shares).toHaveLength(2)
    for (const { one, end } of shares) {
      const later = [
        ...done('ModifySnapshotAttribute'),
        ...done('ModifyImageAttribute'),
        ...done('DeleteSnapshot'),
        ...done('DeregisterImage'),
      ]
        .filter((other) => other.eventTime > one.eventTime)
        .filter((other) => end.endsWith(asked(other, 'snapshotId') || asked(other, 'imageId')))
        .map((other) => other.eventTime)
        .sort()
      const store = storeEnding(end)
      expect(store?.verdict, end).toBe('accessed')
      expect(store?.destinations).toContainEqual(
        expect.objectContaining({
          effect: 'shared',
          to: userOf(one, 'add'),
          from: one.eventTime,
          until: later[0] ?? null,
        }),
      )
    }
    const [dump] = done('ModifyDBSnapshotAttribute')
    expect(storeEnding(`snapshot:${asked(dump, 'dBSnapshotIdentifier')}`)?.destinations.length).toBeGreaterThan(0)
    const opened = a.stores.filter((one) => one.kind === 's3-bucket' && one.destinations.length > 0)
    expect(
      opened.flatMap((one) => one.destinations).every((one) => one.state === 'standing' || one.until !== null),
    ).toBe(true)
    expect(opened.length).toBeGreaterThan(0)
  })

  it('lists what was changed, and nothing that failed', () => {
    const failed = new Set(actors.flatMap((one) => (one.errorCode === undefined ? [] : [one.eventID])))
    expect(a.changes.filter((one) => failed.has(one.event))).toEqual([])
    const changed = new Set(a.changes.map((one) => one.event))
    const persistent = [
      'CreateUser',
      'CreateAccessKey',
      'CreateLoginProfile',
      'UpdateAssumeRolePolicy',
      'CreateTrustAnchor',
    ]
    const others = [...BLINDING, 'RunInstances', 'AuthorizeSecurityGroupIngress', 'PutBucketPolicy']
    const missed = [...persistent, ...others].flatMap((name) => done(name)).filter((one) => !changed.has(one.eventID))
    expect(missed.map((one) => `${one.eventName} ${one.eventID}`)).toEqual([])
  })

  it('tells what blinds the logs apart, and what stands from what was reverted', () => {
    const changed = new Map(a.changes.map((one) => [one.event, one]))
    for (const record of BLINDING.flatMap((name) => done(name)))
      expect(changed.get(record.eventID)?.kind).toBe('logging')
    for (const record of done('CreateUser')) {
      const gone = done('DeleteUser').some((one) => asked(one, 'userName') === asked(record, 'userName'))
      expect(changed.get(record.eventID)?.state).toBe(gone ? 'reverted' : 'standing')
    }
    expect(a.changes.filter((one) => one.state === 'standing' && one.undo === '')).toEqual([])
  })

  it('calls no store untouched or unreachable, and says of every doubt what would settle it', () => {
    expect(new Set(a.stores.map((one) => one.verdict))).toEqual(new Set(['accessed', 'undetermined']))
    for (const one of a.stores.filter((store) => store.verdict === 'undetermined')) {
      expect(one.gaps.length).toBeGreaterThan(0)
      for (const gap of one.gaps) expect(a.gaps[gap]?.settledBy).toBeTruthy()
    }
  })
})

describe('examples/otrf-cloud-breach-s3, from stolen host credentials', () => {
  const KEY = 'ASIA5FLZVX4OPVKKVBMX'
  const folder = join(EXAMPLES, 'otrf-cloud-breach-s3')
  const file = readdirSync(folder).find((name) => name.endsWith('.json')) ?? ''
  const records: readonly RawRecord[] = readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

  it('finds one bucket read and listed, and keeps three numbers of bytes apart', () => {
    const a = assessed('otrf-cloud-breach-s3', KEY)
    const own = records.filter((one) => one.userIdentity.accessKeyId === KEY && one.errorCode === undefined)
    const bytesOf = (name: string): readonly number[] =>
      own.filter((one) => one.eventName === name).map((one) => one.additionalEventData?.bytesTransferredOut ?? 0)
    const sum = (bytes: readonly number[]): number => bytes.reduce((total, one) => total + one, 0)
    const accessed = a.stores.filter((one) => one.verdict === 'accessed')
    expect(accessed).toHaveLength(1)
    expect(accessed[0]).toMatchObject({
      kind: 's3-bucket',
      effects: ['listed', 'read'],
      objects: { lower: new Set(own.map((one) => asked(one, 'key')).filter((key) => key !== '')).size },
      bytes: {
        sent: { lower: sum(bytesOf('GetObject')) },
        distinct: { lower: Math.max(...bytesOf('GetObject')) },
        listings: { lower: sum(bytesOf('ListObjects')) },
      },
    })
    expect(a.identities.filter((one) => one.strict).map((one) => one.id)).toEqual([KEY])
  })
})
