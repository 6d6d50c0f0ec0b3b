import { endings, opening, type Words } from '../../../domain/change-forms.ts'
import { closing, creation, deletion } from '../../../domain/change-spec.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { shellWord } from '../../../domain/shell-word.ts'
import { FLOW_CHANGES } from './flow-changes.ts'
import { asked } from './names.ts'
import { dataApi, modified, openFromBirth, TOPICS } from './setting-changes.ts'
import { shared } from './sharing-changes.ts'
import {
  CLUSTER,
  CLUSTER_SNAPSHOT,
  type Database,
  INSTANCE,
  onDatabase,
  partOf,
  SNAPSHOT,
  TARGET,
  words,
} from './things.ts'

/** A database was made, with whatever lets outsiders in to it from its start. */
function born(of: Database): readonly ChangeSpec[] {
  return [...creation(of, onDatabase(of, `delete-${of.word}`, ' --skip-final-snapshot')), ...openFromBirth(of)]
}

const LOST =
  'restore it from a snapshot or an automated backup, where one was kept; the deletion itself cannot be undone'

/** A deleted database comes back from its last snapshot, where one was taken. */
function back(of: Database): Words {
  const last = asked('finalDBSnapshotIdentifier', 'finalDBClusterSnapshotIdentifier')
  const [verb, option] =
    of.word === 'db-instance'
      ? ['restore-db-instance-from-db-snapshot', 'db-snapshot-identifier']
      : ['restore-db-cluster-from-snapshot --engine ENGINE', 'snapshot-identifier']
  return (call) => {
    const [name] = last(call)
    return name === undefined ? LOST : onDatabase(of, verb, ` --${option} ${shellWord(name)}`)(call)
  }
}

const AGAIN: Words = () => 'take a new snapshot; the deleted one cannot be brought back'

/** A database was deleted, and with it whatever its settings opened. */
function gone(of: Database): readonly ChangeSpec[] {
  const topics = [...TOPICS, 'activity stream', 'stopped']
  return [
    ...deletion(of, back(of)),
    ...endings(
      'configuration',
      topics.map((topic) => partOf(of, topic)),
      (call) => `deleted ${words(of)(call)}`,
    ),
  ]
}

/** A snapshot was deleted; who may restore it does not matter any more. */
function dropped(of: Database): readonly ChangeSpec[] {
  return [...deletion(of, AGAIN), closing('exposure', partOf(of, 'restore'), (call) => `deleted ${words(of)(call)}`)]
}

function taken(of: Database): readonly ChangeSpec[] {
  return creation(of, onDatabase(of, `delete-${of.word}`))
}

function stopped(of: Database): ChangeSpec {
  const verb = of.word === 'db-instance' ? 'start-db-instance' : 'start-db-cluster'
  return opening('destruction', partOf(of, 'stopped'), (call) => `stopped ${words(of)(call)}`, onDatabase(of, verb))
}

function started(of: Database): ChangeSpec {
  return closing('destruction', partOf(of, 'stopped'), (call) => `started ${words(of)(call)}`)
}

/** Automated backups of a database that may be gone itself; they have ids of their own. */
function backupsDeleted(...fields: readonly string[]): ChangeSpec {
  const id = asked(...fields)
  return opening(
    'destruction',
    (call) => (id(call)[0] === undefined ? null : `deleted automated backups ${id(call)[0]}`),
    (call) => `deleted the automated backups \`${id(call)[0] ?? 'unknown'}\``,
    () => 'nothing brings them back; take a snapshot of what is left',
  )
}

/** What calls on databases and their snapshots change for longer than themselves. */
export const CHANGES: Readonly<Record<string, CallChanges>> = {
  ...FLOW_CHANGES,
  CreateDBInstance: born(INSTANCE),
  CreateDBInstanceReadReplica: born(INSTANCE),
  RestoreDBInstanceFromDBSnapshot: born(INSTANCE),
  RestoreDBInstanceFromS3: born(INSTANCE),
  RestoreDBInstanceToPointInTime: born(TARGET),
  CreateDBCluster: born(CLUSTER),
  RestoreDBClusterFromSnapshot: born(CLUSTER),
  RestoreDBClusterFromS3: born(CLUSTER),
  RestoreDBClusterToPointInTime: born(CLUSTER),
  DeleteDBInstance: gone(INSTANCE),
  DeleteDBCluster: gone(CLUSTER),
  ModifyDBInstance: modified(INSTANCE),
  ModifyDBCluster: modified(CLUSTER),
  EnableHttpEndpoint: dataApi(CLUSTER, 'open'),
  DisableHttpEndpoint: dataApi(CLUSTER, 'close'),
  StopDBInstance: stopped(INSTANCE),
  StartDBInstance: started(INSTANCE),
  StopDBCluster: stopped(CLUSTER),
  StartDBCluster: started(CLUSTER),
  CreateDBSnapshot: taken(SNAPSHOT),
  CopyDBSnapshot: taken(SNAPSHOT),
  DeleteDBSnapshot: dropped(SNAPSHOT),
  CreateDBClusterSnapshot: taken(CLUSTER_SNAPSHOT),
  CopyDBClusterSnapshot: taken(CLUSTER_SNAPSHOT),
  DeleteDBClusterSnapshot: dropped(CLUSTER_SNAPSHOT),
  ModifyDBSnapshotAttribute: shared(SNAPSHOT),
  ModifyDBClusterSnapshotAttribute: shared(CLUSTER_SNAPSHOT),
  DeleteDBInstanceAutomatedBackup: backupsDeleted('dbiResourceId', 'dBInstanceAutomatedBackupsArn'),
  DeleteDBClusterAutomatedBackup: backupsDeleted('dbClusterResourceId'),
}
