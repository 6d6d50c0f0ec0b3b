import { defineService, type ServiceRow } from '../../../domain/service-row.ts'
import { CHANGES } from './changes.ts'
import { EXAMPLES } from './examples.ts'
import { STATE_EXAMPLES } from './state-examples.ts'
import { STATES } from './states.ts'

const row: ServiceRow = defineService({
  service: 'cloudtrail',
  sources: ['cloudtrail.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: CHANGES,
  governs: ['recording'],
  states: STATES,
  cite: 'AWS CloudTrail API reference',
  examples: [...EXAMPLES, ...STATE_EXAMPLES],
})

export default row
