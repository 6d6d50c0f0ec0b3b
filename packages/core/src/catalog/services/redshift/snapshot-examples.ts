import type { ServiceExample } from '../../../domain/service-row.ts'

const REDSHIFT = { eventSource: 'redshift.amazonaws.com', managementEvent: true }
const PLACE = 'arn:aws:redshift:us-east-1:123837392027'
const CLUSTER = `${PLACE}:cluster:warehouse`
const SNAPSHOT = `${PLACE}:snapshot:warehouse/exfiltration`
const ALONE = `${PLACE}:snapshot:*/exfiltration`

function access(eventName: string, request: object): object {
  return { ...REDSHIFT, eventName, requestParameters: { snapshotIdentifier: 'exfiltration', ...request } }
}

/** Taking, sharing, restoring and deleting snapshots. */
export const SNAPSHOT_EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'a snapshot is taken of a cluster',
    record: {
      ...REDSHIFT,
      eventName: 'CreateClusterSnapshot',
      requestParameters: { snapshotIdentifier: 'exfiltration', clusterIdentifier: 'warehouse' },
      responseElements: { snapshotIdentifier: 'exfiltration', clusterIdentifier: 'warehouse', status: 'creating' },
    },
    touches: [
      { store: CLUSTER, effect: 'copied-out', grantee: SNAPSHOT },
      { store: SNAPSHOT, effect: 'written' },
    ],
    changes: [
      { kind: 'configuration', subject: `Redshift snapshot ${SNAPSHOT}`, does: 'open' },
      { kind: 'destruction', subject: `deleted Redshift snapshot ${SNAPSHOT}`, does: 'close' },
    ],
  },
  {
    name: 'an automated snapshot is copied to keep it',
    record: {
      ...REDSHIFT,
      eventName: 'CopyClusterSnapshot',
      requestParameters: {
        sourceSnapshotIdentifier: 'rs:warehouse-2026-03-24-00-00-00',
        sourceSnapshotClusterIdentifier: 'warehouse',
        targetSnapshotIdentifier: 'exfiltration',
      },
    },
    touches: [
      {
        store: `${PLACE}:snapshot:warehouse/rs:warehouse-2026-03-24-00-00-00`,
        effect: 'copied-out',
        grantee: SNAPSHOT,
      },
      { store: SNAPSHOT, effect: 'written' },
    ],
  },
  {
    name: 'a snapshot is shared with another account by its name alone',
    record: access('AuthorizeSnapshotAccess', { accountWithRestoreAccess: '503161813013' }),
    touches: [{ store: ALONE, effect: 'shared', grantee: '503161813013', grant: 'open' }],
    changes: [{ kind: 'exposure', subject: `Redshift snapshot ${ALONE} / restore 503161813013`, does: 'open' }],
  },
  {
    name: 'the answer tells the cluster of a snapshot that is shared',
    record: {
      ...access('AuthorizeSnapshotAccess', { accountWithRestoreAccess: '503161813013' }),
      responseElements: { snapshotIdentifier: 'exfiltration', clusterIdentifier: 'warehouse' },
    },
    touches: [
      { store: SNAPSHOT, effect: 'shared', grantee: '503161813013', grant: 'open' },
      { store: CLUSTER, effect: 'named' },
    ],
  },
  {
    name: 'a sharing whose account the record leaves out may let anybody in',
    record: access('AuthorizeSnapshotAccess', {}),
    touches: [{ store: ALONE, effect: 'shared', grantee: 'unknown', grant: 'open' }],
    changes: [{ kind: 'exposure', subject: 'unnamed e-1', does: 'open' }],
  },
  {
    name: 'the sharing is withdrawn',
    record: access('RevokeSnapshotAccess', {
      snapshotClusterIdentifier: 'warehouse',
      accountWithRestoreAccess: '503161813013',
    }),
    touches: [{ store: SNAPSHOT, effect: 'named', grantee: '503161813013', grant: 'close' }],
    changes: [{ kind: 'exposure', subject: `Redshift snapshot ${SNAPSHOT} / restore 503161813013`, does: 'close' }],
  },
  {
    name: 'a withdrawal whose account the record leaves out ends nothing',
    record: access('RevokeSnapshotAccess', {}),
    touches: [{ store: ALONE, effect: 'named', grantee: null, grant: null }],
    changes: [],
  },
  {
    name: 'a snapshot of another account is restored, open to everybody',
    record: {
      ...REDSHIFT,
      eventName: 'RestoreFromClusterSnapshot',
      requestParameters: {
        clusterIdentifier: 'elsewhere',
        snapshotIdentifier: 'theirs',
        snapshotClusterIdentifier: 'prod',
        ownerAccount: '999999999999',
        publiclyAccessible: true,
      },
      responseElements: { clusterIdentifier: 'elsewhere', clusterStatus: 'creating' },
    },
    touches: [
      {
        store: 'arn:aws:redshift:us-east-1:999999999999:snapshot:prod/theirs',
        effect: 'copied-out',
        grantee: `${PLACE}:cluster:elsewhere`,
      },
      { store: `${PLACE}:cluster:elsewhere`, effect: 'written' },
    ],
    changes: [
      { kind: 'configuration', subject: `Redshift cluster ${PLACE}:cluster:elsewhere`, does: 'open' },
      { kind: 'destruction', subject: `deleted Redshift cluster ${PLACE}:cluster:elsewhere`, does: 'close' },
      { kind: 'exposure', subject: `Redshift cluster ${PLACE}:cluster:elsewhere / public address`, does: 'open' },
    ],
  },
  {
    name: 'snapshots are deleted together, and with them who they were shared with',
    record: {
      ...REDSHIFT,
      eventName: 'BatchDeleteClusterSnapshots',
      requestParameters: {
        identifiers: [
          { snapshotIdentifier: 'exfiltration', snapshotClusterIdentifier: 'warehouse' },
          { snapshotIdentifier: 'other' },
        ],
      },
    },
    touches: [
      { store: SNAPSHOT, effect: 'destroyed' },
      { store: `${PLACE}:snapshot:*/other`, effect: 'destroyed' },
      { store: SNAPSHOT, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: `${PLACE}:snapshot:*/other`, effect: 'named', grantee: '*all*', grant: 'close' },
    ],
    changes: [
      { kind: 'destruction', subject: `deleted Redshift snapshot ${SNAPSHOT}`, does: 'open' },
      { kind: 'configuration', subject: `Redshift snapshot ${SNAPSHOT}`, does: 'close' },
      { kind: 'destruction', subject: `deleted Redshift snapshot ${PLACE}:snapshot:*/other`, does: 'open' },
      { kind: 'configuration', subject: `Redshift snapshot ${PLACE}:snapshot:*/other`, does: 'close' },
    ],
  },
]
