import type { ServiceExample } from '../../../domain/service-row.ts'

const SNS = { eventSource: 'sns.amazonaws.com' }
const ID = 'arn:aws:sns:us-east-1:123837392027:orders'
const SUBSCRIPTION = `${ID}:2bcfbf39-05c3-41de-beaa-fcfcc21c8f55`
const QUEUE = 'arn:aws:sqs:us-east-1:999999999999:in'

/** Records and what they did to topics: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'messages go on to a queue of another account',
    record: {
      ...SNS,
      eventName: 'Subscribe',
      requestParameters: { topicArn: ID, protocol: 'sqs', endpoint: QUEUE },
      responseElements: { subscriptionArn: SUBSCRIPTION },
    },
    touches: [{ store: ID, effect: 'redirected', grantee: QUEUE, grant: 'open' }],
    changes: [{ kind: 'exposure', subject: `topic ${ID} / subscription ${SUBSCRIPTION}`, does: 'open' }],
  },
  {
    name: 'a subscription that is not confirmed yet; its address is masked',
    record: {
      ...SNS,
      eventName: 'Subscribe',
      requestParameters: { topicArn: ID, protocol: 'email', endpoint: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
      responseElements: { subscriptionArn: 'pending confirmation' },
    },
    touches: [{ store: ID, effect: 'redirected', grantee: 'unknown address (email)', grant: 'open' }],
    changes: [{ kind: 'exposure', subject: `topic ${ID} / subscription unnamed e-1`, does: 'open' }],
  },
  {
    name: 'a subscription is confirmed',
    record: {
      ...SNS,
      eventName: 'ConfirmSubscription',
      requestParameters: { topicArn: ID, token: '***' },
      responseElements: { subscriptionArn: SUBSCRIPTION },
    },
    touches: [{ store: ID, effect: 'redirected', grantee: 'unknown', grant: 'open' }],
  },
  {
    name: 'a subscription ends',
    record: { ...SNS, eventName: 'Unsubscribe', requestParameters: { subscriptionArn: SUBSCRIPTION } },
    touches: [{ store: ID, effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [
      { kind: 'exposure', subject: `topic ${ID} / subscription ${SUBSCRIPTION}`, does: 'close' },
      { kind: 'destruction', subject: `ended subscription ${SUBSCRIPTION}`, does: 'open' },
    ],
  },
  {
    name: 'another account may subscribe',
    record: {
      ...SNS,
      eventName: 'AddPermission',
      requestParameters: { topicArn: ID, label: 'l', aWSAccountId: ['999999999999'], actionName: ['Subscribe'] },
    },
    touches: [{ store: ID, effect: 'shared', grantee: '999999999999', grant: 'open' }],
    changes: [
      { kind: 'exposure', subject: `topic ${ID} / statement l`, does: 'close' },
      { kind: 'exposure', subject: `topic ${ID} / statement l`, does: 'open' },
    ],
  },
  {
    name: 'it may no longer',
    record: { ...SNS, eventName: 'RemovePermission', requestParameters: { topicArn: ID, label: 'l' } },
    touches: [{ store: ID, effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [{ kind: 'exposure', subject: `topic ${ID} / statement l`, does: 'close' }],
  },
  {
    name: 'a policy lets everyone subscribe',
    record: {
      ...SNS,
      eventName: 'SetTopicAttributes',
      requestParameters: {
        topicArn: ID,
        attributeName: 'Policy',
        attributeValue: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"sns:Subscribe","Resource":"*"}]}',
      },
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
    name: 'another attribute is set',
    record: {
      ...SNS,
      eventName: 'SetTopicAttributes',
      requestParameters: { topicArn: ID, attributeName: 'DisplayName', attributeValue: 'x' },
    },
    touches: [{ store: ID, effect: 'named' }],
    changes: [
      { kind: 'configuration', subject: `topic ${ID} / attribute DisplayName`, does: 'close' },
      { kind: 'configuration', subject: `topic ${ID} / attribute DisplayName`, does: 'open' },
    ],
  },
  {
    name: 'a topic is made',
    record: {
      ...SNS,
      eventName: 'CreateTopic',
      requestParameters: { name: 'orders' },
      responseElements: { topicArn: ID },
    },
    touches: [{ store: ID, effect: 'named' }],
    changes: [
      { kind: 'configuration', subject: `topic ${ID}`, does: 'open' },
      { kind: 'destruction', subject: `deleted ${ID}`, does: 'close' },
    ],
  },
  {
    name: 'a message is published',
    record: {
      ...SNS,
      eventName: 'Publish',
      managementEvent: false,
      requestParameters: { topicArn: ID, message: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
      resources: [{ accountId: '123837392027', type: 'AWS::SNS::Topic', ARN: ID }],
    },
    touches: [{ store: ID, effect: 'written' }],
    changes: [],
  },
  {
    name: 'a message is sent to a telephone',
    record: {
      ...SNS,
      eventName: 'Publish',
      requestParameters: { phoneNumber: '+15550100', message: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
    },
    touches: [],
    changes: [
      { kind: 'configuration', subject: 'short messages 123837392027:us-east-1 / sent unnamed e-1', does: 'open' },
    ],
  },
  {
    name: 'a topic is deleted, and with it its subscriptions',
    record: { ...SNS, eventName: 'DeleteTopic', requestParameters: { topicArn: ID } },
    touches: [
      { store: ID, effect: 'destroyed', grant: null },
      { store: ID, effect: 'named', grant: 'close' },
    ],
    changes: [
      { kind: 'destruction', subject: `deleted ${ID}`, does: 'open' },
      { kind: 'configuration', subject: `topic ${ID}`, does: 'close' },
      { kind: 'exposure', subject: `policy ${ID}`, does: 'close' },
    ],
  },
  {
    name: 'what a topic masks is replaced',
    record: { ...SNS, eventName: 'PutDataProtectionPolicy', requestParameters: { resourceArn: ID } },
    touches: [{ store: ID, effect: 'named' }],
    changes: [
      { kind: 'exposure', subject: `topic ${ID} / data protection`, does: 'close' },
      { kind: 'exposure', subject: `topic ${ID} / data protection`, does: 'open' },
    ],
  },
]
