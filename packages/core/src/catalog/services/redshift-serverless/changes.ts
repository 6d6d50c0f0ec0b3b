import { orUnnamed } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import {
  command,
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
} from '../../../domain/change-forms.ts'
import { about, type FromCall, policyDeleted, policyPut } from '../../../domain/change-spec.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { policyIn } from './actions.ts'
import { workgroupsOf } from './names.ts'
import { KEY, OPEN_FROM_BIRTH, SETTING_CHANGES } from './setting-changes.ts'
import { NAMESPACE, NAMESPACE_SUBJECT, SNAPSHOT, WORKGROUP, workgroupThing } from './things.ts'

const POLICED = {
  noun: 'Redshift Serverless snapshot',
  id: orUnnamed(said('resourceArn')),
  name: shown(said('resourceArn')),
  document: policyIn,
  undo: command('redshift-serverless delete-resource-policy', { 'resource-arn': said('resourceArn'), region: REGION }),
}

/** Credentials that open SQL over the network: no further call shows what is done with them. */
function handedOut(name: FromCall): readonly ChangeSpec[] {
  const group = workgroupThing(name)
  return [
    opening(
      'exposure',
      part(about('credentials for', orUnnamed(group.id)), 'sign-in'),
      (call) => `fetched credentials with which to log in through ${group.thing.words(call)}`,
      () =>
        'end the sessions of that database user; what was handed out ends by itself after one hour at most, what was opened with it does not',
    ),
  ]
}

const ENDPOINT = plain({
  kind: 'exposure',
  noun: 'endpoint of Redshift Serverless',
  id: inPlace(said('endpointName')),
  name: said('endpointName'),
  remove: ['redshift-serverless delete-endpoint-access', 'endpoint-name'],
})

const ACTION = plain({
  kind: 'configuration',
  noun: 'scheduled action of Redshift Serverless',
  id: inPlace(said('scheduledActionName')),
  name: said('scheduledActionName'),
  remove: ['redshift-serverless delete-scheduled-action', 'scheduled-action-name'],
})

const TO = said('destinationRegion')
const COPIES: Lasting = {
  kind: 'exposure',
  subject: part(NAMESPACE_SUBJECT, 'copied snapshots in', TO),
  words: (call) => `copying of snapshots of ${NAMESPACE.words(call)} to region \`${shown(TO)(call)}\``,
  remove: command('redshift-serverless delete-snapshot-copy-configuration', {
    'snapshot-copy-configuration-id': said('snapshotCopyConfigurationId'),
    region: REGION,
  }),
}

function tableRestored(call: CallEvent): string {
  return `restored table \`${shown(said('sourceTableName'))(call)}\` into ${NAMESPACE.words(call)}`
}

const TABLE = opening(
  'configuration',
  part(NAMESPACE_SUBJECT, 'restored table', said('newTableName')),
  tableRestored,
  () => 'drop the restored table in the namespace',
)

/** A namespace was set back to a former state: what it held since is gone. */
const SET_BACK = opening(
  'destruction',
  part(NAMESPACE_SUBJECT, 'set back'),
  (call) => `replaced the content of ${NAMESPACE.words(call)} with a former state`,
  () => 'restore a recovery point from before the call, while it is kept',
)

/** What calls on namespaces, workgroups and snapshots change for longer than themselves. */
export const CHANGES: Readonly<Record<string, CallChanges>> = {
  ...SETTING_CHANGES,
  CreateNamespace: [...made(NAMESPACE), KEY],
  DeleteNamespace: unmade(NAMESPACE),
  CreateWorkgroup: [...made(WORKGROUP), ...OPEN_FROM_BIRTH],
  DeleteWorkgroup: unmade(WORKGROUP),
  ...pair(SNAPSHOT, 'CreateSnapshot', 'DeleteSnapshot'),
  ConvertRecoveryPointToSnapshot: made(SNAPSHOT),
  RestoreFromSnapshot: SET_BACK,
  RestoreFromRecoveryPoint: SET_BACK,
  RestoreTableFromSnapshot: TABLE,
  RestoreTableFromRecoveryPoint: TABLE,
  PutResourcePolicy: policyPut(POLICED),
  DeleteResourcePolicy: policyDeleted({ ...POLICED, id: said('resourceArn') }),
  GetCredentials: handedOut(said('workgroupName', 'customDomainName')),
  GetIdentityCenterAuthToken: forEach(workgroupsOf, handedOut),
  ...pair(ENDPOINT, 'CreateEndpointAccess', 'DeleteEndpointAccess'),
  ...pair(ACTION, 'CreateScheduledAction', 'DeleteScheduledAction'),
  UpdateScheduledAction: replacing(
    'configuration',
    part(ACTION.subject, 'content'),
    (call) => `changed ${ACTION.words(call)}`,
    ACTION.remove,
  ),
  CreateSnapshotCopyConfiguration: [...made(COPIES), KEY],
  DeleteSnapshotCopyConfiguration: unmade(COPIES),
}
