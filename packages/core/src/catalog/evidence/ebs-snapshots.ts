import { formatArn, partitionOf } from '../../domain/arn.ts'
import { regionAsked } from '../../domain/asked-subject.ts'
import { defineEvidence, type EvidenceRow } from '../../domain/evidence-row.ts'
import { inventory, othersBy } from '../../domain/inventory.ts'
import { pickText } from '../../domain/json.ts'

const ASKED = { command: '', at: null, account: '111122223333', region: 'eu-west-1' }

const row: EvidenceRow = defineEvidence({
  kind: 'ebs-snapshots',
  title: 'Snapshots of disks of an account and region',
  recordArrays: [],
  ...inventory({
    list: 'Snapshots',
    isEntry: (entry) => pickText(entry, 'SnapshotId') !== null && pickText(entry, 'OwnerId') !== null,
    kind: 'ebs-snapshot',
    // The ARN of a snapshot holds no account: several may use it.
    name: (entry, asked) => {
      const [name, account, region] = [
        pickText(entry, 'SnapshotId') ?? '',
        pickText(entry, 'OwnerId'),
        regionAsked(asked),
      ]
      if (!/^snap-[0-9A-Za-z]{4,40}$/.test(name) || region === null) return null
      const id = formatArn({
        ...{ partition: partitionOf(region), service: 'ec2', region, account: '', resource: `snapshot/${name}` },
      })
      return { id, account, region, name }
    },
    // Without an owner in its question the list holds every public snapshot of the region.
    isOthers: othersBy((entry) => pickText(entry, 'OwnerId')),
    isByPlace: true,
  }),
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses: 'which stores of this kind there were when it was asked, also those that no call names',
  requests: [],
  cite: 'Amazon EC2 API reference: DescribeSnapshots',
  examples: [
    {
      name: 'its own and a public one, which is nothing of its',
      record: {
        Snapshots: [
          { SnapshotId: 'snap-0a1b2c3d4e5f60718', VolumeId: 'vol-1', OwnerId: '111122223333' },
          { SnapshotId: 'snap-0ffffffffffffffff', VolumeId: 'vol-2', OwnerId: '999999999999' },
        ],
      },
      beside: { asked: ASKED },
      states: [
        {
          topic: 'store-listed',
          says: {
            ...{ id: 'arn:aws:ec2:eu-west-1::snapshot/snap-0a1b2c3d4e5f60718', kind: 'ebs-snapshot' },
            ...{ account: '111122223333', region: 'eu-west-1', name: 'snap-0a1b2c3d4e5f60718' },
          },
        },
      ],
    },
    {
      name: 'public ones alone',
      record: { Snapshots: [{ SnapshotId: 'snap-0ffffffffffffffff', OwnerId: '999999999999' }] },
      beside: { asked: ASKED },
      event: {
        rejected:
          'it lists stores of other accounts only: ask for what the account itself owns, or correct the account',
      },
    },
  ],
})

export default row
