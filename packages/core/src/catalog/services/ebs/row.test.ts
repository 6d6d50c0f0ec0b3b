import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../domain/json.ts'
import { ALL_GRANTEES } from '../../../domain/service-row.ts'
import type { Touch } from '../../../domain/touch.ts'
import { arrangeCatalog } from '../../../facts/catalog.ts'
import { type Projection, project } from '../../../facts/project.ts'
import { rows as EVIDENCE } from '../../evidence/index.generated.ts'
import s3 from '../s3/row.ts'
import row from './row.ts'

const CATALOG = arrangeCatalog([row, s3], [])
const REF = { item: 'item', ordinal: 0, offset: 0, length: 0 }
const ACCOUNT = '123837392027'
const ENVELOPE = {
  eventSource: 'ec2.amazonaws.com',
  eventTime: '2026-03-24T08:00:00Z',
  eventID: 'e-1',
  awsRegion: 'us-east-1',
  recipientAccountId: ACCOUNT,
  userIdentity: { type: 'IAMUser', accountId: ACCOUNT, accessKeyId: 'AKIATFQR7NSC8Q4X20BJ' },
}

function projected(record: object): Projection | null {
  const one: JsonObject = JSON.parse(JSON.stringify(record))
  const read = EVIDENCE.find((candidate) => candidate.recognises(one))?.read(one)
  return read?.kind === 'event' ? project(read.event, REF, 'hash', CATALOG) : null
}

function touchesOf(record: object): readonly Touch[] {
  return projected({ ...ENVELOPE, ...record })?.touches ?? []
}

const FOLDER = new URL('../../../../../../examples/invictus-aws/CloudTrail/', import.meta.url)

/** Every record of a real campaign. */
const CAMPAIGN: readonly Projection[] = readdirSync(FOLDER)
  .map((name): { Records: object[] } => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')))
  .flatMap(({ Records }) => Records.flatMap((record) => projected(record) ?? []))

const on = (name: string): readonly Touch[] =>
  CAMPAIGN.flatMap(({ touches }) => touches).filter(({ store }) => store.name === name)

const effects = (touches: readonly Touch[]): readonly string[] => [...new Set(touches.map((one) => one.effect))].sort()

describe('a real campaign', () => {
  it('a snapshot is taken, shared, withdrawn and deleted, and its owner is known', () => {
    const touches = on('snap-083d3b857c13988bc').toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    expect(effects(touches)).toEqual(['destroyed', 'named', 'shared', 'written'])
    expect(touches.filter((one) => one.effect === 'shared').map((one) => one.grantee)).toEqual(['012345678912'])
    expect(new Set(touches.map((one) => one.store.account))).toEqual(new Set([ACCOUNT, null]))
    expect(new Set(touches.map((one) => one.store.id))).toEqual(
      new Set(['arn:aws:ec2:us-east-1::snapshot/snap-083d3b857c13988bc']),
    )
  })

  it('its volume was copied out, and so was the snapshot of the image that was shared', () => {
    expect(effects(on('vol-0fc2e34e74650e145'))).toContain('copied-out')
    expect(effects(on('snap-01ee6be9876379b3b'))).toContain('copied-out')
    expect(effects(on('ami-0aa1d83d0b0985c86'))).toEqual(['destroyed', 'named', 'shared', 'written'])
  })

  it('the snapshot behind a public image is nobody of ours, though the log says that it was used', () => {
    const uses = CAMPAIGN.filter(({ event }) => event.name === 'SharedSnapshotVolumeCreated')
    expect(uses).toHaveLength(2)
    expect(uses.flatMap(({ touches }) => touches)).toEqual([])
    expect(on('snap-0e83092ae538da583')).toEqual([])
  })

  it('passwords that were refused were asked for and not read', () => {
    const asked = CAMPAIGN.filter(({ event }) => event.name === 'GetPasswordData').flatMap(({ touches }) => touches)
    expect(asked.length).toBeGreaterThan(20)
    expect(new Set(asked.map((one) => one.outcome))).toEqual(new Set(['failed']))
  })
})

interface Step {
  readonly add: readonly string[]
  readonly remove: readonly string[]
}

const OTHERS = ['111111111111', '222222222222', ACCOUNT, '*']
const STEP = fc.oneof(
  fc.record({ add: fc.subarray(OTHERS), remove: fc.constant([]) }),
  fc.record({ add: fc.constant([]), remove: fc.subarray(OTHERS) }),
  fc.constant('reset' as const),
  fc.constant('failed' as const),
)

function items(grantees: readonly string[]): object {
  return { items: grantees.map((who) => (who === '*' ? { group: 'all' } : { userId: who })) }
}

function call(step: Step | 'reset' | 'failed'): object {
  const base = { eventName: 'ModifySnapshotAttribute' }
  const request = { snapshotId: 'snap-083d3b857c13988bc', attributeType: 'CREATE_VOLUME_PERMISSION' }
  if (step === 'reset') return { eventName: 'ResetSnapshotAttribute', requestParameters: request }
  const { add, remove } = step === 'failed' ? { add: [], remove: OTHERS } : step
  const createVolumePermission = {
    ...(add.length > 0 && { add: items(add) }),
    ...(remove.length > 0 && { remove: items(remove) }),
  }
  const requestParameters = { ...request, createVolumePermission }
  return step === 'failed' ? { ...base, requestParameters, errorCode: 'AccessDenied' } : { ...base, requestParameters }
}

/** Who has access by the grants that calls opened and closed, in their order; an end finds what it ends by its key. */
function granted(touches: readonly Touch[]): ReadonlySet<string> {
  const open = new Map<string, string>()
  const effective = touches.filter(({ grant, outcome }) => grant !== null && outcome === 'ok')
  for (const { grant, grantKey, grantee } of effective) {
    const id = `${grantKey} ${grantee}`
    if (grant === 'open') open.set(id, grantee ?? '')
    else if (grantee !== ALL_GRANTEES) open.delete(id)
    else for (const one of [...open.keys()].filter((key) => key.startsWith(`${grantKey} `))) open.delete(one)
  }
  return new Set(open.values())
}

/** Who has access as EC2 keeps it. */
function permitted(steps: readonly (Step | 'reset' | 'failed')[]): ReadonlySet<string> {
  const list = new Set<string>()
  for (const step of steps) {
    if (step === 'reset') list.clear()
    if (typeof step === 'string') continue
    for (const who of step.add) list.add(who)
    for (const who of step.remove) list.delete(who)
  }
  list.delete(ACCOUNT)
  return list
}

const BAD = "'; rm -rf / #`id`$(id)"

/** Copies of a record with an attack appended to one text each; together they reach what one bad text in all places would hide. */
function poisoned(value: unknown): readonly unknown[] {
  if (typeof value === 'string') return [`${value}${BAD}`]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]) =>
    poisoned(member).map((bad) => (Array.isArray(value) ? value.with(Number(key), bad) : { ...value, [key]: bad })),
  )
}

/** A command without its quoted words. */
function unquoted(command: string): string {
  return command.replace(/'(?:[^']|'\\'')*'/g, "''")
}

describe('laws', () => {
  it('no single bad text of a record leaves its quotes in what people paste', () => {
    const undos = row.examples.flatMap(({ record }) =>
      poisoned(record).flatMap((bad) => projected({ ...ENVELOPE, ...Object(bad) })?.changes ?? []),
    )
    expect(undos.length).toBeGreaterThan(50)
    expect(undos.map((one) => unquoted(one.undo)).filter((text) => /; rm|`|\$\(/.test(text))).toEqual([])
  })

  it('the grants of any calls are the permissions that they leave', () => {
    fc.assert(
      fc.property(fc.array(STEP, { maxLength: 12 }), (steps) => {
        expect(granted(steps.flatMap((step) => touchesOf(call(step))))).toEqual(permitted(steps))
      }),
    )
  })

  it('every opened sharing is found by what withdraws exactly that one', () => {
    fc.assert(
      fc.property(fc.subarray(OTHERS, { minLength: 1 }), (who) => {
        const subjects = (step: Step): readonly string[] =>
          (projected({ ...ENVELOPE, ...call(step) })?.changes ?? []).map((change) => change.subject)
        expect(subjects({ add: [], remove: who })).toEqual(subjects({ add: who, remove: [] }))
      }),
    )
  })

  it('a use of a shared snapshot counts unless the account itself is the user', () => {
    fc.assert(
      fc.property(fc.constantFrom('111111111111', ACCOUNT, undefined), (user) => {
        const touches = touchesOf({
          eventName: 'SharedSnapshotCopyInitiated',
          userIdentity: { type: 'AWSAccount', accountId: user, invokedBy: 'ec2.amazonaws.com' },
          serviceEventDetails: { snapshotId: 'snap-083d3b857c13988bc' },
        })
        const expected = {
          effect: 'copied-out',
          grantee: user ?? null,
          // Only where the other account is named does the record show whose log, and so whose snapshot, this is.
          account: user === undefined ? null : ACCOUNT,
        }
        const found = touches.map(({ effect, grantee, store }) => ({ effect, grantee, account: store.account }))
        expect(found).toEqual(user === ACCOUNT ? [] : [expected])
      }),
    )
  })
})
