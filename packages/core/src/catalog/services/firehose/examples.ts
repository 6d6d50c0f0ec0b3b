import type { ServiceExample } from '../../../domain/service-row.ts'

const FIREHOSE = { eventSource: 'firehose.amazonaws.com' }
const ID = 'arn:aws:firehose:us-east-1:123837392027:deliverystream/orders'
const STREAM = 'arn:aws:kinesis:us-east-1:123837392027:stream/orders'
const CLUSTER = 'arn:aws:kafka:us-east-1:123837392027:cluster/demo/11111111-2222-3333-4444-555555555555-1'
const BUCKET = 'arn:aws:s3:::outside'

/** Records and what they did to delivery streams: the row's tests. */
export const EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'what comes into a stream is delivered to a bucket',
    record: {
      ...FIREHOSE,
      eventName: 'CreateDeliveryStream',
      requestParameters: {
        deliveryStreamName: 'orders',
        deliveryStreamType: 'KinesisStreamAsSource',
        kinesisStreamSourceConfiguration: { kinesisStreamARN: STREAM, roleARN: 'arn:aws:iam::123837392027:role/r' },
        extendedS3DestinationConfiguration: { bucketARN: BUCKET, roleARN: 'arn:aws:iam::123837392027:role/r' },
      },
      responseElements: { deliveryStreamARN: ID },
    },
    touches: [
      { store: ID, effect: 'redirected', grantee: BUCKET, grant: 'open' },
      { store: STREAM, effect: 'redirected', grantee: ID, grant: 'open' },
    ],
    changes: [
      { kind: 'configuration', subject: `delivery stream ${ID}`, does: 'open' },
      { kind: 'destruction', subject: `deleted ${ID}`, does: 'close' },
      { kind: 'exposure', subject: `delivery stream ${ID} / destination`, does: 'close' },
      { kind: 'exposure', subject: `delivery stream ${ID} / destination`, does: 'open' },
    ],
  },
  {
    name: 'what comes into a topic of a Kafka cluster is delivered to an address',
    record: {
      ...FIREHOSE,
      eventName: 'CreateDeliveryStream',
      requestParameters: {
        deliveryStreamName: 'orders',
        mSKSourceConfiguration: { mSKClusterARN: CLUSTER, topicName: 't' },
        httpEndpointDestinationConfiguration: { endpointConfiguration: { url: 'https://collector.example.net/in' } },
      },
    },
    touches: [
      { store: ID, effect: 'redirected', grantee: 'https://collector.example.net/in', grant: 'open' },
      { store: CLUSTER, effect: 'redirected', grantee: ID, grant: 'open' },
    ],
  },
  {
    name: 'the destination is another bucket from now on',
    record: {
      ...FIREHOSE,
      eventName: 'UpdateDestination',
      requestParameters: {
        deliveryStreamName: 'orders',
        destinationId: 'destinationId-000000000001',
        extendedS3DestinationUpdate: { bucketARN: BUCKET },
      },
    },
    touches: [
      { store: ID, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: ID, effect: 'redirected', grantee: BUCKET, grant: 'open' },
    ],
    changes: [
      { kind: 'exposure', subject: `delivery stream ${ID} / destination`, does: 'close' },
      { kind: 'exposure', subject: `delivery stream ${ID} / destination`, does: 'open' },
    ],
  },
  {
    name: 'an update that names no place leaves the former one',
    record: {
      ...FIREHOSE,
      eventName: 'UpdateDestination',
      requestParameters: { deliveryStreamName: 'orders', extendedS3DestinationUpdate: { prefix: 'x/' } },
    },
    touches: [{ store: ID, effect: 'named' }],
  },
  {
    name: 'a delivery stream is deleted',
    record: { ...FIREHOSE, eventName: 'DeleteDeliveryStream', requestParameters: { deliveryStreamName: 'orders' } },
    touches: [
      { store: ID, effect: 'destroyed', grant: null },
      { store: ID, effect: 'named', grantee: '*all*', grant: 'close' },
    ],
    changes: [
      { kind: 'destruction', subject: `deleted ${ID}`, does: 'open' },
      { kind: 'configuration', subject: `delivery stream ${ID}`, does: 'close' },
    ],
  },
]
