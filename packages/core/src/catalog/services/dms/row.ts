import { partitionOf } from '../../../domain/arn.ts'
import { namedAs } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { everySaid, said } from '../../../domain/change-forms.ts'
import { closeAll, openTo } from '../../../domain/policy-grants.ts'
import {
  type Action,
  defineService,
  type ServiceRow,
  type StoreAt,
  type StoreKind,
} from '../../../domain/service-row.ts'
import { act } from '../../../domain/store-forms.ts'
import { CHANGES, taskArn } from './changes.ts'
import { EXAMPLES } from './examples.ts'

/** What a task may copy: its source is an endpoint, that is an address and a password, of a database anywhere. */
const COPIED: ReadonlySet<string> = new Set([
  'rds-instance',
  'rds-cluster',
  'redshift-cluster',
  'redshift-namespace',
  'redshift-workgroup',
  'dynamodb-table',
  'opensearch-domain',
  's3-bucket',
])

const taskNamed = namedAs({ service: 'dms', head: '', name: /^[a-z-]{2,24}:[\w-]{1,255}$/ })

const TASK: StoreKind = {
  title: 'what a DMS task copies',
  name: (value, call) => (value.startsWith('arn:') ? taskNamed(value, call) : null),
  channels: [
    {
      kind: 'other-service',
      way: 'runs of the task, which log in to its source and write to its target',
      recordedBy: 'management-events',
      settledBy:
        '`aws dms describe-replication-tasks --filters Name=replication-task-arn,Values={id} --region {region}` for its endpoints, `aws dms describe-endpoints --region {region}` for what these are, and the audit log of the source',
    },
  ],
  // The record tells an endpoint at best, and that tells an address: any database may be its source, of any account and region.
  holds: (_task, member) => COPIED.has(member.kind),
}

const AT: StoreAt = {
  kind: 'dms-task',
  at: (call) => {
    const arn = taskArn(call)
    return arn === null ? [] : [arn]
  },
}

const target = (call: CallEvent): string => said('targetEndpointArn')(call) ?? 'its target'

/** A task that only copies what is there ends by itself; any other one goes on with what changes. */
function goesOn(call: CallEvent): boolean {
  return said('migrationType', 'replicationType', 'dataMigrationType')(call) !== 'full-load'
}

const STARTED: readonly Action[] = [
  act('copied-out', AT, { names: 'set', payload: 'object', to: target }),
  act('redirected', AT, { names: 'set', when: goesOn, grants: (call) => openTo([target(call)], 'replication') }),
]
const STOPPED: Action = act('redirected', AT, { names: 'set', grants: () => closeAll('replication') })
const RELOADED: Action = act('copied-out', AT, { names: 'set', payload: 'object', to: target })

/** The buckets of an endpoint, by their names. */
const BUCKET: StoreAt = {
  kind: 's3-bucket',
  at: (call) =>
    everySaid('bucketName', 's3BucketName')(call).map((name) => `arn:${partitionOf(call.region)}:s3:::${name}`),
}

const row: ServiceRow = defineService({
  service: 'dms',
  sources: ['dms.amazonaws.com'],
  stores: { 'dms-task': TASK },
  mentions: [AT, BUCKET, { kind: 'secret', at: everySaid('secretsManagerSecretId') }],
  actions: {
    StartReplicationTask: STARTED,
    StartReplication: STARTED,
    StartDataMigration: STARTED,
    ReloadTables: RELOADED,
    ReloadReplicationTables: RELOADED,
    StopReplicationTask: STOPPED,
    StopReplication: STOPPED,
    StopDataMigration: STOPPED,
    DeleteReplicationTask: STOPPED,
    DeleteReplicationConfig: STOPPED,
    DeleteDataMigration: STOPPED,
  },
  changes: CHANGES,
  cite: 'AWS Database Migration Service API reference and user guide: logging with CloudTrail, endpoints, tasks, serverless replications, homogeneous data migrations',
  examples: EXAMPLES,
})

export default row
