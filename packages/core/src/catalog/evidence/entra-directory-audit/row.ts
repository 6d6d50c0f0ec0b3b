import { defineEvidence, type EvidenceRow } from '../../../domain/evidence-row.ts'
import { read, recognises } from './read.ts'

const TENANT = '8a7c1d6e-0b1f-4c41-9a35-6f2f1f0a2b11'

/** A record of the public set OTRF Security-Datasets (MIT), its ids replaced. */
const SECRET_ADDED = {
  ...{
    TenantId: '00000000-0000-0000-0000-000000000000',
    TimeGenerated: '2021-08-02T13:29:25.983Z',
    AADTenantId: TENANT,
  },
  OperationName: 'Update application – Certificates and secrets management ',
  ...{ Category: 'ApplicationManagement', Id: 'Directory_1', Result: 'success', LoggedByService: 'Core Directory' },
  AdditionalDetails: '[{"key":"User-Agent","value":"Mozilla/5.0 WindowsPowerShell/5.1"}]',
  InitiatedBy: '{"user":{"id":"u-1","displayName":null,"userPrincipalName":"Dana@Example.com","ipAddress":null}}',
  TargetResources:
    '[{"id":"11b49e19-2326-4be6-93cb-7f37439bbd81","displayName":"SimuLandApp","type":"Application","modifiedProperties":[{"displayName":"KeyDescription","oldValue":"[]","newValue":"[\\"x\\"]"}]}]',
  ActivityDateTime: '2021-08-02T13:29:25.983Z',
}

const row: EvidenceRow = defineEvidence({
  kind: 'entra-directory-audit',
  title: 'Microsoft Entra audit log',
  recordArrays: [],
  recognises,
  read,
  // Columns that queries of a log store add to a record; one record may come out of them several times.
  enrichments: [
    ...['keyEvents', 'target', 'targetDisplayName', 'targetId', 'targetType', 'InitiatingUserOrApp', 'InitiatingUser'],
    ...['UserAgent', 'ModifiedApplication', 'ModifiedApplicationObjectId', 'ModifiedPropertyName', 'ResourceAppId'],
    ...['DisplayName', 'Permissions', 'PermissionsAddedTo', 'Type'],
  ],
  delivery: 'best-effort',
  witnesses: 'changes of users, applications and their permissions in the directory of a tenant',
  requests: [],
  cite: 'Azure Monitor reference: AuditLogs; Microsoft Graph: directoryAudit',
  examples: [
    {
      name: 'a secret for an application, with its documents as text',
      record: SECRET_ADDED,
      event: {
        at: '2021-08-02T13:29:25.983Z',
        account: TENANT,
        caller: 'dana@example.com',
        address: null,
        agent: 'Mozilla/5.0 WindowsPowerShell/5.1',
        outcome: 'ok',
        source: 'AzureActiveDirectory',
        name: 'Update application – Certificates and secrets management',
        'request.ObjectId': '11b49e19-2326-4be6-93cb-7f37439bbd81',
        'request.ModifiedProperties.KeyDescription.NewValue': '["x"]',
      },
    },
    {
      name: 'an application acts, from an address, and fails',
      record: {
        ...{ ...SECRET_ADDED, Result: 'failure', ResultReason: 'Insufficient privileges' },
        InitiatedBy: { app: { appId: '5A95E683-08AD-424E-A441-1D1AEC52C02C', ipAddress: '198.51.100.7:443' } },
        TargetResources: [{ id: 'u-2', userPrincipalName: 'eve@example.com', modifiedProperties: [] }],
      },
      event: {
        caller: 'application 5a95e683-08ad-424e-a441-1d1aec52c02c',
        address: '198.51.100.7',
        outcome: 'failed',
        errorCode: 'Insufficient privileges',
        'request.ObjectId': 'eve@example.com',
      },
    },
    {
      name: 'without an id',
      record: { ...SECRET_ADDED, Id: null },
      event: { rejected: 'Id is missing: copies of the record cannot be told from further ones' },
    },
    {
      name: 'without a time',
      record: { ...SECRET_ADDED, ActivityDateTime: 'soon' },
      event: { rejected: 'it has no time that can be read: the act belongs to no known instant' },
    },
  ],
})

export default row
