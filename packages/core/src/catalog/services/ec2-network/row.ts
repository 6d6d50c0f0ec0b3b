import { defineService, type ServiceRow } from '../../../domain/service-row.ts'
import { EXAMPLES } from './examples.ts'
import { ROUTING } from './routing.ts'
import { SECURITY_GROUPS } from './security-groups.ts'
import { PIECES } from './things.ts'

const row: ServiceRow = defineService({
  service: 'ec2-network',
  sources: ['ec2.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: { ...PIECES, ...SECURITY_GROUPS, ...ROUTING },
  cite: 'Amazon EC2 API reference; Amazon VPC user guide',
  examples: EXAMPLES,
})

export default row
