import type { ServiceExample } from '../../../domain/service-row.ts'

const DATA = { eventSource: 'sqs.amazonaws.com', managementEvent: false }
const MANAGED = { eventSource: 'sqs.amazonaws.com', managementEvent: true }
const URL = 'https://sqs.us-east-1.amazonaws.com/123837392027/orders'
const ID = 'arn:aws:sqs:us-east-1:123837392027:orders'
const DEAD = 'arn:aws:sqs:us-east-1:999999999999:dead'
const DOCUMENT = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sqs:*', Resource: '*' }],
}

/** Records and what they did to queues: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'messages are taken',
    record: {
      ...DATA,
      eventName: 'ReceiveMessage',
      requestParameters: { queueUrl: URL, maxNumberOfMessages: 10 },
      resources: [{ accountId: '123837392027', type: 'AWS::SQS::Queue', ARN: ID }],
    },
    touches: [{ store: ID, effect: 'read', bytes: null }],
    changes: [],
  },
  {
    name: 'an address of another account and region keeps its place',
    record: {
      ...DATA,
      eventName: 'ReceiveMessage',
      requestParameters: { queueUrl: 'https://eu-west-1.queue.amazonaws.com/999999999999/in.fifo' },
    },
    touches: [{ store: 'arn:aws:sqs:eu-west-1:999999999999:in.fifo', effect: 'read' }],
  },
  {
    name: 'a message is sent',
    record: { ...DATA, eventName: 'SendMessage', requestParameters: { queueUrl: URL } },
    touches: [{ store: ID, effect: 'written' }],
  },
  {
    name: 'a message is deleted',
    record: { ...DATA, eventName: 'DeleteMessage', requestParameters: { queueUrl: URL } },
    touches: [{ store: ID, effect: 'destroyed' }],
  },
  {
    name: 'all messages are deleted',
    record: { ...MANAGED, eventName: 'PurgeQueue', requestParameters: { queueUrl: URL } },
    touches: [{ store: ID, effect: 'destroyed' }],
    changes: [{ kind: 'destruction', subject: `emptied ${ID} e-1`, does: 'open' }],
  },
  {
    name: 'another account may take messages',
    record: {
      ...MANAGED,
      eventName: 'AddPermission',
      requestParameters: {
        queueUrl: URL,
        label: 'l',
        aWSAccountIds: ['999999999999', '123837392027'],
        actions: ['ReceiveMessage'],
      },
    },
    touches: [{ store: ID, effect: 'shared', grantee: '999999999999', grant: 'open' }],
    changes: [
      { kind: 'exposure', subject: `queue ${ID} / statement l`, does: 'close' },
      { kind: 'exposure', subject: `queue ${ID} / statement l`, does: 'open' },
    ],
  },
  {
    name: 'it may no longer',
    record: { ...MANAGED, eventName: 'RemovePermission', requestParameters: { queueUrl: URL, label: 'l' } },
    touches: [{ store: ID, effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [{ kind: 'exposure', subject: `queue ${ID} / statement l`, does: 'close' }],
  },
  {
    name: 'a policy, recorded as an object, lets everyone in',
    record: {
      ...MANAGED,
      eventName: 'SetQueueAttributes',
      requestParameters: { queueUrl: URL, attributes: { Policy: DOCUMENT } },
    },
    touches: [
      { store: ID, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: ID, effect: 'shared', grantee: '*', grant: 'open' },
    ],
    changes: [
      { kind: 'exposure', subject: `policy ${ID}`, does: 'close' },
      { kind: 'exposure', subject: `policy ${ID}`, does: 'open' },
    ],
  },
  {
    name: 'a policy of a queue that the record does not name is a change all the same',
    record: { ...MANAGED, eventName: 'SetQueueAttributes', requestParameters: { attributes: { Policy: DOCUMENT } } },
    touches: [],
    changes: [
      { kind: 'exposure', subject: 'policy unnamed e-1', does: 'close' },
      { kind: 'exposure', subject: 'policy unnamed e-1', does: 'open' },
    ],
  },
  {
    name: 'the policy is taken away',
    record: {
      ...MANAGED,
      eventName: 'SetQueueAttributes',
      requestParameters: { queueUrl: URL, attributes: { Policy: '' } },
    },
    touches: [{ store: ID, effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [{ kind: 'exposure', subject: `policy ${ID}`, does: 'close' }],
  },
  {
    name: 'messages that fail go to a queue of another account, and all are kept for a minute',
    record: {
      ...MANAGED,
      eventName: 'SetQueueAttributes',
      requestParameters: {
        queueUrl: URL,
        attributes: {
          RedrivePolicy: `{"deadLetterTargetArn":"${DEAD}","maxReceiveCount":1}`,
          MessageRetentionPeriod: '60',
        },
      },
    },
    touches: [
      { store: ID, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: ID, effect: 'redirected', grantee: DEAD, grant: 'open' },
    ],
    changes: [
      { kind: 'exposure', subject: `queue ${ID} / redrive`, does: 'close' },
      { kind: 'exposure', subject: `queue ${ID} / redrive`, does: 'open' },
      { kind: 'configuration', subject: `queue ${ID} / MessageRetentionPeriod`, does: 'close' },
      { kind: 'configuration', subject: `queue ${ID} / MessageRetentionPeriod`, does: 'open' },
    ],
  },
  {
    name: 'messages are moved to another queue',
    record: {
      ...MANAGED,
      eventName: 'StartMessageMoveTask',
      requestParameters: { sourceArn: ID, destinationArn: DEAD },
      responseElements: { taskHandle: 'eyJ0YXNrSWQi' },
    },
    touches: [
      { store: ID, effect: 'copied-out', grantee: DEAD },
      { store: DEAD, effect: 'written' },
    ],
    changes: [{ kind: 'exposure', subject: 'move of messages eyJ0YXNrSWQi', does: 'open' }],
  },
  {
    name: 'the move is cancelled',
    record: {
      ...MANAGED,
      eventName: 'CancelMessageMoveTask',
      requestParameters: { taskHandle: 'eyJ0YXNrSWQi' },
      responseElements: { approximateNumberOfMessagesMoved: 7 },
    },
    touches: [],
    changes: [{ kind: 'exposure', subject: 'move of messages eyJ0YXNrSWQi', does: 'close' }],
  },
  {
    name: 'a queue is made',
    record: {
      ...MANAGED,
      eventName: 'CreateQueue',
      requestParameters: { queueName: 'orders', attributes: {} },
      responseElements: { queueUrl: URL },
    },
    touches: [{ store: ID, effect: 'named' }],
    changes: [
      { kind: 'configuration', subject: `queue ${ID}`, does: 'open' },
      { kind: 'destruction', subject: `deleted ${ID}`, does: 'close' },
    ],
  },
  {
    name: 'a queue is deleted',
    record: { ...MANAGED, eventName: 'DeleteQueue', requestParameters: { queueUrl: URL } },
    touches: [
      { store: ID, effect: 'destroyed', grant: null },
      { store: ID, effect: 'named', grant: 'close' },
      { store: ID, effect: 'named', grant: 'close' },
    ],
    changes: [
      { kind: 'destruction', subject: `deleted ${ID}`, does: 'open' },
      { kind: 'configuration', subject: `queue ${ID}`, does: 'close' },
      { kind: 'exposure', subject: `policy ${ID}`, does: 'close' },
    ],
  },
  {
    name: 'the address of a queue of another account is asked for',
    record: {
      ...MANAGED,
      eventName: 'GetQueueUrl',
      requestParameters: { queueName: 'dead', queueOwnerAWSAccountId: '999999999999' },
    },
    touches: [{ store: DEAD, effect: 'named' }],
  },
]
