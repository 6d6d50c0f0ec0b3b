import type { ServiceExample } from '../../../domain/service-row.ts'

const S3 = { eventSource: 's3.amazonaws.com', managementEvent: true }
const OPENED = 'arn:aws:s3:::stratus-red-team-bdbp-lhfzvgcamn'
const TRAIL = 'arn:aws:s3:::stratus-red-team-ctes-bucket-qyxyekjbtk'
const EXAMPLE = 'arn:aws:s3:::example-bucket'
const OWNER = 'd25639fbe9c19cd30a4c0f43fbf00e2d3f96400a9aa8dabfbbebe190'

/** Letting others in, and shutting them out. */
export const GRANT_EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'a policy opens a bucket to another account',
    record: {
      ...S3,
      eventName: 'PutBucketPolicy',
      requestParameters: {
        bucketName: 'stratus-red-team-bdbp-lhfzvgcamn',
        policy: '',
        bucketPolicy: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::193672423079:root' },
              Action: ['s3:GetObject', 's3:GetBucketLocation', 's3:ListBucket'],
              Resource: [`${OPENED}/*`, OPENED],
            },
          ],
        },
      },
      additionalEventData: { bytesTransferredIn: 416, bytesTransferredOut: 0 },
    },
    touches: [
      { store: OPENED, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: OPENED, effect: 'shared', grantee: 'arn:aws:iam::193672423079:root', grant: 'open', bytes: null },
    ],
    changes: [
      { kind: 'exposure', subject: `policy ${OPENED}`, does: 'close' },
      { kind: 'exposure', subject: `policy ${OPENED}`, does: 'open' },
    ],
  },
  {
    name: 'a policy for a service lets nobody in, and ends what the former one granted',
    record: {
      ...S3,
      eventName: 'PutBucketPolicy',
      requestParameters: {
        bucketName: 'stratus-red-team-ctes-bucket-qyxyekjbtk',
        policy: '',
        bucketPolicy: {
          Version: '2012-10-17',
          Statement: [
            {
              Action: 's3:GetBucketAcl',
              Effect: 'Allow',
              Principal: { Service: 'cloudtrail.amazonaws.com' },
              Resource: TRAIL,
            },
          ],
        },
      },
    },
    touches: [{ store: TRAIL, effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [
      { kind: 'exposure', subject: `policy ${TRAIL}`, does: 'close' },
      { kind: 'configuration', subject: `policy ${TRAIL}`, does: 'open' },
    ],
  },
  {
    name: 'a policy that the record does not hold may have let anybody in',
    record: {
      ...S3,
      eventName: 'PutBucketPolicy',
      requestParameters: { bucketName: 'example-bucket', bucketPolicy: 'invalid-json-policy' },
    },
    touches: [{ store: EXAMPLE, effect: 'named', grant: null }],
    changes: [{ kind: 'exposure', subject: `policy ${EXAMPLE}`, does: 'open' }],
  },
  {
    name: 'a policy is deleted',
    record: {
      ...S3,
      eventName: 'DeleteBucketPolicy',
      requestParameters: { bucketName: 'stratus-red-team-bdbp-lhfzvgcamn', policy: '' },
    },
    touches: [{ store: OPENED, effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [{ kind: 'exposure', subject: `policy ${OPENED}`, does: 'close' }],
  },
  {
    name: 'a canned list, written as a list of one, shuts a bucket',
    record: {
      ...S3,
      eventName: 'PutBucketAcl',
      requestParameters: { bucketName: 'bucket', acl: [''], 'x-amz-acl': ['private'] },
    },
    touches: [{ store: 'arn:aws:s3:::bucket', effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [{ kind: 'exposure', subject: 'acl arn:aws:s3:::bucket', does: 'close' }],
  },
  {
    name: 'a list lets in another owner and everyone; the own one does not count',
    record: {
      ...S3,
      eventName: 'PutBucketAcl',
      requestParameters: {
        bucketName: 'example-bucket',
        acl: [''],
        AccessControlPolicy: {
          Owner: { ID: OWNER },
          AccessControlList: {
            Grant: [
              { Grantee: { 'xsi:type': 'CanonicalUser', ID: OWNER }, Permission: 'FULL_CONTROL' },
              { Grantee: { 'xsi:type': 'CanonicalUser', ID: 'f0e1' }, Permission: 'READ' },
              {
                Grantee: { 'xsi:type': 'Group', URI: 'http://acs.amazonaws.com/groups/global/AllUsers' },
                Permission: 'READ',
              },
            ],
          },
        },
      },
    },
    touches: [
      { store: EXAMPLE, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: EXAMPLE, effect: 'shared', grantee: '*', grant: 'open' },
      { store: EXAMPLE, effect: 'shared', grantee: 'canonical-user:f0e1', grant: 'open' },
    ],
    changes: [
      { kind: 'exposure', subject: `acl ${EXAMPLE}`, does: 'close' },
      { kind: 'exposure', subject: `acl ${EXAMPLE}`, does: 'open' },
    ],
  },
  {
    name: 'one object is opened to another owner by a header',
    record: {
      ...S3,
      managementEvent: false,
      eventName: 'PutObjectAcl',
      requestParameters: { bucketName: 'example-bucket', key: 'a.csv', acl: '', 'x-amz-grant-read': 'id="f0e1"' },
    },
    touches: [
      { store: EXAMPLE, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: EXAMPLE, effect: 'shared', grantee: 'canonical-user:f0e1', grant: 'open', object: 'a.csv' },
    ],
    changes: [
      { kind: 'exposure', subject: `acl ${EXAMPLE}/a.csv`, does: 'close' },
      { kind: 'exposure', subject: `acl ${EXAMPLE}/a.csv`, does: 'open' },
    ],
  },
  {
    name: 'what is stored from now on goes to another account as well',
    record: {
      ...S3,
      eventName: 'PutBucketReplication',
      requestParameters: {
        bucketName: 'example-bucket',
        replication: '',
        ReplicationConfiguration: {
          Role: 'arn:aws:iam::123837392027:role/replicate',
          Rule: {
            ID: 'all',
            Status: 'Enabled',
            Destination: { Bucket: 'arn:aws:s3:::outside', Account: '999999999999' },
          },
        },
      },
    },
    touches: [
      { store: EXAMPLE, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: EXAMPLE, effect: 'redirected', grantee: 'arn:aws:s3:::outside', grant: 'open' },
    ],
    changes: [
      { kind: 'exposure', subject: `replication ${EXAMPLE}`, does: 'close' },
      { kind: 'exposure', subject: `replication ${EXAMPLE}`, does: 'open' },
    ],
  },
  {
    name: 'a replication ends',
    record: {
      ...S3,
      eventName: 'DeleteBucketReplication',
      requestParameters: { bucketName: 'production-backup-bucket', replication: '' },
    },
    touches: [{ store: 'arn:aws:s3:::production-backup-bucket', effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [{ kind: 'exposure', subject: 'replication arn:aws:s3:::production-backup-bucket', does: 'close' }],
  },
  {
    name: 'a report of all names goes to another bucket every day',
    record: {
      ...S3,
      eventName: 'PutBucketInventoryConfiguration',
      requestParameters: {
        bucketName: 'example-bucket',
        inventory: '',
        id: 'daily',
        InventoryConfiguration: {
          Id: 'daily',
          Destination: { S3BucketDestination: { Bucket: 'arn:aws:s3:::outside', Format: 'CSV' } },
        },
      },
    },
    touches: [
      { store: EXAMPLE, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: EXAMPLE, effect: 'listed', grantee: 'arn:aws:s3:::outside', grant: 'open' },
    ],
  },
  {
    name: 'the policy of an access point lets everyone in',
    record: {
      ...S3,
      eventName: 'PutAccessPointPolicy',
      requestParameters: {
        name: 'finance',
        PutAccessPointPolicyRequest: {
          Policy: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*"}]}',
        },
      },
      resources: [{ ARN: EXAMPLE, accountId: '123837392027', type: 'AWS::S3::Bucket' }],
    },
    touches: [
      { store: EXAMPLE, effect: 'named', grantee: '*all*', grant: 'close' },
      { store: EXAMPLE, effect: 'shared', grantee: '*', grant: 'open' },
    ],
    changes: [
      { kind: 'exposure', subject: 'policy 123837392027:us-east-1:finance', does: 'close' },
      { kind: 'exposure', subject: 'policy 123837392027:us-east-1:finance', does: 'open' },
    ],
  },
]
