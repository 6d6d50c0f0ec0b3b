import type { ServiceExample } from '../../../domain/service-row.ts'

const RDS = { eventSource: 'rds.amazonaws.com', managementEvent: true }
const SNAPSHOT = 'arn:aws:rds:us-east-1:123837392027:snapshot:exfiltration'
const CLUSTER = 'arn:aws:rds:us-east-1:123837392027:cluster:aurora-prod'
const OF_CLUSTER = 'arn:aws:rds:us-east-1:123837392027:cluster-snapshot:aurora-prod-backup'
const OUTSIDE = 'arn:aws:s3:::my-export-bucket'

function attribute(request: object): object {
  return {
    ...RDS,
    eventName: 'ModifyDBSnapshotAttribute',
    requestParameters: { dBSnapshotIdentifier: 'exfiltration', attributeName: 'restore', ...request },
  }
}

function exported(sourceArn: string): object {
  return {
    ...RDS,
    eventName: 'StartExportTask',
    requestParameters: {
      exportTaskIdentifier: 'export-snapshot-2024-01-15-103000',
      sourceArn,
      s3BucketName: 'my-export-bucket',
      iamRoleArn: 'arn:aws:iam::123456789012:role/RDSExportRole',
    },
  }
}

/** Sharing snapshots and exporting them. */
export const SHARING_EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'a snapshot is shared with another account',
    record: attribute({ valuesToAdd: ['503161813013'] }),
    touches: [{ store: SNAPSHOT, effect: 'shared', grantee: '503161813013', grant: 'open' }],
    changes: [{ kind: 'exposure', subject: `database snapshot ${SNAPSHOT} / restore / 503161813013`, does: 'open' }],
  },
  {
    name: 'the sharing is withdrawn',
    record: attribute({ valuesToRemove: ['193672423079'] }),
    touches: [{ store: SNAPSHOT, effect: 'named', grantee: '193672423079', grant: 'close' }],
    changes: [{ kind: 'exposure', subject: `database snapshot ${SNAPSHOT} / restore / 193672423079`, does: 'close' }],
  },
  {
    name: 'a snapshot of a cluster is made public',
    record: {
      ...RDS,
      eventName: 'ModifyDBClusterSnapshotAttribute',
      requestParameters: {
        dBClusterSnapshotIdentifier: 'aurora-prod-backup',
        attributeName: 'restore',
        valuesToAdd: ['all'],
      },
    },
    touches: [{ store: OF_CLUSTER, effect: 'shared', grantee: '*', grant: 'open' }],
    changes: [{ kind: 'exposure', subject: `cluster snapshot ${OF_CLUSTER} / restore / *`, does: 'open' }],
  },
  {
    name: 'a sharing that the record leaves out may let anybody in',
    record: attribute({}),
    touches: [{ store: SNAPSHOT, effect: 'named' }],
    changes: [{ kind: 'exposure', subject: `database snapshot ${SNAPSHOT} / restore`, does: 'open' }],
  },
  {
    name: 'a snapshot is exported to a bucket',
    record: exported(SNAPSHOT),
    touches: [
      { store: SNAPSHOT, effect: 'copied-out', grantee: OUTSIDE },
      { store: OUTSIDE, effect: 'written' },
    ],
    changes: [{ kind: 'configuration', subject: 'export task export-snapshot-2024-01-15-103000', does: 'open' }],
  },
  {
    name: 'a whole cluster is exported to a bucket',
    record: exported(CLUSTER),
    touches: [
      { store: CLUSTER, effect: 'copied-out', grantee: OUTSIDE },
      { store: OUTSIDE, effect: 'written' },
    ],
  },
]
