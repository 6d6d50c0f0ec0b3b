import { type CredentialRow, defineCredential } from '../../domain/credential-row.ts'
import { SERVICE_FORWARDED } from '../../domain/principal.ts'

const row: CredentialRow = defineCredential({
  id: 'service-forwarded',
  title: 'Calls that a service makes in the name of a principal, under key ids that nobody was given',
  sources: [],
  names: [],
  mints: () => [],
  callerKind: {
    rank: 100,
    of: ({ invokedBy, type, accessKeyId, principal }) => {
      const acts = invokedBy !== null && type !== 'AWSService' && (accessKeyId !== null || principal !== null)
      return acts ? SERVICE_FORWARDED : null
    },
  },
  cite: 'AWS CloudTrail user guide: userIdentity element, invokedBy',
  examples: [
    {
      name: 'a decryption that the read of a secret brings about',
      record: {
        eventSource: 'kms.amazonaws.com',
        eventName: 'Decrypt',
        sourceIPAddress: 'secretsmanager.amazonaws.com',
        userIdentity: {
          type: 'IAMUser',
          arn: 'arn:aws:iam::123837392027:user/bert-jan',
          accountId: '123837392027',
          accessKeyId: 'ASIATFQR7NSC0000000F',
          invokedBy: 'secretsmanager.amazonaws.com',
        },
      },
      callerKind: 'service-forwarded',
    },
    {
      name: 'a call of the console’s own, which names its service in the place of an address only',
      record: {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'CreateImage',
        sourceIPAddress: 'AWS Internal',
        userIdentity: {
          type: 'AssumedRole',
          arn: 'arn:aws:sts::111122223333:assumed-role/r/s',
          accessKeyId: 'ASIA00000000000000D1',
        },
      },
      callerKind: 'service-forwarded',
    },
    {
      name: 'a person’s call from an address of the network stays the person’s',
      record: {
        eventSource: 'iam.amazonaws.com',
        eventName: 'CreateServiceLinkedRole',
        sourceIPAddress: '203.0.113.9',
        userIdentity: {
          type: 'IAMUser',
          arn: 'arn:aws:iam::111122223333:user/u',
          accessKeyId: 'ASIA00000000000000D2',
          invokedBy: 'signin.amazonaws.com',
        },
      },
      callerKind: 'temporary-credentials',
    },
  ],
})

export default row
