import type { EvidenceExample } from '../../../domain/evidence-row.ts'
import { ENVELOPE, READ, SESSION, TENANT } from './example-records.ts'
import { ODD_EXAMPLES } from './odd-examples.ts'

/** Records as the log, its exports and Sentinel hold them. */
export const EXAMPLES: readonly EvidenceExample[] = [
  {
    name: 'a reading in a session: letters of the user’s name and of ids in any case, and a time without a zone',
    record: {
      ...READ,
      SessionId: SESSION.toUpperCase(),
      ClientIPAddress: '[2001:DB8::1]:443',
      ClientIP: '2001:db8::1',
    },
    event: {
      eventId: '5b7e2a10-6c2b-4e7a-9a5d-1d8d2b6e0c01',
      at: '2026-03-24T08:15:00Z',
      account: TENANT,
      region: 'global',
      caller: SESSION,
      principal: 'dana@example.com',
      principalAccount: TENANT,
      address: '2001:db8::1',
      agent: 'Client=REST;;',
      outcome: 'ok',
      source: 'Exchange',
      name: 'MailItemsAccessed',
      category: 'data',
      'callerFacts.type': 'Microsoft365Session',
      'request.OperationProperties.MailAccessType': 'Bind',
      'extra.sessionId': SESSION,
    },
  },
  {
    name: 'without a session the user is told by the address, and a port is no part of it',
    record: { ...READ, ClientIPAddress: '::ffff:203.0.113.9', ClientIP: '198.51.100.7:10736' },
    event: {
      caller: 'dana@example.com from 203.0.113.9',
      address: '203.0.113.9',
      'callerFacts.type': 'Microsoft365User',
      'extra.otherAddress': '198.51.100.7',
    },
  },
  {
    name: 'neither session nor address',
    record: { ...READ, SessionId: '00000000-0000-0000-0000-000000000000', ClientIPAddress: '' },
    event: { caller: 'dana@example.com', address: null },
  },
  {
    name: 'the session of a newer record',
    record: {
      ...READ,
      AppAccessContext: { AADSessionId: SESSION, ClientAppId: '27922004-5251-4030-B22D-91ECD9A37EA4' },
    },
    event: { caller: SESSION, 'extra.applicationId': '27922004-5251-4030-b22d-91ecd9a37ea4' },
  },
  {
    name: 'a command with its parameters, by an old record without a workload',
    record: {
      ...{ CreationTime: '2022-12-12 22:19:00', Id: '111-22-33', OrganizationId: TENANT, RecordType: 1, UserType: 2 },
      ...{
        Operation: 'Set-Mailbox',
        UserId: 'admin@example.com',
        ClientIP: '198.51.100.7:10736',
        ResultStatus: 'True',
      },
      Parameters: [
        { Name: 'Identity', Value: 'dana' },
        { Name: 'ForwardingSmtpAddress', Value: 'smtp:out@example.net' },
        { Name: 'Password', Value: 'hunter2' },
      ],
    },
    event: {
      at: '2022-12-12T22:19:00Z',
      source: 'Exchange',
      category: 'management',
      'request.Parameters.ForwardingSmtpAddress': 'smtp:out@example.net',
      caller: 'admin@example.com from 198.51.100.7',
    },
  },
  {
    name: 'parameters as they were typed, and a command that failed',
    record: {
      ...{ ...ENVELOPE, RecordType: 18, Workload: 'SecurityComplianceCenter', ResultStatus: 'False' },
      Operation: 'New-ComplianceSearchAction',
      Parameters: '-SearchName "all of it" -Export -Format \'FxStream\'',
    },
    event: {
      outcome: 'failed',
      errorCode: 'False',
      'request.Parameters.SearchName': 'all of it',
      'request.Parameters.Export': true,
    },
  },
  {
    name: 'a sign-in is the user’s call, and names the session that it opens',
    record: {
      ...{ ...ENVELOPE, RecordType: 15, Workload: 'AzureActiveDirectory', ResultStatus: 'Success' },
      ...{ Operation: 'UserLoggedIn', ActorIpAddress: '203.0.113.9', ClientIP: '203.0.113.9' },
      DeviceProperties: [{ Name: 'SessionId', Value: SESSION }],
      ExtendedProperties: [{ Name: 'UserAgent', Value: 'Mozilla/5.0' }],
    },
    event: {
      caller: 'dana@example.com from 203.0.113.9',
      agent: 'Mozilla/5.0',
      outcome: 'ok',
      'extra.sessionId': SESSION,
    },
  },
  {
    name: 'a sign-in that failed says Success of itself',
    record: {
      ...{ ...ENVELOPE, RecordType: 15, Workload: 'AzureActiveDirectory', ResultStatus: 'Success' },
      ...{ Operation: 'UserLoginFailed', LogonError: 'InvalidUserNameOrPassword', ClientIP: '203.0.113.9' },
    },
    event: { outcome: 'failed', errorCode: 'InvalidUserNameOrPassword' },
  },
  {
    name: 'an application that acts for itself',
    record: {
      ...{ ...READ, UserType: 5, UserId: 'ServicePrincipal_0d2f5969-011b-460d-ac74-3291d227d49f' },
      AppId: '5A95E683-08AD-424E-A441-1D1AEC52C02C',
    },
    event: {
      caller: 'application 5a95e683-08ad-424e-a441-1d1aec52c02c',
      'callerFacts.type': 'Microsoft365Application',
    },
  },
  {
    name: 'the directory ends its operations with a full stop',
    record: { ...ENVELOPE, RecordType: 8, Workload: 'AzureActiveDirectory', Operation: 'Consent to application.' },
    event: { name: 'Consent to application', category: 'management' },
  },
  {
    name: 'the names of Sentinel, with documents as text',
    record: {
      ...{ TenantId: '00000000-0000-0000-0000-000000000001', RecordType: '50', TimeGenerated: '2021-08-02T13:32:07Z' },
      ...{ Operation: 'MailItemsAccessed', OrganizationId: TENANT, UserType: 'Regular', OfficeWorkload: 'Exchange' },
      ...{ UserId: 'dana@example.com', Logon_Type: 'Owner', MailboxOwnerUPN: 'dana@example.com' },
      ...{ Client_IPAddress: '192.0.2.4', OfficeId: '699e0b10-1c53-403e-976f-ce0847a92b44', Type: 'OfficeActivity' },
      OperationProperties: '[{"Name":"MailAccessType","Value":"Bind"},{"Name":"IsThrottled","Value":"False"}]',
      Folders: '[{"FolderItems":[{"InternetMessageId":"<a@example.com>"}],"Path":"\\\\Inbox"}]',
    },
    event: {
      eventId: '699e0b10-1c53-403e-976f-ce0847a92b44',
      at: '2021-08-02T13:32:07Z',
      account: TENANT,
      address: '192.0.2.4',
      category: 'data',
      'request.OperationProperties.MailAccessType': 'Bind',
      'request.LogonType': 'Owner',
    },
  },
  ...ODD_EXAMPLES,
]
