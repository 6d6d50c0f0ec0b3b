import type { ServiceExample } from '../../../domain/service-row.ts'
import { CONTENT_EXAMPLES } from './content-examples.ts'
import { DATABASE_EXAMPLES } from './database-examples.ts'
import { SETTING_EXAMPLES } from './setting-examples.ts'
import { SHARING_EXAMPLES } from './sharing-examples.ts'
import { SNAPSHOT_EXAMPLES } from './snapshot-examples.ts'

/** Records and what they did to databases and their snapshots: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  ...SNAPSHOT_EXAMPLES,
  ...SHARING_EXAMPLES,
  ...DATABASE_EXAMPLES,
  ...CONTENT_EXAMPLES,
  ...SETTING_EXAMPLES,
]
