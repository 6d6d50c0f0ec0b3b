import type { ServiceExample } from '../../../domain/service-row.ts'

const SERVERLESS = { eventSource: 'redshift-serverless.amazonaws.com', managementEvent: true }
const PLACE = 'arn:aws:redshift-serverless:us-east-1:123837392027'
const NAMESPACE = `${PLACE}:namespace/testnamespace`
const WORKGROUP = `${PLACE}:workgroup/reports`
const SNAPSHOT = `${PLACE}:snapshot/exfiltration`
const NUMBERED = `${PLACE}:snapshot/befa5123-16c2-4449-afca-1d27cb40fc99`
const HIDDEN = 'HIDDEN_DUE_TO_SECURITY_REASONS'

function call(eventName: string, requestParameters: object, responseElements: object | null = null): object {
  return { ...SERVERLESS, eventName, requestParameters, responseElements }
}

const POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { AWS: '503161813013' }, Action: 'redshift-serverless:RestoreFromSnapshot' },
  ],
})

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

const SNAPSHOTS: readonly ServiceExample[] = [
  {
    name: 'a recovery point is made a snapshot, and the answer tells of which namespace',
    record: call(
      'ConvertRecoveryPointToSnapshot',
      { recoveryPointId: 'r-1', snapshotName: 'exfiltration' },
      { snapshot: { namespaceName: 'testnamespace', snapshotName: 'exfiltration' } },
    ),
    touches: [
      { store: NAMESPACE, effect: 'copied-out', grantee: SNAPSHOT },
      { store: SNAPSHOT, effect: 'written' },
    ],
  },
  {
    name: 'a snapshot is shared with another account',
    record: call('PutResourcePolicy', { resourceArn: NUMBERED, policy: POLICY }),
    touches: [
      { store: NUMBERED, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: NUMBERED, effect: 'shared', grantee: '503161813013', grant: 'open' },
    ],
    changes: [
      { kind: 'exposure', subject: `policy ${NUMBERED}`, does: 'close' },
      { kind: 'exposure', subject: `policy ${NUMBERED}`, does: 'open' },
    ],
  },
  {
    name: 'the sharing is withdrawn',
    record: call('DeleteResourcePolicy', { resourceArn: NUMBERED }),
    touches: [{ store: NUMBERED, effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [{ kind: 'exposure', subject: `policy ${NUMBERED}`, does: 'close' }],
  },
  {
    name: 'a snapshot of another account is restored',
    record: call('RestoreFromSnapshot', {
      namespaceName: 'testnamespace',
      workgroupName: 'reports',
      snapshotName: 'theirs',
      ownerAccount: '999999999999',
    }),
    touches: [
      {
        store: 'arn:aws:redshift-serverless:us-east-1:999999999999:snapshot/theirs',
        effect: 'copied-out',
        grantee: NAMESPACE,
      },
      { store: NAMESPACE, effect: 'written' },
      { store: WORKGROUP, effect: 'named' },
    ],
    changes: [{ kind: 'destruction', subject: `Redshift namespace ${NAMESPACE} / set back`, does: 'open' }],
  },
  {
    name: 'the snapshot of a cluster is restored to a namespace',
    record: call('RestoreFromSnapshot', {
      namespaceName: 'testnamespace',
      workgroupName: 'reports',
      snapshotArn: 'arn:aws:redshift:us-east-1:123837392027:snapshot:warehouse/nightly',
    }),
    touches: [
      {
        store: 'arn:aws:redshift:us-east-1:123837392027:snapshot:warehouse/nightly',
        effect: 'copied-out',
        grantee: NAMESPACE,
      },
      { store: NAMESPACE, effect: 'written' },
      { store: WORKGROUP, effect: 'named' },
    ],
  },
  {
    name: 'a snapshot is deleted',
    record: call('DeleteSnapshot', { snapshotName: 'exfiltration' }),
    touches: [
      { store: SNAPSHOT, effect: 'destroyed' },
      { store: SNAPSHOT, effect: 'named', grantee: '*all*', grant: 'close' },
    ],
  },
]

/** Records and what they did to namespaces, workgroups and snapshots: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [...NAMESPACES, ...WORKGROUPS, ...SNAPSHOTS]
