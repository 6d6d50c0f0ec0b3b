import type { ServiceExample } from '../../../domain/service-row.ts'
import { SNAPSHOT_EXAMPLES } from './snapshot-examples.ts'

const SERVERLESS = { eventSource: 'redshift-serverless.amazonaws.com', managementEvent: true }
const PLACE = 'arn:aws:redshift-serverless:us-east-1:123837392027'
const NAMESPACE = `${PLACE}:namespace/testnamespace`
const WORKGROUP = `${PLACE}:workgroup/reports`
const HIDDEN = 'HIDDEN_DUE_TO_SECURITY_REASONS'

function call(eventName: string, requestParameters: object, responseElements: object | null = null): object {
  return { ...SERVERLESS, eventName, requestParameters, responseElements }
}

const NAMESPACES: readonly ServiceExample[] = [
  {
    name: 'a namespace is made',
    record: call(
      'CreateNamespace',
      { adminUserPassword: HIDDEN, adminUsername: HIDDEN, dbName: 'dev', namespaceName: 'testnamespace' },
      { namespace: { namespaceName: 'testnamespace', status: 'AVAILABLE' } },
    ),
    touches: [{ store: NAMESPACE, effect: 'written' }],
    changes: [
      { kind: 'configuration', subject: `Redshift namespace ${NAMESPACE}`, does: 'open' },
      { kind: 'destruction', subject: `deleted Redshift namespace ${NAMESPACE}`, does: 'close' },
    ],
  },
  {
    name: 'a namespace gets a new password and loses its log',
    record: call('UpdateNamespace', { namespaceName: 'testnamespace', adminUserPassword: HIDDEN, logExports: [] }),
    touches: [{ store: NAMESPACE, effect: 'named' }],
    changes: [
      { kind: 'exposure', subject: `Redshift namespace ${NAMESPACE} / password`, does: 'close' },
      { kind: 'exposure', subject: `Redshift namespace ${NAMESPACE} / password`, does: 'open' },
      { kind: 'logging', subject: `Redshift namespace ${NAMESPACE} / audit log`, does: 'open' },
    ],
  },
  {
    name: 'a namespace is deleted after a last snapshot',
    record: call('DeleteNamespace', { namespaceName: 'testnamespace', finalSnapshotName: 'last' }),
    touches: [
      { store: NAMESPACE, effect: 'copied-out', grantee: `${PLACE}:snapshot/last` },
      { store: `${PLACE}:snapshot/last`, effect: 'written' },
      { store: NAMESPACE, effect: 'destroyed' },
    ],
  },
  {
    name: 'snapshots go to another region from now on',
    record: call('CreateSnapshotCopyConfiguration', { namespaceName: 'testnamespace', destinationRegion: 'eu-west-1' }),
    touches: [
      {
        store: NAMESPACE,
        effect: 'redirected',
        grantee: 'arn:aws:redshift-serverless:eu-west-1:123837392027:snapshot/*',
        grant: 'open',
      },
    ],
    changes: [
      { kind: 'exposure', subject: `Redshift namespace ${NAMESPACE} / copied snapshots in eu-west-1`, does: 'open' },
      {
        kind: 'destruction',
        subject: `deleted Redshift namespace ${NAMESPACE}, copied snapshots in eu-west-1`,
        does: 'close',
      },
    ],
  },
  {
    name: 'the copying ends by the number of its configuration, and the answer tells the rest',
    record: call(
      'DeleteSnapshotCopyConfiguration',
      { snapshotCopyConfigurationId: 'c-1' },
      { snapshotCopyConfiguration: { namespaceName: 'testnamespace', destinationRegion: 'eu-west-1' } },
    ),
    touches: [{ store: NAMESPACE, effect: 'named', grantee: '*all*', grant: 'close' }],
  },
]

const WORKGROUPS: readonly ServiceExample[] = [
  {
    name: 'a workgroup is made with a public address',
    record: call('CreateWorkgroup', {
      workgroupName: 'reports',
      namespaceName: 'testnamespace',
      publiclyAccessible: true,
    }),
    touches: [
      { store: WORKGROUP, effect: 'written' },
      { store: NAMESPACE, effect: 'named' },
    ],
    changes: [
      { kind: 'configuration', subject: `Redshift workgroup ${WORKGROUP}`, does: 'open' },
      { kind: 'destruction', subject: `deleted Redshift workgroup ${WORKGROUP}`, does: 'close' },
      { kind: 'exposure', subject: `Redshift workgroup ${WORKGROUP} / public address`, does: 'open' },
    ],
  },
  {
    name: 'credentials for a workgroup are fetched',
    record: call(
      'GetCredentials',
      { workgroupName: 'reports', dbName: 'dev' },
      { dbUser: 'IAMR:x', dbPassword: HIDDEN },
    ),
    touches: [{ store: WORKGROUP, effect: 'named' }],
    changes: [{ kind: 'exposure', subject: `credentials for ${WORKGROUP} / sign-in`, does: 'open' }],
  },
  {
    name: 'a workgroup no longer asks for encrypted connections, nor logs activity',
    record: call('UpdateWorkgroup', {
      workgroupName: 'reports',
      configParameters: [
        { parameterKey: 'require_ssl', parameterValue: 'false' },
        { parameterKey: 'enable_user_activity_logging', parameterValue: 'false' },
      ],
    }),
    changes: [
      { kind: 'logging', subject: `Redshift workgroup ${WORKGROUP} / log of user activity`, does: 'open' },
      { kind: 'exposure', subject: `Redshift workgroup ${WORKGROUP} / duty to encrypt connections`, does: 'open' },
      { kind: 'configuration', subject: `Redshift workgroup ${WORKGROUP} / configParameters`, does: 'close' },
      { kind: 'configuration', subject: `Redshift workgroup ${WORKGROUP} / configParameters`, does: 'open' },
    ],
  },
]

/** Records and what they did to namespaces, workgroups and snapshots: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [...NAMESPACES, ...WORKGROUPS, ...SNAPSHOT_EXAMPLES]
