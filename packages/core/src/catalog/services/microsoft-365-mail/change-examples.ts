import type { ServiceExample } from '../../../domain/service-row.ts'
import { command, TENANT } from './example-records.ts'

/** What blinds the log. */
export const CHANGE_EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'the audit log is switched off',
    record: command('Set-AdminAuditLogConfig', { UnifiedAuditLogIngestionEnabled: 'False' }),
    changes: [{ kind: 'logging', subject: `audit log of ${TENANT}`, does: 'open' }],
  },
  {
    name: 'the audit log is switched on again',
    record: command('Set-AdminAuditLogConfig', { UnifiedAuditLogIngestionEnabled: 'True' }),
    changes: [{ kind: 'logging', subject: `audit log of ${TENANT}`, does: 'close' }],
  },
  {
    name: 'what somebody does is recorded no longer',
    record: command('Set-MailboxAuditBypassAssociation', { Identity: 'Eve@example.com', AuditBypassEnabled: 'True' }),
    changes: [{ kind: 'logging', subject: 'auditing of what is done by eve@example.com', does: 'open' }],
  },
  {
    name: 'a mailbox is audited no longer',
    record: command('Set-Mailbox', { Identity: 'dana@example.com', AuditEnabled: 'False' }),
    changes: [{ kind: 'logging', subject: `mailbox mailbox/${TENANT}/dana@example.com / auditing`, does: 'open' }],
  },
  {
    name: 'no mailbox of the tenant is audited',
    record: command('Set-OrganizationConfig', { AuditDisabled: 'True' }),
    changes: [{ kind: 'logging', subject: `auditing of mailboxes of ${TENANT}`, does: 'open' }],
  },
]
