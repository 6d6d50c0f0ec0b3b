import { oneOrMany } from '../../../domain/one-or-many.ts'
import { type Action, defineService, type ServiceRow } from '../../../domain/service-row.ts'
import { CHANGES } from './changes.ts'
import { EXAMPLES } from './examples.ts'
import { EXPORT_ACTIONS } from './exports.ts'
import { ITEM_ACTIONS } from './items.ts'
import { STORES } from './kinds.ts'
import { orAny, statedMailbox } from './names.ts'
import { ON_BEHALF, PERMISSION_ACTIONS } from './permissions.ts'
import { FORWARD, RULE_ACTIONS } from './rules.ts'

type Actions = ServiceRow['actions']

/** The same actions, each of which is on any mailbox where the record names none. */
function withUnnamed(actions: Actions): Actions {
  const all = Object.entries(actions).map(([name, one]): readonly [string, readonly Action[]] => [
    name,
    oneOrMany<Action>(one).flatMap((action) => (action.on.kind === 'mailbox' ? orAny(action) : [action])),
  ])
  return Object.fromEntries(all)
}

const row: ServiceRow = defineService({
  service: 'microsoft-365-mail',
  sources: ['Exchange', 'SecurityComplianceCenter'],
  stores: STORES,
  mentions: [{ kind: 'mailbox', at: statedMailbox }],
  actions: {
    ...withUnnamed({
      ...ITEM_ACTIONS,
      ...RULE_ACTIONS,
      ...PERMISSION_ACTIONS,
      'Set-Mailbox': [FORWARD, ON_BEHALF],
    }),
    ...EXPORT_ACTIONS,
  },
  changes: CHANGES,
  cite: 'Microsoft Purview: MailItemsAccessed, audit log activities; Exchange Online PowerShell reference; Office 365 Management Activity API schema, Exchange mailbox and admin schemas',
  examples: EXAMPLES,
})

export default row
