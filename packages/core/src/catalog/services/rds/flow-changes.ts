import type { CallEvent } from '../../../domain/call.ts'
import { command, inPlace, opening, part, REGION, said, shown, type Words } from '../../../domain/change-forms.ts'
import { about, closing, type FromCall } from '../../../domain/change-spec.ts'
import { pickText } from '../../../domain/json.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { shellWord } from '../../../domain/shell-word.ts'
import { asked, bucketIn, instanceOf } from './names.ts'
import { CLUSTER, type Database, INSTANCE, onDatabase, partOf, words } from './things.ts'

/** The database of a call that takes the ARN of either kind. */
function either(call: CallEvent): Database {
  return CLUSTER.id(call) === null ? INSTANCE : CLUSTER
}

const EXPORT = about('export task', said('exportTaskIdentifier'))

const EXPORTED: ChangeSpec = opening(
  'configuration',
  EXPORT,
  (call) => {
    const [source] = asked('sourceArn')(call)
    const role = said('iamRoleArn')(call)
    return `started an export of \`${source ?? 'unknown'}\` to bucket \`${bucketIn(call) ?? 'unknown'}\`, written with role \`${role ?? 'unknown'}\``
  },
  (call) =>
    `${command('rds cancel-export-task', { 'export-task-identifier': said('exportTaskIdentifier'), region: REGION })(call)} (while it runs; then delete what it wrote from the bucket)`,
)

const STREAM: FromCall = (call) => partOf(either(call), 'activity stream')(call)
const streamed: Words = (call) => words(either(call))(call)

function stream(verb: string, rest: string): Words {
  return (call) => `${command(`rds ${verb}`, { 'resource-arn': said('resourceArn'), region: REGION })(call)}${rest}`
}

const STARTED: readonly ChangeSpec[] = [
  closing('logging', STREAM, (call) => `started the activity stream of ${streamed(call)}`),
  opening(
    'exposure',
    STREAM,
    (call) =>
      `sent every statement on ${streamed(call)} to stream \`${pickText(call.response, 'kinesisStreamName') ?? 'unknown'}\``,
    stream('stop-activity-stream', ''),
  ),
]

const STOPPED: readonly ChangeSpec[] = [
  closing('exposure', STREAM, (call) => `stopped the activity stream of ${streamed(call)}`),
  opening(
    'logging',
    STREAM,
    (call) => `stopped the activity stream of ${streamed(call)}, which records what is done in it`,
    stream('start-activity-stream', ' --mode async --kms-key-id KEY'),
  ),
]

/** An integration by its ARN; the request that makes one has a name for it alone. */
const INTEGRATION = about(
  'integration',
  (call) => pickText(call.response, 'integrationArn') ?? said('integrationIdentifier', 'integrationName')(call),
)

const FED: ChangeSpec = opening(
  'exposure',
  INTEGRATION,
  (call) => `sent the content of \`${shown(said('sourceArn'))(call)}\` to \`${shown(said('targetArn'))(call)}\``,
  (call) =>
    `aws rds delete-integration --integration-identifier ${shellWord(pickText(call.response, 'integrationArn') ?? 'INTEGRATION')} --region ${shellWord(call.region)}`,
)

/** The instance whose backups go to the region of the call. */
const BACKED_UP: FromCall = (call) => {
  const id = instanceOf(asked('sourceDBInstanceArn')(call)[0] ?? '', call)?.id ?? null
  return id === null ? null : `database instance ${id}`
}
const BACKUPS = part(BACKED_UP, 'backups in', REGION)

/** A role that a database works with: statements in it can write to a bucket, or call a function, by this role. */
function role(of: Database): FromCall {
  return partOf(of, 'role', said('roleArn'))
}

function roleGiven(of: Database): ChangeSpec {
  return opening(
    'exposure',
    role(of),
    (call) =>
      `gave ${words(of)(call)} role \`${shown(said('roleArn'))(call)}\`, with which statements reach other services`,
    (call) =>
      `${onDatabase(of, `remove-role-from-${of.word}`)(call)} --role-arn ${shellWord(said('roleArn')(call) ?? 'ROLE')} --feature-name ${shellWord(said('featureName')(call) ?? 'FEATURE')}`,
  )
}

function roleTaken(of: Database): ChangeSpec {
  return closing('exposure', role(of), (call) => `took a role from ${words(of)(call)}`)
}

const GROUP = about('database security group', inPlace(said('dBSecurityGroupName')))
const SOURCE = said('cIDRIP', 'eC2SecurityGroupId', 'eC2SecurityGroupName')
const INGRESS = part(GROUP, 'ingress', SOURCE)

const OPENED: ChangeSpec = opening(
  'exposure',
  INGRESS,
  (call) =>
    `let \`${shown(SOURCE)(call)}\` in to databases of security group \`${shown(said('dBSecurityGroupName'))(call)}\``,
  command('rds revoke-db-security-group-ingress', {
    'db-security-group-name': said('dBSecurityGroupName'),
    cidrip: said('cIDRIP'),
    region: REGION,
  }),
)

/** Ways by which content of databases goes elsewhere, or others come in to them, for longer than the call. */
export const FLOW_CHANGES: Readonly<Record<string, CallChanges>> = {
  StartExportTask: EXPORTED,
  CancelExportTask: closing('configuration', EXPORT, () => 'cancelled an export task'),
  StartActivityStream: STARTED,
  StopActivityStream: STOPPED,
  CreateIntegration: FED,
  DeleteIntegration: closing('exposure', INTEGRATION, () => 'deleted an integration'),
  StartDBInstanceAutomatedBackupsReplication: opening(
    'configuration',
    BACKUPS,
    (call) =>
      `copied the automated backups of \`${shown(said('sourceDBInstanceArn'))(call)}\` to region \`${call.region}\``,
    command('rds stop-db-instance-automated-backups-replication', {
      'source-db-instance-arn': said('sourceDBInstanceArn'),
      region: REGION,
    }),
  ),
  StopDBInstanceAutomatedBackupsReplication: closing(
    'configuration',
    BACKUPS,
    (call) => `no longer copied automated backups to region \`${call.region}\``,
  ),
  AddRoleToDBInstance: roleGiven(INSTANCE),
  AddRoleToDBCluster: roleGiven(CLUSTER),
  RemoveRoleFromDBInstance: roleTaken(INSTANCE),
  RemoveRoleFromDBCluster: roleTaken(CLUSTER),
  AuthorizeDBSecurityGroupIngress: OPENED,
  RevokeDBSecurityGroupIngress: closing('exposure', INGRESS, () => 'shut out what a database security group let in'),
}
