import { defineService, type ServiceRow } from '../../../domain/service-row.ts'
import { ACTIONS } from './actions.ts'
import { ARCHIVE_EXAMPLES } from './archive-examples.ts'
import { CHANGES } from './changes.ts'
import { EXAMPLES } from './examples.ts'
import { STORES } from './kinds.ts'
import { archivesOf, flowsOf, identitiesOf, ruleSetsOf } from './names.ts'
import { SENDER_CHANGES } from './sender-changes.ts'
import { SENDER_EXAMPLES } from './sender-examples.ts'

const row: ServiceRow = defineService({
  service: 'ses',
  sources: ['ses.amazonaws.com'],
  stores: STORES,
  mentions: [
    { kind: 'ses-identity', at: identitiesOf },
    { kind: 'ses-receipt-rules', at: ruleSetsOf },
    { kind: 'ses-mail-flow', at: (call) => (call.name.endsWith('RuleSet') ? flowsOf(call) : []) },
    { kind: 'ses-archive', at: archivesOf },
  ],
  actions: ACTIONS,
  changes: { ...SENDER_CHANGES, ...CHANGES },
  cite: 'Amazon SES developer guide: logging with CloudTrail, receiving mail, Mail Manager archives; API references of SES versions 1 and 2 and of Mail Manager',
  examples: [...SENDER_EXAMPLES, ...EXAMPLES, ...ARCHIVE_EXAMPLES],
})

export default row
