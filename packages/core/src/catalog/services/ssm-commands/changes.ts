import type { CallEvent } from '../../../domain/call.ts'
import {
  command,
  everySaid,
  forEach,
  inPlace,
  type Lasting,
  made,
  opening,
  pair,
  part,
  plain,
  REGION,
  replacing,
  said,
  shown,
  unmade,
} from '../../../domain/change-forms.ts'
import { about, closing, type FromCall } from '../../../domain/change-spec.ts'
import { hostArn } from '../../../domain/compute.ts'
import { pickAll, pickText, pickTexts } from '../../../domain/json.ts'
import { textsUnder } from '../../../domain/named-in-call.ts'
import type { CallChanges, ChangeSpec } from '../../../domain/service-row.ts'

/** The hosts of a command by their ids; one that is sent by tags names none, or those that the answer knew at once. */
function commanded(call: CallEvent): readonly string[] {
  const targets = pickAll(call.request, 'targets[]').filter(
    (target) => pickText(target, 'key')?.toLowerCase() === 'instanceids',
  )
  const found = [
    ...textsUnder(call.request, 'instanceIds'),
    ...targets.flatMap((target) => pickTexts(target, 'values[]').concat(textsUnder(target, 'values'))),
    ...textsUnder(call.response, 'instanceIds'),
  ]
  return [...new Set(found)]
}

/** A host as the rows of hosts name it, so that what ends the host ends what was done on it. */
function onHost(id: FromCall): FromCall {
  return about('instance', (call) => {
    const found = id(call)
    return found === null ? null : (hostArn(found, call) ?? found)
  })
}

const COMMAND: FromCall = (call) => pickText(call.response, 'command.commandId')
const DOCUMENT = said('documentName')

function sent(host: FromCall): readonly ChangeSpec[] {
  const where = (call: CallEvent): string =>
    host(call) === null ? 'hosts that are chosen by tags' : `\`${host(call)}\``
  return [
    opening(
      'persistence',
      part(onHost(host), 'command', COMMAND),
      (call) => `ran document \`${shown(DOCUMENT)(call)}\` on ${where(call)}; the log does not show what it did there`,
      (call) =>
        `no call undoes what ran; examine the host or make it anew: ${command('ssm list-command-invocations --details', { 'command-id': COMMAND, region: REGION })(call)}`,
    ),
  ]
}

const SESSION = said('sessionId')
const TARGET = said('target')

const ENTERED = opening(
  'persistence',
  part(onHost(TARGET), 'session', SESSION),
  (call) => `opened a session on \`${shown(TARGET)(call)}\`; the log does not show what was done in it`,
  (call) =>
    `${command('ssm terminate-session', { 'session-id': SESSION, region: REGION })(call)} ends it if it is open; no call undoes what was done: examine the host or make it anew`,
)

const AUTOMATION = said('automationExecutionId')
const DOCUMENT_NAME: FromCall = (call) =>
  pickText(call.request, 'name') ?? pickText(call.response, 'documentDescription.name')
const FILE = plain({
  kind: 'configuration',
  noun: 'document',
  id: inPlace(DOCUMENT_NAME),
  name: DOCUMENT_NAME,
  remove: ['ssm delete-document', 'name'],
})
const onFile = { name: DOCUMENT_NAME, region: REGION }

/** Accounts that may use a document; `all` makes it public. */
function shares(call: CallEvent): readonly ChangeSpec[] {
  const subject = (account: string): FromCall => part(FILE.subject, 'shared with', () => account)
  const added = textsUnder(call.request, 'accountIdsToAdd').map((account) =>
    opening(
      'exposure',
      subject(account),
      (one) => `shared ${FILE.words(one)} with ${account === 'all' ? 'everyone' : `account \`${account}\``}`,
      command('ssm modify-document-permission --permission-type Share', {
        ...onFile,
        'account-ids-to-remove': () => account,
      }),
    ),
  )
  const removed = textsUnder(call.request, 'accountIdsToRemove').map((account) =>
    closing('exposure', subject(account), (one) => `ended the sharing of ${FILE.words(one)} with \`${account}\``),
  )
  return [...added, ...removed]
}

const WINDOW_TASK: Lasting = {
  ...plain({
    kind: 'persistence',
    noun: 'task of a maintenance window',
    id: said('windowTaskId'),
    remove: ['ssm deregister-task-from-maintenance-window', 'window-task-id'],
  }),
  remove: command('ssm deregister-task-from-maintenance-window', {
    'window-id': said('windowId'),
    'window-task-id': said('windowTaskId'),
    region: REGION,
  }),
}

const SETTING = inPlace(said('settingId'))
const SYNC = plain({
  kind: 'exposure',
  noun: 'export of the inventory of hosts',
  id: inPlace(said('syncName')),
  name: said('syncName'),
  remove: ['ssm delete-resource-data-sync', 'sync-name'],
})

const ASSOCIATION = plain({
  kind: 'persistence',
  noun: 'association of documents and hosts',
  id: said('associationId'),
  remove: ['ssm delete-association', 'association-id'],
})
const ACTIVATION = plain({
  kind: 'persistence',
  noun: 'activation of hosts',
  id: said('activationId'),
  remove: ['ssm delete-activation', 'activation-id'],
})

/** What calls that act on hosts change for longer than themselves. */
export const CHANGES: Readonly<Record<string, CallChanges>> = {
  SendCommand: forEach(commanded, sent),
  StartSession: ENTERED,
  StartAutomationExecution: opening(
    'configuration',
    about('automation', AUTOMATION),
    (call) => `started automation \`${shown(DOCUMENT)(call)}\`; its steps are calls of their own`,
    command('ssm stop-automation-execution', { 'automation-execution-id': AUTOMATION, region: REGION }),
  ),
  ...pair(ASSOCIATION, 'CreateAssociation', 'DeleteAssociation'),
  UpdateAssociation: opening(
    'persistence',
    part(ASSOCIATION.subject, 'content'),
    (call) => `changed ${ASSOCIATION.words(call)}`,
    ASSOCIATION.remove,
  ),
  ...pair(ACTIVATION, 'CreateActivation', 'DeleteActivation'),
  ...pair(FILE, 'CreateDocument', 'DeleteDocument'),
  UpdateDocument: opening(
    'persistence',
    part(FILE.subject, 'content'),
    (call) => `changed ${FILE.words(call)}`,
    command('ssm update-document-default-version --document-version FORMER', onFile),
  ),
  UpdateDocumentDefaultVersion: replacing(
    'persistence',
    part(FILE.subject, 'default version'),
    (call) => `chose another version of ${FILE.words(call)}`,
    command('ssm update-document-default-version --document-version FORMER', onFile),
  ),
  ModifyDocumentPermission: shares,
  RegisterTaskWithMaintenanceWindow: made(WINDOW_TASK),
  DeregisterTaskFromMaintenanceWindow: unmade(WINDOW_TASK),
  UpdateServiceSetting: replacing(
    'persistence',
    about('setting', SETTING),
    (call) =>
      `set \`${shown(said('settingId'))(call)}\` of Systems Manager to \`${shown(said('settingValue'))(call)}\``,
    command('ssm reset-service-setting', { 'setting-id': said('settingId'), region: REGION }),
  ),
  ResetServiceSetting: closing('persistence', about('setting', SETTING), () => 'reset a setting of Systems Manager'),
  ...pair(SYNC, 'CreateResourceDataSync', 'DeleteResourceDataSync'),
  DeregisterManagedInstance: forEach(everySaid('instanceId'), (id) => [
    opening(
      'destruction',
      about('deregistered host', id),
      (call) => `took host \`${shown(id)(call)}\` out of Systems Manager`,
      () => 'register the host again with a new activation; the call cannot be undone',
    ),
  ]),
}
