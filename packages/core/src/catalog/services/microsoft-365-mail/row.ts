import { defineService, type ServiceRow } from '../../../domain/service-row.ts'
import { CHANGES } from './changes.ts'
import { EXAMPLES } from './examples.ts'
import { EXPORT_ACTIONS } from './exports.ts'
import { ITEM_ACTIONS } from './items.ts'
import { STORES } from './kinds.ts'
import { ownMailbox } from './names.ts'
import { ON_BEHALF, PERMISSION_ACTIONS } from './permissions.ts'
import { FORWARD, RULE_ACTIONS } from './rules.ts'

const row: ServiceRow = defineService({
  service: 'microsoft-365-mail',
  sources: ['Exchange', 'SecurityComplianceCenter'],
  stores: STORES,
  mentions: [{ kind: 'mailbox', at: ownMailbox }],
  actions: {
    ...ITEM_ACTIONS,
    ...RULE_ACTIONS,
    ...PERMISSION_ACTIONS,
    ...EXPORT_ACTIONS,
    'Set-Mailbox': [FORWARD, ON_BEHALF],
  },
  changes: CHANGES,
  cite: 'Microsoft Purview: MailItemsAccessed, audit log activities; Exchange Online PowerShell reference; Office 365 Management Activity API schema, Exchange mailbox and admin schemas',
  examples: EXAMPLES,
})

export default row
