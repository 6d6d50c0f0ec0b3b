import { defineService, type ServiceRow } from '../../../domain/service-row.ts'
import { ACTIONS } from './actions.ts'
import { CHANGES } from './changes.ts'
import { EXAMPLES } from './examples.ts'
import { STORES } from './kinds.ts'
import { groupsOf } from './names.ts'
import { STORE_CHANGES } from './store-changes.ts'
import { STORE_EXAMPLES } from './store-examples.ts'

const row: ServiceRow = defineService({
  service: 'logs',
  sources: ['logs.amazonaws.com'],
  stores: STORES,
  mentions: [{ kind: 'log-group', at: groupsOf }],
  actions: ACTIONS,
  changes: { ...CHANGES, ...STORE_CHANGES },
  cite: 'Amazon CloudWatch Logs API reference; user guide: logging with CloudTrail, subscriptions, queries, exports to S3, data protection',
  examples: [...EXAMPLES, ...STORE_EXAMPLES],
})

export default row
