import { textsUnder } from '../../../domain/named-in-call.ts'
import { defineService, type ServiceRow } from '../../../domain/service-row.ts'
import { CHANGES } from './changes.ts'
import { DATA_ACTIONS } from './data-actions.ts'
import { EXAMPLES } from './examples.ts'
import { GATE_STATES } from './gate-states.ts'
import { BUCKET } from './kinds.ts'
import { MANAGEMENT_ACTIONS } from './management-actions.ts'
import { bucketsOf } from './names.ts'

const row: ServiceRow = defineService({
  service: 's3',
  sources: ['s3.amazonaws.com', 's3express.amazonaws.com'],
  stores: { 's3-bucket': BUCKET },
  mentions: [
    { kind: 's3-bucket', at: bucketsOf },
    // A log bucket is of the same account and region, and exists: S3 refuses the setting otherwise.
    {
      kind: 's3-bucket',
      at: (call) => (call.name === 'PutBucketLogging' ? textsUnder(call.request, 'TargetBucket') : []),
    },
  ],
  actions: { ...DATA_ACTIONS, ...MANAGEMENT_ACTIONS },
  changes: CHANGES,
  governs: ['target'],
  states: GATE_STATES,
  cite: 'Amazon S3 user guide: CloudTrail events, access control list overview, replication, S3 Inventory; S3 API reference',
  examples: EXAMPLES,
})

export default row
