import { listed } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { pickText } from '../../../domain/json.ts'
import { closeAll, openTo } from '../../../domain/policy-grants.ts'
import { type Action, defineService, type Grant, type ServiceRow, type StoreAt } from '../../../domain/service-row.ts'
import { CHANGES } from './changes.ts'
import { EXAMPLES } from './examples.ts'
import { STORES } from './kinds.ts'
import {
  everyOrganisation,
  exportBucket,
  GRANTEE,
  mailboxes,
  organisations,
  permissions,
  ROLE_ID,
  unnamedMailboxes,
} from './names.ts'

const MAILBOX: StoreAt = { kind: 'workmail-mailbox', at: mailboxes }
const SET: StoreAt = { kind: 'workmail-organization', at: organisations }
const UNNAMED: StoreAt = { kind: 'workmail-organization', at: unnamedMailboxes }

const ON_MAILBOX: Action = { logged: 'management', on: MAILBOX, effect: 'written', names: 'one' }
const ON_SET: Action = { ...ON_MAILBOX, on: SET, names: 'set' }

/** An act on one mailbox; where the record does not name it, on any of the organisation. */
function onMailbox(action: Omit<Action, 'logged' | 'on' | 'names'>): readonly Action[] {
  return [
    { ...ON_MAILBOX, ...action },
    { ...ON_SET, on: UNNAMED, ...action },
  ]
}

const FULL = 'full access'
const SEND = 'send as'

/** Putting permissions replaces those that the same grantee had, and no others. */
function put(key: string, isIn: (permission: string) => boolean): (call: CallEvent) => readonly Grant[] {
  return (call) => {
    const grantee = GRANTEE(call) ?? 'unknown'
    const given = permissions(call).some(isIn)
    return [...closed(key)(call), ...(given ? openTo([grantee], key) : [])]
  }
}

function closed(key: string): (call: CallEvent) => readonly Grant[] {
  return (call) => listed(GRANTEE)(call).map((grantee): Grant => ({ grantee, grant: 'close', key }))
}

const isSending = (permission: string): boolean => permission.startsWith('SEND_')

const role = (call: CallEvent): string => `impersonation role ${ROLE_ID(call) ?? 'unknown'}`
const impersonated = (call: CallEvent): readonly Grant[] => openTo([role(call)], role(call))

const MONITORED = 'email monitoring'
const monitored = (call: CallEvent): readonly Grant[] => [
  ...closeAll(MONITORED),
  ...openTo([pickText(call.request, 'logGroupArn') ?? 'unknown'], MONITORED),
]

/** A message on its way is told by its own id, and not by the mailbox that it comes from or goes to. */
const IN_TRANSIT: Action = {
  ...ON_SET,
  on: { kind: 'workmail-organization', at: everyOrganisation },
  object: ['request.messageId'],
}

const row: ServiceRow = defineService({
  service: 'workmail',
  sources: ['workmail.amazonaws.com', 'workmailmessageflow.amazonaws.com'],
  stores: STORES,
  mentions: [MAILBOX],
  actions: {
    StartMailboxExportJob: [
      ...onMailbox({ effect: 'copied-out', payload: 'object', to: exportBucket }),
      { ...ON_MAILBOX, on: { kind: 's3-bucket', at: listed(exportBucket) } },
    ],
    PutMailboxPermissions: [
      ...onMailbox({ effect: 'shared', grants: put(FULL, (one) => !isSending(one)) }),
      ...onMailbox({ effect: 'sent-as', grants: put(SEND, isSending) }),
    ],
    DeleteMailboxPermissions: [
      ...onMailbox({ effect: 'shared', grants: closed(FULL) }),
      ...onMailbox({ effect: 'sent-as', grants: closed(SEND) }),
    ],
    CreateImpersonationRole: { ...ON_SET, effect: 'shared', grants: impersonated },
    UpdateImpersonationRole: { ...ON_SET, effect: 'shared', grants: impersonated },
    DeleteImpersonationRole: { ...ON_SET, effect: 'shared', grants: (call) => closeAll(role(call)) },
    // The answer is a token that reads mailboxes by Exchange Web Services, which CloudTrail does not record.
    AssumeImpersonationRole: { ...ON_SET, effect: 'read', payload: 'object', object: ROLE_ID },
    PutEmailMonitoringConfiguration: { ...ON_SET, effect: 'redirected', grants: monitored },
    DeleteEmailMonitoringConfiguration: { ...ON_SET, effect: 'redirected', grants: () => closeAll(MONITORED) },
    DeregisterFromWorkMail: onMailbox({ effect: 'destroyed' }),
    DeleteUser: onMailbox({ effect: 'destroyed' }),
    DeleteResource: onMailbox({ effect: 'destroyed' }),
    DeleteOrganization: { ...ON_SET, effect: 'destroyed' },
    GetRawMessageContent: { ...IN_TRANSIT, effect: 'read', payload: 'object' },
    PutRawMessageContent: IN_TRANSIT,
  },
  changes: CHANGES,
  cite: 'Amazon WorkMail administrator guide: logging with CloudTrail, audit logging, mailbox export, impersonation roles; API references of WorkMail and WorkMail Message Flow',
  examples: EXAMPLES,
})

export default row
