import type { EvidenceRequest } from '../../../domain/evidence-row.ts'

/** What would show more of what was done to mailboxes: nothing of it proves that an act did not happen. */
export const REQUESTS: readonly EvidenceRequest[] = [
  {
    source: 'unified audit log',
    command:
      'Search-UnifiedAuditLog -StartDate {from} -EndDate {to} -SessionId NAME -SessionCommand ReturnLargeSet -ResultSize 5000',
    because:
      'acts on mailboxes, rules, permissions and sign-ins stand in it for 180 days; repeat the command until it answers nothing, and export all properties',
    keptDays: 180,
  },
  {
    source: 'settings of the audit log',
    command: 'Get-AdminAuditLogConfig | Format-List UnifiedAuditLogIngestionEnabled',
    because: 'while the ingestion is off, nothing is recorded',
    keptDays: null,
  },
  {
    source: 'auditing of mailboxes',
    command:
      'Get-EXOMailbox -ResultSize Unlimited -Properties AuditEnabled,AuditOwner,AuditDelegate,AuditAdmin | ConvertTo-Json -Depth 4',
    because:
      'an act that is not among the audited ones of its mailbox is not recorded; readings of items need the licence for it',
    keptDays: null,
  },
  {
    source: 'accounts that are not audited',
    command: 'Get-MailboxAuditBypassAssociation -ResultSize Unlimited | Where-Object AuditBypassEnabled',
    because: 'what such an account does to mailboxes is recorded nowhere',
    keptDays: null,
  },
  {
    source: 'rules in mailboxes',
    command:
      'Get-EXOMailbox -ResultSize Unlimited | ForEach-Object { Get-InboxRule -Mailbox $_.UserPrincipalName -IncludeHidden } | ConvertTo-Json -Depth 4',
    because:
      'a rule that sends mail on may have been made before the log begins, or by a program whose act it leaves out',
    keptDays: null,
  },
  {
    source: 'rules of the mail flow',
    command: 'Get-TransportRule -ResultSize Unlimited | ConvertTo-Json -Depth 6',
    because: 'one rule may send on the mail of everybody',
    keptDays: null,
  },
]
