import type { ServiceExample } from '../../../domain/service-row.ts'

const WORKMAIL = { eventSource: 'workmail.amazonaws.com' }
const FLOW = { eventSource: 'workmailmessageflow.amazonaws.com' }
const ORGANISATION = 'm-n1pq2345678r901st2u3vx45x6789yza'
const USER = 'S-1-1-12-1234567891-2345678901-3456789012-4567890123-5678'
const SET = `arn:aws:workmail:us-east-1:123837392027:organization/${ORGANISATION}`
const ALL = 'arn:aws:workmail:us-east-1:123837392027:organization/*'
const MAILBOX = `${SET}/mailbox/${USER}`
const IN = { organizationId: ORGANISATION }
const ROLE = 'impersonation role 4f5a6b7c'

/** Records and what they did to mailboxes: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'a mailbox is exported to a bucket',
    record: {
      ...WORKMAIL,
      eventName: 'StartMailboxExportJob',
      requestParameters: { ...IN, entityId: USER, s3BucketName: 'outside', s3Prefix: 'x/' },
      responseElements: { jobId: 'job-1' },
    },
    touches: [
      { store: MAILBOX, effect: 'copied-out', grantee: 'arn:aws:s3:::outside' },
      { store: 'arn:aws:s3:::outside', effect: 'written' },
    ],
    changes: [{ kind: 'exposure', subject: 'export of mailbox job-1', does: 'open' }],
  },
  {
    name: 'an export whose record does not name the mailbox may be of any',
    record: { ...WORKMAIL, eventName: 'StartMailboxExportJob', requestParameters: IN },
    touches: [{ store: SET, effect: 'copied-out', grantee: null }],
    changes: [{ kind: 'exposure', subject: 'unnamed e-1', does: 'open' }],
  },
  {
    name: 'somebody may read a mailbox and send as its owner',
    record: {
      ...WORKMAIL,
      eventName: 'PutMailboxPermissions',
      requestParameters: { ...IN, entityId: USER, granteeId: 'g-1', permissionValues: ['FULL_ACCESS', 'SEND_AS'] },
    },
    touches: [
      { store: MAILBOX, effect: 'named', grantee: 'g-1', grant: 'close' },
      { store: MAILBOX, effect: 'shared', grantee: 'g-1', grant: 'open' },
      { store: MAILBOX, effect: 'named', grantee: 'g-1', grant: 'close' },
      { store: MAILBOX, effect: 'sent-as', grantee: 'g-1', grant: 'open' },
    ],
    changes: [
      { kind: 'exposure', subject: `mailbox ${MAILBOX} / permissions of g-1`, does: 'close' },
      { kind: 'exposure', subject: `mailbox ${MAILBOX} / permissions of g-1`, does: 'open' },
    ],
  },
  {
    name: 'the same grantee may only send now',
    record: {
      ...WORKMAIL,
      eventName: 'PutMailboxPermissions',
      requestParameters: { ...IN, entityId: USER, granteeId: 'g-1', permissionValues: ['SEND_ON_BEHALF'] },
    },
    touches: [
      { store: MAILBOX, effect: 'named', grantee: 'g-1', grant: 'close' },
      { store: MAILBOX, effect: 'named', grantee: 'g-1', grant: 'close' },
      { store: MAILBOX, effect: 'sent-as', grantee: 'g-1', grant: 'open' },
    ],
  },
  {
    name: 'its permissions are taken away',
    record: {
      ...WORKMAIL,
      eventName: 'DeleteMailboxPermissions',
      requestParameters: { ...IN, entityId: USER, granteeId: 'g-1' },
    },
    touches: [
      { store: MAILBOX, effect: 'named', grantee: 'g-1', grant: 'close' },
      { store: MAILBOX, effect: 'named', grantee: 'g-1', grant: 'close' },
    ],
    changes: [{ kind: 'exposure', subject: `mailbox ${MAILBOX} / permissions of g-1`, does: 'close' }],
  },
  {
    name: 'a role that acts for mailboxes is made',
    record: {
      ...WORKMAIL,
      eventName: 'CreateImpersonationRole',
      requestParameters: { ...IN, name: 'sync', type: 'FULL_ACCESS', rules: [] },
      responseElements: { impersonationRoleId: '4f5a6b7c' },
    },
    touches: [{ store: SET, effect: 'shared', grantee: ROLE, grant: 'open' }],
    changes: [
      { kind: 'persistence', subject: ROLE, does: 'open' },
      { kind: 'destruction', subject: `deleted ${ROLE}`, does: 'close' },
    ],
  },
  {
    name: 'it is assumed: the token reads mailboxes, and no record shows which',
    record: {
      ...WORKMAIL,
      eventName: 'AssumeImpersonationRole',
      requestParameters: { ...IN, impersonationRoleId: '4f5a6b7c' },
    },
    touches: [{ store: SET, effect: 'read', object: '4f5a6b7c' }],
  },
  {
    name: 'it is deleted',
    record: {
      ...WORKMAIL,
      eventName: 'DeleteImpersonationRole',
      requestParameters: { ...IN, impersonationRoleId: '4f5a6b7c' },
    },
    touches: [{ store: SET, effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [
      { kind: 'destruction', subject: `deleted ${ROLE}`, does: 'open' },
      { kind: 'persistence', subject: ROLE, does: 'close' },
    ],
  },
  {
    name: 'a password is set',
    record: {
      ...WORKMAIL,
      eventName: 'ResetPassword',
      requestParameters: { ...IN, userId: USER, password: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
    },
    touches: [{ store: MAILBOX, effect: 'named' }],
    changes: [{ kind: 'persistence', subject: `mailbox ${MAILBOX} / password`, does: 'open' }],
  },
  {
    name: 'who mails whom goes to a log group',
    record: {
      ...WORKMAIL,
      eventName: 'PutEmailMonitoringConfiguration',
      requestParameters: { ...IN, logGroupArn: 'arn:aws:logs:us-east-1:999999999999:log-group:x' },
    },
    touches: [
      { store: SET, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: SET, effect: 'redirected', grantee: 'arn:aws:logs:us-east-1:999999999999:log-group:x', grant: 'open' },
    ],
  },
  {
    name: 'the log of mail events is stopped',
    record: { ...WORKMAIL, eventName: 'DeleteEmailMonitoringConfiguration', requestParameters: IN },
    touches: [{ store: SET, effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [
      { kind: 'exposure', subject: `mail organisation ${ORGANISATION} / event log`, does: 'close' },
      { kind: 'logging', subject: `mail organisation ${ORGANISATION} / no event log`, does: 'open' },
    ],
  },
  {
    name: 'access from somewhere is allowed',
    record: {
      ...WORKMAIL,
      eventName: 'PutAccessControlRule',
      requestParameters: { ...IN, name: 'open', effect: 'ALLOW', ipRanges: ['0.0.0.0/0'] },
    },
    touches: [],
    changes: [
      { kind: 'exposure', subject: `mail organisation ${ORGANISATION} / access rule open`, does: 'close' },
      { kind: 'exposure', subject: `mail organisation ${ORGANISATION} / access rule open`, does: 'open' },
      { kind: 'destruction', subject: `deleted mail organisation ${ORGANISATION}, access rule open`, does: 'close' },
    ],
  },
  {
    name: 'a user is deleted with the mailbox',
    record: { ...WORKMAIL, eventName: 'DeleteUser', requestParameters: { ...IN, userId: USER } },
    touches: [{ store: MAILBOX, effect: 'destroyed' }],
    changes: [
      { kind: 'destruction', subject: `deleted mailbox ${MAILBOX}, user`, does: 'open' },
      { kind: 'persistence', subject: `mailbox ${MAILBOX} / user`, does: 'close' },
    ],
  },
  {
    name: 'an organisation is deleted with all its mailboxes',
    record: { ...WORKMAIL, eventName: 'DeleteOrganization', requestParameters: { ...IN, deleteDirectory: true } },
    touches: [{ store: SET, effect: 'destroyed' }],
  },
  {
    name: 'a message on its way is read',
    record: { ...FLOW, eventName: 'GetRawMessageContent', requestParameters: { messageId: 'a1b2' } },
    touches: [{ store: ALL, effect: 'read', object: 'a1b2' }],
  },
  {
    name: 'it is replaced by another one',
    record: {
      ...FLOW,
      eventName: 'PutRawMessageContent',
      requestParameters: { messageId: 'a1b2', content: { s3Reference: { bucket: 'b', key: 'k' } } },
    },
    touches: [{ store: ALL, effect: 'written', object: 'a1b2' }],
    changes: [{ kind: 'configuration', subject: 'replaced message a1b2', does: 'open' }],
  },
]
