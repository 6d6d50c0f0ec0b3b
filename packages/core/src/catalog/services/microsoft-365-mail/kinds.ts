import type { Channel, StoreKind } from '../../../domain/service-row.ts'
import { identityNamed, inTenant, mailboxNamed, ofTenant, shortMailboxes } from './names.ts'

const LOG_IN: Channel = {
  kind: 'log-in',
  way: 'a mail program, the web or a program, with a password, a session or a token that was stolen or given',
  recordedBy: 'best-effort-log',
  settledBy:
    'the records of MailItemsAccessed of {name}, where its licence and `Get-EXOMailbox {name} -Properties AuditEnabled,AuditOwner,AuditDelegate` say that they are written; a throttled or missing record leaves it open',
}

const ADMINISTRATION: Channel = {
  kind: 'management-call',
  way: 'a search for content or an export by an administrator',
  recordedBy: 'best-effort-log',
  settledBy: '`Search-UnifiedAuditLog -RecordType Discovery` and `Get-ComplianceSearchAction`',
}

const GRANTS: Channel = {
  kind: 'continuing-grant',
  way: 'a permission on it or on a folder of it, a rule that sends mail on, or an application that may read mail',
  recordedBy: 'best-effort-log',
  settledBy:
    '`Get-MailboxPermission {name}`, `Get-InboxRule -Mailbox {name} -IncludeHidden`, `Get-EXOMailbox {name} -Properties ForwardingSmtpAddress,ForwardingAddress` and the consents of the tenant',
}

const WIDE_GRANTS: Channel = {
  kind: 'continuing-grant',
  way: 'a role or an application that may read every mailbox',
  recordedBy: 'best-effort-log',
  settledBy:
    '`Get-ManagementRoleAssignment -Role ApplicationImpersonation` and the rights of applications of the tenant',
}

const COPIES: Channel = {
  kind: 'neighbour',
  way: 'exports, archives, journals, and copies in the mail programs of its owner and delegates',
  recordedBy: 'nothing',
  settledBy:
    'the exports of `Get-ComplianceSearchAction -Export`, and the devices that `Get-MobileDevice -Mailbox {name}` lists',
}

const SENDING: readonly Channel[] = [
  {
    kind: 'log-in',
    way: 'sending mail as it, from its mailbox, by SMTP or as a delegate',
    recordedBy: 'best-effort-log',
    settledBy: '`Get-MessageTraceV2 -SenderAddress {name} -StartDate FROM -EndDate TO`',
  },
  {
    kind: 'continuing-grant',
    way: 'a permission to send as it or on its behalf',
    recordedBy: 'best-effort-log',
    settledBy: '`Get-RecipientPermission {name}` and `Get-EXOMailbox {name} -Properties GrantSendOnBehalfTo`',
  },
]

const FLOW: readonly Channel[] = [
  {
    kind: 'continuing-grant',
    way: 'a rule, a connector or a journal that sends mail on',
    recordedBy: 'best-effort-log',
    settledBy: '`Get-TransportRule`, `Get-OutboundConnector` and `Get-JournalRule`',
  },
]

/** Mailboxes, addresses that mail is sent as, and the flow of mail of a tenant, with the ways into them. */
export const STORES: Readonly<Record<string, StoreKind>> = {
  mailbox: {
    title: 'mailbox',
    name: mailboxNamed,
    shortId: shortMailboxes,
    channels: [LOG_IN, GRANTS, ADMINISTRATION, COPIES],
  },
  'mailbox-set': {
    title: 'all mailboxes of a tenant',
    name: ofTenant('all mailboxes'),
    channels: [WIDE_GRANTS, ADMINISTRATION],
    holds: inTenant,
  },
  'mail-identity': { title: 'address that mail is sent as', name: identityNamed, channels: SENDING },
  'mail-flow': { title: 'flow of mail', name: ofTenant('mail flow'), channels: FLOW, holds: inTenant },
}
