import type { ServiceExample } from '../../../domain/service-row.ts'

const RDS = { eventSource: 'rds.amazonaws.com', managementEvent: true }
const PRODUCTION = 'arn:aws:rds:us-east-1:123837392027:db:production-mysql'
const COPY = 'arn:aws:rds:us-east-1:123837392027:db:copy'
const SNAPSHOT = 'arn:aws:rds:us-east-1:123837392027:snapshot:exfiltration'
const CLUSTER = 'arn:aws:rds:us-east-1:123837392027:cluster:my-database-1'
const OF_CLUSTER = 'arn:aws:rds:us-east-1:123837392027:cluster-snapshot:backup'

/** Making, restoring, copying and deleting databases. */
export const DATABASE_EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'an instance is made; the record masks its password',
    record: {
      ...RDS,
      eventName: 'CreateDBInstance',
      requestParameters: {
        dBInstanceIdentifier: 'copy',
        masterUserPassword: 'HIDDEN_DUE_TO_SECURITY_REASONS',
        publiclyAccessible: false,
      },
      responseElements: { dBInstanceArn: COPY },
    },
    touches: [{ store: COPY, effect: 'written' }],
    changes: [
      { kind: 'configuration', subject: `database instance ${COPY}`, does: 'open' },
      { kind: 'destruction', subject: `deleted ${COPY}`, does: 'close' },
    ],
  },
  {
    name: 'a snapshot becomes an instance with a public address',
    record: {
      ...RDS,
      eventName: 'RestoreDBInstanceFromDBSnapshot',
      requestParameters: {
        dBInstanceIdentifier: 'copy',
        dBSnapshotIdentifier: 'exfiltration',
        publiclyAccessible: true,
      },
    },
    touches: [
      { store: SNAPSHOT, effect: 'copied-out', grantee: COPY },
      { store: COPY, effect: 'written' },
    ],
    changes: [
      { kind: 'configuration', subject: `database instance ${COPY}`, does: 'open' },
      { kind: 'destruction', subject: `deleted ${COPY}`, does: 'close' },
      { kind: 'exposure', subject: `database instance ${COPY} / public address`, does: 'open' },
    ],
  },
  {
    name: 'a former state of an instance becomes another instance',
    record: {
      ...RDS,
      eventName: 'RestoreDBInstanceToPointInTime',
      requestParameters: {
        sourceDBInstanceIdentifier: 'production-mysql',
        targetDBInstanceIdentifier: 'copy',
        useLatestRestorableTime: true,
      },
    },
    touches: [
      { store: PRODUCTION, effect: 'copied-out', grantee: COPY },
      { store: COPY, effect: 'written' },
    ],
    changes: [
      { kind: 'configuration', subject: `database instance ${COPY}`, does: 'open' },
      { kind: 'destruction', subject: `deleted ${COPY}`, does: 'close' },
    ],
  },
  {
    name: 'a snapshot of an instance, by its ARN, becomes a cluster',
    record: {
      ...RDS,
      eventName: 'RestoreDBClusterFromSnapshot',
      requestParameters: { dBClusterIdentifier: 'my-database-1', snapshotIdentifier: SNAPSHOT },
    },
    touches: [
      { store: SNAPSHOT, effect: 'copied-out', grantee: CLUSTER },
      { store: CLUSTER, effect: 'written' },
    ],
  },
  {
    name: 'a snapshot by its name, becomes a cluster: it is a snapshot of one',
    record: {
      ...RDS,
      eventName: 'RestoreDBClusterFromSnapshot',
      requestParameters: { dBClusterIdentifier: 'my-database-1', snapshotIdentifier: 'backup' },
    },
    touches: [
      { store: OF_CLUSTER, effect: 'copied-out', grantee: CLUSTER },
      { store: CLUSTER, effect: 'written' },
    ],
  },
  {
    name: 'a database is made of files in a bucket',
    record: {
      ...RDS,
      eventName: 'RestoreDBInstanceFromS3',
      requestParameters: { dBInstanceIdentifier: 'copy', s3BucketName: 'dumps' },
    },
    touches: [
      { store: 'arn:aws:s3:::dumps', effect: 'copied-out', grantee: COPY },
      { store: COPY, effect: 'written' },
    ],
  },
  {
    name: 'a replica is made',
    record: {
      ...RDS,
      eventName: 'CreateDBInstanceReadReplica',
      requestParameters: { dBInstanceIdentifier: 'copy', sourceDBInstanceIdentifier: 'production-mysql' },
    },
    touches: [
      { store: PRODUCTION, effect: 'copied-out', grantee: COPY },
      { store: COPY, effect: 'written' },
    ],
  },
  {
    name: 'an instance is deleted, with a last snapshot',
    record: {
      ...RDS,
      eventName: 'DeleteDBInstance',
      requestParameters: {
        dBInstanceIdentifier: 'production-mysql',
        skipFinalSnapshot: false,
        finalDBSnapshotIdentifier: 'exfiltration',
        deleteAutomatedBackups: true,
      },
    },
    touches: [
      { store: PRODUCTION, effect: 'copied-out', grantee: SNAPSHOT },
      { store: SNAPSHOT, effect: 'written' },
      { store: PRODUCTION, effect: 'destroyed' },
    ],
  },
  {
    name: 'a cluster is deleted without one',
    record: {
      ...RDS,
      eventName: 'DeleteDBCluster',
      requestParameters: { dBClusterIdentifier: 'my-database-1', skipFinalSnapshot: true },
    },
    touches: [{ store: CLUSTER, effect: 'destroyed' }],
  },
]
