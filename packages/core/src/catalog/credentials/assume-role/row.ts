import { type CredentialRow, defineCredential } from '../../../domain/credential-row.ts'
import { EXAMPLES } from './examples.ts'
import { mintsOf } from './mint.ts'

const row: CredentialRow = defineCredential({
  id: 'assume-role',
  title: 'Sessions of roles, taken by a principal, a federated identity or a service',
  sources: ['sts.amazonaws.com'],
  names: ['AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity', 'AssumeRoot'],
  mints: mintsOf,
  callerKind: {
    rank: 20,
    of: ({ accessKeyId, type }) => {
      if (accessKeyId === null) return null
      return accessKeyId.startsWith('ASIA') || type === 'AssumedRole' ? 'temporary-credentials' : null
    },
  },
  cite: 'AWS STS API reference: AssumeRole, AssumeRoleWithSAML, AssumeRoleWithWebIdentity, AssumeRoot',
  examples: EXAMPLES,
})

export default row
