import { formatArn, partitionOf } from '../../../domain/arn.ts'
import { namedAs, type TextsOf } from '../../../domain/arn-form.ts'
import { everySaid, said } from '../../../domain/change-forms.ts'
import type { StoreKind } from '../../../domain/service-row.ts'
import { firstOf } from '../../../domain/store-forms.ts'
import { mayBeBeside, type StoreName } from '../../../domain/touch.ts'

type NameOf = StoreKind['name']

const SERVICE = 'redshift-serverless'
const pattern = /^[\w-]{1,255}$/

/** The namespace that a name or an ARN stands for. */
export const namespaceOf: NameOf = namedAs({ service: SERVICE, head: 'namespace/', name: pattern })
/** The workgroup that a name or an ARN stands for. */
export const workgroupOf: NameOf = namedAs({ service: SERVICE, head: 'workgroup/', name: pattern })
/** The snapshot that a name or an ARN stands for. */
export const snapshotOf: NameOf = namedAs({ service: SERVICE, head: 'snapshot/', name: pattern })

const NUMBER = /\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Whether two stores of one kind may be one: calls take names, ARNs end in numbers, and few records tell which belong together.
 * INVARIANT: what is done to one spelling may have been done to every store of the other one in the same place.
 */
export function mayBeTheSame(one: StoreName, other: StoreName): boolean {
  return one.kind === other.kind && NUMBER.test(one.id) !== NUMBER.test(other.id) && mayBeBeside(one, other)
}

/** The namespaces of a call. */
export const namespacesOf: TextsOf = everySaid('namespaceName')
/** The workgroups of a call. */
export const workgroupsOf: TextsOf = firstOf(everySaid('workgroupName'), everySaid('workgroupNames'))
/** The snapshots of a call. */
export const snapshotsOf: TextsOf = everySaid('snapshotName')
/** ARNs that calls about tags and policies take. */
export const resourcesOf: TextsOf = everySaid('resourceArn')

/** The snapshot that a call restores: of this account or of another one, of a namespace or of a cluster. */
export const restoredSnapshots: TextsOf = (call) => {
  const [arn, name, owner] = [said('snapshotArn')(call), said('snapshotName')(call), said('ownerAccount')(call)]
  if (arn !== null || name === null) return arn === null ? [] : [arn]
  if (owner === null) return [name]
  const { region } = call
  const partition = partitionOf(region)
  return [formatArn({ partition, service: SERVICE, region, account: owner, resource: `snapshot/${name}` })]
}
