import { defineService, type ServiceRow } from '../../../domain/service-row.ts'
import { EXAMPLES } from './examples.ts'
import { INSTANCES } from './instances.ts'
import { WAYS_IN } from './ways-in.ts'

const row: ServiceRow = defineService({
  service: 'ec2-instances',
  sources: ['ec2.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: { ...INSTANCES, ...WAYS_IN },
  cite: 'Amazon EC2 API reference',
  examples: EXAMPLES,
})

export default row
