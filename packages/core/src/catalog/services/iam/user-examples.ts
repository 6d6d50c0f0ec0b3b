import type { ServiceExample } from '../../../domain/service-row.ts'

const IAM = { eventSource: 'iam.amazonaws.com' }
const USER = 'user arn:aws:iam::123837392027:user/'
const BY = {
  type: 'IAMUser',
  accountId: '123837392027',
  accessKeyId: 'AKIATFQR7NSC8Q4X20BJ',
  arn: 'arn:aws:iam::123837392027:user/staff/bert-jan',
  userName: 'bert-jan',
}
const ROOT = { type: 'Root', accountId: '111122223333', arn: 'arn:aws:iam::111122223333:root' }

/** Calls on users, their credentials and groups, and what they changed. */
export const USER_EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'a user is made; its path is no part of its name in later calls',
    record: {
      ...IAM,
      eventName: 'CreateUser',
      requestParameters: { path: '/staff/', userName: 'malicious-iam-user' },
      responseElements: {
        user: { userName: 'malicious-iam-user', arn: 'arn:aws:iam::123837392027:user/staff/malicious-iam-user' },
      },
    },
    changes: [
      { kind: 'persistence', subject: `${USER}malicious-iam-user`, does: 'open' },
      { kind: 'destruction', subject: `deleted ${USER}malicious-iam-user`, does: 'close' },
    ],
  },
  {
    name: 'a user is deleted, and with it what only it can hold',
    record: { ...IAM, eventName: 'DeleteUser', requestParameters: { userName: 'malicious-iam-user' } },
    changes: [
      { kind: 'destruction', subject: `deleted ${USER}malicious-iam-user`, does: 'open' },
      { kind: 'persistence', subject: `${USER}malicious-iam-user`, does: 'close' },
      { kind: 'persistence', subject: `${USER}malicious-iam-user / login profile`, does: 'close' },
      { kind: 'persistence', subject: `${USER}malicious-iam-user / password`, does: 'close' },
      { kind: 'persistence', subject: `${USER}malicious-iam-user / without MFA device`, does: 'close' },
      { kind: 'persistence', subject: `${USER}malicious-iam-user / boundary`, does: 'close' },
    ],
  },
  {
    name: 'a key for another user',
    record: {
      ...IAM,
      eventName: 'CreateAccessKey',
      requestParameters: { userName: 'stratus-red-team-backdoor-u-user' },
      responseElements: {
        accessKey: { accessKeyId: 'AKIATFQR7NSC3ZO6PKAZ', userName: 'stratus-red-team-backdoor-u-user' },
      },
    },
    changes: [
      {
        kind: 'persistence',
        subject: `${USER}stratus-red-team-backdoor-u-user / access key AKIATFQR7NSC3ZO6PKAZ`,
        does: 'open',
      },
      {
        kind: 'destruction',
        subject: `deleted ${USER}stratus-red-team-backdoor-u-user, access key AKIATFQR7NSC3ZO6PKAZ`,
        does: 'close',
      },
    ],
  },
  {
    name: 'a key for oneself is of the caller, without its path',
    record: {
      ...IAM,
      eventName: 'CreateAccessKey',
      userIdentity: BY,
      requestParameters: null,
      responseElements: { accessKey: { accessKeyId: 'AKIATFQR7NSC3ZO6PKAZ', userName: 'bert-jan' } },
    },
    changes: [
      { kind: 'persistence', subject: `${USER}bert-jan / access key AKIATFQR7NSC3ZO6PKAZ`, does: 'open' },
      { kind: 'destruction', subject: `deleted ${USER}bert-jan, access key AKIATFQR7NSC3ZO6PKAZ`, does: 'close' },
    ],
  },
  {
    name: 'a key that is switched off still exists',
    record: {
      ...IAM,
      eventName: 'UpdateAccessKey',
      userIdentity: BY,
      requestParameters: { status: 'Inactive', accessKeyId: 'AKIATFQR7NSC3ZO6PKAZ' },
    },
    changes: [
      { kind: 'destruction', subject: `${USER}bert-jan / access key AKIATFQR7NSC3ZO6PKAZ / off`, does: 'open' },
      { kind: 'persistence', subject: `${USER}bert-jan / access key AKIATFQR7NSC3ZO6PKAZ / on`, does: 'close' },
    ],
  },
  {
    name: 'a key is deleted',
    record: {
      ...IAM,
      eventName: 'DeleteAccessKey',
      requestParameters: { userName: 'malicious-iam-user', accessKeyId: 'AKIATFQR7NSCQLA2F4OD' },
    },
    changes: [
      {
        kind: 'destruction',
        subject: `deleted ${USER}malicious-iam-user, access key AKIATFQR7NSCQLA2F4OD`,
        does: 'open',
      },
      { kind: 'persistence', subject: `${USER}malicious-iam-user / access key AKIATFQR7NSCQLA2F4OD`, does: 'close' },
      {
        kind: 'persistence',
        subject: `${USER}malicious-iam-user / access key AKIATFQR7NSCQLA2F4OD / on`,
        does: 'close',
      },
      {
        kind: 'persistence',
        subject: `${USER}malicious-iam-user / access key AKIATFQR7NSCQLA2F4OD / off`,
        does: 'close',
      },
    ],
  },
  {
    name: 'a password for a user that had none',
    record: {
      ...IAM,
      eventName: 'CreateLoginProfile',
      requestParameters: { passwordResetRequired: false, userName: 'stratus-red-team-login-profile-user' },
      responseElements: { loginProfile: { userName: 'stratus-red-team-login-profile-user' } },
    },
    changes: [
      { kind: 'persistence', subject: `${USER}stratus-red-team-login-profile-user / login profile`, does: 'open' },
      {
        kind: 'destruction',
        subject: `deleted ${USER}stratus-red-team-login-profile-user, login profile`,
        does: 'close',
      },
    ],
  },
  {
    name: 'a password is reset, and ends the former one',
    record: { ...IAM, eventName: 'UpdateLoginProfile', requestParameters: { userName: 'carla' } },
    changes: [
      { kind: 'persistence', subject: `${USER}carla / password`, does: 'close' },
      { kind: 'persistence', subject: `${USER}carla / password`, does: 'open' },
    ],
  },
  {
    name: 'asking for a new password at the next sign-in ends no password',
    record: {
      ...IAM,
      eventName: 'UpdateLoginProfile',
      requestParameters: { userName: 'carla', passwordResetRequired: true },
    },
    changes: [{ kind: 'persistence', subject: `${USER}carla / password`, does: 'open' }],
  },
  {
    name: 'a second factor of the root user',
    record: {
      ...IAM,
      eventName: 'EnableMFADevice',
      recipientAccountId: '111122223333',
      userIdentity: ROOT,
      requestParameters: {
        userName: 'AWS ROOT USER',
        serialNumber: 'arn:aws:iam::111122223333:mfa/root-account-mfa-device',
      },
    },
    changes: [
      {
        kind: 'persistence',
        subject:
          'user arn:aws:iam::111122223333:root / MFA device arn:aws:iam::111122223333:mfa/root-account-mfa-device',
        does: 'open',
      },
      {
        kind: 'destruction',
        subject:
          'deleted user arn:aws:iam::111122223333:root, MFA device arn:aws:iam::111122223333:mfa/root-account-mfa-device',
        does: 'close',
      },
      { kind: 'persistence', subject: 'user arn:aws:iam::111122223333:root / without MFA device', does: 'close' },
    ],
  },
  {
    name: 'a user becomes a member of a group',
    record: { ...IAM, eventName: 'AddUserToGroup', requestParameters: { userName: 'Bob', groupName: 'admin' } },
    changes: [
      { kind: 'persistence', subject: `${USER}Bob / group admin`, does: 'open' },
      { kind: 'destruction', subject: `deleted ${USER}Bob, group admin`, does: 'close' },
    ],
  },
  {
    name: 'a mask in place of the name: the change stands, and nothing can end it',
    record: {
      ...IAM,
      eventName: 'CreateUser',
      requestParameters: { userName: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
    },
    changes: [{ kind: 'persistence', subject: 'unnamed e-1', does: 'open' }],
  },
]
