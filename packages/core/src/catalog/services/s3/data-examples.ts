import type { ServiceExample } from '../../../domain/service-row.ts'

const S3 = { eventSource: 's3.amazonaws.com', managementEvent: false }
const RING = 'arn:aws:s3:::mordors3stack-s3bucket-llp2yingx64a'
const REQUEST = {
  bucketName: 'mordors3stack-s3bucket-llp2yingx64a',
  Host: 'mordors3stack-s3bucket-llp2yingx64a.s3.amazonaws.com',
}
const RESOURCES = [
  { ARN: `${RING}/ring.txt`, type: 'AWS::S3::Object' },
  { ARN: RING, accountId: '123456789123', type: 'AWS::S3::Bucket' },
]

/** Reading, listing, writing and deleting objects. */
export const DATA_EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'an object is downloaded; its bytes count',
    record: {
      ...S3,
      eventName: 'GetObject',
      recipientAccountId: '123456789123',
      requestParameters: { ...REQUEST, key: 'ring.txt' },
      additionalEventData: { bytesTransferredOut: 89, AuthenticationMethod: 'AuthHeader', bytesTransferredIn: 0 },
      resources: RESOURCES,
    },
    touches: [{ store: RING, effect: 'read', bytes: 89, object: 'ring.txt' }],
    changes: [],
  },
  {
    name: 'one version of an object, whose size stands in the record as a fraction',
    record: {
      ...S3,
      eventName: 'GetObject',
      requestParameters: {
        bucketName: 'my-data-bucket',
        key: 'reports/2019/report.csv',
        versionId: '3HL4kqtJvjVBH40Nrjfkd',
      },
      additionalEventData: { bytesTransferredOut: 1914448.0 },
    },
    touches: [
      {
        store: 'arn:aws:s3:::my-data-bucket',
        effect: 'read',
        bytes: 1914448,
        object: 'reports/2019/report.csv?versionId=3HL4kqtJvjVBH40Nrjfkd',
      },
    ],
  },
  {
    name: 'a download whose size the record leaves out is of unknown size, not of none',
    record: {
      ...S3,
      eventName: 'GetObject',
      requestParameters: { bucketName: 'example-bucket', key: 'example-file.txt' },
    },
    touches: [{ store: 'arn:aws:s3:::example-bucket', effect: 'read', bytes: null, object: 'example-file.txt' }],
  },
  {
    name: 'what is known about an object is asked for; no content is sent, and no bytes count',
    record: {
      ...S3,
      eventName: 'HeadObject',
      requestParameters: { ...REQUEST, key: 'ring.txt' },
      additionalEventData: { bytesTransferredOut: 0 },
      resources: RESOURCES,
    },
    touches: [{ store: RING, effect: 'listed', bytes: null, object: 'ring.txt' }],
  },
  {
    name: 'a listing of names; its bytes are no content',
    record: {
      ...S3,
      eventName: 'ListObjects',
      requestParameters: { ...REQUEST, 'list-type': '2', prefix: '', delimiter: '/' },
      additionalEventData: { bytesTransferredOut: 524 },
      resources: [{ ARNPrefix: `${RING}/`, type: 'AWS::S3::Object' }, RESOURCES[1]],
    },
    touches: [{ store: RING, effect: 'listed', bytes: 524, object: null }],
  },
  {
    name: 'a listing of the names that begin in one way names that beginning',
    record: {
      ...S3,
      eventName: 'ListObjects',
      requestParameters: { ...REQUEST, 'list-type': '2', prefix: 'reports/2019/', delimiter: '/' },
      resources: [{ ARNPrefix: `${RING}/reports/2019/`, type: 'AWS::S3::Object' }, RESOURCES[1]],
    },
    touches: [{ store: RING, effect: 'listed', object: 'reports/2019/' }],
  },
  {
    name: 'an object that gets another name is no longer where it was',
    record: { ...S3, eventName: 'RenameObject', requestParameters: { ...REQUEST, key: 'b/ring.txt' } },
    touches: [{ store: RING, effect: 'written', object: null }],
  },
  {
    name: 'a listing through an access point counts for the bucket behind it',
    record: {
      ...S3,
      eventName: 'ListObjects',
      requestParameters: { bucketName: 'arn:aws:s3:us-west-2:123456789123:accesspoint/finance' },
      resources: [
        RESOURCES[1],
        { ARN: 'arn:aws:s3:us-west-2:123456789123:accesspoint/finance', type: 'AWS::S3::AccessPoint' },
      ],
    },
    touches: [{ store: RING, effect: 'listed' }],
  },
  {
    name: 'an access point whose bucket the record does not name is kept under its own name',
    record: {
      ...S3,
      eventName: 'GetObject',
      requestParameters: { bucketName: 'arn:aws:s3:us-west-2:123456789123:accesspoint/finance', key: 'a.csv' },
      additionalEventData: { bytesTransferredOut: 12 },
    },
    touches: [
      { store: 'arn:aws:s3:us-west-2:123456789123:accesspoint/finance', effect: 'read', bytes: 12, object: 'a.csv' },
    ],
  },
  {
    name: 'an object of a directory bucket',
    record: {
      ...S3,
      eventSource: 's3express.amazonaws.com',
      eventName: 'GetObject',
      requestParameters: { bucketName: 'fast--use1-az4--x-s3', key: 'a' },
    },
    touches: [
      { store: 'arn:aws:s3express:us-east-1:123837392027:bucket/fast--use1-az4--x-s3', effect: 'read', object: 'a' },
    ],
  },
  {
    name: 'an object is stored',
    record: {
      ...S3,
      eventName: 'PutObject',
      requestParameters: { bucketName: 'my-company-bucket', key: 'reports/quarterly-report.pdf' },
      responseElements: { 'x-amz-server-side-encryption': 'AES256' },
      additionalEventData: { bytesTransferredIn: 524288, bytesTransferredOut: 0 },
    },
    touches: [
      {
        store: 'arn:aws:s3:::my-company-bucket',
        effect: 'written',
        bytes: null,
        object: 'reports/quarterly-report.pdf',
      },
    ],
  },
  {
    name: 'an object is stored where everyone may read it',
    record: {
      ...S3,
      eventName: 'PutObject',
      requestParameters: { bucketName: 'my-company-bucket', key: 'a.zip', 'x-amz-acl': 'public-read' },
    },
    touches: [
      { store: 'arn:aws:s3:::my-company-bucket', effect: 'written', object: 'a.zip', grant: null },
      { store: 'arn:aws:s3:::my-company-bucket', effect: 'named', grantee: '*all*', grant: 'close' },
      { store: 'arn:aws:s3:::my-company-bucket', effect: 'shared', grantee: '*', grant: 'open', object: 'a.zip' },
    ],
  },
  {
    name: 'an object is deleted',
    record: {
      ...S3,
      eventName: 'DeleteObject',
      requestParameters: { bucketName: 'example-bucket', key: 'example-object' },
    },
    touches: [{ store: 'arn:aws:s3:::example-bucket', effect: 'destroyed', object: 'example-object' }],
  },
  {
    name: 'many objects are deleted by one call, which names none',
    record: {
      ...S3,
      eventName: 'DeleteObjects',
      requestParameters: { bucketName: 'example-bucket', delete: '' },
      resources: [{ type: 'AWS::S3::Bucket', ARN: 'arn:aws:s3:::example-bucket', accountId: '123456789012' }],
    },
    touches: [{ store: 'arn:aws:s3:::example-bucket', effect: 'destroyed', object: null }],
  },
  {
    name: 'the configuration of a bucket is read: no effect, but the bucket exists, and bytes of answers are no content',
    record: {
      eventSource: 's3.amazonaws.com',
      eventName: 'GetBucketAcl',
      managementEvent: true,
      requestParameters: { bucketName: 'stratus-red-team-bdbp-lhfzvgcamn', acl: '' },
      additionalEventData: { bytesTransferredOut: 452 },
    },
    touches: [{ store: 'arn:aws:s3:::stratus-red-team-bdbp-lhfzvgcamn', effect: 'named', bytes: null }],
    changes: [],
  },
  {
    name: 'a list of buckets names none of them',
    record: {
      eventSource: 's3.amazonaws.com',
      eventName: 'ListBuckets',
      requestParameters: { Host: 's3.amazonaws.com' },
    },
    touches: [],
    changes: [],
  },
]
