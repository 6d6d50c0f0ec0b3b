import type { ServiceExample } from '../../../domain/service-row.ts'

const EC2 = { eventSource: 'ec2.amazonaws.com', managementEvent: true }
const IMAGE = 'arn:aws:ec2:us-east-1::image/ami-0aa1d83d0b0985c86'
const SNAPSHOT = 'arn:aws:ec2:us-east-1::snapshot/snap-01ee6be9876379b3b'
const INSTANCE = 'arn:aws:ec2:us-east-1:123456789101:instance/i-0381a3817f72a949d'
const TEST = 'arn:aws:ec2:us-east-1::image/ami-06aaf5e4b77161786'
const ORGANISATION = 'arn:aws:organizations::111122223333:organization/o-123example'
const BUCKET = 'arn:aws:s3:::outside'

function permission(request: object): object {
  return {
    ...EC2,
    eventName: 'ModifyImageAttribute',
    requestParameters: { imageId: 'ami-0aa1d83d0b0985c86', attributeType: 'launchPermission', ...request },
  }
}

/** Making, sharing, storing and deregistering images. */
export const IMAGE_EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'an image is made of an instance',
    record: {
      ...EC2,
      recipientAccountId: '123456789101',
      eventName: 'CreateImage',
      requestParameters: { instanceId: 'i-0381a3817f72a949d', name: 'testimage', noReboot: false },
      responseElements: { imageId: 'ami-06aaf5e4b77161786' },
    },
    touches: [
      { store: INSTANCE, effect: 'copied-out', grantee: TEST },
      { store: TEST, effect: 'written' },
    ],
    changes: [
      { kind: 'configuration', subject: `image ${TEST}`, does: 'open' },
      { kind: 'destruction', subject: `deleted ${TEST}`, does: 'close' },
    ],
  },
  {
    name: 'a snapshot is registered as an image',
    record: {
      ...EC2,
      eventName: 'RegisterImage',
      requestParameters: {
        name: 'stratus-red-team-share-ami-ami',
        blockDeviceMapping: {
          items: [{ deviceName: '/dev/xvda', ebs: { snapshotId: 'snap-01ee6be9876379b3b', volumeSize: 1 } }],
        },
      },
      responseElements: { imageId: 'ami-0aa1d83d0b0985c86' },
    },
    touches: [
      { store: SNAPSHOT, effect: 'copied-out', grantee: IMAGE },
      { store: IMAGE, effect: 'written' },
    ],
    changes: [
      { kind: 'configuration', subject: `image ${IMAGE}`, does: 'open' },
      { kind: 'destruction', subject: `deleted ${IMAGE}`, does: 'close' },
    ],
  },
  {
    name: 'an image is copied inside its region',
    record: {
      ...EC2,
      eventName: 'CopyImage',
      requestParameters: { sourceRegion: 'us-east-1', sourceImageId: 'ami-0aa1d83d0b0985c86' },
      responseElements: { imageId: 'ami-06aaf5e4b77161786' },
    },
    touches: [
      { store: IMAGE, effect: 'copied-out', grantee: TEST },
      { store: TEST, effect: 'written' },
    ],
  },
  {
    name: 'an image is shared with another account',
    record: permission({ launchPermission: { add: { items: [{ userId: '012345678901' }] } } }),
    touches: [{ store: IMAGE, effect: 'shared', grantee: '012345678901', grant: 'open' }],
    changes: [{ kind: 'exposure', subject: `image ${IMAGE} / permission / 012345678901`, does: 'open' }],
  },
  {
    name: 'the sharing of an image is withdrawn',
    record: permission({ launchPermission: { remove: { items: [{ userId: '012345678901' }] } } }),
    touches: [{ store: IMAGE, effect: 'named', grantee: '012345678901', grant: 'close' }],
    changes: [{ kind: 'exposure', subject: `image ${IMAGE} / permission / 012345678901`, does: 'close' }],
  },
  {
    name: 'an image is shared with an organisation and made public',
    record: permission({
      launchPermission: { add: { items: [{ organizationArn: ORGANISATION }, { group: 'all' }] } },
    }),
    touches: [
      { store: IMAGE, effect: 'shared', grantee: '*', grant: 'open' },
      { store: IMAGE, effect: 'shared', grantee: ORGANISATION, grant: 'open' },
    ],
    changes: [
      { kind: 'exposure', subject: `image ${IMAGE} / permission / *`, does: 'open' },
      { kind: 'exposure', subject: `image ${IMAGE} / permission / ${ORGANISATION}`, does: 'open' },
    ],
  },
  {
    name: 'an image is shared by the flat form of the request',
    record: permission({ operationType: 'add', userIdSet: { items: [{ userId: '111122223333' }] } }),
    touches: [{ store: IMAGE, effect: 'shared', grantee: '111122223333', grant: 'open' }],
    changes: [{ kind: 'exposure', subject: `image ${IMAGE} / permission / 111122223333`, does: 'open' }],
  },
  {
    name: 'another attribute of an image is no sharing',
    record: permission({ attributeType: 'description', description: 'new words' }),
    touches: [{ store: IMAGE, effect: 'named', grant: null }],
    changes: [],
  },
  {
    name: 'an image is shared with nobody again',
    record: {
      ...EC2,
      eventName: 'ResetImageAttribute',
      requestParameters: { imageId: 'ami-0aa1d83d0b0985c86', attributeType: 'launchPermission' },
    },
    touches: [{ store: IMAGE, effect: 'named', grantee: '*all*', grant: 'close' }],
    changes: [{ kind: 'exposure', subject: `image ${IMAGE} / permission`, does: 'close' }],
  },
  {
    name: 'an image is stored in a bucket',
    record: {
      ...EC2,
      eventName: 'CreateStoreImageTask',
      requestParameters: { CreateStoreImageTaskRequest: { Bucket: 'outside', ImageId: 'ami-0aa1d83d0b0985c86' } },
      responseElements: { CreateStoreImageTaskResponse: { objectKey: 'ami-0aa1d83d0b0985c86.bin' } },
    },
    touches: [
      { store: IMAGE, effect: 'copied-out', grantee: BUCKET },
      { store: BUCKET, effect: 'written' },
    ],
    changes: [{ kind: 'configuration', subject: `stored image ${IMAGE} ${BUCKET}`, does: 'open' }],
  },
  {
    name: 'an image is exported to a bucket',
    record: {
      ...EC2,
      eventName: 'ExportImage',
      requestParameters: {
        ExportImageRequest: {
          ImageId: 'ami-0aa1d83d0b0985c86',
          DiskImageFormat: 'VMDK',
          S3ExportLocation: { S3Bucket: 'outside', S3Prefix: 'out/' },
        },
      },
      responseElements: { ExportImageResponse: { exportImageTaskId: 'export-ami-1234567890abcdef0' } },
    },
    touches: [
      { store: IMAGE, effect: 'copied-out', grantee: BUCKET },
      { store: BUCKET, effect: 'written' },
    ],
    changes: [{ kind: 'configuration', subject: 'export task export-ami-1234567890abcdef0', does: 'open' }],
  },
  {
    name: 'an export is cancelled',
    record: {
      ...EC2,
      eventName: 'CancelExportTask',
      requestParameters: { exportTaskId: 'export-ami-1234567890abcdef0' },
    },
    changes: [{ kind: 'configuration', subject: 'export task export-ami-1234567890abcdef0', does: 'close' }],
  },
  {
    name: 'an image is made of what a bucket holds',
    record: {
      ...EC2,
      eventName: 'CreateRestoreImageTask',
      requestParameters: {
        CreateRestoreImageTaskRequest: { Bucket: 'outside', ObjectKey: 'ami-1234567890abcdef0.bin' },
      },
      responseElements: { CreateRestoreImageTaskResponse: { imageId: 'ami-0aa1d83d0b0985c86' } },
    },
    touches: [
      { store: BUCKET, effect: 'copied-out', grantee: IMAGE },
      { store: IMAGE, effect: 'written' },
    ],
  },
  {
    name: 'an image is deregistered',
    record: { ...EC2, eventName: 'DeregisterImage', requestParameters: { imageId: 'ami-0aa1d83d0b0985c86' } },
    touches: [
      { store: IMAGE, effect: 'destroyed', grant: null },
      { store: IMAGE, effect: 'named', grantee: '*all*', grant: 'close' },
    ],
    changes: [
      { kind: 'destruction', subject: `deleted ${IMAGE}`, does: 'open' },
      { kind: 'configuration', subject: `image ${IMAGE}`, does: 'close' },
      { kind: 'configuration', subject: `image ${IMAGE} / permission`, does: 'close' },
    ],
  },
]
