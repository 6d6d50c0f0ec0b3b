import type { CallEvent } from '../../../domain/call.ts'
import { command, part, REGION, type Words } from '../../../domain/change-forms.ts'
import { about, type FromCall, type Thing } from '../../../domain/change-spec.ts'
import {
  clusterOf,
  clusterSnapshotOf,
  clusterSnapshotsOf,
  clustersOf,
  instanceOf,
  instancesOf,
  restoredInstances,
  snapshotOf,
  snapshotsOf,
} from './names.ts'

/** A database or a snapshot, and how the command line writes its kind. */
export interface Database extends Thing {
  /** `db-instance`: part of verbs, and with `-identifier` the option that names it. */
  readonly word: 'db-instance' | 'db-cluster' | 'db-snapshot' | 'db-cluster-snapshot'
}

type Texts = (call: CallEvent) => readonly string[]

function database(noun: string, word: Database['word'], texts: Texts, of: typeof instanceOf): Database {
  const found = (call: CallEvent): ReturnType<typeof of> => of(texts(call)[0] ?? '', call)
  return { noun, word, id: (call) => found(call)?.id ?? null, name: (call) => found(call)?.name ?? 'unknown' }
}

/** The instance of a call. */
export const INSTANCE: Database = database('database instance', 'db-instance', instancesOf, instanceOf)
/** The instance that a restore of a former state makes. */
export const TARGET: Database = database('database instance', 'db-instance', restoredInstances, instanceOf)
/** The cluster of a call. */
export const CLUSTER: Database = database('database cluster', 'db-cluster', clustersOf, clusterOf)
/** The snapshot of an instance. */
export const SNAPSHOT: Database = database('database snapshot', 'db-snapshot', snapshotsOf, snapshotOf)
/** The snapshot of a cluster. */
export const CLUSTER_SNAPSHOT: Database = database(
  'cluster snapshot',
  'db-cluster-snapshot',
  clusterSnapshotsOf,
  clusterSnapshotOf,
)

/** The subject of something about a database or a snapshot; it ends with it. */
export function partOf({ noun, id }: Thing, topic: string, of?: FromCall): FromCall {
  return part(about(noun, id), topic, of)
}

/** A database or a snapshot in words. */
export function words({ noun, name }: Thing): Words {
  return (call) => `${noun} \`${name(call)}\``
}

/** A command on a database or a snapshot. */
export function onDatabase({ word, name }: Database, verb: string, rest = ''): Words {
  const base = command(`rds ${verb}`, { [`${word}-identifier`]: name, region: REGION })
  return (call) => `${base(call)}${rest}`
}
