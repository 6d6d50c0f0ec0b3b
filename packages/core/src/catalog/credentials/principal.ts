import { type CredentialRow, defineCredential } from '../../domain/credential-row.ts'

const NAMED: ReadonlySet<string> = new Set(['IAMUser', 'Root', 'AssumedRole', 'Role'])

const row: CredentialRow = defineCredential({
  id: 'principal',
  title: 'Principals that a record names without the key they used',
  sources: [],
  names: [],
  mints: () => [],
  callerKind: {
    rank: 10,
    of: ({ accessKeyId, type }) => (accessKeyId === null && NAMED.has(type) ? 'principal' : null),
  },
  cite: 'AWS CloudTrail user guide: userIdentity element',
  examples: [
    {
      name: 'a sign-in names the user only',
      record: {
        eventType: 'AwsConsoleSignIn',
        eventSource: 'signin.amazonaws.com',
        eventName: 'CheckMfa',
        userIdentity: { type: 'IAMUser', accountId: '123837392027', accessKeyId: '', userName: 'bert-jan' },
      },
      callerKind: 'principal',
    },
    {
      name: 'a caller of another account is of no known kind',
      record: {
        eventSource: 's3.amazonaws.com',
        eventName: 'GetObject',
        userIdentity: { type: 'AWSAccount', principalId: 'AIDA00000000000000A1', accountId: '444455556666' },
      },
      callerKind: 'unknown',
    },
  ],
})

export default row
