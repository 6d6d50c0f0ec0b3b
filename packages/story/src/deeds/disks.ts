import type { Chance } from '../chance/chance.ts'
import { letters } from '../chance/ids.ts'
import type { Deed } from '../emit/deed.ts'
import type { Account, Store } from '../world/model.ts'
import { reading, type Service, serviceAt } from './management.ts'

// Disks: how they are looked for, and how a copy is read block by block without any host.

const ec2 = (account: Account, region: string): Service => serviceAt('ec2', account, region, '1.09')

export const describeVolumes = (account: Account, region: string): Deed =>
  reading(ec2(account, region), 'DescribeVolumes', { request: { maxResults: 1000, volumeSet: {}, filterSet: {} } })

export const describeSnapshots = (account: Account, region: string): Deed =>
  reading(ec2(account, region), 'DescribeSnapshots', {
    request: {
      maxResults: 1000,
      snapshotSet: {},
      ownersSet: { items: [{ owner: account.id }] },
      sharedUsersSet: {},
      filterSet: {},
    },
  })

/** Bytes of one block. */
const BLOCK: number = 512 * 1024

/** Snapshots are named without an account here. */
function direct(snapshot: Store, name: string, request: Deed['request']): Deed {
  const arn = `arn:aws:ec2:${snapshot.region}::snapshot/${snapshot.name}`
  return {
    ...reading(serviceAt('ebs', snapshot.account, snapshot.region, '1.08'), name, { request }),
    category: 'Data',
    resources: [{ accountId: snapshot.account.id, type: 'AWS::EC2::Snapshot', ARN: arn }],
    selectable: { type: 'AWS::EC2::Snapshot', arn },
  }
}

export const listSnapshotBlocks = (snapshot: Store): Deed => ({
  ...direct(snapshot, 'ListSnapshotBlocks', { snapshotId: snapshot.name, maxResults: 100, startingBlockIndex: 0 }),
  touches: [{ store: snapshot, effect: 'listed', bytes: 0, objects: [] }],
})

/** Reads one block; its record names the block and no number of bytes. */
export const getSnapshotBlock = (chance: Chance, snapshot: Store, index: number): Deed => ({
  ...direct(snapshot, 'GetSnapshotBlock', {
    snapshotId: snapshot.name,
    blockIndex: index,
    blockToken: letters(chance, 68),
  }),
  touches: [{ store: snapshot, effect: 'read', bytes: BLOCK, objects: [`block ${index}`] }],
})
