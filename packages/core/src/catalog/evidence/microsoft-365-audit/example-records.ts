/** The tenant of the examples. */
export const TENANT = '8a7c1d6e-0b1f-4c41-9a35-6f2f1f0a2b11'

/** A session. */
export const SESSION = '0f3b5a52-1f4b-4d55-9a0f-6f4be70b2d11'

/** What every record has. */
export const ENVELOPE: Readonly<Record<string, unknown>> = {
  CreationTime: '2026-03-24T08:15:00',
  Id: '5B7E2A10-6C2B-4E7A-9A5D-1D8D2B6E0C01',
  OrganizationId: TENANT,
  RecordType: 50,
  ResultStatus: 'Succeeded',
  UserKey: '100320015858B802',
  UserType: 0,
  Version: 1,
  Workload: 'Exchange',
  UserId: 'Dana@Example.com',
}

/** A reading of items. */
export const READ: Readonly<Record<string, unknown>> = {
  ...ENVELOPE,
  Operation: 'MailItemsAccessed',
  LogonType: 0,
  MailboxGuid: 'd0c5f8ae-9ed7-4e46-bfdf-ea1460f5a31b',
  MailboxOwnerUPN: 'dana@example.com',
  ClientInfoString: 'Client=REST;;',
  OperationProperties: [
    { Name: 'MailAccessType', Value: 'Bind' },
    { Name: 'IsThrottled', Value: 'False' },
  ],
}
