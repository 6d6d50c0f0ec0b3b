import type { CredentialExample } from '../../../domain/credential-row.ts'

const SSO_ROLE =
  'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Admin_0123456789abcdef'
const SSO = { minted: 'ASIA00000000000000I1', kind: 'federated-session', link: 'minted' } as const
const POOL = { minted: 'ASIA00000000000000P1', kind: 'federated-session', link: 'minted' } as const

/** Sessions that are taken by what a provider of identities says of the caller. */
export const FEDERATION_EXAMPLES: readonly CredentialExample[] = [
  {
    name: 'a web identity assumes a role',
    record: {
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRoleWithWebIdentity',
      recipientAccountId: '111122223333',
      userIdentity: {
        type: 'WebIdentityUser',
        principalId:
          'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com:sts.amazonaws.com:repo:acme/app',
        userName: 'repo:acme/app',
      },
      requestParameters: { roleArn: 'arn:aws:iam::111122223333:role/deploy', roleSessionName: 'GitHubActions' },
      responseElements: {
        credentials: { accessKeyId: 'ASIA00000000000000W1', expiration: 'Mar 24, 2026, 9:00:00 AM' },
      },
    },
    mints: [
      {
        minted: 'ASIA00000000000000W1',
        kind: 'federated-session',
        link: 'minted',
        through: 'arn:aws:iam::111122223333:role/deploy',
      },
      {
        minted: 'ASIA00000000000000W1',
        kind: 'federated-session',
        link: 'minted',
        through: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
      },
    ],
  },
  {
    name: 'IAM Identity Center takes a session of a permission set for one of its users',
    record: {
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRoleWithSAML',
      recipientAccountId: '111122223333',
      userIdentity: { type: 'SAMLUser', principalId: 'q1w2=:ana@example.org', userName: 'ana@example.org' },
      requestParameters: {
        roleArn: SSO_ROLE,
        roleSessionName: 'ana@example.org',
        principalArn: 'arn:aws:iam::111122223333:saml-provider/AWSSSO_0123456789abcdef_DO_NOT_DELETE',
      },
      responseElements: {
        credentials: { accessKeyId: 'ASIA00000000000000I1', expiration: 'Mar 24, 2026, 9:00:00 AM' },
        subject: 'ana@example.org',
      },
    },
    mints: [
      { ...SSO, through: SSO_ROLE },
      { ...SSO, through: 'arn:aws:iam::111122223333:role/AWSReservedSSO_Admin_0123456789abcdef' },
      { ...SSO, through: 'arn:aws:iam::111122223333:saml-provider/AWSSSO_0123456789abcdef_DO_NOT_DELETE' },
      { ...SSO, through: 'arn:aws:iam::111122223333:role/AWSReservedSSO_Admin' },
    ],
  },
  {
    name: 'an identity of a Cognito pool takes a role',
    record: {
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRoleWithWebIdentity',
      recipientAccountId: '111122223333',
      userIdentity: {
        type: 'WebIdentityUser',
        principalId:
          'cognito-identity.amazonaws.com:us-east-1:11111111-aaaa-bbbb-cccc-000000000001:us-east-1:22222222-aaaa-bbbb-cccc-000000000002',
        userName: 'us-east-1:22222222-aaaa-bbbb-cccc-000000000002',
      },
      requestParameters: { roleArn: 'arn:aws:iam::111122223333:role/guest', roleSessionName: 'web' },
      responseElements: {
        credentials: { accessKeyId: 'ASIA00000000000000P1', expiration: 'Mar 24, 2026, 9:00:00 AM' },
      },
    },
    mints: [
      { ...POOL, through: 'arn:aws:iam::111122223333:role/guest' },
      { ...POOL, through: 'us-east-1:22222222-aaaa-bbbb-cccc-000000000002' },
    ],
  },
]
