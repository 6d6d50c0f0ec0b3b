import type { ServiceExample } from '../../../domain/service-row.ts'

const RDS = { eventSource: 'rds.amazonaws.com', managementEvent: true }
const INSTANCE = 'arn:aws:rds:us-east-1:123837392027:db:terraform-20230710121504061500000001'
const SNAPSHOT = 'arn:aws:rds:us-east-1:123837392027:snapshot:exfiltration'
const CLUSTER = 'arn:aws:rds:us-east-1:123837392027:cluster:aurora-prod'
const OF_CLUSTER = 'arn:aws:rds:us-east-1:123837392027:cluster-snapshot:aurora-prod-backup'

const TAKEN: readonly ServiceExample[] = [
  {
    name: 'a snapshot is taken of an instance',
    record: {
      ...RDS,
      eventName: 'CreateDBSnapshot',
      requestParameters: {
        dBInstanceIdentifier: 'terraform-20230710121504061500000001',
        dBSnapshotIdentifier: 'exfiltration',
      },
      responseElements: { dBSnapshotArn: SNAPSHOT, snapshotType: 'manual', encrypted: false },
    },
    touches: [
      { store: INSTANCE, effect: 'copied-out', grantee: SNAPSHOT },
      { store: SNAPSHOT, effect: 'written' },
    ],
    changes: [
      { kind: 'configuration', subject: `database snapshot ${SNAPSHOT}`, does: 'open' },
      { kind: 'destruction', subject: `deleted ${SNAPSHOT}`, does: 'close' },
    ],
  },
  {
    name: 'names are kept in small letters, whatever the request says',
    record: {
      ...RDS,
      eventName: 'CreateDBClusterSnapshot',
      requestParameters: { dBClusterIdentifier: 'Aurora-Prod', dBClusterSnapshotIdentifier: 'Aurora-Prod-Backup' },
    },
    touches: [
      { store: CLUSTER, effect: 'copied-out', grantee: OF_CLUSTER },
      { store: OF_CLUSTER, effect: 'written' },
    ],
    changes: [
      { kind: 'configuration', subject: `cluster snapshot ${OF_CLUSTER}`, does: 'open' },
      { kind: 'destruction', subject: `deleted ${OF_CLUSTER}`, does: 'close' },
    ],
  },
  {
    name: 'a snapshot of another region is copied',
    record: {
      ...RDS,
      awsRegion: 'us-west-2',
      recipientAccountId: '123456789012',
      eventName: 'CopyDBSnapshot',
      requestParameters: {
        sourceDBSnapshotIdentifier: 'arn:aws:rds:us-east-1:123456789012:snapshot:prod-backup-2024',
        targetDBSnapshotIdentifier: 'prod-backup-2024-copy',
        sourceRegion: 'us-east-1',
      },
    },
    touches: [
      {
        store: 'arn:aws:rds:us-east-1:123456789012:snapshot:prod-backup-2024',
        effect: 'copied-out',
        grantee: 'arn:aws:rds:us-west-2:123456789012:snapshot:prod-backup-2024-copy',
      },
      { store: 'arn:aws:rds:us-west-2:123456789012:snapshot:prod-backup-2024-copy', effect: 'written' },
    ],
  },
  {
    name: 'what RDS took by itself is copied to keep it',
    record: {
      ...RDS,
      eventName: 'CopyDBSnapshot',
      requestParameters: {
        sourceDBSnapshotIdentifier: 'rds:payroll-2026-03-24-08-00',
        targetDBSnapshotIdentifier: 'exfiltration',
      },
      responseElements: { dBSnapshotArn: SNAPSHOT },
    },
    touches: [
      {
        store: 'arn:aws:rds:us-east-1:123837392027:snapshot:rds:payroll-2026-03-24-08-00',
        effect: 'copied-out',
        grantee: SNAPSHOT,
      },
      { store: SNAPSHOT, effect: 'written' },
    ],
  },
  {
    name: 'a snapshot of a cluster is copied from another account',
    record: {
      ...RDS,
      eventName: 'CopyDBClusterSnapshot',
      requestParameters: {
        sourceDBClusterSnapshotIdentifier: 'arn:aws:rds:us-east-1:999999999999:cluster-snapshot:theirs',
        targetDBClusterSnapshotIdentifier: 'aurora-prod-backup',
      },
    },
    touches: [
      {
        store: 'arn:aws:rds:us-east-1:999999999999:cluster-snapshot:theirs',
        effect: 'copied-out',
        grantee: OF_CLUSTER,
      },
      { store: OF_CLUSTER, effect: 'written' },
    ],
  },
]

const ENDED: readonly ServiceExample[] = [
  {
    name: 'a snapshot is deleted, and with it what it was shared with',
    record: {
      ...RDS,
      eventName: 'DeleteDBSnapshot',
      requestParameters: { dBSnapshotIdentifier: 'exfiltration' },
      responseElements: { dBSnapshotArn: SNAPSHOT, status: 'deleted' },
    },
    touches: [
      { store: SNAPSHOT, effect: 'destroyed', grant: null },
      { store: SNAPSHOT, effect: 'named', grantee: '*all*', grant: 'close' },
    ],
    changes: [
      { kind: 'destruction', subject: `deleted ${SNAPSHOT}`, does: 'open' },
      { kind: 'configuration', subject: `database snapshot ${SNAPSHOT}`, does: 'close' },
      { kind: 'exposure', subject: `database snapshot ${SNAPSHOT} / restore`, does: 'close' },
    ],
  },
  {
    name: 'a snapshot of a cluster is deleted in vain',
    record: {
      ...RDS,
      eventName: 'DeleteDBClusterSnapshot',
      errorCode: 'AccessDenied',
      requestParameters: { dBClusterSnapshotIdentifier: 'aurora-prod-backup' },
    },
    touches: [{ store: OF_CLUSTER, effect: 'destroyed' }],
    changes: [],
  },
  {
    name: 'the tags of a snapshot show that it exists',
    record: { ...RDS, eventName: 'ListTagsForResource', requestParameters: { resourceName: SNAPSHOT } },
    touches: [{ store: SNAPSHOT, effect: 'named' }],
  },
]

/** Taking, copying and deleting snapshots. */
export const SNAPSHOT_EXAMPLES: readonly ServiceExample[] = [...TAKEN, ...ENDED]
