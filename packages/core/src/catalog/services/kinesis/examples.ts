import type { ServiceExample } from '../../../domain/service-row.ts'

const DATA = { eventSource: 'kinesis.amazonaws.com', managementEvent: false }
const MANAGED = { eventSource: 'kinesis.amazonaws.com', managementEvent: true }
const ID = 'arn:aws:kinesis:us-east-1:123837392027:stream/orders'
const ALL = 'arn:aws:kinesis:us-east-1:123837392027:stream/*'
const CONSUMER = `${ID}/consumer/app:1774310400`

function policy(principal: string): string {
  return `{"Statement":[{"Effect":"Allow","Principal":${principal},"Action":"kinesis:GetRecords","Resource":"*"}]}`
}

/** Records and what they did to streams: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'records are read; the position alone is in the request',
    record: {
      ...DATA,
      eventName: 'GetRecords',
      requestParameters: { shardIterator: 'AAAAAAAAAAG' },
      resources: [{ accountId: '123837392027', type: 'AWS::Kinesis::Stream', ARN: ID }],
    },
    touches: [{ store: ID, effect: 'read', bytes: null }],
    changes: [],
  },
  {
    name: 'records are read, and nothing says of which stream',
    record: { ...DATA, eventName: 'GetRecords', requestParameters: { shardIterator: 'AAAAAAAAAAG' } },
    touches: [{ store: ALL, effect: 'read' }],
  },
  {
    name: 'a consumer is sent the records of a shard',
    record: {
      ...DATA,
      eventName: 'SubscribeToShard',
      requestParameters: { consumerARN: CONSUMER, shardId: 'shardId-000000000000' },
    },
    touches: [{ store: ID, effect: 'read' }],
  },
  {
    name: 'a position is no content',
    record: { ...DATA, eventName: 'GetShardIterator', requestParameters: { streamName: 'orders' } },
    touches: [{ store: ID, effect: 'named' }],
  },
  {
    name: 'a record is written',
    record: { ...DATA, eventName: 'PutRecord', requestParameters: { streamName: 'orders', partitionKey: 'k' } },
    touches: [{ store: ID, effect: 'written' }],
  },
  {
    name: 'a policy lets another account read',
    record: {
      ...MANAGED,
      eventName: 'PutResourcePolicy',
      requestParameters: { resourceARN: ID, policy: policy('{"AWS":"arn:aws:iam::999999999999:root"}') },
    },
    touches: [
      { store: ID, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: ID, effect: 'shared', grantee: 'arn:aws:iam::999999999999:root', grant: 'open' },
    ],
    changes: [
      { kind: 'exposure', subject: `policy ${ID} policy`, does: 'close' },
      { kind: 'exposure', subject: `policy ${ID} policy`, does: 'open' },
    ],
  },
  {
    name: 'a policy of a consumer lets everyone read',
    record: {
      ...MANAGED,
      eventName: 'PutResourcePolicy',
      requestParameters: { resourceARN: CONSUMER, policy: policy('"*"') },
    },
    touches: [
      { store: ID, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: ID, effect: 'shared', grantee: '*', grant: 'open' },
    ],
    changes: [
      { kind: 'exposure', subject: `policy ${ID} policy of consumer app:1774310400`, does: 'close' },
      { kind: 'exposure', subject: `policy ${ID} policy of consumer app:1774310400`, does: 'open' },
    ],
  },
  {
    name: 'the policy of the stream is deleted, and not the one of its consumer',
    record: { ...MANAGED, eventName: 'DeleteResourcePolicy', requestParameters: { resourceARN: ID } },
    touches: [{ store: ID, effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [{ kind: 'exposure', subject: `policy ${ID} policy`, does: 'close' }],
  },
  {
    name: 'a consumer is registered',
    record: {
      ...MANAGED,
      eventName: 'RegisterStreamConsumer',
      requestParameters: { streamARN: ID, consumerName: 'app' },
      responseElements: { consumer: { consumerARN: CONSUMER, consumerName: 'app' } },
    },
    touches: [{ store: ID, effect: 'named' }],
    changes: [
      { kind: 'persistence', subject: `stream ${ID} / consumer app`, does: 'open' },
      { kind: 'destruction', subject: `deleted stream ${ID}, consumer app`, does: 'close' },
    ],
  },
  {
    name: 'it is taken away again by its ARN',
    record: { ...MANAGED, eventName: 'DeregisterStreamConsumer', requestParameters: { consumerARN: CONSUMER } },
    touches: [{ store: ID, effect: 'named' }],
    changes: [
      { kind: 'destruction', subject: `deleted stream ${ID}, consumer app`, does: 'open' },
      { kind: 'persistence', subject: `stream ${ID} / consumer app`, does: 'close' },
    ],
  },
  {
    name: 'records are kept for a day only',
    record: {
      ...MANAGED,
      eventName: 'DecreaseStreamRetentionPeriod',
      requestParameters: { streamName: 'orders', retentionPeriodHours: 24 },
    },
    touches: [{ store: ID, effect: 'named' }],
    changes: [{ kind: 'destruction', subject: `retention of stream ${ID}`, does: 'open' }],
  },
  {
    name: 'a stream is encrypted with a key',
    record: {
      ...MANAGED,
      eventName: 'StartStreamEncryption',
      requestParameters: { streamName: 'orders', encryptionType: 'KMS', keyId: 'alias/aws/kinesis' },
    },
    touches: [{ store: ID, effect: 'named' }],
    changes: [
      { kind: 'configuration', subject: `stream ${ID} / key`, does: 'close' },
      { kind: 'configuration', subject: `stream ${ID} / key`, does: 'open' },
      { kind: 'configuration', subject: `encryption of stream ${ID}`, does: 'close' },
    ],
  },
  {
    name: 'a stream is deleted',
    record: { ...MANAGED, eventName: 'DeleteStream', requestParameters: { streamName: 'orders' } },
    touches: [
      { store: ID, effect: 'destroyed', grant: null },
      { store: ID, effect: 'named', grant: 'close' },
    ],
    changes: [
      { kind: 'destruction', subject: `deleted ${ID}`, does: 'open' },
      { kind: 'configuration', subject: `stream ${ID}`, does: 'close' },
      { kind: 'exposure', subject: `policy ${ID} policy`, does: 'close' },
    ],
  },
]
