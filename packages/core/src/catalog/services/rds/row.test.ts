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
  eventSource: 'rds.amazonaws.com',
  eventTime: '2026-03-24T08:00:00Z',
  eventID: 'e-1',
  awsRegion: 'us-east-1',
  recipientAccountId: ACCOUNT,
  userIdentity: { type: 'IAMUser', accountId: ACCOUNT, accessKeyId: 'AKIATFQR7NSC8Q4X20BJ' },
}

function projected(record: object): Projection | null {
  const one: JsonObject = JSON.parse(JSON.stringify({ ...ENVELOPE, ...record }))
  const read = EVIDENCE.find((candidate) => candidate.recognises(one))?.read(one)
  return read?.kind === 'event' ? project(read.event, REF, 'hash', CATALOG) : null
}

const FOLDER = new URL('../../../../../../examples/invictus-aws/CloudTrail/', import.meta.url)

/** Every record of a real campaign. */
const CAMPAIGN: readonly Projection[] = readdirSync(FOLDER)
  .map((name): { Records: object[] } => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')))
  .flatMap(({ Records }) => Records.flatMap((record) => projected(record) ?? []))

const on = (id: string): readonly Touch[] =>
  CAMPAIGN.flatMap(({ touches }) => touches).filter(({ store }) => store.id === id)

const done = (touches: readonly Touch[]): readonly string[] =>
  [...new Set(touches.map((one) => `${one.effect} ${one.outcome}`))].sort()

describe('a real campaign', () => {
  const SNAPSHOT = `arn:aws:rds:us-east-1:${ACCOUNT}:snapshot:exfiltration`
  const INSTANCE = `arn:aws:rds:us-east-1:${ACCOUNT}:db:terraform-20230710121504061500000001`

  it('an instance is copied to a snapshot, which is shared, withdrawn and deleted', () => {
    expect(done(on(INSTANCE))).toContain('copied-out ok')
    expect(done(on(INSTANCE))).toContain('destroyed failed')
    expect(done(on(SNAPSHOT))).toEqual(['destroyed ok', 'named ok', 'shared ok', 'written ok'])
    const shared = on(SNAPSHOT).filter((one) => one.effect === 'shared')
    const withdrawn = on(SNAPSHOT).filter((one) => one.grant === 'close' && one.grantee !== ALL_GRANTEES)
    expect(shared.length).toBeGreaterThan(0)
    expect(new Set(withdrawn.map((one) => one.grantee))).toEqual(new Set(shared.map((one) => one.grantee)))
  })

  it('the last snapshot of the deleted instance is in the inventory', () => {
    expect(done(on(`${SNAPSHOT.replace('exfiltration', 'terraform-20230710121504061500000001-snapshot')}`))).toContain(
      'written ok',
    )
  })
})

interface Step {
  readonly valuesToAdd: readonly string[]
  readonly valuesToRemove: readonly string[]
}

const VALUES = ['111111111111', '222222222222', ACCOUNT, 'all']
const STEP: fc.Arbitrary<Step> = fc
  .record({ valuesToAdd: fc.subarray(VALUES), valuesToRemove: fc.subarray(VALUES) })
  .map(({ valuesToAdd, valuesToRemove }) => ({
    valuesToAdd,
    valuesToRemove: valuesToRemove.filter((value) => !valuesToAdd.includes(value)),
  }))

function sharing(step: Step): object {
  const requestParameters = { dBSnapshotIdentifier: 'exfiltration', attributeName: 'restore', ...step }
  return { eventName: 'ModifyDBSnapshotAttribute', requestParameters }
}

const everyone = (value: string): string => (value === 'all' ? '*' : value)

/** Who may restore the snapshot as RDS keeps it. */
function permitted(steps: readonly Step[]): ReadonlySet<string> {
  const list = new Set<string>()
  for (const { valuesToAdd, valuesToRemove } of steps) {
    for (const who of valuesToAdd) list.add(everyone(who))
    for (const who of valuesToRemove) list.delete(everyone(who))
  }
  list.delete(ACCOUNT)
  return list
}

/** Who may restore it by the grants that calls opened and closed, in their order; an end finds what it ends by its key. */
function granted(touches: readonly Touch[]): ReadonlySet<string> {
  const open = new Map<string, string>()
  for (const { grant, grantKey, grantee } of touches) {
    if (grant === 'open') open.set(`${grantKey} ${grantee}`, grantee ?? '')
    if (grant === 'close') open.delete(`${grantKey} ${grantee}`)
  }
  return new Set(open.values())
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
      poisoned(record).flatMap((bad) => projected(Object(bad))?.changes ?? []),
    )
    expect(undos.length).toBeGreaterThan(50)
    expect(undos.map((one) => unquoted(one.undo)).filter((text) => /; rm|`|\$\(/.test(text))).toEqual([])
  })

  it('the grants of any calls are the accounts that may restore after them', () => {
    fc.assert(
      fc.property(fc.array(STEP, { maxLength: 10 }), (steps) => {
        const touches = steps.flatMap((step) => projected(sharing(step))?.touches ?? [])
        expect(granted(touches)).toEqual(permitted(steps))
      }),
    )
  })

  it('whatever a setting opens ends with the database', () => {
    const SETTINGS: readonly object[] = [
      { masterUserPassword: '****' },
      { publiclyAccessible: true },
      { enableIAMDatabaseAuthentication: true },
      { enableHttpEndpoint: true },
      { deletionProtection: false },
      { backupRetentionPeriod: 0 },
      { cloudwatchLogsExportConfiguration: { disableLogTypes: ['audit'] } },
      { vpcSecurityGroupIds: ['sg-0123456789abcdef0'] },
    ]
    for (const [kind, field] of [
      ['DBInstance', 'dBInstanceIdentifier'],
      ['DBCluster', 'dBClusterIdentifier'],
    ] as const) {
      const requestParameters = { [field]: 'payroll' }
      const ended = projected({ eventName: `Delete${kind}`, requestParameters })?.changes ?? []
      for (const setting of SETTINGS) {
        const record = { eventName: `Modify${kind}`, requestParameters: { ...requestParameters, ...setting } }
        const opened = (projected(record)?.changes ?? []).filter((change) => change.does === 'open')
        expect(opened).toHaveLength(1)
        const closings = ended.filter((change) => change.does === 'close').map((change) => change.subject)
        expect(closings).toContain(opened[0]?.subject)
      }
    }
  })

  it('what goes on flowing is found by what stops it', () => {
    const cluster = `arn:aws:rds:us-east-1:${ACCOUNT}:cluster:c`
    const instance = { sourceDBInstanceArn: `arn:aws:rds:us-east-1:${ACCOUNT}:db:d` }
    const integration = { integrationArn: `arn:aws:rds:us-east-1:${ACCOUNT}:integration:i`, sourceArn: cluster }
    const pairs: readonly (readonly [object, object])[] = [
      [
        { eventName: 'StartActivityStream', requestParameters: { resourceArn: cluster } },
        { eventName: 'StopActivityStream', requestParameters: { resourceArn: cluster } },
      ],
      [
        { eventName: 'StartDBInstanceAutomatedBackupsReplication', requestParameters: instance },
        { eventName: 'StopDBInstanceAutomatedBackupsReplication', requestParameters: instance },
      ],
      [
        {
          eventName: 'CreateIntegration',
          requestParameters: { sourceArn: cluster, integrationName: 'n' },
          responseElements: integration,
        },
        {
          eventName: 'DeleteIntegration',
          requestParameters: { integrationIdentifier: integration.integrationArn },
          responseElements: integration,
        },
      ],
    ]
    for (const [start, stop] of pairs) {
      const [opened, closed] = [projected(start), projected(stop)]
      const keys = (one: Projection | null, grant: string): readonly string[] =>
        (one?.touches ?? [])
          .filter((touch) => touch.grant === grant)
          .map((touch) => `${touch.store.id} ${touch.grantKey}`)
      expect(keys(opened, 'open')).toHaveLength(1)
      expect(keys(closed, 'close')).toEqual(keys(opened, 'open'))
      const subject = opened?.changes.find((change) => change.does === 'open')?.subject
      expect(closed?.changes.filter((change) => change.does === 'close').map((change) => change.subject)).toContain(
        subject,
      )
    }
  })

  it('a statement counts as a read whatever the record says of it', () => {
    fc.assert(
      fc.property(fc.constantFrom(true, false, undefined), (readOnly) => {
        const requestParameters = { resourceArn: `arn:aws:rds:us-east-1:${ACCOUNT}:cluster:c`, sql: '**********' }
        const record = { eventSource: 'rdsdataapi.amazonaws.com', eventName: 'ExecuteStatement', readOnly }
        const touches = projected({ ...record, requestParameters })?.touches ?? []
        expect(touches.map((one) => one.effect)).toEqual(['read'])
      }),
    )
  })
})
