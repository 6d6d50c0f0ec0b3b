import { listed } from '../../../domain/arn-form.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { said } from '../../../domain/change-forms.ts'
import { closeAll, openTo, policyGrants } from '../../../domain/policy-grants.ts'
import type { Action, Grant, StoreAt } from '../../../domain/service-row.ts'
import { attribute, deadLetterQueue, isCleared, movedTo, permitted, queuesOf } from './names.ts'

const QUEUE: StoreAt = { kind: 'sqs-queue', at: queuesOf }
/** Messages were sent to the caller; no record says how many or how long. */
const READ: Action = { logged: 'data', on: QUEUE, effect: 'read', names: 'one', payload: 'object' }
const WRITE: Action = { logged: 'data', on: QUEUE, effect: 'written', names: 'one' }
const DESTROY: Action = { ...WRITE, effect: 'destroyed' }
const SHARE: Action = { ...WRITE, logged: 'management', effect: 'shared' }

const LABEL = said('label')
/** Each permission is a statement with a label, by which it is taken away. */
const statement = (call: CallEvent): string => `statement ${LABEL(call) ?? 'unknown'}`

/** A policy that is set to nothing is taken away; one that the call does not set stays as it was. */
function policy(call: CallEvent): readonly Grant[] {
  const document = attribute(call, 'Policy')
  if (document === undefined) return []
  return isCleared(call, 'Policy') ? closeAll('policy') : policyGrants(document, call, 'policy')
}

function redrive(call: CallEvent): readonly Grant[] {
  if (attribute(call, 'RedrivePolicy') === undefined) return []
  return [...closeAll('redrive'), ...openTo(listed(deadLetterQueue)(call), 'redrive')]
}

const ATTRIBUTES: readonly Action[] = [
  { ...SHARE, grants: policy },
  { ...SHARE, effect: 'redirected', grants: redrive },
]

/** What calls on queues do. */
export const ACTIONS: Readonly<Record<string, Action | readonly Action[]>> = {
  ReceiveMessage: READ,
  SendMessage: WRITE,
  SendMessageBatch: WRITE,
  DeleteMessage: DESTROY,
  DeleteMessageBatch: DESTROY,
  PurgeQueue: { ...DESTROY, logged: 'management' },
  // With the queue goes all that was granted on it.
  DeleteQueue: [
    { ...DESTROY, logged: 'management' },
    { ...SHARE, grants: () => ['policy', 'redrive'].flatMap(closeAll) },
  ],
  AddPermission: { ...SHARE, grants: (call) => openTo(permitted(call), statement(call)) },
  RemovePermission: { ...SHARE, grants: (call) => closeAll(statement(call)) },
  CreateQueue: ATTRIBUTES,
  SetQueueAttributes: ATTRIBUTES,
  StartMessageMoveTask: [
    { ...SHARE, effect: 'copied-out', to: movedTo },
    { ...WRITE, logged: 'management', on: { kind: 'sqs-queue', at: listed(movedTo) } },
  ],
}
