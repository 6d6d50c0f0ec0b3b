import type { CallEvent } from '../../../domain/call.ts'
import { said } from '../../../domain/change-forms.ts'
import { closeAll, openTo, policyGrants } from '../../../domain/policy-grants.ts'
import type { Action, Grant, StoreAt } from '../../../domain/service-row.ts'
import { endpointOf, permitted, policyIn, subscriptionKey, topicsOf } from './names.ts'

const TOPIC: StoreAt = { kind: 'sns-topic', at: topicsOf }
const WRITE: Action = { logged: 'data', on: TOPIC, effect: 'written', names: 'one' }
const SHARE: Action = { ...WRITE, logged: 'management', effect: 'shared' }
/** Every message that comes goes on to the subscriber, until the subscription ends. */
const FLOW: Action = { ...SHARE, effect: 'redirected' }

const LABEL = said('label')
const statement = (call: CallEvent): string => `statement ${LABEL(call) ?? 'unknown'}`

function policy(call: CallEvent): readonly Grant[] {
  const document = policyIn(call)
  return document === undefined ? [] : policyGrants(document, call, 'policy')
}

/** What calls on topics do. */
export const ACTIONS: Readonly<Record<string, Action | readonly Action[]>> = {
  Publish: WRITE,
  PublishBatch: WRITE,
  Subscribe: { ...FLOW, grants: (call) => openTo([endpointOf(call)], subscriptionKey(call)) },
  // Whoever holds the token that was sent to the address confirms; the record does not repeat the address.
  ConfirmSubscription: { ...FLOW, grants: (call) => openTo([endpointOf(call)], subscriptionKey(call)) },
  Unsubscribe: { ...FLOW, grants: (call) => closeAll(subscriptionKey(call)) },
  AddPermission: { ...SHARE, grants: (call) => openTo(permitted(call), statement(call)) },
  RemovePermission: { ...SHARE, grants: (call) => closeAll(statement(call)) },
  CreateTopic: { ...SHARE, grants: policy },
  SetTopicAttributes: { ...SHARE, grants: policy },
  // With the topic go its policy and its subscriptions; these are told by their own ARNs, which the call does not name.
  DeleteTopic: [
    { ...WRITE, logged: 'management', effect: 'destroyed' },
    { ...SHARE, grants: () => closeAll('policy') },
  ],
}
