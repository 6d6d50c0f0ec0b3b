import type { ServiceExample } from '../../../domain/service-row.ts'

const TENANT = '8a7c1d6e-0b1f-4c41-9a35-6f2f1f0a2b11'
const APP = '11b49e19-2326-4be6-93cb-7f37439bbd81'
const CLIENT = '0d2f5969-011b-460d-ac74-3291d227d49f'
const ALL = `mailboxes/${TENANT}`

function directory(Operation: string, more: object): object {
  return {
    ...{ CreationTime: '2026-03-24T08:15:00', Id: 'e-1', OrganizationId: TENANT, RecordType: 8, UserType: 0 },
    ...{ Operation, ResultStatus: 'Success', Workload: 'AzureActiveDirectory', UserId: 'dana@example.com', ...more },
  }
}

function changed(...pairs: readonly (readonly [string, string])[]): object {
  return { ModifiedProperties: pairs.map(([Name, NewValue]) => ({ Name, NewValue, OldValue: '' })) }
}

/** Applications and their rights, and users. */
export const EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'an application gets the right to read every mailbox (OTRF Security-Datasets, MIT: its properties)',
    record: directory('Add delegated permission grant.', {
      ...changed(
        ['DelegatedPermissionGrant.Scope', '"User.Read Mail.ReadWrite"'],
        ['DelegatedPermissionGrant.ConsentType', '"AllPrincipals"'],
        ['ServicePrincipal.ObjectID', `"${CLIENT}"`],
      ),
    }),
    touches: [{ store: ALL, effect: 'shared', grantee: `application ${CLIENT}`, grant: 'open' }],
    changes: [
      { kind: 'persistence', subject: `application ${CLIENT} / rights`, does: 'open' },
      { kind: 'destruction', subject: `deleted application ${CLIENT}, rights`, does: 'close' },
    ],
  },
  {
    name: 'a user consents for the own mailbox',
    record: directory('Consent to application.', {
      ObjectId: `ServicePrincipal_${APP}`,
      ...changed(
        ['ConsentContext.IsAdminConsent', 'False'],
        ['ConsentAction.Permissions', '[] => [[Id: x, ConsentType: Principal, Scope: Mail.Read offline_access]]'],
      ),
    }),
    touches: [
      { store: `mailbox/${TENANT}/dana@example.com`, effect: 'shared', grantee: `application ${APP}`, grant: 'open' },
    ],
  },
  {
    name: 'rights that have nothing to do with mail',
    record: directory('Add app role assignment to service principal.', {
      ObjectId: APP,
      ...changed(['AppRole.Value', '"User.Read.All"']),
    }),
    touches: [],
  },
  {
    name: 'an application by itself may read every mailbox',
    record: directory('Add app role assignment to service principal.', {
      ...changed(['AppRole.Value', '"Mail.Read"'], ['ServicePrincipal.ObjectID', `"${CLIENT}"`]),
    }),
    touches: [{ store: ALL, effect: 'shared' }],
  },
  {
    name: 'a secret for an application',
    record: directory('Update application – Certificates and secrets management ', { ObjectId: `Application_${APP}` }),
    changes: [{ kind: 'persistence', subject: `application ${APP} / credentials`, does: 'open' }],
  },
  {
    name: 'a password is set',
    record: directory('Reset user password.', { ObjectId: 'Eve@example.com' }),
    changes: [{ kind: 'persistence', subject: 'user eve@example.com / password', does: 'open' }],
  },
  {
    name: 'second factors of a user are taken away',
    record: directory('Update user.', {
      ObjectId: 'eve@example.com',
      ...changed(['StrongAuthenticationMethod', '[]']),
    }),
    changes: [{ kind: 'persistence', subject: 'user eve@example.com / second factors', does: 'open' }],
  },
  {
    name: 'somebody becomes an administrator',
    record: directory('Add member to role.', {
      ObjectId: 'eve@example.com',
      ...changed(['Role.DisplayName', '"Exchange Administrator"']),
    }),
    changes: [
      { kind: 'persistence', subject: 'role Exchange Administrator / member eve@example.com', does: 'open' },
      { kind: 'destruction', subject: 'deleted role Exchange Administrator, member eve@example.com', does: 'close' },
    ],
  },
]
