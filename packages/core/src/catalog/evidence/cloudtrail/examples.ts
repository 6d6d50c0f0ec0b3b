import type { EvidenceExample } from '../../../domain/evidence-row.ts'
import { HOSTILE } from './hostile-examples.ts'
import { SIGN_IN } from './sign-in-examples.ts'

/** Records as real logs hold them, cut to what matters. */
const REAL: readonly EvidenceExample[] = [
  {
    name: 'a call with a long-term key',
    record: {
      eventVersion: '1.08',
      eventTime: '2023-07-10T11:54:47Z',
      eventID: '4bd2a6f6-dddc-49e6-ba7d-08f73e809e64',
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRole',
      awsRegion: 'us-east-1',
      sourceIPAddress: '192.168.10.20',
      userAgent: 'aws-sdk-go-v2/1.3.2',
      recipientAccountId: '123837392027',
      readOnly: true,
      managementEvent: true,
      eventCategory: 'Management',
      userIdentity: {
        type: 'IAMUser',
        principalId: 'AIDATFQR7NSC5AU2ZV3IE',
        arn: 'arn:aws:iam::123837392027:user/bert-jan',
        accountId: '123837392027',
        accessKeyId: 'AKIATFQR7NSC8Q4X20BJ',
        userName: 'bert-jan',
      },
      responseElements: {
        credentials: { accessKeyId: 'ASIATFQR7NSC7E2ZIBM2', sessionToken: 'IQoJb3JpZ2luX2VjECwaCXVz' },
      },
    },
    event: {
      eventId: '4bd2a6f6-dddc-49e6-ba7d-08f73e809e64',
      at: '2023-07-10T11:54:47Z',
      account: '123837392027',
      region: 'us-east-1',
      caller: 'AKIATFQR7NSC8Q4X20BJ',
      principal: 'arn:aws:iam::123837392027:user/bert-jan',
      address: '192.168.10.20',
      category: 'management',
      readOnly: true,
      outcome: 'ok',
      invokedBy: null,
      response: '{"credentials":{"accessKeyId":"ASIATFQR7NSC7E2ZIBM2"}}',
    },
  },
  {
    name: 'a record that went through a log shipper has no eventTime, and an old one no category',
    record: {
      '@timestamp': '2020-09-14T00:52:38.000Z',
      eventVersion: '1.05',
      eventID: 'fd4f1042-c7f6-4107-a6ee-d841d92596e7',
      eventSource: 's3.amazonaws.com',
      eventName: 'ListBuckets',
      awsRegion: 'us-east-1',
      sourceIPAddress: '1.2.3.4',
      recipientAccountId: '123456789123',
      userIdentity: {
        type: 'AssumedRole',
        arn: 'arn:aws:sts::123456789123:assumed-role/MordorNginxStack-BankingWAFRole-9S3E0UAE1MM0/i-0317f6c6b66ae9c78',
        principalId: 'AROA5FLZVX4OAMSW6BCRH:i-0317f6c6b66ae9c78',
        accountId: '123456789123',
        accessKeyId: 'ASIA5FLZVX4OPVKKVBMX',
        sessionContext: {
          sessionIssuer: {
            arn: 'arn:aws:iam::123456789123:role/MordorNginxStack-BankingWAFRole-9S3E0UAE1MM0',
            type: 'Role',
          },
          attributes: { mfaAuthenticated: 'false', creationDate: '2020-09-14T00:48:30Z' },
          ec2RoleDelivery: '1.0',
        },
      },
      additionalEventData: { bytesTransferredOut: 1914448.0 },
    },
    event: {
      at: '2020-09-14T00:52:38Z',
      caller: 'ASIA5FLZVX4OPVKKVBMX',
      category: 'unknown',
      issuer: 'arn:aws:iam::123456789123:role/MordorNginxStack-BankingWAFRole-9S3E0UAE1MM0',
      sessionCreated: '2020-09-14T00:48:30Z',
      readOnly: null,
      'callerFacts.sessionName': 'i-0317f6c6b66ae9c78',
      'callerFacts.deliveredToCompute': true,
    },
  },
  {
    name: 'a service acts for a user, under a key id that nobody was given',
    record: {
      eventTime: '2023-07-10T12:01:00Z',
      eventID: 'a-forwarded-call',
      eventSource: 'kms.amazonaws.com',
      eventName: 'Decrypt',
      awsRegion: 'us-east-1',
      sourceIPAddress: 'AWS Internal',
      recipientAccountId: '123837392027',
      userIdentity: {
        type: 'IAMUser',
        arn: 'arn:aws:iam::123837392027:user/bert-jan',
        accountId: '123837392027',
        accessKeyId: 'ASIATFQR7NSC0000000F',
      },
    },
    event: {
      address: 'AWS Internal',
      invokedBy: 'AWS Internal',
      'callerFacts.invokedBy': 'AWS Internal',
      caller: 'ASIATFQR7NSC0000000F',
    },
  },
  {
    name: 'a service for itself is named by its name, and its act by its details',
    record: {
      eventTime: '2023-07-10T12:02:00Z',
      eventID: 'a-service-event',
      eventType: 'AwsServiceEvent',
      eventSource: 'ec2.amazonaws.com',
      eventName: 'SharedSnapshotVolumeCreated',
      awsRegion: 'us-east-1',
      sourceIPAddress: 'ec2.amazonaws.com',
      userIdentity: { accountId: '123837392027', invokedBy: 'ec2.amazonaws.com' },
      serviceEventDetails: { snapshotId: 'snap-0f0f0f0f0f0f0f0f0' },
    },
    event: {
      account: '123837392027',
      caller: 'ec2.amazonaws.com',
      principal: null,
      extra: '{"serviceEventDetails":{"snapshotId":"snap-0f0f0f0f0f0f0f0f0"}}',
    },
  },
]

/** All examples: the row's tests. */
export const EXAMPLES: readonly EvidenceExample[] = [...REAL, ...SIGN_IN, ...HOSTILE]
