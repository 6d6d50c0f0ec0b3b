import type { Channel, StoreKind } from '../../../domain/service-row.ts'
import { mayBeBeside } from '../../../domain/touch.ts'
import { mayBeTheSame, namespaceOf, snapshotOf, workgroupOf } from './names.ts'

const MANAGEMENT = 'the CloudTrail log files of {account} in {region} with their digest files'

const LOG_IN: Channel = {
  kind: 'log-in',
  way: 'SQL over the network or in a query editor, with a password or with credentials that were handed out',
  recordedBy: 'nothing',
  settledBy:
    'the log exports of the namespace (connections, users, user activity), where `aws redshift-serverless list-namespaces --region {region}` shows them on, and its table SYS_QUERY_HISTORY, which keeps some days',
}

const STATEMENTS: Channel = {
  kind: 'management-call',
  way: 'SQL by the Data API, whose statements no record shows',
  recordedBy: 'management-events',
  settledBy: `${MANAGEMENT} for who sent statements, and SYS_QUERY_HISTORY for what they were`,
}

const NAMESPACE: readonly Channel[] = [
  LOG_IN,
  STATEMENTS,
  {
    kind: 'management-call',
    way: 'taking a snapshot of it, or restoring one',
    recordedBy: 'management-events',
    settledBy: MANAGEMENT,
  },
  {
    kind: 'continuing-grant',
    way: 'a datashare, or snapshots that are copied to another region',
    recordedBy: 'nothing',
    settledBy:
      '`aws redshift describe-data-shares --region {region}` and `aws redshift-serverless list-snapshot-copy-configurations --namespace-name {name} --region {region}`',
  },
  {
    kind: 'other-service',
    way: 'UNLOAD to a bucket, or a call of a function, with a role that the namespace holds',
    recordedBy: 'data-events',
    settledBy:
      'the data events of the buckets for sessions of its roles, which `aws redshift-serverless get-namespace --namespace-name {name} --region {region}` lists',
  },
  {
    kind: 'neighbour',
    way: 'a snapshot, a recovery point or unloaded files that hold its content',
    recordedBy: 'nothing',
    settledBy:
      '`aws redshift-serverless list-snapshots --namespace-name {name} --region {region}`, `aws redshift-serverless list-recovery-points --namespace-name {name} --region {region}` and the buckets that statements unload to',
  },
]

const SNAPSHOT: readonly Channel[] = [
  {
    kind: 'management-call',
    way: 'restoring a namespace or a table of it',
    recordedBy: 'management-events',
    settledBy: MANAGEMENT,
  },
  {
    kind: 'continuing-grant',
    way: 'a policy that lets another account restore it',
    recordedBy: 'nothing',
    settledBy:
      '`aws redshift-serverless list-snapshots --region {region}` for its accounts with access; what another account restores of it is recorded there alone',
  },
  {
    kind: 'neighbour',
    way: 'the namespace it was taken of, or one that was made of it',
    recordedBy: 'nothing',
    settledBy: 'a list of the namespaces, clusters and snapshots of {account} in every region',
  },
]

/** Namespaces, which hold the data, workgroups, by which they are reached, and snapshots. */
export const STORES: Readonly<Record<string, StoreKind>> = {
  'redshift-namespace': {
    title: 'Redshift namespace',
    name: namespaceOf,
    channels: NAMESPACE,
    holds: mayBeTheSame,
  },
  'redshift-workgroup': {
    title: 'Redshift workgroup',
    name: workgroupOf,
    channels: [LOG_IN, STATEMENTS],
    // A workgroup holds the data of its namespace; calls on it do not tell which one that is.
    holds: (group, member) =>
      mayBeTheSame(group, member) || (member.kind === 'redshift-namespace' && mayBeBeside(group, member)),
  },
  'redshift-serverless-snapshot': {
    title: 'Redshift Serverless snapshot',
    name: snapshotOf,
    channels: SNAPSHOT,
    holds: mayBeTheSame,
  },
}
