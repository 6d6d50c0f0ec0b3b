import { orUnnamed, type TextsOf } from '../../../domain/arn-form.ts'
import { command, type Lasting, part, REGION, said, shown } from '../../../domain/change-forms.ts'
import { about, type FromCall } from '../../../domain/change-spec.ts'
import type { StoreKind } from '../../../domain/service-row.ts'
import { type StoreRef, storeRef } from '../../../domain/store-forms.ts'
import { clusterOf, clustersOf, shareOf, sharesOf, snapshotOf, snapshotsOf } from './names.ts'

/** The cluster of a call. */
export const CLUSTER_REF: StoreRef = storeRef(clustersOf, clusterOf)
/** The subject of the cluster of a call; of one that is not named, a subject of its own. */
export const CLUSTER_SUBJECT: FromCall = about('Redshift cluster', orUnnamed(CLUSTER_REF.id))

/** A cluster as something that is made and deleted. */
export const CLUSTER: Lasting = {
  kind: 'configuration',
  subject: about('Redshift cluster', CLUSTER_REF.id),
  words: (call) => `Redshift cluster \`${shown(CLUSTER_REF.name)(call)}\``,
  remove: command('redshift delete-cluster --skip-final-cluster-snapshot', {
    'cluster-identifier': CLUSTER_REF.name,
    region: REGION,
  }),
}

/** A part or a setting of the cluster of a call. */
export function ofCluster(topic: string, id?: FromCall): FromCall {
  return part(CLUSTER_SUBJECT, topic, id === undefined ? undefined : orUnnamed(id))
}

/** A snapshot by texts that name it. */
export function snapshotThing(texts: TextsOf, of: StoreKind['name'] = snapshotOf): Lasting {
  const ref = storeRef(texts, of)
  const own: FromCall = (call) => ref.name(call)?.split('/')[1] ?? null
  return {
    kind: 'configuration',
    subject: about('Redshift snapshot', ref.id),
    words: (call) => `Redshift snapshot \`${shown(ref.name)(call)}\``,
    remove: command('redshift delete-cluster-snapshot', { 'snapshot-identifier': own, region: REGION }),
    remake: () => 'take a new snapshot; the deleted one cannot be brought back',
  }
}

/** The snapshot of a call. */
export const SNAPSHOT: Lasting = snapshotThing(snapshotsOf)

/** The datashare of a call. */
export const SHARE_REF: StoreRef = storeRef(sharesOf, shareOf)
/** The subject of the datashare of a call. */
export const SHARE_SUBJECT: FromCall = about('Redshift datashare', orUnnamed(SHARE_REF.id))

/** The options that name the cluster of a call in commands. */
export const ON_CLUSTER: Readonly<Record<string, FromCall>> = {
  'cluster-identifier': CLUSTER_REF.name,
  region: REGION,
}

/** The account, or the name, that a call takes for whom it lets in. */
export const ACCOUNT: FromCall = said('account')
