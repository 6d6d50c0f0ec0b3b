import type { ServiceExample } from '../../../domain/service-row.ts'
import { IMAGE_EXAMPLES } from './image-examples.ts'
import { INSTANCE_EXAMPLES } from './instance-examples.ts'
import { SETTING_EXAMPLES } from './setting-examples.ts'
import { SHARING_EXAMPLES } from './sharing-examples.ts'
import { SNAPSHOT_EXAMPLES } from './snapshot-examples.ts'

/** Records and what they did to snapshots, images, volumes and instances: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  ...SNAPSHOT_EXAMPLES,
  ...SHARING_EXAMPLES,
  ...IMAGE_EXAMPLES,
  ...INSTANCE_EXAMPLES,
  ...SETTING_EXAMPLES,
]
