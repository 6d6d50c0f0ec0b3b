import type { ServiceExample } from '../../../domain/service-row.ts'

const EC2 = { eventSource: 'ec2.amazonaws.com', managementEvent: true }
const BIN = { eventSource: 'rbin.amazonaws.com', managementEvent: true }
const HERE = '123837392027 us-east-1'
const SNAPSHOT = 'arn:aws:ec2:us-east-1::snapshot/snap-083d3b857c13988bc'
const RULE = 'arn:aws:rbin:us-east-1:123837392027:rule/jkrnexample'

/** Settings of an account, locks, and rules of the recycle bin. */
export const SETTING_EXAMPLES: readonly ServiceExample[] = [
  {
    name: 'the block of public snapshots is taken away',
    record: { ...EC2, eventName: 'DisableSnapshotBlockPublicAccess', requestParameters: {} },
    touches: [],
    changes: [{ kind: 'exposure', subject: `block of public snapshots ${HERE}`, does: 'open' }],
  },
  {
    name: 'public snapshots are blocked',
    record: {
      ...EC2,
      eventName: 'EnableSnapshotBlockPublicAccess',
      requestParameters: { EnableSnapshotBlockPublicAccessRequest: { State: 'block-all-sharing' } },
    },
    changes: [{ kind: 'exposure', subject: `block of public snapshots ${HERE}`, does: 'close' }],
  },
  {
    name: 'only new public snapshots are blocked',
    record: {
      ...EC2,
      eventName: 'EnableSnapshotBlockPublicAccess',
      requestParameters: { EnableSnapshotBlockPublicAccessRequest: { State: 'block-new-sharing' } },
    },
    changes: [{ kind: 'exposure', subject: `block of public snapshots ${HERE}`, does: 'open' }],
  },
  {
    name: 'the block of public images is taken away',
    record: { ...EC2, eventName: 'DisableImageBlockPublicAccess', requestParameters: {} },
    changes: [{ kind: 'exposure', subject: `block of public images ${HERE}`, does: 'open' }],
  },
  {
    name: 'new volumes are not encrypted any more',
    record: { ...EC2, eventName: 'DisableEbsEncryptionByDefault', requestParameters: {} },
    changes: [{ kind: 'configuration', subject: `default encryption of volumes ${HERE}`, does: 'open' }],
  },
  {
    name: 'another key encrypts new volumes',
    record: {
      ...EC2,
      eventName: 'ModifyEbsDefaultKmsKeyId',
      requestParameters: {
        ModifyEbsDefaultKmsKeyIdRequest: { KmsKeyId: 'arn:aws:kms:us-east-1:999999999999:key/1234abcd' },
      },
    },
    changes: [
      { kind: 'configuration', subject: `default key of volumes ${HERE}`, does: 'close' },
      { kind: 'configuration', subject: `default key of volumes ${HERE}`, does: 'open' },
    ],
  },
  {
    name: 'a snapshot is unlocked',
    record: {
      ...EC2,
      eventName: 'UnlockSnapshot',
      requestParameters: { UnlockSnapshotRequest: { SnapshotId: 'snap-083d3b857c13988bc' } },
    },
    touches: [{ store: SNAPSHOT, effect: 'named' }],
    changes: [
      { kind: 'configuration', subject: `snapshot ${SNAPSHOT} / lock`, does: 'close' },
      { kind: 'destruction', subject: `snapshot ${SNAPSHOT} / missing lock`, does: 'open' },
    ],
  },
  {
    name: 'fast restores of a snapshot are switched on',
    record: {
      ...EC2,
      eventName: 'EnableFastSnapshotRestores',
      requestParameters: {
        EnableFastSnapshotRestoresRequest: {
          AvailabilityZone: { tag: 1, content: 'us-east-1a' },
          SourceSnapshotId: { tag: 1, content: 'snap-083d3b857c13988bc' },
        },
      },
    },
    changes: [{ kind: 'configuration', subject: `snapshot ${SNAPSHOT} / fast restore`, does: 'open' }],
  },
  {
    name: 'a rule of the recycle bin is made',
    record: {
      ...BIN,
      eventName: 'CreateRule',
      requestParameters: {
        retentionPeriod: { retentionPeriodValue: 8, retentionPeriodUnit: 'DAYS' },
        description: 'Match all snapshots',
        resourceType: 'EBS_SNAPSHOT',
      },
      responseElements: { identifier: 'jkrnexample' },
    },
    touches: [],
    changes: [
      { kind: 'configuration', subject: `recycle bin rule ${RULE}`, does: 'open' },
      { kind: 'destruction', subject: `deleted ${RULE}`, does: 'close' },
    ],
  },
  {
    name: 'a rule of the recycle bin is deleted: what is deleted from now on is gone',
    record: { ...BIN, eventName: 'DeleteRule', requestParameters: { identifier: 'jkrnexample' } },
    changes: [
      { kind: 'destruction', subject: `deleted ${RULE}`, does: 'open' },
      { kind: 'configuration', subject: `recycle bin rule ${RULE}`, does: 'close' },
    ],
  },
]
