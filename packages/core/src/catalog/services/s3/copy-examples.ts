import type { ServiceExample } from '../../../domain/service-row.ts'

const S3 = { eventSource: 's3.amazonaws.com', managementEvent: false }
const MANAGED = { eventSource: 's3.amazonaws.com', managementEvent: true }

/** Copies from bucket to bucket, by one call or by a job. */
export const COPY_EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'an object is copied to another bucket',
    record: {
      ...S3,
      eventName: 'CopyObject',
      requestParameters: {
        bucketName: 'attacker-exfil-1764604156',
        key: 'customer-database.csv',
        'x-amz-copy-source': 'ransomware-test-victim-1764604156/customer-database.csv',
      },
    },
    touches: [
      {
        store: 'arn:aws:s3:::ransomware-test-victim-1764604156',
        effect: 'copied-out',
        object: 'customer-database.csv',
        grantee: 'arn:aws:s3:::attacker-exfil-1764604156',
      },
      { store: 'arn:aws:s3:::attacker-exfil-1764604156', effect: 'written', object: 'customer-database.csv' },
    ],
  },
  {
    name: 'the source is encoded and names a version',
    record: {
      ...S3,
      eventName: 'UploadPartCopy',
      requestParameters: {
        bucketName: 'out',
        key: 'b',
        'x-amz-copy-source': '/pay%2Droll/2026/M%C3%A4rz.csv?versionId=abc.1',
      },
    },
    touches: [
      {
        store: 'arn:aws:s3:::pay-roll',
        effect: 'copied-out',
        object: '2026/März.csv?versionId=abc.1',
        grantee: 'arn:aws:s3:::out',
      },
      { store: 'arn:aws:s3:::out', effect: 'written', object: 'b' },
    ],
  },
  {
    name: 'the source is an object behind an access point',
    record: {
      ...S3,
      eventName: 'CopyObject',
      requestParameters: {
        bucketName: 'out',
        key: 'b',
        'x-amz-copy-source': 'arn:aws:s3:us-west-2:123456789012:accesspoint/finance/object/2026/a.csv',
      },
    },
    touches: [
      { store: 'arn:aws:s3:us-west-2:123456789012:accesspoint/finance', effect: 'copied-out', object: '2026/a.csv' },
      { store: 'arn:aws:s3:::out', effect: 'written', object: 'b' },
    ],
  },
  {
    name: 'a copy inside its bucket is of both objects',
    record: {
      ...S3,
      eventName: 'CopyObject',
      requestParameters: { bucketName: 'shared', key: 'b/x.csv', 'x-amz-copy-source': 'shared/a/x.csv?versionId=1' },
    },
    touches: [
      { store: 'arn:aws:s3:::shared', effect: 'written', object: 'b/x.csv' },
      { store: 'arn:aws:s3:::shared', effect: 'written', object: 'a/x.csv?versionId=1' },
    ],
  },
  {
    name: 'a copy onto itself under another key of KMS changes it and takes nothing out',
    record: {
      ...S3,
      eventName: 'CopyObject',
      requestParameters: {
        bucketName: 'victim-data-bucket',
        key: 'important-file.txt',
        'x-amz-copy-source': 'victim-data-bucket/important-file.txt',
        'x-amz-server-side-encryption': 'aws:kms',
      },
    },
    touches: [{ store: 'arn:aws:s3:::victim-data-bucket', effect: 'written', object: 'important-file.txt' }],
  },
  {
    name: 'a copy onto itself under a key of the caller takes it from its owner',
    record: {
      ...S3,
      eventName: 'CopyObject',
      requestParameters: {
        bucketName: 'example-bucket',
        key: 'example-object',
        'x-amz-copy-source': 'example-bucket/example-object',
        'x-amz-server-side-encryption-customer-algorithm': 'AES256',
      },
    },
    touches: [{ store: 'arn:aws:s3:::example-bucket', effect: 'destroyed', object: 'example-object' }],
  },
  {
    name: 'a copy onto itself under a key of KMS that another account holds takes it from its owner',
    record: {
      ...S3,
      recipientAccountId: '111122223333',
      eventName: 'CopyObject',
      requestParameters: {
        bucketName: 'example-bucket',
        key: 'example-object',
        'x-amz-copy-source': 'example-bucket/example-object',
        'x-amz-server-side-encryption': 'aws:kms',
        'x-amz-server-side-encryption-aws-kms-key-id':
          'arn:aws:kms:us-east-1:999900001111:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      },
    },
    touches: [{ store: 'arn:aws:s3:::example-bucket', effect: 'destroyed', object: 'example-object' }],
  },
  {
    name: 'a copy onto itself under a key of KMS of the own account changes it',
    record: {
      ...S3,
      recipientAccountId: '111122223333',
      eventName: 'CopyObject',
      requestParameters: {
        bucketName: 'example-bucket',
        key: 'example-object',
        'x-amz-copy-source': 'example-bucket/example-object',
        'x-amz-server-side-encryption': 'aws:kms',
        'x-amz-server-side-encryption-aws-kms-key-id':
          'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      },
    },
    touches: [{ store: 'arn:aws:s3:::example-bucket', effect: 'written', object: 'example-object' }],
  },
  {
    name: 'a copy whose source the record leaves out is a write of unknown origin',
    record: {
      ...S3,
      eventName: 'CopyObject',
      requestParameters: { bucketName: 'example-bucket', key: 'example-object' },
    },
    touches: [{ store: 'arn:aws:s3:::example-bucket', effect: 'written', object: null }],
  },
  {
    name: 'an archived object is restored in place',
    record: {
      ...S3,
      eventName: 'RestoreObject',
      requestParameters: { bucketName: 'archive', key: 'a', RestoreRequest: { Days: 1 } },
    },
    touches: [{ store: 'arn:aws:s3:::archive', effect: 'named' }],
  },
  {
    name: 'an archived object is queried into another bucket',
    record: {
      ...S3,
      eventName: 'RestoreObject',
      requestParameters: {
        bucketName: 'archive',
        key: 'a',
        RestoreRequest: { OutputLocation: { S3: { BucketName: 'out', Prefix: 'x' } } },
      },
    },
    touches: [{ store: 'arn:aws:s3:::archive', effect: 'copied-out', object: 'a', grantee: 'arn:aws:s3:::out' }],
  },
  {
    name: 'a batch job copies a whole bucket',
    record: {
      ...MANAGED,
      eventName: 'CreateJob',
      requestParameters: {
        CreateJobRequest: {
          Operation: { S3PutObjectCopy: { TargetResource: 'arn:aws:s3:::out' } },
          ManifestGenerator: { S3JobManifestGenerator: { SourceBucket: 'arn:aws:s3:::payroll' } },
        },
      },
      responseElements: { jobId: '0b5f9a50' },
    },
    touches: [
      { store: 'arn:aws:s3:::payroll', effect: 'copied-out', grantee: 'arn:aws:s3:::out' },
      { store: 'arn:aws:s3:::out', effect: 'written' },
    ],
    changes: [{ kind: 'configuration', subject: 'batch job 0b5f9a50', does: 'open' }],
  },
  {
    name: 'a batch job over a list of objects does not say whose they are',
    record: {
      ...MANAGED,
      eventName: 'CreateJob',
      requestParameters: {
        CreateJobRequest: {
          Operation: { S3DeleteObjectTagging: '' },
          Manifest: { Location: { ObjectArn: 'arn:aws:s3:::lists/a.csv' } },
        },
      },
      responseElements: { jobId: '0b5f9a51' },
    },
    touches: [],
    changes: [{ kind: 'configuration', subject: 'batch job 0b5f9a51', does: 'open' }],
  },
]
