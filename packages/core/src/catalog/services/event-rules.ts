import type { CallEvent } from '../../domain/call.ts'
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
} from '../../domain/change-forms.ts'
import { about, closing, type FromCall } from '../../domain/change-spec.ts'
import { pickText, pickTexts } from '../../domain/json.ts'
import { type ChangeSpec, defineService, type ServiceRow } from '../../domain/service-row.ts'

/** The rule of a call and its bus; calls on targets name the rule by another word. */
const RULE: FromCall = (call) => pickText(call.request, 'name') ?? pickText(call.request, 'rule')
const BUS: FromCall = (call) => said('eventBusName')(call)?.replace(/^.*\//, '') ?? 'default'
const onRule = (key: 'name' | 'rule'): Readonly<Record<string, FromCall>> => ({
  [key]: RULE,
  'event-bus-name': BUS,
  region: REGION,
})

const ITSELF: Lasting = {
  kind: 'persistence',
  subject: about(
    'event rule',
    inPlace((call) => (RULE(call) === null ? null : `${BUS(call)}/${RULE(call)}`)),
  ),
  words: (call) => `rule \`${shown(RULE)(call)}\` of event bus \`${shown(BUS)(call)}\``,
  remove: command('events delete-rule', onRule('name')),
}

const OFF = part(ITSELF.subject, 'off')
const ON = part(ITSELF.subject, 'on')

const targets = everySaid('id')

function target(id: FromCall): Lasting {
  return {
    kind: 'persistence',
    subject: part(ITSELF.subject, 'target', id),
    words: (call) => `target \`${shown(id)(call)}\` of ${ITSELF.words(call)}`,
    remove: command('events remove-targets', { ids: id, ...onRule('rule') }),
    sentences: [
      (call) => `made ${ITSELF.words(call)} run ${ran(call)}`,
      (call) => `took target \`${shown(id)(call)}\` from ${ITSELF.words(call)}`,
    ],
  }
}

function ran(call: CallEvent): string {
  const arns = pickTexts(call.request, 'targets[].arn')
  return arns.map((arn) => `\`${arn}\``).join(', ') || 'a target that the record does not name'
}

const removed: (call: CallEvent) => readonly string[] = everySaid('ids')

const PERMISSION_BUS: FromCall = (call) => `${call.account}:${call.region}:${shown(BUS)(call)}`
const PERMITTED = part(about('event bus', PERMISSION_BUS), 'permission', said('statementId'))

/** A place outside that events are sent to, or the credential with which they are. */
function outlet(noun: string, verb: string): Lasting {
  const name: FromCall = (call) => pickText(call.request, 'name')
  return plain({ kind: 'exposure', noun, id: inPlace(name), name, remove: [`events ${verb}`, 'name'] })
}

const disabled = (call: CallEvent): string => `switched off ${ITSELF.words(call)}`
const enabled = (call: CallEvent): string => `switched on ${ITSELF.words(call)}`

const row: ServiceRow = defineService({
  service: 'event-rules',
  sources: ['events.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: {
    PutRule: made(ITSELF),
    DeleteRule: unmade(ITSELF),
    DisableRule: [
      opening('logging', OFF, disabled, command('events enable-rule', onRule('name'))),
      closing('persistence', ON, disabled),
    ],
    EnableRule: [
      opening('persistence', ON, enabled, command('events disable-rule', onRule('name'))),
      closing('logging', OFF, enabled),
    ],
    PutTargets: forEach(targets, (id) => made(target(id))),
    RemoveTargets: forEach(removed, (id): readonly ChangeSpec[] => unmade(target(id))),
    PutPermission: replacing(
      'exposure',
      PERMITTED,
      (call) => `let \`${shown(said('principal'))(call)}\` send events to bus \`${shown(BUS)(call)}\``,
      command('events remove-permission', {
        'statement-id': said('statementId'),
        'event-bus-name': BUS,
        region: REGION,
      }),
    ),
    RemovePermission: closing('exposure', PERMITTED, (call) => `took a permission from bus \`${shown(BUS)(call)}\``),
    ...pair(outlet('API destination', 'delete-api-destination'), 'CreateApiDestination', 'DeleteApiDestination'),
    ...pair(outlet('connection', 'delete-connection'), 'CreateConnection', 'DeleteConnection'),
  },
  cite: 'Amazon EventBridge API reference',
  examples: [
    {
      name: 'a rule is made',
      record: {
        eventSource: 'events.amazonaws.com',
        eventName: 'PutRule',
        requestParameters: { name: 'hourly', scheduleExpression: 'rate(1 hour)', state: 'ENABLED' },
        responseElements: { ruleArn: 'arn:aws:events:us-east-1:123837392027:rule/hourly' },
      },
      changes: [
        { kind: 'persistence', subject: 'event rule 123837392027:us-east-1:default/hourly', does: 'open' },
        { kind: 'destruction', subject: 'deleted event rule 123837392027:us-east-1:default/hourly', does: 'close' },
      ],
    },
    {
      name: 'a rule runs a function',
      record: {
        eventSource: 'events.amazonaws.com',
        eventName: 'PutTargets',
        requestParameters: {
          rule: 'hourly',
          targets: [{ id: '1', arn: 'arn:aws:lambda:us-east-1:123456789012:function:MyFunctionName' }],
        },
      },
      changes: [
        { kind: 'persistence', subject: 'event rule 123837392027:us-east-1:default/hourly / target 1', does: 'open' },
        {
          kind: 'destruction',
          subject: 'deleted event rule 123837392027:us-east-1:default/hourly, target 1',
          does: 'close',
        },
      ],
    },
    {
      name: 'a rule that warned is switched off',
      record: {
        eventSource: 'events.amazonaws.com',
        eventName: 'DisableRule',
        requestParameters: { name: 'warn', eventBusName: 'default' },
      },
      changes: [
        { kind: 'logging', subject: 'event rule 123837392027:us-east-1:default/warn / off', does: 'open' },
        { kind: 'persistence', subject: 'event rule 123837392027:us-east-1:default/warn / on', does: 'close' },
      ],
    },
  ],
})

export default row
