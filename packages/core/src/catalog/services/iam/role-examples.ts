import type { ServiceExample } from '../../../domain/service-row.ts'

const IAM = { eventSource: 'iam.amazonaws.com' }
const ROLE = 'role arn:aws:iam::123837392027:role/'

/** Calls on roles, instance profiles and the account, and what they changed. */
export const ROLE_EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'a role is made',
    record: {
      ...IAM,
      eventName: 'CreateRole',
      requestParameters: {
        path: '/',
        roleName: 'stratus-red-team-ec2lui-role-wuzemnoeqa',
        assumeRolePolicyDocument:
          '{"Statement":[{"Action":["sts:AssumeRole","sts:SetSourceIdentity"],"Effect":"Allow","Principal":{"AWS":"123837392027"},"Sid":"AllowAssumeRole"}],"Version":"2012-10-17"}',
      },
      responseElements: { role: { roleName: 'stratus-red-team-ec2lui-role-wuzemnoeqa' } },
    },
    changes: [
      { kind: 'persistence', subject: `${ROLE}stratus-red-team-ec2lui-role-wuzemnoeqa`, does: 'open' },
      { kind: 'destruction', subject: `deleted ${ROLE}stratus-red-team-ec2lui-role-wuzemnoeqa`, does: 'close' },
    ],
  },
  {
    name: 'a trust is replaced, whoever made the former one',
    record: {
      ...IAM,
      eventName: 'UpdateAssumeRolePolicy',
      requestParameters: {
        policyDocument:
          '{"Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::193672423079:root"},"Action":"sts:AssumeRole"}]}',
        roleName: 'stratus-red-team-backdoor-r-role',
      },
    },
    changes: [
      { kind: 'persistence', subject: `${ROLE}stratus-red-team-backdoor-r-role / trust`, does: 'close' },
      { kind: 'persistence', subject: `${ROLE}stratus-red-team-backdoor-r-role / trust`, does: 'open' },
    ],
  },
  {
    name: 'a role is deleted, and its trust with it',
    record: { ...IAM, eventName: 'DeleteRole', requestParameters: { roleName: 'stratus-red-team-backdoor-r-role' } },
    changes: [
      { kind: 'destruction', subject: `deleted ${ROLE}stratus-red-team-backdoor-r-role`, does: 'open' },
      { kind: 'persistence', subject: `${ROLE}stratus-red-team-backdoor-r-role`, does: 'close' },
      { kind: 'persistence', subject: `${ROLE}stratus-red-team-backdoor-r-role / trust`, does: 'close' },
      { kind: 'persistence', subject: `${ROLE}stratus-red-team-backdoor-r-role / boundary`, does: 'close' },
      { kind: 'persistence', subject: `${ROLE}stratus-red-team-backdoor-r-role / longest session`, does: 'close' },
    ],
  },
  {
    name: 'a role goes into an instance profile',
    record: {
      ...IAM,
      eventName: 'AddRoleToInstanceProfile',
      requestParameters: {
        instanceProfileName: 'stratus-red-team-usr-data-instance',
        roleName: 'stratus-red-team-usr-data-role',
      },
    },
    changes: [
      {
        kind: 'persistence',
        subject: `${ROLE}stratus-red-team-usr-data-role / instance profile stratus-red-team-usr-data-instance`,
        does: 'open',
      },
      {
        kind: 'destruction',
        subject: `deleted ${ROLE}stratus-red-team-usr-data-role, instance profile stratus-red-team-usr-data-instance`,
        does: 'close',
      },
    ],
  },
  {
    name: 'a provider of identities whose record is empty is still a change',
    record: { ...IAM, eventName: 'CreateSAMLProvider', requestParameters: null, responseElements: null },
    changes: [{ kind: 'persistence', subject: 'unnamed e-1', does: 'open' }],
  },
  {
    name: 'a provider of identities',
    record: {
      ...IAM,
      eventName: 'CreateOpenIDConnectProvider',
      requestParameters: { url: 'https://idp.example.com', clientIDList: ['sts.amazonaws.com'] },
      responseElements: { openIDConnectProviderArn: 'arn:aws:iam::123837392027:oidc-provider/idp.example.com' },
    },
    changes: [
      {
        kind: 'persistence',
        subject: 'OpenID provider arn:aws:iam::123837392027:oidc-provider/idp.example.com',
        does: 'open',
      },
      {
        kind: 'destruction',
        subject: 'deleted OpenID provider arn:aws:iam::123837392027:oidc-provider/idp.example.com',
        does: 'close',
      },
    ],
  },
  {
    name: 'passwords may be weaker',
    record: { ...IAM, eventName: 'DeleteAccountPasswordPolicy', requestParameters: null },
    changes: [
      { kind: 'configuration', subject: 'password policy of account 123837392027', does: 'close' },
      { kind: 'configuration', subject: 'password policy of account 123837392027', does: 'open' },
    ],
  },
]
