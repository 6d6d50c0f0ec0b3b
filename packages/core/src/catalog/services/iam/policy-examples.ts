import type { ServiceExample } from '../../../domain/service-row.ts'

const IAM = { eventSource: 'iam.amazonaws.com' }
const USER = 'user arn:aws:iam::123837392027:user/'
const ROLE = 'role arn:aws:iam::123837392027:role/'
const ARN = 'arn:aws:iam::123837392027:policy/stratus-red-team-ec2lui-policy-wuzemnoeqa'
const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess'

/** Calls on policies, and what they changed. */
export const POLICY_EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'a user may do everything',
    record: {
      ...IAM,
      eventName: 'AttachUserPolicy',
      requestParameters: { userName: 'malicious-iam-user', policyArn: ADMIN },
    },
    changes: [
      { kind: 'persistence', subject: `${USER}malicious-iam-user / attached ${ADMIN}`, does: 'open' },
      { kind: 'destruction', subject: `deleted ${USER}malicious-iam-user, attached ${ADMIN}`, does: 'close' },
    ],
  },
  {
    name: 'a policy is taken from a user',
    record: {
      ...IAM,
      eventName: 'DetachUserPolicy',
      requestParameters: { userName: 'malicious-iam-user', policyArn: ADMIN },
    },
    changes: [
      { kind: 'destruction', subject: `deleted ${USER}malicious-iam-user, attached ${ADMIN}`, does: 'open' },
      { kind: 'persistence', subject: `${USER}malicious-iam-user / attached ${ADMIN}`, does: 'close' },
    ],
  },
  {
    name: 'an inline policy is put: it replaces the former one of its name',
    record: {
      ...IAM,
      eventName: 'PutRolePolicy',
      requestParameters: {
        roleName: 'stratus-red-team-get-usr-data-role',
        policyName: 'inline-policy',
        policyDocument:
          '{"Statement":[{"Action":["ec2:DescribeInstances"],"Effect":"Allow","Resource":"*"}],"Version":"2012-10-17"}',
      },
    },
    changes: [
      {
        kind: 'persistence',
        subject: `${ROLE}stratus-red-team-get-usr-data-role / inline policy inline-policy`,
        does: 'close',
      },
      {
        kind: 'persistence',
        subject: `${ROLE}stratus-red-team-get-usr-data-role / inline policy inline-policy`,
        does: 'open',
      },
      {
        kind: 'destruction',
        subject: `deleted ${ROLE}stratus-red-team-get-usr-data-role, inline policy inline-policy`,
        does: 'close',
      },
    ],
  },
  {
    name: 'a policy is made',
    record: {
      ...IAM,
      eventName: 'CreatePolicy',
      requestParameters: {
        policyDocument: '{"Statement":[{"Action":"*","Effect":"Allow","Resource":"*"}]}',
        policyName: 'stratus-red-team-ec2lui-policy-wuzemnoeqa',
      },
      responseElements: { policy: { policyName: 'stratus-red-team-ec2lui-policy-wuzemnoeqa', arn: ARN } },
    },
    changes: [
      { kind: 'persistence', subject: `policy ${ARN}`, does: 'open' },
      { kind: 'destruction', subject: `deleted policy ${ARN}`, does: 'close' },
    ],
  },
  {
    name: 'a new version comes into force: what chooses another one ends that, and leaves the version',
    record: {
      ...IAM,
      eventName: 'CreatePolicyVersion',
      requestParameters: { policyArn: ARN, policyDocument: '{"Statement":[]}', setAsDefault: true },
      responseElements: { policyVersion: { versionId: 'v2', isDefaultVersion: true } },
    },
    changes: [
      { kind: 'persistence', subject: `policy ${ARN} / version v2`, does: 'open' },
      { kind: 'persistence', subject: `policy ${ARN} / default version`, does: 'close' },
      { kind: 'persistence', subject: `policy ${ARN} / default version`, does: 'open' },
    ],
  },
  {
    name: 'a version that is not in force',
    record: {
      ...IAM,
      eventName: 'CreatePolicyVersion',
      requestParameters: { policyArn: ARN, setAsDefault: false },
      responseElements: { policyVersion: { versionId: 'v3', isDefaultVersion: false } },
    },
    changes: [{ kind: 'persistence', subject: `policy ${ARN} / version v3`, does: 'open' }],
  },
  {
    name: 'a limit is taken from a role',
    record: {
      ...IAM,
      eventName: 'DeleteRolePermissionsBoundary',
      requestParameters: { roleName: 'web' },
    },
    changes: [
      { kind: 'persistence', subject: `${ROLE}web / boundary`, does: 'close' },
      { kind: 'persistence', subject: `${ROLE}web / boundary`, does: 'open' },
    ],
  },
  {
    name: 'an inline policy of a group is deleted',
    record: { ...IAM, eventName: 'DeleteGroupPolicy', requestParameters: { policyName: 'policy', groupName: 'group' } },
    changes: [
      { kind: 'destruction', subject: 'deleted group 123837392027:group, inline policy policy', does: 'open' },
      { kind: 'persistence', subject: 'group 123837392027:group / inline policy policy', does: 'close' },
    ],
  },
]
