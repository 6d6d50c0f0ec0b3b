import { EVERYWHERE, listed } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { said } from '../../../domain/change-forms.ts'
import { pick, pickText } from '../../../domain/json.ts'
import { closeAll, openTo, policyGrants } from '../../../domain/policy-grants.ts'
import type { Action, Grant, StoreAt } from '../../../domain/service-row.ts'
import {
  archivesOf,
  exportBucket,
  flowsOf,
  identitiesOf,
  partOfArchive,
  placesOf,
  ruleSetsOf,
  sendersOf,
  unnamedSenders,
} from './names.ts'

const SENDER: StoreAt = { kind: 'ses-identity', at: identitiesOf }
const ALL_SENDERS: StoreAt = { kind: 'ses-identity-set', at: EVERYWHERE }

const SEND: readonly Action[] = [
  { logged: 'data', on: { kind: 'ses-identity', at: sendersOf }, effect: 'sent-as', names: 'list' },
  { logged: 'data', on: { kind: 'ses-identity-set', at: unnamedSenders }, effect: 'sent-as', names: 'set' },
]

const SHARE: Action = { logged: 'management', on: SENDER, effect: 'shared', names: 'one' }
const policyKey = (call: CallEvent): string => `policy ${said('policyName')(call) ?? 'unknown'}`
const POLICY: Action = { ...SHARE, grants: (call) => policyGrants(pick(call.request, 'policy'), call, policyKey(call)) }
const NO_POLICY: Action = { ...SHARE, grants: (call) => closeAll(policyKey(call)) }

function flow(on: StoreAt, names: Action['names'], grants: (call: CallEvent) => readonly Grant[]): Action {
  return { logged: 'management', on, effect: 'redirected', names, grants }
}

/**
 * A setting sends on to the places that it names, and to none of those that it named before. Where the record leaves the setting
 * out, it may be any place, and nothing is known to have ended.
 */
function instead(key: (call: CallEvent) => string, field: string): (call: CallEvent) => readonly Grant[] {
  return (call) =>
    pick(call.request, field) === undefined
      ? openTo(['unknown'], key(call))
      : [...closeAll(key(call)), ...openTo(placesOf(call), key(call))]
}

const TOPIC = (call: CallEvent): string => `notifications ${pickText(call.request, 'notificationType') ?? 'unknown'}`
const toTopic = (call: CallEvent): readonly Grant[] => [
  ...closeAll(TOPIC(call)),
  ...openTo(listed(said('snsTopic'))(call), TOPIC(call)),
]

const SET_NAME = said('configurationSetName')
/** Its two APIs name an event destination in two ways. */
const EVENTS = (call: CallEvent): string =>
  `events ${SET_NAME(call) ?? 'unknown'}/${said('eventDestinationName')(call) ?? pickText(call.request, 'eventDestination.name') ?? 'unknown'}`
const ARCHIVING = (call: CallEvent): string => `archiving ${SET_NAME(call) ?? 'unknown'}`
const archived = (call: CallEvent): readonly Grant[] => [
  ...closeAll(ARCHIVING(call)),
  ...openTo(listed(said('archiveArn'))(call), ARCHIVING(call)),
]

const EVENT_FLOW = flow(ALL_SENDERS, 'set', instead(EVENTS, 'eventDestination'))

const RULES: StoreAt = { kind: 'ses-receipt-rules', at: ruleSetsOf }
const RULE = (call: CallEvent): string =>
  `rule ${pickText(call.request, 'rule.name') ?? pickText(call.request, 'ruleName') ?? 'unknown'}`
const RECEIVE = flow(RULES, 'one', instead(RULE, 'rule'))

const MANAGER_RULES: StoreAt = { kind: 'ses-mail-flow', at: flowsOf }
/** An update that does not repeat the rules leaves them. */
const ruled = (call: CallEvent): readonly Grant[] =>
  pick(call.request, 'rules') === undefined ? [] : instead(() => 'rules', 'rules')(call)

const ARCHIVE: StoreAt = { kind: 'ses-archive', at: archivesOf }
const LIST: Action = {
  logged: 'data',
  on: ARCHIVE,
  effect: 'listed',
  names: 'one',
  payload: 'listing',
  object: partOfArchive,
}
const OF_ANY: Action = { ...LIST, on: { kind: 'ses-archive-set', at: EVERYWHERE }, names: 'set' }
const DESTROY: Action = { logged: 'management', on: ARCHIVE, effect: 'destroyed', names: 'one' }

/** What calls on senders, on mail that arrives and on archives do. */
export const ACTIONS: Readonly<Record<string, Action | readonly Action[]>> = {
  SendEmail: SEND,
  SendRawEmail: SEND,
  SendTemplatedEmail: SEND,
  SendBulkTemplatedEmail: SEND,
  SendBulkEmail: SEND,
  SendBounce: SEND,
  SendCustomVerificationEmail: SEND,
  PutIdentityPolicy: POLICY,
  CreateEmailIdentityPolicy: POLICY,
  UpdateEmailIdentityPolicy: POLICY,
  DeleteIdentityPolicy: NO_POLICY,
  DeleteEmailIdentityPolicy: NO_POLICY,
  SetIdentityNotificationTopic: flow(SENDER, 'one', toTopic),
  CreateConfigurationSetEventDestination: EVENT_FLOW,
  UpdateConfigurationSetEventDestination: EVENT_FLOW,
  DeleteConfigurationSetEventDestination: flow(ALL_SENDERS, 'set', (call) => closeAll(EVENTS(call))),
  PutConfigurationSetArchivingOptions: flow(ALL_SENDERS, 'set', archived),
  // Subjects, addresses and fates of mails that were sent; no body.
  GetMessageInsights: { ...LIST, on: ALL_SENDERS, names: 'set', object: ['request.messageId'] },
  CreateExportJob: { ...LIST, on: ALL_SENDERS, names: 'set', object: ['response.jobId'] },
  CreateReceiptRule: RECEIVE,
  UpdateReceiptRule: RECEIVE,
  DeleteReceiptRule: flow(RULES, 'one', (call) => closeAll(RULE(call))),
  DeleteReceiptRuleSet: { ...DESTROY, on: RULES },
  CreateRuleSet: flow(MANAGER_RULES, 'one', ruled),
  UpdateRuleSet: flow(MANAGER_RULES, 'one', ruled),
  DeleteRuleSet: [{ ...DESTROY, on: MANAGER_RULES }, flow(MANAGER_RULES, 'one', () => closeAll('rules'))],
  StartArchiveSearch: LIST,
  GetArchiveSearchResults: OF_ANY,
  GetArchiveMessage: { ...OF_ANY, effect: 'read', payload: 'object' },
  GetArchiveMessageContent: { ...OF_ANY, effect: 'read', payload: 'object' },
  StartArchiveExport: [
    { ...LIST, effect: 'copied-out', payload: 'object', to: exportBucket },
    { ...DESTROY, on: { kind: 's3-bucket', at: listed(exportBucket) }, effect: 'written' },
  ],
  DeleteArchive: DESTROY,
}
