import type { CallEvent } from '../../../domain/call.ts'
import { mailName } from '../../../domain/mail-name.ts'
import { closeAll, openTo } from '../../../domain/policy-grants.ts'
import { type Action, defineService, type Grant, type ServiceRow } from '../../../domain/service-row.ts'
import { CHANGES } from './changes.ts'
import { EXAMPLES } from './examples.ts'
import { GRANTEE, isOfOne, readsMail } from './names.ts'

const key = (call: CallEvent): string => `rights of application ${GRANTEE(call) ?? 'unknown'}`

const given = (call: CallEvent): readonly Grant[] => openTo([`application ${GRANTEE(call) ?? 'unknown'}`], key(call))
const taken = (call: CallEvent): readonly Grant[] => closeAll(key(call))

const ON_ALL: Action = {
  ...{ logged: 'management', effect: 'shared', names: 'set', grants: given },
  on: { kind: 'mailbox-set', at: ({ account }) => [`mailboxes/${account}`] },
  when: (call) => readsMail(call) && !isOfOne(call),
}

/** A user who consents gives rights on the own mailbox; of whose mailbox other grants for one user are, their records do not say by name. */
const ON_OWN: Action = {
  ...ON_ALL,
  names: 'one',
  on: {
    kind: 'mailbox',
    at: ({ account, principal }) =>
      principal?.includes('@') === true ? [`mailbox/${account}/${mailName(principal)}`] : [],
  },
  when: (call) => readsMail(call) && isOfOne(call),
}

const TAKEN: readonly Action[] = [
  { ...ON_ALL, grants: taken, when: () => true },
  { ...ON_OWN, grants: taken, when: () => true },
]

const row: ServiceRow = defineService({
  service: 'microsoft-365-directory',
  sources: ['AzureActiveDirectory'],
  stores: {},
  mentions: [],
  actions: {
    'Consent to application': [ON_ALL, ON_OWN],
    'Add delegated permission grant': ON_ALL,
    'Add OAuth2PermissionGrant': ON_ALL,
    'Add app role assignment to service principal': ON_ALL,
    'Remove delegated permission grant': TAKEN,
    'Remove OAuth2PermissionGrant': TAKEN,
    'Remove app role assignment from service principal': TAKEN,
  },
  changes: CHANGES,
  cite: 'Microsoft Entra: audit log activities; Microsoft Graph permissions reference',
  examples: EXAMPLES,
})

export default row
