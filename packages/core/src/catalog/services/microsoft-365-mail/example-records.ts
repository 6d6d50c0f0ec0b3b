/** The tenant of the examples. */
export const TENANT = '8a7c1d6e-0b1f-4c41-9a35-6f2f1f0a2b11'

/** The id of their mailbox. */
export const BOX = 'd0c5f8ae-9ed7-4e46-bfdf-ea1460f5a31b'

/** Its store. */
export const MAILBOX: string = `mailbox/${TENANT}/dana@example.com#${BOX}`

const ENVELOPE = {
  CreationTime: '2026-03-24T08:15:00',
  Id: 'e-1',
  OrganizationId: TENANT,
  ResultStatus: 'Succeeded',
  UserKey: '100320015858B802',
  UserType: 0,
  Version: 1,
  Workload: 'Exchange',
  UserId: 'Dana@Example.com',
  ClientIP: '198.51.100.7:10736',
}

/** An act on items, as mailbox auditing records it. */
export function item(Operation: string, more: object): object {
  return {
    ...{ ...ENVELOPE, RecordType: 2, Operation, LogonType: 0, MailboxGuid: BOX, MailboxOwnerUPN: 'dana@example.com' },
    ...{ ClientInfoString: 'Client=OWA', SessionId: '0f3b5a52-1f4b-4d55-9a0f-6f4be70b2d11', ...more },
  }
}

/** A command, with its parameters. */
export function command(Operation: string, told: Readonly<Record<string, string>>, more: object = {}): object {
  const Parameters = Object.entries(told).map(([Name, Value]) => ({ Name, Value }))
  return { ...ENVELOPE, RecordType: 1, Operation, UserType: 2, UserId: 'admin@example.com', Parameters, ...more }
}
