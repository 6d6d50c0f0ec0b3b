import { orUnnamed } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import {
  command,
  endings,
  everySaid,
  forEach,
  inPlace,
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
import { about, closing, type FromCall, policyDeleted, policyPut } from '../../../domain/change-spec.ts'
import { outage } from '../../../domain/change-switches.ts'
import { foreignKey } from '../../../domain/foreign-key.ts'
import { pick } from '../../../domain/json.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { LOGIN_CHANGES } from './login-changes.ts'
import { listedSnapshots } from './names.ts'
import { PARAMETER_CHANGES } from './parameter-changes.ts'
import { OPEN_FROM_BIRTH, SETTING_CHANGES } from './setting-changes.ts'
import { SHARING_CHANGES } from './sharing-changes.ts'
import { CLUSTER, CLUSTER_REF, ON_CLUSTER, ofCluster, SNAPSHOT, snapshotThing } from './things.ts'

const words = CLUSTER.words
const born: readonly ChangeSpec[] = [...made(CLUSTER), ...OPEN_FROM_BIRTH]

const FINAL = said('finalClusterSnapshotIdentifier')

/** A deleted cluster comes back from its last snapshot, where one was taken. */
const back: Words = (call) =>
  FINAL(call) === null
    ? 'restore it from a snapshot, where one was kept; automated ones go with the cluster'
    : command('redshift restore-from-cluster-snapshot', {
        'cluster-identifier': CLUSTER_REF.name,
        'snapshot-identifier': FINAL,
        region: REGION,
      })(call)

const restoredTable: ChangeSpec = opening(
  'configuration',
  ofCluster('restored table', said('newTableName')),
  (call) =>
    `restored table \`${shown(said('sourceTableName'))(call)}\` of a snapshot into ${words(call)} as \`${shown(said('newTableName'))(call)}\``,
  () => 'drop the restored table in the cluster',
)

const PAUSED = ofCluster('paused')
const AUDIT = ofCluster('audit log')

/** Where audit logs go: they hold statements and users, so whoever reads that place reads them. */
const auditTo = replacing(
  'configuration',
  ofCluster('place of the audit log'),
  (call) => `sent the audit log of ${words(call)} to \`${shown(said('bucketName', 'logDestinationType'))(call)}\``,
  (call) => `${command('redshift enable-logging', ON_CLUSTER)(call)} --bucket-name FORMER_BUCKET`,
)

const ACTION = plain({
  kind: 'configuration',
  noun: 'scheduled action of Redshift',
  id: inPlace(said('scheduledActionName')),
  name: said('scheduledActionName'),
  remove: ['redshift delete-scheduled-action', 'scheduled-action-name'],
})

const APPLICATION = plain({
  kind: 'persistence',
  noun: 'sign-in application of Redshift',
  id: said('redshiftIdcApplicationArn'),
  remove: ['redshift delete-redshift-idc-application', 'redshift-idc-application-arn'],
})

const POLICED = {
  noun: 'Redshift namespace',
  id: orUnnamed(said('resourceArn')),
  name: shown(said('resourceArn')),
  document: (call: CallEvent) => pick(call.request, 'policy'),
  undo: command('redshift delete-resource-policy', { 'resource-arn': said('resourceArn'), region: REGION }),
}

const INTEGRATION: Lasting = {
  kind: 'exposure',
  subject: about('integration', said('integrationArn', 'integrationName')),
  words: (call) =>
    `an integration that carries \`${shown(said('sourceArn'))(call)}\` to \`${shown(said('targetArn'))(call)}\``,
  remove: command('redshift delete-integration', { 'integration-arn': said('integrationArn'), region: REGION }),
}

/** Copies of snapshots in another region are encrypted with a key that this names. */
const COPY_GRANT = plain({
  kind: 'configuration',
  noun: 'snapshot copy grant',
  id: inPlace(said('snapshotCopyGrantName')),
  name: said('snapshotCopyGrantName'),
  remove: ['redshift delete-snapshot-copy-grant', 'snapshot-copy-grant-name'],
})

const COPIES = ofCluster('copied snapshots')
const TO: FromCall = said('destinationRegion')

/** What calls on clusters and their snapshots change for longer than themselves. */
export const CHANGES: Readonly<Record<string, CallChanges>> = {
  ...SETTING_CHANGES,
  ...PARAMETER_CHANGES,
  ...SHARING_CHANGES,
  ...LOGIN_CHANGES,
  CreateCluster: born,
  RestoreFromClusterSnapshot: born,
  RestoreTableFromClusterSnapshot: restoredTable,
  DeleteCluster: unmade({ ...CLUSTER, remake: back }),
  PauseCluster: opening(
    'destruction',
    PAUSED,
    (call) => `paused ${words(call)}`,
    command('redshift resume-cluster', ON_CLUSTER),
  ),
  ResumeCluster: closing('destruction', PAUSED, (call) => `resumed ${words(call)}`),
  CreateClusterSnapshot: made(SNAPSHOT),
  CopyClusterSnapshot: made(SNAPSHOT),
  DeleteClusterSnapshot: unmade(SNAPSHOT),
  BatchDeleteClusterSnapshots: forEach(listedSnapshots, (text) => unmade(snapshotThing((call) => [text(call) ?? '']))),
  ...outage(
    {
      subject: AUDIT,
      words: (call) => `the audit log of ${words(call)}`,
      again: (call) => `${command('redshift enable-logging', ON_CLUSTER)(call)} --bucket-name BUCKET`,
    },
    'DisableLogging',
    'EnableLogging',
  ),
  EnableLogging: [closing('logging', AUDIT, (call) => `switched on the audit log of ${words(call)}`), ...auditTo],
  EnableSnapshotCopy: replacing(
    'exposure',
    COPIES,
    (call) => `copied snapshots of ${words(call)} to region \`${shown(TO)(call)}\` from now on`,
    command('redshift disable-snapshot-copy', ON_CLUSTER),
  ),
  DisableSnapshotCopy: closing('exposure', COPIES, (call) => `stopped copying snapshots of ${words(call)}`),
  CreateSnapshotCopyGrant: [...made(COPY_GRANT), foreignKey(COPY_GRANT.subject, COPY_GRANT.words, 'kmsKeyId')],
  DeleteSnapshotCopyGrant: unmade(COPY_GRANT),
  ...pair(ACTION, 'CreateScheduledAction', 'DeleteScheduledAction'),
  ModifyScheduledAction: replacing(
    'configuration',
    part(ACTION.subject, 'content'),
    (call) => `changed ${ACTION.words(call)}`,
    ACTION.remove,
  ),
  ...pair(APPLICATION, 'CreateRedshiftIdcApplication', 'DeleteRedshiftIdcApplication'),
  ModifyRedshiftIdcApplication: replacing(
    'persistence',
    part(APPLICATION.subject, 'content'),
    (call) => `changed who may sign in through ${APPLICATION.words(call)}`,
    APPLICATION.remove,
  ),
  ...pair(INTEGRATION, 'CreateIntegration', 'DeleteIntegration'),
  PutResourcePolicy: policyPut(POLICED),
  DeleteResourcePolicy: policyDeleted({ ...POLICED, id: said('resourceArn') }),
  RegisterNamespace: forEach(everySaid('consumerIdentifiers'), (consumer) => [
    opening(
      'exposure',
      part(about('Redshift namespace', said('clusterIdentifier', 'namespaceIdentifier')), 'catalogue', consumer),
      (call) =>
        `offered the tables of \`${shown(said('clusterIdentifier', 'namespaceIdentifier'))(call)}\` to catalogue \`${shown(consumer)(call)}\``,
      () => 'aws redshift deregister-namespace, with the same namespace and consumer',
    ),
  ]),
  DeregisterNamespace: (call) =>
    endings(
      'exposure',
      everySaid('consumerIdentifiers')(call).map((consumer) =>
        part(
          about('Redshift namespace', said('clusterIdentifier', 'namespaceIdentifier')),
          'catalogue',
          () => consumer,
        ),
      ),
      () => 'withdrew tables from a catalogue',
    ),
}
