import { defineService, type ServiceRow } from '../../../domain/service-row.ts'
import { CHANGES } from './changes.ts'
import { EXAMPLES } from './examples.ts'

const row: ServiceRow = defineService({
  service: 'logs',
  sources: ['logs.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: CHANGES,
  cite: 'Amazon CloudWatch Logs API reference',
  examples: EXAMPLES,
})

export default row
