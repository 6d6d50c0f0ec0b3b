import type { ServiceExample } from '../../../domain/service-row.ts'

const SSO = { eventSource: 'sso.amazonaws.com' }
const SET = 'arn:aws:sso:::permissionSet/ssoins-1111222233334444/ps-1111222233334444'
const ASSIGNED = {
  instanceArn: 'arn:aws:sso:::instance/ssoins-1111222233334444',
  targetId: '111122223333',
  targetType: 'AWS_ACCOUNT',
  permissionSetArn: SET,
  principalType: 'USER',
  principalId: '9067f7a1b2-11111111-2222-3333-4444-555555555555',
}
const ASSIGNMENT = `assignment of ${ASSIGNED.principalId} ${SET} 111122223333`

/** Records and what they changed: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'a user of the directory may enter an account',
    record: {
      ...SSO,
      eventName: 'CreateAccountAssignment',
      requestParameters: ASSIGNED,
      responseElements: { accountAssignmentCreationStatus: { status: 'IN_PROGRESS', requestId: 'r-1' } },
    },
    changes: [
      { kind: 'persistence', subject: ASSIGNMENT, does: 'open' },
      { kind: 'destruction', subject: `deleted ${ASSIGNMENT}`, does: 'close' },
    ],
  },
  {
    name: 'the way in is taken away again',
    record: { ...SSO, eventName: 'DeleteAccountAssignment', requestParameters: ASSIGNED },
    changes: [
      { kind: 'destruction', subject: `deleted ${ASSIGNMENT}`, does: 'open' },
      { kind: 'persistence', subject: ASSIGNMENT, does: 'close' },
    ],
  },
  {
    name: 'a permission set gets a policy',
    record: {
      ...SSO,
      eventName: 'AttachManagedPolicyToPermissionSet',
      requestParameters: {
        instanceArn: ASSIGNED.instanceArn,
        permissionSetArn: SET,
        managedPolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      },
    },
    changes: [
      {
        kind: 'persistence',
        subject: `permission set ${SET} / policy arn:aws:iam::aws:policy/AdministratorAccess`,
        does: 'open',
      },
      {
        kind: 'destruction',
        subject: `deleted permission set ${SET}, policy arn:aws:iam::aws:policy/AdministratorAccess`,
        does: 'close',
      },
    ],
  },
  {
    name: 'the sign-in is switched on',
    record: { ...SSO, eventName: 'StartSSO', requestParameters: null },
    changes: [{ kind: 'persistence', subject: 'sign-in by Identity Center of 123837392027', does: 'open' }],
  },
]
