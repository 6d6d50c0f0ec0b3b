import type { CallEvent } from '../../../domain/call.ts'
import { pickText } from '../../../domain/json.ts'
import { closeAll, openTo } from '../../../domain/policy-grants.ts'
import type { Action, Grant, StoreAt } from '../../../domain/service-row.ts'
import { FLOW_ACTIONS } from './flow-actions.ts'
import {
  added,
  arnsIn,
  asked,
  bucketIn,
  clusterOf,
  clusterSnapshotOf,
  clusterSnapshotsOf,
  clustersOf,
  instanceOf,
  instancesOf,
  removed,
  restoredInstances,
  snapshotOf,
  snapshotsOf,
} from './names.ts'

type To = (call: CallEvent) => string | null
type Texts = (call: CallEvent) => readonly string[]

const INSTANCE: StoreAt = { kind: 'rds-instance', at: instancesOf }
const CLUSTER: StoreAt = { kind: 'rds-cluster', at: clustersOf }
const SNAPSHOT: StoreAt = { kind: 'rds-snapshot', at: snapshotsOf }
const CLUSTER_SNAPSHOT: StoreAt = { kind: 'rds-cluster-snapshot', at: clusterSnapshotsOf }
const BUCKET: StoreAt = {
  kind: 's3-bucket',
  at: (call) => {
    const bucket = bucketIn(call)
    return bucket === null ? [] : [bucket]
  },
}

/** The id of the store that content was copied to. */
function into(of: typeof instanceOf, texts: Texts): To {
  return (call) => of(texts(call)[0] ?? '', call)?.id ?? null
}

const toInstance = into(instanceOf, instancesOf)
const toCluster = into(clusterOf, clustersOf)
const toSnapshot = into(snapshotOf, snapshotsOf)
const toClusterSnapshot = into(clusterSnapshotOf, clusterSnapshotsOf)

function write(on: StoreAt): Action {
  return { logged: 'management', on, effect: 'written', names: 'one' }
}

function destroy(on: StoreAt): Action {
  return { ...write(on), effect: 'destroyed' }
}

function copy(on: StoreAt, to: To): Action {
  return { ...write(on), effect: 'copied-out', to }
}

function instance(...fields: readonly string[]): StoreAt {
  return { kind: 'rds-instance', at: asked(...fields) }
}

function cluster(...fields: readonly string[]): StoreAt {
  return { kind: 'rds-cluster', at: asked(...fields) }
}

function snapshot(...fields: readonly string[]): StoreAt {
  return { kind: 'rds-snapshot', at: asked(...fields) }
}

function clusterSnapshot(...fields: readonly string[]): StoreAt {
  return { kind: 'rds-cluster-snapshot', at: asked(...fields) }
}

/** A cluster is restored from a snapshot of an instance by its whole ARN alone; a bare name is a cluster's (RDS API reference). */
const INSTANCE_SNAPSHOT: StoreAt = { kind: 'rds-snapshot', at: arnsIn('snapshotIdentifier') }

const NEW_TARGET: StoreAt = { kind: 'rds-instance', at: restoredInstances }

/** The last snapshot that is taken of a database when it is deleted. */
const FINAL: readonly string[] = ['finalDBSnapshotIdentifier', 'finalDBClusterSnapshotIdentifier']
const FINAL_SNAPSHOT = snapshot(...FINAL)
const FINAL_CLUSTER_SNAPSHOT = clusterSnapshot(...FINAL)

function hasFinal(call: CallEvent): boolean {
  return asked(...FINAL)(call).length > 0
}

function sharing(on: StoreAt): Action {
  const grants = (call: CallEvent): readonly Grant[] => [
    ...openTo(added(call), 'restore'),
    ...removed(call).map((grantee): Grant => ({ grantee, grant: 'close', key: 'restore' })),
  ]
  return { ...write(on), effect: 'shared', grants }
}

function deleted(on: StoreAt): readonly Action[] {
  return [destroy(on), { ...write(on), effect: 'shared', grants: () => closeAll('restore') }]
}

const LOG_READ: Action = {
  ...write(INSTANCE),
  effect: 'read',
  payload: 'object',
  object: (call) => asked('logFileName')(call)[0] ?? null,
}

/** Statements are hidden in the record, and it calls all of them writing; any of them may have read, so each one counts as a read. */
const STATEMENT: Action = { logged: 'data', on: CLUSTER, effect: 'read', names: 'one', payload: 'object' }

function both(action: (on: StoreAt) => Action): readonly Action[] {
  return [action(INSTANCE), action(CLUSTER)]
}

/** What calls on databases and their snapshots do. */
export const ACTIONS: Readonly<Record<string, Action | readonly Action[]>> = {
  ...FLOW_ACTIONS,
  CreateDBInstance: write(INSTANCE),
  CreateDBCluster: [
    copy({ kind: 'rds-cluster', at: arnsIn('replicationSourceIdentifier') }, toCluster),
    copy({ kind: 'rds-instance', at: arnsIn('replicationSourceIdentifier') }, toCluster),
    write(CLUSTER),
  ],
  // A replica is a whole copy, and is kept up to date.
  CreateDBInstanceReadReplica: [
    copy(instance('sourceDBInstanceIdentifier'), toInstance),
    copy(cluster('sourceDBClusterIdentifier'), toInstance),
    write(INSTANCE),
  ],
  CreateBlueGreenDeployment: both((on) => copy(on, (call) => pickText(call.response, 'target'))),
  DeleteDBInstance: [
    { ...copy(INSTANCE, into(snapshotOf, asked(...FINAL))), when: hasFinal },
    write(FINAL_SNAPSHOT),
    destroy(INSTANCE),
  ],
  DeleteDBCluster: [
    { ...copy(CLUSTER, into(clusterSnapshotOf, asked(...FINAL))), when: hasFinal },
    write(FINAL_CLUSTER_SNAPSHOT),
    destroy(CLUSTER),
  ],
  CreateDBSnapshot: [copy(INSTANCE, toSnapshot), write(SNAPSHOT)],
  CreateDBClusterSnapshot: [copy(CLUSTER, toClusterSnapshot), write(CLUSTER_SNAPSHOT)],
  CopyDBSnapshot: [copy(snapshot('sourceDBSnapshotIdentifier'), toSnapshot), write(SNAPSHOT)],
  CopyDBClusterSnapshot: [
    copy(clusterSnapshot('sourceDBClusterSnapshotIdentifier'), toClusterSnapshot),
    write(CLUSTER_SNAPSHOT),
  ],
  ModifyDBSnapshotAttribute: sharing(SNAPSHOT),
  ModifyDBClusterSnapshotAttribute: sharing(CLUSTER_SNAPSHOT),
  DeleteDBSnapshot: deleted(SNAPSHOT),
  DeleteDBClusterSnapshot: deleted(CLUSTER_SNAPSHOT),
  RestoreDBInstanceFromDBSnapshot: [
    copy(snapshot('dBSnapshotIdentifier'), toInstance),
    copy(clusterSnapshot('dBClusterSnapshotIdentifier'), toInstance),
    write(INSTANCE),
  ],
  RestoreDBInstanceToPointInTime: [
    copy(instance('sourceDBInstanceIdentifier'), into(instanceOf, restoredInstances)),
    write(NEW_TARGET),
  ],
  RestoreDBInstanceFromS3: [copy(BUCKET, toInstance), write(INSTANCE)],
  RestoreDBClusterFromSnapshot: [
    copy(clusterSnapshot('snapshotIdentifier'), toCluster),
    copy(INSTANCE_SNAPSHOT, toCluster),
    write(CLUSTER),
  ],
  RestoreDBClusterToPointInTime: [copy(cluster('sourceDBClusterIdentifier'), toCluster), write(CLUSTER)],
  RestoreDBClusterFromS3: [copy(BUCKET, toCluster), write(CLUSTER)],
  StartExportTask: [
    copy({ kind: 'rds-snapshot', at: arnsIn('sourceArn') }, bucketIn),
    copy({ kind: 'rds-cluster-snapshot', at: arnsIn('sourceArn') }, bucketIn),
    copy({ kind: 'rds-cluster', at: arnsIn('sourceArn') }, bucketIn),
    write(BUCKET),
  ],
  DownloadDBLogFilePortion: LOG_READ,
  DownloadCompleteDBLogFile: LOG_READ,
  ExecuteStatement: STATEMENT,
  BatchExecuteStatement: STATEMENT,
  ExecuteSql: STATEMENT,
}
