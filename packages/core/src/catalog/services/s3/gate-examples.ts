import type { ServiceExample } from '../../../domain/service-row.ts'

const BUCKET = 'arn:aws:s3:::logs'
const WRITE = {
  ...{ Effect: 'Allow', Principal: { Service: 'cloudtrail.amazonaws.com' }, Action: 's3:PutObject' },
  Resource: `${BUCKET}/*`,
}

/** A call on the bucket that logs are written to, and whether it takes them from then on. */
function example(name: string, eventName: string, open: boolean | null, request: object = {}): ServiceExample {
  const here = { account: '123837392027', region: 'us-east-1' }
  return {
    name,
    record: { eventSource: 's3.amazonaws.com', eventName, requestParameters: { bucketName: 'logs', ...request } },
    states: [{ topic: 'gate', says: { gate: 'target', id: 'logs', ...here, act: 'changed', open } }],
  }
}

const policy = (...Statement: readonly object[]): object => ({ bucketPolicy: { Statement }, policy: '' })

/** Calls on buckets and what they state of the way of log files: the row's tests. */
export const GATE_EXAMPLES: readonly ServiceExample[] = [
  example('a policy lets all log files in', 'PutBucketPolicy', true, policy(WRITE)),
  example('a policy refuses what it does not name', 'PutBucketPolicy', false, policy({ ...WRITE, Principal: {} })),
  example(
    'a policy refuses the files of one region',
    'PutBucketPolicy',
    null,
    policy(WRITE, { ...WRITE, Effect: 'Deny', Resource: `${BUCKET}/*/CloudTrail/us-east-1/*` }),
  ),
  example(
    'a policy lets in the files of a log that nobody may have',
    'PutBucketPolicy',
    null,
    policy({ ...WRITE, Condition: { StringEquals: { 'aws:SourceArn': 'arn:aws:cloudtrail:us-east-1:1:trail/x' } } }),
  ),
  example('a policy that is not recorded', 'PutBucketPolicy', null, { policy: '' }),
  {
    name: 'a record that names its bucket among its resources only',
    record: {
      eventSource: 's3.amazonaws.com',
      eventName: 'DeleteBucketPolicy',
      requestParameters: null,
      resources: [{ type: 'AWS::S3::Bucket', ARN: BUCKET, accountId: '123837392027' }],
    },
    states: [{ topic: 'gate', says: { gate: 'target', id: 'logs', act: 'changed', open: false } }],
  },
  example('a new bucket lets no service in', 'CreateBucket', false),
  example('a bucket without policy lets no service in', 'DeleteBucketPolicy', false),
  example('a bucket is gone', 'DeleteBucket', false),
  example('objects expire', 'PutBucketLifecycle', null),
  example('objects expire, by the newer call', 'PutBucketLifecycleConfiguration', null),
  example('another key encrypts', 'PutBucketEncryption', null),
  example('whose the objects are', 'PutBucketOwnershipControls', null),
  example('who may write, by the list', 'PutBucketAcl', null),
  example('who asks pays', 'PutBucketRequestPayment', null),
  example('objects are locked', 'PutObjectLockConfiguration', null),
  example('objects are locked, by its other name', 'PutBucketObjectLockConfiguration', null),
]
