import type { CredentialExample } from '../../../domain/credential-row.ts'
import { FEDERATION_EXAMPLES } from './federation-examples.ts'
import { SERVICE_EXAMPLES } from './service-examples.ts'

/** Records and the sessions they give out: the row's tests. */
export const EXAMPLES: readonly CredentialExample[] = [
  ...FEDERATION_EXAMPLES,
  ...SERVICE_EXAMPLES,
  {
    name: 'a user assumes a role of its own account',
    record: {
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRole',
      userIdentity: {
        type: 'IAMUser',
        arn: 'arn:aws:iam::123837392027:user/bert-jan',
        accountId: '123837392027',
        accessKeyId: 'AKIATFQR7NSC8Q4X20BJ',
        userName: 'bert-jan',
      },
      requestParameters: {
        roleArn: 'arn:aws:iam::123837392027:role/stratus-red-team-ec2-get-password-data-role',
        roleSessionName: 'aws-go-sdk-1688990082523310002',
        durationSeconds: 900,
      },
      responseElements: {
        credentials: { accessKeyId: 'ASIATFQR7NSC7E2ZIBM2', expiration: 'Jul 10, 2023, 12:09:47 PM' },
        assumedRoleUser: {
          arn: 'arn:aws:sts::123837392027:assumed-role/stratus-red-team-ec2-get-password-data-role/aws-go-sdk-1688990082523310002',
        },
      },
    },
    mints: [{ minted: 'ASIATFQR7NSC7E2ZIBM2', kind: 'temporary-credentials', link: 'minted' }],
  },
  {
    name: 'somebody from another account assumes a role, as the account of the role records it',
    record: {
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRole',
      recipientAccountId: '111122223333',
      userIdentity: { type: 'AWSAccount', principalId: 'AIDA00000000000000A1', accountId: '444455556666' },
      requestParameters: { roleArn: 'arn:aws:iam::111122223333:role/support', roleSessionName: 'adminprod' },
      responseElements: {
        credentials: { accessKeyId: 'ASIA00000000000000X1', expiration: 'Mar 24, 2026, 9:00:00 AM' },
        assumedRoleUser: { arn: 'arn:aws:sts::111122223333:assumed-role/support/adminprod' },
      },
    },
    mints: [
      {
        minted: 'ASIA00000000000000X1',
        kind: 'temporary-credentials',
        link: 'minted',
        through: 'arn:aws:iam::111122223333:role/support',
      },
    ],
  },
  {
    name: 'the management account becomes the root of a member',
    record: {
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRoot',
      recipientAccountId: '111122223333',
      userIdentity: {
        type: 'IAMUser',
        arn: 'arn:aws:iam::111122223333:user/ops',
        accountId: '111122223333',
        accessKeyId: 'AKIA00000000000000O1',
      },
      requestParameters: {
        targetPrincipal: '444455556666',
        taskPolicyArn: { arn: 'arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials' },
      },
      responseElements: {
        credentials: { accessKeyId: 'ASIA00000000000000R1', expiration: 'Mar 24, 2026, 9:00:00 AM' },
      },
    },
    mints: [{ minted: 'ASIA00000000000000R1', kind: 'temporary-credentials', link: 'minted' }],
  },
  {
    name: 'a masked key leaves only the name of the session',
    record: {
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRole',
      userIdentity: {
        type: 'IAMUser',
        arn: 'arn:aws:iam::111122223333:user/a',
        accountId: '111122223333',
        accessKeyId: 'AKIA00000000000000A2',
      },
      requestParameters: { roleArn: 'arn:aws:iam::111122223333:role/path/r', roleSessionName: 's' },
      responseElements: { credentials: { accessKeyId: 'REDACTED' } },
    },
    mints: [{ minted: 'arn:aws:sts::111122223333:assumed-role/r/s', kind: 'temporary-credentials', link: 'inferred' }],
  },
  {
    name: 'odd types mint nothing',
    record: {
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRole',
      userIdentity: { type: 'IAMUser', accessKeyId: 'AKIA00000000000000A2' },
      requestParameters: { roleArn: 7, roleSessionName: ['s'] },
      responseElements: { credentials: [{ accessKeyId: 'ASIA00000000000000Z1' }] },
    },
    mints: [],
  },
]
