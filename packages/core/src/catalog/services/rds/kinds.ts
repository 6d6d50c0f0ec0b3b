import type { Channel, StoreKind } from '../../../domain/service-row.ts'
import { clusterOf, clusterSnapshotOf, instanceOf, snapshotOf } from './names.ts'

const MANAGEMENT = 'the CloudTrail log files of {account} in {region} with their digest files'

function managed(way: string): Channel {
  return { kind: 'management-call', way, recordedBy: 'management-events', settledBy: MANAGEMENT }
}

function logIn(describe: string): Channel {
  return {
    kind: 'log-in',
    way: 'SQL over the network, with a password or a token that was stolen or made',
    recordedBy: 'nothing',
    settledBy: `the audit log of the database, where it was switched on, and \`${describe}\` for its address and its security groups`,
  }
}

const SHARED: Channel = {
  kind: 'continuing-grant',
  way: 'a permission that lets another account, or everyone, restore or copy it',
  recordedBy: 'nothing',
  settledBy: 'the attributes of the snapshot; what another account restores of it is recorded there alone',
}

const INSTANCE: readonly Channel[] = [
  logIn('aws rds describe-db-instances --db-instance-identifier {name} --region {region}'),
  managed('taking a snapshot of it, restoring a former state, making a replica or fetching its log files'),
  {
    kind: 'continuing-grant',
    way: 'an activity stream, an integration or copied backups that carry its content elsewhere',
    recordedBy: 'nothing',
    settledBy:
      '`aws rds describe-db-instances --db-instance-identifier {name} --region {region}` and `aws rds describe-integrations --region {region}`',
  },
  {
    kind: 'neighbour',
    way: 'a snapshot, an automated backup, an export or a replica that holds its content',
    recordedBy: 'nothing',
    settledBy:
      '`aws rds describe-db-snapshots --db-instance-identifier {name} --region {region}`, `aws rds describe-db-instance-automated-backups --db-instance-identifier {name} --region {region}` and `aws rds describe-export-tasks --region {region}`',
  },
]

const CLUSTER: readonly Channel[] = [
  logIn('aws rds describe-db-clusters --db-cluster-identifier {name} --region {region}'),
  {
    kind: 'data-call',
    way: 'SQL by the Data API, with a secret that holds its password',
    recordedBy: 'data-events',
    settledBy:
      'the data events of the cluster, which are selected apart, and `aws rds describe-db-clusters --db-cluster-identifier {name} --region {region}` to show whether its HTTP endpoint was on; for Aurora Serverless v1 these calls are management events that a trail may leave out',
  },
  managed('taking a snapshot of it, restoring a former state, or exporting it'),
  {
    kind: 'continuing-grant',
    way: 'an activity stream or an integration that carries its content elsewhere',
    recordedBy: 'nothing',
    settledBy:
      '`aws rds describe-db-clusters --db-cluster-identifier {name} --region {region}` and `aws rds describe-integrations --region {region}`',
  },
  {
    kind: 'neighbour',
    way: 'a snapshot, an automated backup, an export or a replica that holds its content',
    recordedBy: 'nothing',
    settledBy:
      '`aws rds describe-db-cluster-snapshots --db-cluster-identifier {name} --region {region}`, `aws rds describe-db-cluster-automated-backups --db-cluster-identifier {name} --region {region}` and `aws rds describe-export-tasks --region {region}`',
  },
]

const COPIES: Channel = {
  kind: 'neighbour',
  way: 'the database it was taken of, or a copy, an export or a database that was made of it',
  recordedBy: 'nothing',
  settledBy:
    '`aws rds describe-export-tasks --source-arn {id} --region {region}` and a list of the databases of {account}',
}

const SNAPSHOT: readonly Channel[] = [
  managed('restoring it, copying it or exporting it to a bucket'),
  {
    ...SHARED,
    settledBy: `\`aws rds describe-db-snapshot-attributes --db-snapshot-identifier {name} --region {region}\`: ${SHARED.settledBy}`,
  },
  COPIES,
]

const CLUSTER_SNAPSHOT: readonly Channel[] = [
  managed('restoring it, copying it or exporting it to a bucket'),
  {
    ...SHARED,
    settledBy: `\`aws rds describe-db-cluster-snapshot-attributes --db-cluster-snapshot-identifier {name} --region {region}\`: ${SHARED.settledBy}`,
  },
  COPIES,
]

/** Databases and their snapshots, and the ways into them. */
export const STORES: Readonly<Record<string, StoreKind>> = {
  'rds-instance': { title: 'database instance', name: instanceOf, channels: INSTANCE },
  'rds-cluster': { title: 'database cluster', name: clusterOf, channels: CLUSTER },
  'rds-snapshot': { title: 'database snapshot', name: snapshotOf, channels: SNAPSHOT },
  'rds-cluster-snapshot': { title: 'cluster snapshot', name: clusterSnapshotOf, channels: CLUSTER_SNAPSHOT },
}
