import type { CallEvent } from '../../domain/call.ts'
import { command, type Lasting, opening, pair, part, REGION, said, shown, unmade } from '../../domain/change-forms.ts'
import { about, type FromCall } from '../../domain/change-spec.ts'
import { defineService, type ServiceRow } from '../../domain/service-row.ts'

/** A stack by its name in account and region: calls name it so, or by an ARN that holds the name. */
const NAME: FromCall = (call) => {
  const named = said('stackName', 'stackId')(call)
  return named === null ? null : (/:stack\/([^/]+)/.exec(named)?.[1] ?? named)
}
const place = (call: CallEvent): string => `${call.account}:${call.region}:${shown(NAME)(call)}`
const STACK: Lasting = {
  kind: 'persistence',
  subject: (call) => (NAME(call) === null ? null : `stack ${place(call)}`),
  words: (call) => `stack \`${shown(NAME)(call)}\``,
  remove: command('cloudformation delete-stack', { 'stack-name': NAME, region: REGION }),
}
const SET_NAME = said('stackSetName')
const SET: Lasting = {
  kind: 'persistence',
  subject: about('stack set', (call) => (SET_NAME(call) === null ? null : `${call.account}:${SET_NAME(call)}`)),
  words: (call) => `stack set \`${shown(SET_NAME)(call)}\``,
  remove: command('cloudformation delete-stack-set', { 'stack-set-name': SET_NAME, region: REGION }),
}

const row: ServiceRow = defineService({
  service: 'cloudformation',
  sources: ['cloudformation.amazonaws.com'],
  stores: {},
  mentions: [],
  actions: {},
  changes: {
    ...pair(STACK, 'CreateStack', 'DeleteStack'),
    UpdateStack: opening(
      'persistence',
      part(STACK.subject, 'update', (call) => call.eventId),
      (call) => `changed ${STACK.words(call)} and what it is made of`,
      command('cloudformation update-stack --template-body file://former.yaml', { 'stack-name': NAME, region: REGION }),
    ),
    ExecuteChangeSet: opening(
      'persistence',
      part(STACK.subject, 'update', (call) => call.eventId),
      (call) => `changed ${STACK.words(call)} and what it is made of, by a change set`,
      command('cloudformation update-stack --template-body file://former.yaml', { 'stack-name': NAME, region: REGION }),
    ),
    ...pair(SET, 'CreateStackSet', 'DeleteStackSet'),
    // It puts the set's resources into further accounts and regions.
    CreateStackInstances: opening(
      'persistence',
      part(SET.subject, 'instances', (call) => call.eventId),
      (call) => `put what ${SET.words(call)} describes into further accounts or regions`,
      command('cloudformation delete-stack-instances --no-retain-stacks --cli-input-json file://instances.json', {
        'stack-set-name': SET_NAME,
        region: REGION,
      }),
    ),
    DeleteStackInstances: unmade({
      ...SET,
      subject: part(SET.subject, 'removed instances', (call) => call.eventId),
      words: (call) => `resources that ${SET.words(call)} describes`,
    }),
  },
  cite: 'AWS CloudFormation API reference',
  examples: [
    {
      name: 'a stack that its ARN names is deleted',
      record: {
        eventSource: 'cloudformation.amazonaws.com',
        eventName: 'DeleteStack',
        requestParameters: {
          stackName: 'arn:aws:cloudformation:us-east-1:123837392027:stack/web/5e0f0fc0-1a25-11f0-b1b4-0affd872ff8e',
        },
      },
      changes: [
        { kind: 'destruction', subject: 'deleted stack 123837392027:us-east-1:web', does: 'open' },
        { kind: 'persistence', subject: 'stack 123837392027:us-east-1:web', does: 'close' },
      ],
    },
    {
      name: 'a stack is made',
      record: {
        eventSource: 'cloudformation.amazonaws.com',
        eventName: 'CreateStack',
        requestParameters: { stackName: 'web', capabilities: ['CAPABILITY_IAM'] },
        responseElements: {
          stackId: 'arn:aws:cloudformation:us-east-1:123837392027:stack/web/5e0f0fc0-1a25-11f0-b1b4-0affd872ff8e',
        },
      },
      changes: [
        { kind: 'persistence', subject: 'stack 123837392027:us-east-1:web', does: 'open' },
        { kind: 'destruction', subject: 'deleted stack 123837392027:us-east-1:web', does: 'close' },
      ],
    },
  ],
})

export default row
