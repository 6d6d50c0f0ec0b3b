import type { ServiceExample } from '../../../domain/service-row.ts'
import { COPY_EXAMPLES } from './copy-examples.ts'
import { DATA_EXAMPLES } from './data-examples.ts'
import { GATE_EXAMPLES } from './gate-examples.ts'
import { GRANT_EXAMPLES } from './grant-examples.ts'
import { SETTING_EXAMPLES } from './setting-examples.ts'

/** Records and what they did to buckets: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  ...DATA_EXAMPLES,
  ...COPY_EXAMPLES,
  ...GRANT_EXAMPLES,
  ...GATE_EXAMPLES,
  ...SETTING_EXAMPLES,
]
