import type { ServiceExample } from '../../../domain/service-row.ts'

const RDS = { eventSource: 'rds.amazonaws.com', managementEvent: true }
const INSTANCE = 'arn:aws:rds:us-east-1:123837392027:db:production-mysql'
const CLUSTER = 'arn:aws:rds:us-east-1:123837392027:cluster:aurora-production'
const ROLE = 'arn:aws:iam::123456789012:role/RDS-S3-Import-Role'

function modify(request: object): object {
  return {
    ...RDS,
    eventName: 'ModifyDBInstance',
    requestParameters: { dBInstanceIdentifier: 'production-mysql', applyImmediately: true, ...request },
  }
}

/** Settings of databases, and the ways in that they open. */
export const SETTING_EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'a new master password is set',
    record: modify({ masterUserPassword: '****' }),
    touches: [{ store: INSTANCE, effect: 'named' }],
    changes: [
      { kind: 'exposure', subject: `database instance ${INSTANCE} / password`, does: 'close' },
      { kind: 'exposure', subject: `database instance ${INSTANCE} / password`, does: 'open' },
    ],
  },
  {
    name: 'an instance gets a public address',
    record: modify({ publiclyAccessible: true }),
    changes: [{ kind: 'exposure', subject: `database instance ${INSTANCE} / public address`, does: 'open' }],
  },
  {
    name: 'the public address is taken away',
    record: modify({ publiclyAccessible: false }),
    changes: [{ kind: 'exposure', subject: `database instance ${INSTANCE} / public address`, does: 'close' }],
  },
  {
    name: 'a larger disk opens nothing',
    record: modify({ allocatedStorage: 500 }),
    changes: [],
  },
  {
    name: 'an instance is put behind other security groups and stops sending its audit log',
    record: modify({
      vpcSecurityGroupIds: ['sg-0123456789abcdef0'],
      cloudwatchLogsExportConfiguration: { disableLogTypes: ['audit'] },
    }),
    changes: [
      { kind: 'logging', subject: `database instance ${INSTANCE} / missing log exports`, does: 'open' },
      { kind: 'configuration', subject: `database instance ${INSTANCE} / security groups`, does: 'close' },
      { kind: 'configuration', subject: `database instance ${INSTANCE} / security groups`, does: 'open' },
    ],
  },
  {
    name: 'an instance is renamed, and is there under its new name',
    record: modify({ newDBInstanceIdentifier: 'elsewhere' }),
    touches: [
      { store: INSTANCE, effect: 'named' },
      { store: 'arn:aws:rds:us-east-1:123837392027:db:elsewhere', effect: 'named' },
    ],
    changes: [
      { kind: 'configuration', subject: `database instance ${INSTANCE} / name`, does: 'close' },
      { kind: 'configuration', subject: `database instance ${INSTANCE} / name`, does: 'open' },
    ],
  },
  {
    name: 'a cluster loses its protection and its backups',
    record: {
      ...RDS,
      eventName: 'ModifyDBCluster',
      requestParameters: {
        dBClusterIdentifier: 'aurora-production',
        deletionProtection: false,
        backupRetentionPeriod: 0,
      },
    },
    touches: [{ store: CLUSTER, effect: 'named' }],
    changes: [
      {
        kind: 'destruction',
        subject: `database cluster ${CLUSTER} / missing protection against deletion`,
        does: 'open',
      },
      { kind: 'destruction', subject: `database cluster ${CLUSTER} / missing backups`, does: 'open' },
    ],
  },
  {
    name: 'the Data API of a cluster is opened',
    record: { ...RDS, eventName: 'EnableHttpEndpoint', requestParameters: { resourceArn: CLUSTER } },
    changes: [{ kind: 'exposure', subject: `database cluster ${CLUSTER} / data API`, does: 'open' }],
  },
  {
    name: 'a database gets a role to work with',
    record: {
      ...RDS,
      eventName: 'AddRoleToDBInstance',
      requestParameters: { dBInstanceIdentifier: 'production-mysql', roleArn: ROLE, featureName: 's3Import' },
    },
    changes: [{ kind: 'exposure', subject: `database instance ${INSTANCE} / role ${ROLE}`, does: 'open' }],
  },
  {
    name: 'databases outside of any network are opened to everyone',
    record: {
      ...RDS,
      eventName: 'AuthorizeDBSecurityGroupIngress',
      requestParameters: { dBSecurityGroupName: 'database-sg', cIDRIP: '0.0.0.0/0' },
    },
    touches: [],
    changes: [
      {
        kind: 'exposure',
        subject: 'database security group 123837392027:us-east-1:database-sg / ingress 0.0.0.0/0',
        does: 'open',
      },
    ],
  },
  {
    name: 'automated backups are deleted',
    record: {
      ...RDS,
      eventName: 'DeleteDBInstanceAutomatedBackup',
      requestParameters: { dbiResourceId: 'db-ABCDEF1234567890' },
    },
    touches: [],
    changes: [{ kind: 'destruction', subject: 'deleted automated backups db-ABCDEF1234567890', does: 'open' }],
  },
]
