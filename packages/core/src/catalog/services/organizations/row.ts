import { defineService, type ServiceRow } from '../../../domain/service-row.ts'
import { CHANGES } from './changes.ts'
import { EXAMPLES } from './examples.ts'

const row: ServiceRow = defineService({
  service: 'organizations',
  sources: ['organizations.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: CHANGES,
  cite: 'AWS Organizations API reference',
  examples: EXAMPLES,
})

export default row
