import type { ServiceExample } from '../../../domain/service-row.ts'

/** Records and what they changed: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'an attempt to leave that was refused changes nothing',
    record: {
      eventSource: 'organizations.amazonaws.com',
      eventName: 'LeaveOrganization',
      errorCode: 'AccessDenied',
      requestParameters: null,
    },
    changes: [],
  },
  {
    name: 'an account leaves: trails and limits of the organization end for it',
    record: { eventSource: 'organizations.amazonaws.com', eventName: 'LeaveOrganization', requestParameters: null },
    changes: [{ kind: 'logging', subject: 'membership in its organization of 123837392027', does: 'open' }],
  },
  {
    name: 'a limit is taken off an account',
    record: {
      eventSource: 'organizations.amazonaws.com',
      eventName: 'DetachPolicy',
      requestParameters: { policyId: 'p-9example', targetId: '111122223333' },
    },
    changes: [
      { kind: 'destruction', subject: 'deleted organization policy p-9example, on 111122223333', does: 'open' },
      { kind: 'configuration', subject: 'organization policy p-9example / on 111122223333', does: 'close' },
    ],
  },
  {
    name: 'the trust in a service that records is withdrawn',
    record: {
      eventSource: 'organizations.amazonaws.com',
      eventName: 'DisableAWSServiceAccess',
      requestParameters: { servicePrincipal: 'cloudtrail.amazonaws.com' },
    },
    changes: [
      { kind: 'logging', subject: 'no trusted access 123837392027 cloudtrail.amazonaws.com', does: 'open' },
      { kind: 'persistence', subject: 'trusted access 123837392027 cloudtrail.amazonaws.com', does: 'close' },
    ],
  },
  {
    name: 'an account is made; its id comes later',
    record: {
      eventSource: 'organizations.amazonaws.com',
      eventName: 'CreateAccount',
      requestParameters: { accountName: 'HIDDEN_DUE_TO_SECURITY_REASONS', email: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
      responseElements: { createAccountStatus: { id: 'car-examplecreateaccountrequestid111', state: 'IN_PROGRESS' } },
    },
    changes: [{ kind: 'persistence', subject: 'new account car-examplecreateaccountrequestid111', does: 'open' }],
  },
]
