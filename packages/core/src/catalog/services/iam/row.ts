import { defineService, type ServiceRow } from '../../../domain/service-row.ts'
import { ACCOUNT_CHANGES } from './account.ts'
import { CREDENTIAL_CHANGES } from './credentials.ts'
import { EXAMPLES } from './examples.ts'
import { POLICY_CHANGES } from './policies.ts'
import { ROLE_CHANGES } from './roles.ts'
import { USER_CHANGES } from './users.ts'

const row: ServiceRow = defineService({
  service: 'iam',
  sources: ['iam.amazonaws.com'],
  governs: ['credentials'],
  recordedIn: { aws: 'us-east-1', 'aws-cn': 'cn-north-1', 'aws-us-gov': 'us-gov-west-1' },
  stores: {},
  mentions: [],
  actions: {},
  changes: { ...USER_CHANGES, ...CREDENTIAL_CHANGES, ...POLICY_CHANGES, ...ROLE_CHANGES, ...ACCOUNT_CHANGES },
  cite: 'AWS IAM API reference; IAM user guide: logging IAM and AWS STS API calls with CloudTrail',
  examples: EXAMPLES,
})

export default row
