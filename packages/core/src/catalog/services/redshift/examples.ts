import type { ServiceExample } from '../../../domain/service-row.ts'
import { CLUSTER_EXAMPLES } from './cluster-examples.ts'
import { SHARING_EXAMPLES } from './sharing-examples.ts'
import { SNAPSHOT_EXAMPLES } from './snapshot-examples.ts'

/** Records and what they did to clusters, snapshots and datashares: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [...SNAPSHOT_EXAMPLES, ...CLUSTER_EXAMPLES, ...SHARING_EXAMPLES]
