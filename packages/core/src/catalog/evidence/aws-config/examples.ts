import type { EvidenceExample } from '../../../domain/evidence-row.ts'
import { parseInstant } from '../../../domain/instant.ts'

const AT = parseInstant('2026-03-08T06:30:00.123Z')
const HERE = { account: '111122223333', region: 'eu-west-1' }
const POLICY = JSON.stringify({
  Statement: [
    {
      ...{ Effect: 'Allow', Principal: { Service: 'cloudtrail.amazonaws.com' }, Action: 's3:PutObject' },
      Resource: 'arn:aws:s3:::logs/*',
    },
  ],
})

/** An item as files hold it. */
function item(resourceType: string, ARN: string, rest: object = {}): object {
  return {
    ...{ configurationItemVersion: '1.3', configurationItemCaptureTime: '2026-03-08T06:30:00.123Z' },
    ...{ configurationStateId: 1_772_951_400_123, awsAccountId: HERE.account, awsRegion: HERE.region },
    ...{ configurationItemStatus: 'OK', resourceType, ARN, relatedEvents: [], relationships: [], tags: {}, ...rest },
  }
}

const BUCKET = 'arn:aws:s3:::logs'
const LISTED = {
  topic: 'store-listed',
  at: AT,
  says: { id: BUCKET, kind: 's3-bucket', name: 'logs', ...HERE },
} as const
const target = (open: boolean | null) =>
  ({ topic: 'gate', at: AT, says: { gate: 'target', id: 'logs', ...HERE, act: 'shown', open } }) as const
const bucket = (supplementaryConfiguration: object, rest: object = {}): object =>
  item('AWS::S3::Bucket', BUCKET, { resourceId: 'logs', supplementaryConfiguration, ...rest })

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/0f9b2b1e-0000-4000-8000-000000000000'
const key = (open: boolean | null) =>
  ({ topic: 'gate', at: AT, says: { gate: 'key', id: KEY, ...HERE, act: 'shown', open } }) as const

/** Items of a type that are of stores, by type: its ARN, and what the store is called. */
const STORES: readonly (readonly [type: string, arn: string, kind: string, name: string])[] = [
  ['DynamoDB::Table', 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders', 'dynamodb-table', 'orders'],
  ['RDS::DBInstance', 'arn:aws:rds:eu-west-1:111122223333:db:erp', 'rds-instance', 'erp'],
  ['RDS::DBCluster', 'arn:aws:rds:eu-west-1:111122223333:cluster:shop', 'rds-cluster', 'shop'],
  ['RDS::DBSnapshot', 'arn:aws:rds:eu-west-1:111122223333:snapshot:rds:erp-1', 'rds-snapshot', 'rds:erp-1'],
  ['RDS::DBClusterSnapshot', 'arn:aws:rds:eu-west-1:111122223333:cluster-snapshot:old', 'rds-cluster-snapshot', 'old'],
  ['Lambda::Function', 'arn:aws:lambda:eu-west-1:111122223333:function:f', 'lambda-function', 'f'],
  ['SecretsManager::Secret', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db/x-AbCdEf', 'secret', 'db/x'],
  ['EC2::Volume', 'arn:aws:ec2:eu-west-1:111122223333:volume/vol-0a1b2c3d', 'ebs-volume', 'vol-0a1b2c3d'],
  [
    'EFS::FileSystem',
    'arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-0a1b2c3d',
    'efs-file-system',
    'fs-0a1b2c3d',
  ],
  ['ECR::Repository', 'arn:aws:ecr:eu-west-1:111122223333:repository/shop/api', 'ecr-repository', 'shop/api'],
]

/** Items and what they state: the row's tests. */
export const EXAMPLES: readonly EvidenceExample[] = [
  {
    name: 'a bucket with a policy that lets logs in',
    record: bucket({ BucketPolicy: { policyText: POLICY }, IsRequesterPaysEnabled: 'false' }),
    states: [LISTED, target(true)],
  },
  {
    name: 'a bucket without a policy',
    record: bucket({ BucketPolicy: { policyText: null } }),
    states: [LISTED, target(false)],
  },
  { name: 'a bucket whose policy was not recorded', record: bucket({}), states: [LISTED] },
  {
    name: 'a bucket that was deleted',
    record: bucket({}, { configurationItemStatus: 'ResourceDeleted' }),
    states: [LISTED, target(false)],
  },
  {
    name: 'a bucket as the API answers, with objects as text and other names',
    record: {
      ...{ version: '1.3', accountId: HERE.account, configurationItemCaptureTime: '2026-03-08T06:30:00.123000+00:00' },
      ...{ configurationItemStatus: 'OK', arn: BUCKET, resourceType: 'AWS::S3::Bucket', awsRegion: HERE.region },
      configuration: '{"name":"logs"}',
      supplementaryConfiguration: { BucketPolicy: JSON.stringify({ policyText: POLICY }) },
    },
    states: [LISTED, target(true)],
  },
  {
    name: 'a key that is disabled',
    record: item('AWS::KMS::Key', KEY, { configuration: { enabled: false, keyState: 'Disabled' } }),
    states: [{ topic: 'store-listed', says: { id: KEY, kind: 'kms-key', ...HERE } }, key(false)],
  },
  {
    name: 'a key that can be used',
    record: item('AWS::KMS::Key', KEY, { configuration: { enabled: true, keyState: 'Enabled' } }),
    states: [{ topic: 'store-listed', says: { id: KEY } }, key(true)],
  },
  ...STORES.map(
    ([type, arn, kind, name]): EvidenceExample => ({
      name: `an item of ${type}`,
      record: item(`AWS::${type}`, arn),
      states: [{ topic: 'store-listed', at: AT, says: { id: arn, kind, name, ...HERE } }],
    }),
  ),
  {
    name: 'an item that is of no store',
    record: item('AWS::EC2::SecurityGroup', 'arn:aws:ec2:eu-west-1:111122223333:security-group/sg-1'),
    states: [],
  },
  {
    name: 'an item of nobody knows which account',
    record: item('AWS::S3::Bucket', BUCKET, { awsAccountId: null }),
    event: {
      rejected:
        'it does not say of which account and region it is: take the file from the bucket of the delivery channel again',
    },
  },
  {
    name: 'an answer of the API has its time in seconds',
    record: item('AWS::S3::Bucket', BUCKET, { configurationItemCaptureTime: 1_772_951_400.123 }),
    states: [LISTED],
  },
  {
    name: 'an item whose time is none',
    record: item('AWS::S3::Bucket', BUCKET, { configurationItemCaptureTime: 1_772_951_400_123 }),
    event: {
      rejected: 'it does not say when it was captured: take the file from the delivery channel again',
    },
  },
  {
    name: 'an item whose ARN is of something else',
    record: item('AWS::S3::Bucket', 'arn:aws:s3:::logs/key'),
    event: { rejected: 'it does not name its resource by an ARN of that type' },
  },
]
