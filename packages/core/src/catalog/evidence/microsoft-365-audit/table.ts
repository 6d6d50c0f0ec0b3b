import type { TableShape } from '../../../domain/evidence-row.ts'

/**
 * Tables of the audit log: exports of Search-UnifiedAuditLog and of Purview hold each record whole; tools that take it apart, and
 * queries of OfficeActivity, have a column for each field.
 */
export const TABLE: TableShape = {
  whole: ['AuditData'],
  // What a table leaves out, a record seems not to say: whose it is, what was done and to which items.
  needs: ['CreationTime', 'Id', 'Operation', 'OrganizationId', 'UserId'],
  fields: [
    ...['CreationTime', 'Id', 'Operation', 'OrganizationId', 'RecordType', 'ResultStatus', 'UserKey', 'UserType'],
    ...['Version', 'Workload', 'ClientIP', 'ClientIPAddress', 'ActorIpAddress', 'UserId', 'ObjectId', 'SessionId'],
    ...['AADSessionId', 'AppAccessContext', 'ClientInfoString', 'UserAgent', 'ExternalAccess', 'LogonType'],
    ...['InternalLogonType', 'LogonUserSid', 'MailboxGuid', 'MailboxOwnerSid', 'MailboxOwnerUPN', 'OrganizationName'],
    ...['OriginatingServer', 'AppId', 'ClientAppId', 'ApplicationId', 'Folders', 'Folder', 'DestFolder', 'Item'],
    ...[
      'AffectedItems',
      'OperationProperties',
      'OperationCount',
      'Parameters',
      'ExtendedProperties',
      'DeviceProperties',
    ],
    ...[
      'ModifiedProperties',
      'Target',
      'Actor',
      'LogonError',
      'ErrorNumber',
      'SendAsUserSmtp',
      'SendAsUserMailboxGuid',
    ],
    ...['SendOnBehalfOfUserSmtp', 'SendOnBehalfOfUserMailboxGuid', 'ExchangeLocations', 'QueryText', 'Query', 'Case'],
  ],
  inside: {},
  poor: [
    {
      first: ['Date (UTC)'],
      reason: "it is a table of the portal's page, which leaves the records themselves out: export them with AuditData",
    },
  ],
}
