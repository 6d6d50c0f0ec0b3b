import type { ServiceExample } from '../../../domain/service-row.ts'

const EC2 = { eventSource: 'ec2.amazonaws.com', managementEvent: true }
const SNAPSHOT = 'arn:aws:ec2:us-east-1::snapshot/snap-37beda4c'
const VOLUME = 'arn:aws:ec2:us-east-1:123837392027:volume/vol-97c02b3e'
const INSTANCE = 'arn:aws:ec2:us-east-1:123837392027:instance/i-05c30218156bcc246'
const OTHER = 'arn:aws:ec2:us-east-1:123837392027:instance/i-0dbc91f429e48eeed'
const ON_INSTANCE = { volumeId: 'vol-97c02b3e', instanceId: 'i-05c30218156bcc246', device: '/dev/sdf' }

function asks(eventName: string, request: object = {}): object {
  return { ...EC2, eventName, requestParameters: { instanceId: 'i-05c30218156bcc246', ...request } }
}

const DISKS: readonly ServiceExample[] = [
  {
    name: 'a snapshot becomes a volume',
    record: {
      ...EC2,
      eventName: 'CreateVolume',
      requestParameters: { snapshotId: 'snap-37beda4c', zone: 'us-east-1b' },
      responseElements: { volumeId: 'vol-97c02b3e', snapshotId: 'snap-37beda4c', encrypted: true },
    },
    touches: [
      { store: SNAPSHOT, effect: 'copied-out', grantee: VOLUME },
      { store: VOLUME, effect: 'written' },
    ],
    changes: [
      { kind: 'configuration', subject: `volume ${VOLUME}`, does: 'open' },
      { kind: 'destruction', subject: `deleted ${VOLUME}`, does: 'close' },
    ],
  },
  {
    name: 'an empty volume is made',
    record: {
      ...EC2,
      eventName: 'CreateVolume',
      requestParameters: { size: '1', zone: 'us-east-1a' },
      responseElements: { volumeId: 'vol-97c02b3e', size: '1', encrypted: false },
    },
    touches: [{ store: VOLUME, effect: 'written' }],
  },
  {
    name: 'a volume is hung on an instance',
    record: { ...EC2, eventName: 'AttachVolume', requestParameters: ON_INSTANCE, responseElements: ON_INSTANCE },
    touches: [
      { store: VOLUME, effect: 'shared', grantee: INSTANCE, grant: 'open' },
      { store: INSTANCE, effect: 'named' },
    ],
    changes: [{ kind: 'configuration', subject: `volume ${VOLUME} / attachment i-05c30218156bcc246`, does: 'open' }],
  },
  {
    name: 'a volume is taken off; only the answer says of which instance',
    record: {
      ...EC2,
      eventName: 'DetachVolume',
      requestParameters: { volumeId: 'vol-97c02b3e' },
      responseElements: ON_INSTANCE,
    },
    touches: [
      { store: VOLUME, effect: 'named', grantee: INSTANCE, grant: 'close' },
      { store: INSTANCE, effect: 'named' },
    ],
    changes: [{ kind: 'configuration', subject: `volume ${VOLUME} / attachment i-05c30218156bcc246`, does: 'close' }],
  },
  {
    name: 'a volume is deleted',
    record: { ...EC2, eventName: 'DeleteVolume', requestParameters: { volumeId: 'vol-97c02b3e' } },
    touches: [{ store: VOLUME, effect: 'destroyed' }],
    changes: [
      { kind: 'destruction', subject: `deleted ${VOLUME}`, does: 'open' },
      { kind: 'configuration', subject: `volume ${VOLUME}`, does: 'close' },
    ],
  },
]

const READ: readonly ServiceExample[] = [
  {
    name: 'the user data of an instance is fetched',
    record: asks('DescribeInstanceAttribute', { attribute: 'userData' }),
    touches: [{ store: INSTANCE, effect: 'read', object: 'user data' }],
    changes: [],
  },
  {
    name: 'another attribute of an instance is configuration',
    record: {
      ...EC2,
      eventName: 'DescribeInstanceAttribute',
      requestParameters: { instanceId: 'i-0dbc91f429e48eeed', attribute: 'instanceInitiatedShutdownBehavior' },
    },
    touches: [{ store: OTHER, effect: 'named' }],
  },
  {
    name: 'the password of an instance is asked for, in vain',
    record: {
      ...EC2,
      eventName: 'GetPasswordData',
      errorCode: 'Client.UnauthorizedOperation',
      requestParameters: { instanceId: 'i-i0cpawn0os061eh9' },
    },
    touches: [
      {
        store: 'arn:aws:ec2:us-east-1:123837392027:instance/i-i0cpawn0os061eh9',
        effect: 'read',
        object: 'password',
      },
    ],
    changes: [],
  },
  {
    name: 'the screen of an instance is looked at',
    record: asks('GetConsoleScreenshot'),
    touches: [{ store: INSTANCE, effect: 'read', object: 'screen' }],
  },
  {
    name: 'the configuration of an instance is fetched as a template, with its user data',
    record: {
      ...EC2,
      eventName: 'GetLaunchTemplateData',
      requestParameters: { GetLaunchTemplateDataRequest: { InstanceId: 'i-05c30218156bcc246' } },
    },
    touches: [{ store: INSTANCE, effect: 'read', object: 'user data' }],
  },
  {
    name: 'an instance is exported to a bucket',
    record: {
      ...asks('CreateInstanceExportTask', {
        targetEnvironment: 'vmware',
        exportToS3: { diskImageFormat: 'vmdk', containerFormat: 'ova', s3Bucket: 'outside', s3Prefix: 'vms/' },
      }),
      responseElements: { exportTask: { exportTaskId: 'export-i-1234567890abcdef0' } },
    },
    touches: [
      { store: INSTANCE, effect: 'copied-out', grantee: 'arn:aws:s3:::outside' },
      { store: 'arn:aws:s3:::outside', effect: 'written' },
    ],
    changes: [{ kind: 'configuration', subject: 'export task export-i-1234567890abcdef0', does: 'open' }],
  },
]

const CHANGED: readonly ServiceExample[] = [
  {
    name: 'the user data of an instance is replaced; the record hides what it is',
    record: asks('ModifyInstanceAttribute', { userData: '<sensitiveDataRemoved>' }),
    touches: [{ store: INSTANCE, effect: 'written', object: 'user data' }],
    changes: [
      { kind: 'persistence', subject: `user data ${INSTANCE}`, does: 'close' },
      { kind: 'persistence', subject: `user data ${INSTANCE}`, does: 'open' },
    ],
  },
  {
    name: 'the protection against termination is switched off, which is none of its content',
    record: asks('ModifyInstanceAttribute', { disableApiTermination: { value: false } }),
    touches: [{ store: INSTANCE, effect: 'named' }],
    changes: [{ kind: 'destruction', subject: `protection against termination ${INSTANCE}`, does: 'open' }],
  },
  {
    name: 'the protection against termination is switched on',
    record: asks('ModifyInstanceAttribute', { attribute: 'disableApiTermination', value: 'true' }),
    changes: [{ kind: 'destruction', subject: `protection against termination ${INSTANCE}`, does: 'close' }],
  },
  {
    name: 'an instance is put into other security groups',
    record: asks('ModifyInstanceAttribute', { groupSet: { items: [{ groupId: 'sg-0a1ae80d31d1e9c86' }] } }),
    changes: [
      { kind: 'configuration', subject: `security groups ${INSTANCE}`, does: 'close' },
      { kind: 'configuration', subject: `security groups ${INSTANCE}`, does: 'open' },
    ],
  },
  {
    name: 'the metadata of an instance gives credentials without a token',
    record: {
      ...EC2,
      eventName: 'ModifyInstanceMetadataOptions',
      requestParameters: {
        ModifyInstanceMetadataOptionsRequest: { HttpTokens: 'optional', InstanceId: 'i-05c30218156bcc246' },
      },
    },
    changes: [{ kind: 'exposure', subject: `metadata ${INSTANCE}`, does: 'open' }],
  },
  {
    name: 'the root disk of an instance is replaced by a snapshot',
    record: {
      ...EC2,
      eventName: 'CreateReplaceRootVolumeTask',
      requestParameters: {
        CreateReplaceRootVolumeTaskRequest: { InstanceId: 'i-05c30218156bcc246', SnapshotId: 'snap-37beda4c' },
      },
    },
    touches: [
      { store: SNAPSHOT, effect: 'copied-out', grantee: INSTANCE },
      { store: INSTANCE, effect: 'written' },
    ],
    changes: [{ kind: 'persistence', subject: `root disk ${INSTANCE}`, does: 'open' }],
  },
]

/** Disks, and what instances hold besides them. */
export const INSTANCE_EXAMPLES: readonly ServiceExample[] = [...DISKS, ...READ, ...CHANGED]
