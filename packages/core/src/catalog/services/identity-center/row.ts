import { defineService, type ServiceRow } from '../../../domain/service-row.ts'
import { CHANGES } from './changes.ts'
import { EXAMPLES } from './examples.ts'

const row: ServiceRow = defineService({
  service: 'identity-center',
  sources: ['sso.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: CHANGES,
  cite: 'IAM Identity Center API reference; IAM Identity Center user guide: logging with CloudTrail',
  examples: EXAMPLES,
})

export default row
