import type { ServiceExample } from '../../../domain/service-row.ts'

/** Records and what they changed of senders: the row's tests. */
export const SENDER_EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'an address is to be verified',
    record: {
      eventSource: 'ses.amazonaws.com',
      eventName: 'VerifyEmailIdentity',
      awsRegion: 'us-west-2',
      recipientAccountId: '111122223333',
      requestParameters: { emailAddress: 'sender@example.com' },
    },
    changes: [
      { kind: 'persistence', subject: 'sender 111122223333:us-west-2:sender@example.com', does: 'open' },
      { kind: 'destruction', subject: 'deleted sender 111122223333:us-west-2:sender@example.com', does: 'close' },
    ],
  },
  {
    name: 'a domain is taken away',
    record: {
      eventSource: 'ses.amazonaws.com',
      eventName: 'DeleteIdentity',
      awsRegion: 'us-west-2',
      recipientAccountId: '111122223333',
      requestParameters: { identity: 'amazon.com' },
    },
    changes: [
      { kind: 'destruction', subject: 'deleted sender 111122223333:us-west-2:amazon.com', does: 'open' },
      { kind: 'persistence', subject: 'sender 111122223333:us-west-2:amazon.com', does: 'close' },
    ],
  },
  {
    name: 'another account may send as a domain',
    record: {
      eventSource: 'ses.amazonaws.com',
      eventName: 'PutIdentityPolicy',
      requestParameters: {
        identity: 'example.com',
        policyName: 'p',
        policy:
          '{"Statement":[{"Effect":"Allow","Principal":{"AWS":"999999999999"},"Action":"ses:SendEmail","Resource":"*"}]}',
      },
    },
    changes: [
      { kind: 'exposure', subject: 'policy 123837392027:us-east-1:example.com p', does: 'close' },
      { kind: 'exposure', subject: 'policy 123837392027:us-east-1:example.com p', does: 'open' },
    ],
  },
]
