import type { Channel, StoreKind } from '../../../domain/service-row.ts'
import { mayBeBeside } from '../../../domain/touch.ts'
import { clusterOf, shareOf, shortSnapshotId, snapshotOf } from './names.ts'

const MANAGEMENT = 'the CloudTrail log files of {account} in {region} with their digest files'
const DESCRIBED = '`aws redshift describe-clusters --cluster-identifier {name} --region {region}`'

const CLUSTER: readonly Channel[] = [
  {
    kind: 'log-in',
    way: 'SQL over the network or in a query editor, with a password, or with credentials that were handed out for a database user',
    recordedBy: 'nothing',
    settledBy: `the audit logs of the cluster (connections, users, user activity), where \`aws redshift describe-logging-status --cluster-identifier {name} --region {region}\` shows them on, and its tables SYS_QUERY_HISTORY and STL_CONNECTION_LOG, which keep some days; ${DESCRIBED} for its address and its security groups`,
  },
  {
    kind: 'management-call',
    way: 'SQL by the Data API, whose statements no record shows',
    recordedBy: 'management-events',
    settledBy: `${MANAGEMENT} for who sent statements, and \`aws redshift-data list-statements --region {region}\` or SYS_QUERY_HISTORY for what they were`,
  },
  {
    kind: 'management-call',
    way: 'taking a snapshot of it, or restoring one',
    recordedBy: 'management-events',
    settledBy: MANAGEMENT,
  },
  {
    kind: 'continuing-grant',
    way: 'a datashare, an endpoint of another account, or snapshots that are copied to another region',
    recordedBy: 'nothing',
    settledBy: `\`aws redshift describe-data-shares --region {region}\`, \`aws redshift describe-endpoint-authorization --cluster-identifier {name} --region {region}\` and ${DESCRIBED}`,
  },
  {
    kind: 'other-service',
    way: 'UNLOAD to a bucket, or a call of a function, with a role that the cluster holds',
    recordedBy: 'data-events',
    settledBy: `the data events of the buckets for sessions of its roles, which ${DESCRIBED} lists, and its table SYS_UNLOAD_HISTORY`,
  },
  {
    kind: 'neighbour',
    way: 'a snapshot, a copy in another region or unloaded files that hold its content',
    recordedBy: 'nothing',
    settledBy:
      '`aws redshift describe-cluster-snapshots --cluster-identifier {name} --region {region}` and the buckets that statements unload to',
  },
]

const SNAPSHOT: readonly Channel[] = [
  {
    kind: 'management-call',
    way: 'restoring a cluster or a table of it, or copying it',
    recordedBy: 'management-events',
    settledBy: MANAGEMENT,
  },
  {
    kind: 'continuing-grant',
    way: 'a permission that lets another account restore it',
    recordedBy: 'nothing',
    settledBy:
      '`aws redshift describe-cluster-snapshots --region {region}`, whose AccountsWithRestoreAccess names them; what another account restores of it is recorded there alone',
  },
  {
    kind: 'neighbour',
    way: 'the cluster it was taken of, a copy of it, or a cluster that was made of it',
    recordedBy: 'nothing',
    settledBy: 'a list of the clusters and snapshots of {account} in every region',
  },
]

const SHARE: readonly Channel[] = [
  {
    kind: 'continuing-grant',
    way: 'queries of the consumers that it is open to',
    recordedBy: 'nothing',
    settledBy:
      '`aws redshift describe-data-shares --data-share-arn {id} --region {region}` for its consumers, and SYS_DATASHARE_USAGE_PRODUCER in the producing database for what they did',
  },
]

const HOLDERS: ReadonlySet<string> = new Set(['redshift-cluster', 'redshift-namespace'])

/** Clusters, their snapshots and what is shared of them, and the ways in. */
export const STORES: Readonly<Record<string, StoreKind>> = {
  'redshift-cluster': { title: 'Redshift cluster', name: clusterOf, channels: CLUSTER },
  'redshift-snapshot': {
    title: 'Redshift snapshot',
    name: snapshotOf,
    shortId: shortSnapshotId,
    channels: SNAPSHOT,
  },
  'redshift-datashare': {
    title: 'Redshift datashare',
    name: shareOf,
    channels: SHARE,
    // The record tells the number of the producing database, and that tells no cluster: any of the place may be the one.
    holds: (share, member) => HOLDERS.has(member.kind) && mayBeBeside(share, member),
  },
}
