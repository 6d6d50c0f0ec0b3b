import type { ServiceExample } from '../../../domain/service-row.ts'

const EC2 = { eventSource: 'ec2.amazonaws.com', managementEvent: true }
const DIRECT = { eventSource: 'ebs.amazonaws.com', managementEvent: false }
const SNAPSHOT = 'arn:aws:ec2:us-east-1::snapshot/snap-083d3b857c13988bc'
const VOLUME = 'arn:aws:ec2:us-east-1:123837392027:volume/vol-0fc2e34e74650e145'
const INSTANCE = 'arn:aws:ec2:us-east-1:123837392027:instance/i-05c30218156bcc246'
const FIRST = 'arn:aws:ec2:us-west-2::snapshot/snap-abcdef01234567890'
const SECOND = 'arn:aws:ec2:us-west-2::snapshot/snap-9876543210abcdef0'
const NEW = 'arn:aws:ec2:us-east-1::snapshot/snap-0123456789abcdef0'

function listed(...arns: readonly string[]): object {
  return { resources: arns.map((ARN) => ({ accountId: '123456789012', type: 'AWS::EC2::Snapshot', ARN })) }
}

const MADE: readonly ServiceExample[] = [
  {
    name: 'a snapshot is taken of a volume',
    record: {
      ...EC2,
      eventName: 'CreateSnapshot',
      requestParameters: { volumeId: 'vol-0fc2e34e74650e145' },
      responseElements: {
        snapshotId: 'snap-083d3b857c13988bc',
        volumeId: 'vol-0fc2e34e74650e145',
        ownerId: '123837392027',
      },
    },
    touches: [
      { store: VOLUME, effect: 'copied-out', grantee: SNAPSHOT },
      { store: SNAPSHOT, effect: 'written' },
    ],
    changes: [
      { kind: 'configuration', subject: `snapshot ${SNAPSHOT}`, does: 'open' },
      { kind: 'destruction', subject: `deleted ${SNAPSHOT}`, does: 'close' },
    ],
  },
  {
    name: 'all disks of an instance are taken at once; newer calls are recorded inside their own name',
    record: {
      ...EC2,
      eventName: 'CreateSnapshots',
      requestParameters: { CreateSnapshotsRequest: { InstanceSpecification: { InstanceId: 'i-05c30218156bcc246' } } },
      responseElements: {
        CreateSnapshotsResponse: {
          snapshotSet: {
            item: [
              { snapshotId: 'snap-083d3b857c13988bc', volumeId: 'vol-0fc2e34e74650e145', ownerId: 123837392027 },
              { snapshotId: 'snap-0123456789abcdef0', volumeId: 'vol-0a2e548958718390d', ownerId: 123837392027 },
            ],
          },
        },
      },
    },
    touches: [
      { store: INSTANCE, effect: 'copied-out', grantee: `${SNAPSHOT}, ${NEW}` },
      { store: VOLUME, effect: 'copied-out' },
      { store: 'arn:aws:ec2:us-east-1:123837392027:volume/vol-0a2e548958718390d', effect: 'copied-out' },
      { store: SNAPSHOT, effect: 'written' },
      { store: NEW, effect: 'written' },
    ],
    changes: [
      { kind: 'configuration', subject: `snapshot ${SNAPSHOT}`, does: 'open' },
      { kind: 'destruction', subject: `deleted ${SNAPSHOT}`, does: 'close' },
      { kind: 'configuration', subject: `snapshot ${NEW}`, does: 'open' },
      { kind: 'destruction', subject: `deleted ${NEW}`, does: 'close' },
    ],
  },
  {
    name: 'a snapshot of another region is copied; whose the source is the record does not say',
    record: {
      ...EC2,
      eventName: 'CopySnapshot',
      requestParameters: { sourceRegion: 'us-west-2', sourceSnapshotId: 'snap-abcdef01234567890', encrypted: false },
      responseElements: { snapshotId: 'snap-0123456789abcdef0' },
    },
    touches: [
      { store: FIRST, effect: 'copied-out', grantee: NEW },
      { store: NEW, effect: 'written' },
    ],
    changes: [
      { kind: 'configuration', subject: `snapshot ${NEW}`, does: 'open' },
      { kind: 'destruction', subject: `deleted ${NEW}`, does: 'close' },
    ],
  },
  {
    name: 'a snapshot is begun on top of another one',
    record: {
      ...DIRECT,
      managementEvent: true,
      eventName: 'StartSnapshot',
      requestParameters: { volumeSize: 8, parentSnapshotId: 'snap-083d3b857c13988bc' },
      responseElements: { snapshotId: 'snap-0123456789abcdef0', ownerId: '123456789012', blockSize: 524288 },
    },
    touches: [
      { store: SNAPSHOT, effect: 'copied-out', grantee: NEW },
      { store: NEW, effect: 'written' },
    ],
  },
]

const READ: readonly ServiceExample[] = [
  {
    name: 'a block is read without any disk; how much was sent is not recorded',
    record: {
      ...DIRECT,
      eventName: 'GetSnapshotBlock',
      requestParameters: { snapshotId: 'snap-abcdef01234567890', blockIndex: 1 },
      ...listed(FIRST),
    },
    touches: [{ store: FIRST, effect: 'read', object: 'block 1', bytes: null }],
    changes: [],
  },
  {
    name: 'the blocks of a snapshot are listed',
    record: {
      ...DIRECT,
      eventName: 'ListSnapshotBlocks',
      requestParameters: { snapshotId: 'snap-abcdef01234567890', maxResults: 100 },
      ...listed(FIRST),
    },
    touches: [{ store: FIRST, effect: 'listed' }],
  },
  {
    name: 'two snapshots are compared',
    record: {
      ...DIRECT,
      awsRegion: 'us-west-2',
      eventName: 'ListChangedBlocks',
      requestParameters: { firstSnapshotId: 'snap-abcdef01234567890', secondSnapshotId: 'snap-9876543210abcdef0' },
    },
    touches: [
      { store: FIRST, effect: 'listed' },
      { store: SECOND, effect: 'listed' },
    ],
  },
  {
    name: 'a block is written',
    record: {
      ...DIRECT,
      eventName: 'PutSnapshotBlock',
      requestParameters: { snapshotId: 'snap-abcdef01234567890', blockIndex: 1, dataLength: 524288 },
      ...listed(FIRST),
    },
    touches: [{ store: FIRST, effect: 'written', object: 'block 1' }],
  },
  {
    name: 'a snapshot is asked for by its id',
    record: {
      ...EC2,
      eventName: 'DescribeSnapshots',
      requestParameters: { snapshotSet: { items: [{ snapshotId: 'snap-083d3b857c13988bc' }] }, ownersSet: {} },
    },
    touches: [{ store: SNAPSHOT, effect: 'named' }],
  },
]

const ENDED: readonly ServiceExample[] = [
  {
    name: 'a snapshot is deleted, and with it what it was shared with',
    record: {
      ...EC2,
      eventName: 'DeleteSnapshot',
      requestParameters: { snapshotId: 'snap-083d3b857c13988bc', force: false },
    },
    touches: [
      { store: SNAPSHOT, effect: 'destroyed', grant: null },
      { store: SNAPSHOT, effect: 'named', grantee: '*all*', grant: 'close' },
    ],
    changes: [
      { kind: 'destruction', subject: `deleted ${SNAPSHOT}`, does: 'open' },
      { kind: 'configuration', subject: `snapshot ${SNAPSHOT}`, does: 'close' },
      { kind: 'configuration', subject: `snapshot ${SNAPSHOT} / permission`, does: 'close' },
      { kind: 'configuration', subject: `snapshot ${SNAPSHOT} / lock`, does: 'close' },
      { kind: 'configuration', subject: `snapshot ${SNAPSHOT} / missing lock`, does: 'close' },
      { kind: 'configuration', subject: `snapshot ${SNAPSHOT} / fast restore`, does: 'close' },
    ],
  },
  {
    name: 'a deleted snapshot is brought back',
    record: {
      ...EC2,
      eventName: 'RestoreSnapshotFromRecycleBin',
      requestParameters: { RestoreSnapshotFromRecycleBinRequest: { SnapshotId: 'snap-083d3b857c13988bc' } },
    },
    touches: [{ store: SNAPSHOT, effect: 'named' }],
    changes: [{ kind: 'destruction', subject: `deleted ${SNAPSHOT}`, does: 'close' }],
  },
]

/** Taking, reading and deleting snapshots. */
export const SNAPSHOT_EXAMPLES: readonly ServiceExample[] = [...MADE, ...READ, ...ENDED]
