import type { ServiceExample } from '../../../domain/service-row.ts'

const REDSHIFT = { eventSource: 'redshift.amazonaws.com', managementEvent: true }
const PLACE = 'arn:aws:redshift:us-east-1:123837392027'
const CLUSTER = `${PLACE}:cluster:warehouse`
const SUBJECT = `Redshift cluster ${CLUSTER}`

function on(eventName: string, request: object = {}): object {
  return { ...REDSHIFT, eventName, requestParameters: { clusterIdentifier: 'warehouse', ...request } }
}

/** Clusters, their settings, logs and ways in. */
export const CLUSTER_EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'a cluster is made with a public address',
    record: {
      ...on('CreateCluster', { masterUsername: 'awsuser', masterUserPassword: '****', publiclyAccessible: true }),
      responseElements: { clusterIdentifier: 'warehouse', clusterStatus: 'creating', publiclyAccessible: true },
    },
    touches: [{ store: CLUSTER, effect: 'written' }],
    changes: [
      { kind: 'configuration', subject: SUBJECT, does: 'open' },
      { kind: 'destruction', subject: `deleted ${SUBJECT}`, does: 'close' },
      { kind: 'exposure', subject: `${SUBJECT} / public address`, does: 'open' },
    ],
  },
  {
    name: 'a cluster gets a new password and a public address, and loses its snapshots',
    record: on('ModifyCluster', {
      masterUserPassword: '****',
      publiclyAccessible: true,
      automatedSnapshotRetentionPeriod: 0,
    }),
    touches: [{ store: CLUSTER, effect: 'named' }],
    changes: [
      { kind: 'exposure', subject: `${SUBJECT} / password`, does: 'close' },
      { kind: 'exposure', subject: `${SUBJECT} / password`, does: 'open' },
      { kind: 'exposure', subject: `${SUBJECT} / public address`, does: 'open' },
      { kind: 'destruction', subject: `${SUBJECT} / missing snapshots`, does: 'open' },
    ],
  },
  {
    name: 'a cluster is shut off from the outside again, and moved to another security group',
    record: on('ModifyCluster', { publiclyAccessible: false, vpcSecurityGroupIds: ['sg-1'] }),
    changes: [
      { kind: 'exposure', subject: `${SUBJECT} / public address`, does: 'close' },
      { kind: 'configuration', subject: `${SUBJECT} / vpcSecurityGroupIds`, does: 'close' },
      { kind: 'configuration', subject: `${SUBJECT} / vpcSecurityGroupIds`, does: 'open' },
    ],
  },
  {
    name: 'a cluster is encrypted with the key of another account',
    record: on('ModifyCluster', { encrypted: true, kmsKeyId: 'arn:aws:kms:us-east-1:999999999999:key/theirs' }),
    changes: [
      { kind: 'exposure', subject: `${SUBJECT} / missing encryption`, does: 'close' },
      { kind: 'configuration', subject: `${SUBJECT} / kmsKeyId`, does: 'close' },
      { kind: 'configuration', subject: `${SUBJECT} / kmsKeyId`, does: 'open' },
      { kind: 'exposure', subject: `${SUBJECT} / key of another account`, does: 'open' },
    ],
  },
  {
    name: 'a modification that the record leaves out may have been any',
    record: { ...REDSHIFT, eventName: 'ModifyCluster', requestParameters: null },
    touches: [],
    changes: [{ kind: 'exposure', subject: 'unnamed e-1', does: 'open' }],
  },
  {
    name: 'the deletion of a cluster takes a last snapshot',
    record: on('DeleteCluster', { skipFinalClusterSnapshot: false, finalClusterSnapshotIdentifier: 'last' }),
    touches: [
      { store: CLUSTER, effect: 'copied-out', grantee: `${PLACE}:snapshot:warehouse/last` },
      { store: `${PLACE}:snapshot:warehouse/last`, effect: 'written' },
      { store: CLUSTER, effect: 'destroyed' },
    ],
    changes: [
      { kind: 'destruction', subject: `deleted ${SUBJECT}`, does: 'open' },
      { kind: 'configuration', subject: SUBJECT, does: 'close' },
    ],
  },
  {
    name: 'credentials of a database user are fetched, and the user is made',
    record: {
      ...on('GetClusterCredentials', { dbUser: 'reporting', dbName: 'dev', autoCreate: true }),
      responseElements: { dbUser: 'IAMA:reporting', dbPassword: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
    },
    touches: [{ store: CLUSTER, effect: 'named' }],
    changes: [
      { kind: 'exposure', subject: `${SUBJECT} / credentials of database user reporting`, does: 'open' },
      { kind: 'persistence', subject: `${SUBJECT} / database user reporting`, does: 'open' },
    ],
  },
  {
    name: 'credentials under the own name are fetched, on a cluster that the record does not name',
    record: { ...REDSHIFT, eventName: 'GetClusterCredentialsWithIAM', requestParameters: { dbName: 'dev' } },
    touches: [],
    changes: [
      {
        kind: 'exposure',
        subject: 'Redshift cluster unnamed e-1 / credentials of database user unnamed e-1',
        does: 'open',
      },
    ],
  },
  {
    name: 'the audit log is switched off',
    record: on('DisableLogging'),
    changes: [{ kind: 'logging', subject: `${SUBJECT} / audit log`, does: 'open' }],
  },
  {
    name: 'the audit log goes to another bucket',
    record: on('EnableLogging', { bucketName: 'elsewhere' }),
    changes: [
      { kind: 'logging', subject: `${SUBJECT} / audit log`, does: 'close' },
      { kind: 'configuration', subject: `${SUBJECT} / place of the audit log`, does: 'close' },
      { kind: 'configuration', subject: `${SUBJECT} / place of the audit log`, does: 'open' },
    ],
  },
  {
    name: 'the log of user activity is switched off by a parameter',
    record: {
      ...REDSHIFT,
      eventName: 'ModifyClusterParameterGroup',
      requestParameters: {
        parameterGroupName: 'prod',
        parameters: [
          { parameterName: 'enable_user_activity_logging', parameterValue: 'false' },
          { parameterName: 'search_path', parameterValue: 'x' },
        ],
      },
    },
    changes: [
      {
        kind: 'logging',
        subject: 'Redshift parameter group 123837392027:us-east-1:prod / parameter enable_user_activity_logging',
        does: 'open',
      },
      {
        kind: 'configuration',
        subject: 'Redshift parameter group 123837392027:us-east-1:prod / parameter search_path',
        does: 'close',
      },
      {
        kind: 'configuration',
        subject: 'Redshift parameter group 123837392027:us-east-1:prod / parameter search_path',
        does: 'open',
      },
    ],
  },
  {
    name: 'a cluster gets a role to unload with, and loses another',
    record: on('ModifyClusterIamRoles', {
      addIamRoles: ['arn:aws:iam::123837392027:role/unload'],
      removeIamRoles: ['arn:aws:iam::123837392027:role/old'],
    }),
    changes: [
      { kind: 'exposure', subject: `${SUBJECT} / role arn:aws:iam::123837392027:role/unload`, does: 'open' },
      { kind: 'exposure', subject: `${SUBJECT} / role arn:aws:iam::123837392027:role/old`, does: 'close' },
    ],
  },
  {
    name: 'another account may reach a cluster by an endpoint of its own',
    record: on('AuthorizeEndpointAccess', { account: '503161813013' }),
    changes: [{ kind: 'exposure', subject: `${SUBJECT} / endpoints of account 503161813013`, does: 'open' }],
  },
  {
    name: 'a partner is let in',
    record: on('AddPartner', { accountId: '123837392027', databaseName: 'dev', partnerName: 'Informatica' }),
    changes: [
      { kind: 'exposure', subject: `${SUBJECT} / partner Informatica`, does: 'open' },
      { kind: 'destruction', subject: `deleted ${SUBJECT}, partner Informatica`, does: 'close' },
    ],
  },
  {
    name: 'the tags of a cluster show that it exists',
    record: { ...REDSHIFT, eventName: 'DescribeTags', requestParameters: { resourceName: CLUSTER } },
    touches: [{ store: CLUSTER, effect: 'named' }],
  },
]
