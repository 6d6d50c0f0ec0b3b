import { defineService, type ServiceRow } from '../../../domain/service-row.ts'
import { CHANGES } from './changes.ts'
import { EXAMPLES } from './examples.ts'

const row: ServiceRow = defineService({
  service: 'ssm-commands',
  sources: ['ssm.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: CHANGES,
  cite: 'AWS Systems Manager API reference',
  examples: EXAMPLES,
})

export default row
