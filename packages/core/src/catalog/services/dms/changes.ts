import { orUnnamed } from '../../../domain/arn-form.ts'
import {
  command,
  type Lasting,
  made,
  opening,
  pair,
  part,
  plain,
  REGION,
  replacing,
  said,
  shown,
  unmade,
  type Words,
} from '../../../domain/change-forms.ts'
import { about, closing, type FromCall } from '../../../domain/change-spec.ts'
import { asks, toggle } from '../../../domain/change-toggles.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'

/** A task, a serverless replication or a data migration by its ARN; some calls of the last kind take it as an identifier. */
export const taskArn: FromCall = said(
  'replicationTaskArn',
  'replicationConfigArn',
  'dataMigrationArn',
  'dataMigrationIdentifier',
)

const SOURCE = said('sourceEndpointArn')
const TARGET = said('targetEndpointArn')

function task(verb: string, option: string): Lasting {
  return {
    ...plain({ kind: 'exposure', noun: 'DMS task', id: taskArn, remove: [verb, option] }),
    sentences: [
      (call) => `set up copying from \`${shown(SOURCE)(call)}\` to \`${shown(TARGET)(call)}\``,
      (call) => `deleted DMS task \`${shown(taskArn)(call)}\``,
    ],
  }
}

const TASK = task('dms delete-replication-task', 'replication-task-arn')
const SERVERLESS = task('dms delete-replication-config', 'replication-config-arn')
const MIGRATION = task('dms delete-data-migration', 'data-migration-identifier')

const RUNNING = part(about('DMS task', orUnnamed(taskArn)), 'running')

function started(verb: string, option: string): ChangeSpec {
  return opening(
    'exposure',
    RUNNING,
    (call) => `ran DMS task \`${shown(taskArn)(call)}\`, which copies its source to \`${shown(TARGET)(call)}\``,
    command(`dms ${verb}`, { [option]: taskArn, region: REGION }),
  )
}
const STOPPED = closing('exposure', RUNNING, (call) => `stopped DMS task \`${shown(taskArn)(call)}\``)

function changed(thing: Lasting, words: Words): readonly ChangeSpec[] {
  return replacing('exposure', part(thing.subject, 'content'), words, thing.remove)
}
const taskChanged: Words = (call) => `changed what DMS task \`${shown(taskArn)(call)}\` copies, or where to`

/** Where an endpoint leads: a server, or a place that only its kind tells. */
const SERVER = said('serverName', 'bucketName', 'engineName')
const ENDPOINT_ARN = said('endpointArn')
const ENDPOINT: Lasting = {
  ...plain({
    kind: 'exposure',
    noun: 'DMS endpoint',
    id: ENDPOINT_ARN,
    remove: ['dms delete-endpoint', 'endpoint-arn'],
  }),
  sentences: [
    (call) => `made \`${shown(SERVER)(call)}\` a ${shown(said('endpointType'))(call)} of copies`,
    (call) => `deleted DMS endpoint \`${shown(ENDPOINT_ARN)(call)}\``,
  ],
}

const INSTANCE_ARN = said('replicationInstanceArn')
const INSTANCE = plain({
  kind: 'configuration',
  noun: 'replication instance',
  id: INSTANCE_ARN,
  remove: ['dms delete-replication-instance', 'replication-instance-arn'],
})
const PUBLIC = toggle({
  kind: 'exposure',
  subject: part(INSTANCE.subject, 'public address'),
  opens: asks('publiclyAccessible', true),
  closes: asks('publiclyAccessible', false),
  sentences: [
    (call) => `gave a public address to ${INSTANCE.words(call)}`,
    (call) => `gave no public address to ${INSTANCE.words(call)}`,
  ],
  undo: INSTANCE.remove,
})

/** What calls on tasks and endpoints change for longer than themselves. */
export const CHANGES: Readonly<Record<string, CallChanges>> = {
  ...pair(ENDPOINT, 'CreateEndpoint', 'DeleteEndpoint'),
  ModifyEndpoint: changed(ENDPOINT, (call) => `changed where DMS endpoint \`${shown(ENDPOINT_ARN)(call)}\` leads`),
  ...pair(TASK, 'CreateReplicationTask', 'DeleteReplicationTask'),
  ModifyReplicationTask: changed(TASK, taskChanged),
  ...pair(SERVERLESS, 'CreateReplicationConfig', 'DeleteReplicationConfig'),
  ModifyReplicationConfig: changed(SERVERLESS, taskChanged),
  ...pair(MIGRATION, 'CreateDataMigration', 'DeleteDataMigration'),
  ModifyDataMigration: changed(MIGRATION, taskChanged),
  StartReplicationTask: started('stop-replication-task', 'replication-task-arn'),
  StartReplication: started('stop-replication', 'replication-config-arn'),
  StartDataMigration: started('stop-data-migration', 'data-migration-identifier'),
  StopReplicationTask: STOPPED,
  StopReplication: STOPPED,
  StopDataMigration: STOPPED,
  CreateReplicationInstance: [...made(INSTANCE), ...PUBLIC],
  DeleteReplicationInstance: unmade(INSTANCE),
}
