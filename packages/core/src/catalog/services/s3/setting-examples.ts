import type { ServiceExample } from '../../../domain/service-row.ts'

const S3 = { eventSource: 's3.amazonaws.com', managementEvent: true }
const OLC = 'arn:aws:s3:::stratus-red-team-olc-bucket-xhfgzaowxc'
const CTLR = 'arn:aws:s3:::stratus-red-team-ctlr-bucket-zqfsvooxqj'
const CRITICAL = 'arn:aws:s3:::critical-data-bucket'
const CORPORATE = 'arn:aws:s3:::corporate-documents'

function lifecycle(rule: object): object {
  return {
    ...S3,
    eventName: 'PutBucketLifecycle',
    requestParameters: {
      lifecycle: '',
      bucketName: 'stratus-red-team-ctlr-bucket-zqfsvooxqj',
      LifecycleConfiguration: { xmlns: 'http://s3.amazonaws.com/doc/2006-03-01/', Rule: rule },
    },
  }
}

/** Making, deleting and setting up buckets. */
export const SETTING_EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'a bucket is made',
    record: {
      ...S3,
      eventName: 'CreateBucket',
      requestParameters: { bucketName: 'stratus-red-team-olc-bucket-xhfgzaowxc', 'x-amz-acl': 'private' },
    },
    touches: [{ store: OLC, effect: 'named', grant: null }],
    changes: [
      { kind: 'configuration', subject: `bucket ${OLC}`, does: 'open' },
      { kind: 'destruction', subject: `deleted ${OLC}`, does: 'close' },
    ],
  },
  {
    name: 'a bucket is made for everyone',
    record: {
      ...S3,
      eventName: 'CreateBucket',
      requestParameters: { bucketName: 'open-house', 'x-amz-acl': 'public-read' },
    },
    touches: [
      { store: 'arn:aws:s3:::open-house', effect: 'named', grantee: '*all*', grant: 'close' },
      { store: 'arn:aws:s3:::open-house', effect: 'shared', grantee: '*', grant: 'open' },
    ],
    changes: [
      { kind: 'configuration', subject: 'bucket arn:aws:s3:::open-house', does: 'open' },
      { kind: 'destruction', subject: 'deleted arn:aws:s3:::open-house', does: 'close' },
      { kind: 'exposure', subject: 'acl arn:aws:s3:::open-house', does: 'open' },
    ],
  },
  {
    name: 'a bucket is deleted',
    record: {
      ...S3,
      eventName: 'DeleteBucket',
      requestParameters: { bucketName: 'stratus-red-team-olc-bucket-xhfgzaowxc' },
      resources: [{ accountId: '123837392027', type: 'AWS::S3::Bucket', ARN: OLC }],
    },
    touches: [
      { store: OLC, effect: 'destroyed' },
      { store: OLC, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: OLC, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: OLC, effect: 'named', grantee: '*all*', grant: 'close' },
    ],
    changes: [
      { kind: 'destruction', subject: `deleted ${OLC}`, does: 'open' },
      { kind: 'configuration', subject: `bucket ${OLC}`, does: 'close' },
      { kind: 'exposure', subject: `policy ${OLC}`, does: 'close' },
      { kind: 'exposure', subject: `acl ${OLC}`, does: 'close' },
      { kind: 'exposure', subject: `replication ${OLC}`, does: 'close' },
    ],
  },
  {
    name: 'a bucket that is not empty is not deleted',
    record: {
      ...S3,
      eventName: 'DeleteBucket',
      errorCode: 'BucketNotEmpty',
      requestParameters: { bucketName: 'stratus-red-team-ctlr-bucket-zqfsvooxqj' },
      additionalEventData: { bytesTransferredOut: 339 },
    },
    touches: [{ store: CTLR, effect: 'destroyed', bytes: null }],
    changes: [],
  },
  {
    name: 'what is older than a day is deleted from now on',
    record: lifecycle({
      Status: 'Enabled',
      Filter: { Prefix: '*' },
      Expiration: { Days: 1 },
      ID: 'nuke-cloudtrail-logs-after-1-day',
    }),
    touches: [{ store: CTLR, effect: 'named' }],
    changes: [
      { kind: 'destruction', subject: `lifecycle ${CTLR}`, does: 'close' },
      { kind: 'destruction', subject: `lifecycle ${CTLR}`, does: 'open' },
    ],
  },
  {
    name: 'a rule that is switched off deletes nothing',
    record: lifecycle({ Status: 'Disabled', Filter: { Prefix: '*' }, Expiration: { Days: 1 } }),
    changes: [{ kind: 'destruction', subject: `lifecycle ${CTLR}`, does: 'close' }],
  },
  {
    name: 'the rules are deleted',
    record: {
      ...S3,
      eventName: 'DeleteBucketLifecycle',
      requestParameters: { lifecycle: '', bucketName: 'stratus-red-team-ctlr-bucket-zqfsvooxqj' },
    },
    changes: [{ kind: 'destruction', subject: `lifecycle ${CTLR}`, does: 'close' }],
  },
  {
    name: 'the access log is switched off',
    record: {
      ...S3,
      eventName: 'PutBucketLogging',
      requestParameters: {
        logging: '',
        bucketName: 'critical-data-bucket',
        BucketLoggingStatus: { xmlns: 'http://s3.amazonaws.com/doc/2006-03-01/' },
      },
    },
    changes: [{ kind: 'logging', subject: `access log ${CRITICAL}`, does: 'open' }],
  },
  {
    name: 'the access log is switched on, and its bucket exists',
    record: {
      ...S3,
      eventName: 'PutBucketLogging',
      requestParameters: {
        bucketName: 'critical-data-bucket',
        BucketLoggingStatus: { LoggingEnabled: { TargetBucket: 'logging-bucket', TargetPrefix: 'logs/' } },
      },
    },
    touches: [
      { store: CRITICAL, effect: 'named' },
      { store: 'arn:aws:s3:::logging-bucket', effect: 'named' },
    ],
    changes: [{ kind: 'logging', subject: `access log ${CRITICAL}`, does: 'close' }],
  },
  {
    name: 'versioning is suspended',
    record: {
      ...S3,
      eventName: 'PutBucketVersioning',
      requestParameters: { bucketName: 'critical-data-bucket', VersioningConfiguration: { Status: 'Suspended' } },
    },
    changes: [{ kind: 'destruction', subject: `versioning ${CRITICAL}`, does: 'open' }],
  },
  {
    name: 'the block of public access is taken away',
    record: {
      ...S3,
      eventName: 'DeleteBucketPublicAccessBlock',
      requestParameters: { bucketName: 'corporate-documents', publicAccessBlock: '' },
    },
    changes: [{ kind: 'exposure', subject: `public-access-block ${CORPORATE}`, does: 'open' }],
  },
  {
    name: 'the block of public access is whole again',
    record: {
      ...S3,
      eventName: 'PutBucketPublicAccessBlock',
      requestParameters: {
        bucketName: 'corporate-documents',
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          IgnorePublicAcls: true,
          BlockPublicPolicy: true,
          RestrictPublicBuckets: true,
        },
      },
    },
    changes: [{ kind: 'exposure', subject: `public-access-block ${CORPORATE}`, does: 'close' }],
  },
  {
    name: 'the block of public access of the whole account has a hole',
    record: {
      ...S3,
      eventName: 'PutAccountPublicAccessBlock',
      requestParameters: {
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          IgnorePublicAcls: true,
          BlockPublicPolicy: false,
          RestrictPublicBuckets: true,
        },
      },
    },
    touches: [],
    changes: [{ kind: 'exposure', subject: 'public-access-block account 123837392027', does: 'open' }],
  },
]
