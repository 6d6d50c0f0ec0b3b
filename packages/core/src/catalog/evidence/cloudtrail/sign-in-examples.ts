import type { EvidenceExample } from '../../../domain/evidence-row.ts'

/** Callers that sign in, and callers that do not. */
export const SIGN_IN: readonly EvidenceExample[] = [
  {
    name: 'a sign-in without an ARN names the user all the same',
    record: {
      eventTime: '2023-07-10T12:03:00Z',
      eventID: 'a-check-of-a-second-factor',
      eventType: 'AwsConsoleSignIn',
      eventSource: 'signin.amazonaws.com',
      eventName: 'CheckMfa',
      awsRegion: 'us-east-1',
      sourceIPAddress: '192.168.10.20',
      recipientAccountId: '123837392027',
      userIdentity: {
        type: 'IAMUser',
        principalId: 'AIDATFQR7NSC5AU2ZV3IE',
        accountId: '123837392027',
        accessKeyId: '',
        userName: 'bert-jan',
      },
      responseElements: { CheckMfa: 'Success' },
    },
    event: {
      caller: 'arn:aws:iam::123837392027:user/bert-jan',
      principal: 'arn:aws:iam::123837392027:user/bert-jan',
      outcome: 'ok',
    },
  },
  {
    name: 'a failed sign-in has no error code',
    record: {
      eventTime: '2023-07-10T12:04:00Z',
      eventID: 'a-failed-sign-in',
      eventSource: 'signin.amazonaws.com',
      eventName: 'ConsoleLogin',
      awsRegion: 'us-east-1',
      sourceIPAddress: '203.0.113.7',
      recipientAccountId: '111122223333',
      userIdentity: {
        type: 'IAMUser',
        accountId: '111122223333',
        accessKeyId: '',
        principalId: 'AIDACKCEVSQ6C2EXAMPLE',
        userName: 'HIDDEN_DUE_TO_SECURITY_REASONS',
      },
      responseElements: { ConsoleLogin: 'Failure' },
    },
    event: { caller: 'AIDACKCEVSQ6C2EXAMPLE', principal: null, outcome: 'failed', errorCode: null },
  },
  {
    name: 'somebody without credentials reads a public object',
    record: {
      eventTime: '2026-03-24T09:00:00Z',
      eventID: 'an-anonymous-read',
      eventSource: 's3.amazonaws.com',
      eventName: 'GetObject',
      awsRegion: 'eu-west-1',
      sourceIPAddress: '203.0.113.7',
      recipientAccountId: '111122223333',
      managementEvent: false,
      userIdentity: { type: 'AWSAccount', principalId: '', accountId: 'ANONYMOUS_PRINCIPAL' },
      requestParameters: {
        bucketName: 'public',
        key: 'a.csv',
        'X-Amz-Security-Token': 'IQoJ',
        'x-amz-copy-source': 'b/k',
      },
    },
    event: {
      caller: 'anonymous',
      account: '111122223333',
      principalAccount: null,
      category: 'data',
      request: '{"bucketName":"public","key":"a.csv","x-amz-copy-source":"b/k"}',
    },
  },
]
