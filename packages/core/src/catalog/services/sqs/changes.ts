import type { CallEvent } from '../../../domain/call.ts'
import { command, opening, part, REGION, replacing, said, shown } from '../../../domain/change-forms.ts'
import {
  about,
  closing,
  creation,
  deletion,
  granteeWords,
  policyDeleted,
  policyPut,
  type Thing,
} from '../../../domain/change-spec.ts'
import { isObject, pick, pickText } from '../../../domain/json.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'
import { shellWord } from '../../../domain/shell-word.ts'
import { attribute, deadLetterQueue, isCleared, movedTo, permitted, QUEUE_ID, QUEUE_URL, queueName } from './names.ts'

const QUEUE: Thing = { noun: 'queue', id: QUEUE_ID, name: queueName }
const ON_QUEUE = { 'queue-url': QUEUE_URL, region: REGION }
const SUBJECT = about('queue', QUEUE_ID)
const queue = (call: CallEvent): string => `queue \`${queueName(call)}\``

const LABEL = said('label')
const STATEMENT = part(SUBJECT, 'statement', LABEL)
const REDRIVE = part(SUBJECT, 'redrive')
const EMPTIED = (call: CallEvent): string => `emptied ${QUEUE_ID(call)} ${call.eventId}`

const clearPolicy = command('sqs set-queue-attributes', ON_QUEUE)

/** The attributes that are told on their own. */
const OWN: ReadonlySet<string> = new Set(['Policy', 'RedrivePolicy'])

function other(name: string): readonly ChangeSpec[] {
  return replacing(
    'configuration',
    part(SUBJECT, name),
    (call) => `set \`${name}\` of ${queue(call)}`,
    (call) =>
      `${command('sqs set-queue-attributes', ON_QUEUE)(call)} --attributes ${shellWord(`${name}=FORMER_VALUE`)}`,
  )
}

function policyOf(call: CallEvent): readonly ChangeSpec[] {
  if (attribute(call, 'Policy') === undefined) return []
  if (isCleared(call, 'Policy')) return policyDeleted(QUEUE)
  return policyPut({
    ...QUEUE,
    document: () => attribute(call, 'Policy'),
    undo: () => `${clearPolicy(call)} --attributes '{"Policy":""}'`,
  })
}

function redriveOf(call: CallEvent): readonly ChangeSpec[] {
  if (attribute(call, 'RedrivePolicy') === undefined) return []
  const to = deadLetterQueue(call)
  if (to === null) return [closing('exposure', REDRIVE, () => `stopped sending failed messages of ${queue(call)} on`)]
  return replacing(
    'exposure',
    REDRIVE,
    () => `sent messages of ${queue(call)} that nobody handles to \`${to}\``,
    () => `${clearPolicy(call)} --attributes '{"RedrivePolicy":""}'`,
  )
}

/** What setting attributes changes: each of them is a change of its own. */
function attributesOf(call: CallEvent): readonly ChangeSpec[] {
  const set = pick(call.request, 'attributes')
  const names = isObject(set) ? Object.keys(set).filter((name) => /^\w+$/.test(name) && !OWN.has(name)) : []
  const found = [...policyOf(call), ...redriveOf(call), ...names.flatMap(other)]
  if (found.length > 0) return found
  const unknown = (): string => `set attributes of ${queue(call)} that the record does not name`
  const former = (): string => `${clearPolicy(call)} --attributes FORMER_VALUES`
  return [opening('configuration', part(SUBJECT, 'attributes'), unknown, former)]
}

const TASK = (call: CallEvent): string | null =>
  pickText(call.response, 'taskHandle') ?? pickText(call.request, 'taskHandle')
const MOVE = about('move of messages', TASK)

/** What calls on queues change for longer than themselves. */
export const CHANGES: Readonly<Record<string, CallChanges>> = {
  CreateQueue: (call) => [
    ...creation(QUEUE, command('sqs delete-queue', ON_QUEUE)),
    ...policyOf(call),
    ...redriveOf(call),
  ],
  DeleteQueue: [
    ...deletion(QUEUE, () => 'make the queue again from its source; its messages are lost'),
    ...policyDeleted(QUEUE),
  ],
  PurgeQueue: opening(
    'destruction',
    EMPTIED,
    (call) => `deleted all messages of ${queue(call)}`,
    () => 'send the messages again from their source; the deletion cannot be undone',
  ),
  AddPermission: replacing(
    'exposure',
    STATEMENT,
    (call) => `let ${granteeWords(permitted(call)) || 'a principal of the own account'} use ${queue(call)}`,
    command('sqs remove-permission', { ...ON_QUEUE, label: LABEL }),
  ),
  RemovePermission: closing(
    'exposure',
    STATEMENT,
    (call) => `took permission \`${shown(LABEL)(call)}\` from ${queue(call)}`,
  ),
  SetQueueAttributes: attributesOf,
  StartMessageMoveTask: opening(
    'exposure',
    MOVE,
    (call) => `moved messages of ${queue(call)} to \`${movedTo(call) ?? 'the queues they came from'}\``,
    (call) =>
      `${command('sqs cancel-message-move-task', { 'task-handle': TASK, region: REGION })(call)} (while it runs; what was moved stays there)`,
  ),
  CancelMessageMoveTask: closing('exposure', MOVE, () => 'cancelled a move of messages'),
}
