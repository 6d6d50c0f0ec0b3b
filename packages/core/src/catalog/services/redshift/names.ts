import { formatArn, parseArn, partitionOf } from '../../../domain/arn.ts'
import { namedAs, type TextsOf } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { everySaid, said } from '../../../domain/change-forms.ts'
import { isObject, pickAll, pickText } from '../../../domain/json.ts'
import type { StoreKind } from '../../../domain/service-row.ts'
import { firstOf } from '../../../domain/store-forms.ts'

type NameOf = StoreKind['name']

const clusterNamed = namedAs({ service: 'redshift', head: 'cluster:', name: /^[a-z][a-z0-9-]{0,62}$/ })

/** The cluster that an identifier or an ARN stands for. INVARIANT: in small letters, as the service keeps identifiers. */
export const clusterOf: NameOf = (value, call) => clusterNamed(value.toLowerCase(), call)

/** What stands for the cluster of a snapshot that a call names by itself alone. */
const ANY_CLUSTER = '*'

const snapshotNamed = namedAs({
  service: 'redshift',
  head: 'snapshot:',
  name: /^(?:\*|[\w-]{1,63})\/[\w:.-]{1,255}$/,
})

/** The snapshot that an ARN, `cluster/name` or a name stands for: it is called after the cluster it was taken of. */
export const snapshotOf: NameOf = (value, call) =>
  snapshotNamed(value.includes('/') || value.startsWith('arn:') ? value : `${ANY_CLUSTER}/${value}`, call)

/** The spelling of a snapshot's id that leaves its cluster open; manual snapshots have names that are their own in a region. */
export function shortSnapshotId(id: string): string | null {
  const arn = parseArn(id)
  const name = arn?.resource.split('/')[1]
  return arn === null || name === undefined ? null : formatArn({ ...arn, resource: `snapshot:${ANY_CLUSTER}/${name}` })
}

/** The datashare that an ARN stands for: `datashare:NAMESPACE/NAME`. The namespace is a number that tells no cluster. */
export const shareOf: NameOf = namedAs({
  service: 'redshift',
  head: 'datashare:',
  name: /^[\w-]{1,64}\/[^\s/]{1,127}$/,
})

/** The clusters of a call. */
export const clustersOf: TextsOf = firstOf(everySaid('clusterIdentifier'), everySaid('clusterIds'))
/** The datashares of a call. */
export const sharesOf: TextsOf = everySaid('dataShareArn')
/** ARNs that calls about tags and policies take. */
export const resourcesOf: TextsOf = everySaid('resourceName', 'resourceArn')

/** A snapshot as text: with its cluster and its owner, where they are known. */
function snapshotText(name: string, cluster: string | null, owner: string | null, { region }: CallEvent): string {
  const text = `${cluster?.toLowerCase() ?? ANY_CLUSTER}/${name}`
  if (owner === null) return text
  const account = /^\d{12}$/.test(owner) ? owner : ''
  return formatArn({
    partition: partitionOf(region),
    service: 'redshift',
    region,
    account,
    resource: `snapshot:${text}`,
  })
}

function inAnswer(call: CallEvent, key: string): string | null {
  return pickText(call.response, key)
}

/** The snapshots that a call makes, shares, changes or deletes: its answer describes them. */
export const snapshotsOf: TextsOf = (call) => {
  const arn = inAnswer(call, 'snapshotArn') ?? said('snapshotArn')(call)
  if (arn !== null) return [arn]
  const name = said('targetSnapshotIdentifier', 'snapshotIdentifier')(call)
  if (name === null) return []
  const ofCluster = said('snapshotClusterIdentifier', 'sourceSnapshotClusterIdentifier', 'clusterIdentifier')(call)
  return [snapshotText(name, inAnswer(call, 'clusterIdentifier') ?? ofCluster, null, call)]
}

/** The snapshot that a call restores: here `clusterIdentifier` is what is made of it. */
export const restoredSnapshots: TextsOf = (call) => {
  const [arn, name] = [said('snapshotArn')(call), said('snapshotIdentifier')(call)]
  if (arn !== null || name === null) return arn === null ? [] : [arn]
  return [snapshotText(name, said('snapshotClusterIdentifier')(call), said('ownerAccount')(call), call)]
}

/** The snapshot that a call copies. */
export const copiedSnapshots: TextsOf = (call) => {
  const name = said('sourceSnapshotIdentifier')(call)
  return name === null ? [] : [snapshotText(name, said('sourceSnapshotClusterIdentifier')(call), null, call)]
}

/** The snapshot that is taken of a cluster when it is deleted. */
export const finalSnapshots: TextsOf = (call) => {
  const name = said('finalClusterSnapshotIdentifier')(call)
  return name === null ? [] : [snapshotText(name, said('clusterIdentifier')(call), null, call)]
}

/** The snapshots that one call deletes together: pairs of names, or names alone. */
export const listedSnapshots: TextsOf = (call) => {
  const entries = [
    ...pickAll({ request: call.request }, 'request.identifiers[]'),
    ...pickAll({ request: call.request }, 'request.snapshotIdentifierList[]'),
  ]
  return entries.flatMap((entry) => {
    const name = isObject(entry) ? pickText(entry, 'snapshotIdentifier') : entry
    const cluster = isObject(entry) ? pickText(entry, 'snapshotClusterIdentifier') : null
    return typeof name === 'string' && name !== '' ? [snapshotText(name, cluster, null, call)] : []
  })
}
