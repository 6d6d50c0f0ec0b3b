import { type CredentialRow, defineCredential } from '../../domain/credential-row.ts'
import { ANONYMOUS } from '../../domain/principal.ts'

const row: CredentialRow = defineCredential({
  id: 'anonymous',
  title: 'Callers without any credential',
  sources: [],
  names: [],
  mints: () => [],
  callerKind: { rank: 90, of: ({ isAnonymous }) => (isAnonymous ? ANONYMOUS : null) },
  cite: 'Amazon S3 user guide, CloudTrail events: anonymous requests',
  examples: [
    {
      name: 'a public object is read',
      record: {
        eventSource: 's3.amazonaws.com',
        eventName: 'GetObject',
        userIdentity: { type: 'AWSAccount', principalId: '', accountId: 'ANONYMOUS_PRINCIPAL' },
      },
      callerKind: 'anonymous',
    },
    {
      name: 'the older spelling',
      record: {
        eventSource: 's3.amazonaws.com',
        eventName: 'GetObject',
        userIdentity: { type: 'AWSAccount', accountId: 'anonymous' },
      },
      callerKind: 'anonymous',
    },
  ],
})

export default row
