import { defineService, type ServiceRow } from '../../../domain/service-row.ts'
import { ACTIONS } from './actions.ts'
import { CHANGES } from './changes.ts'
import { EXAMPLES } from './examples.ts'
import { STORES } from './kinds.ts'
import { imagesOf, instancesOf, snapshotsOf, volumesOf } from './names.ts'

const row: ServiceRow = defineService({
  service: 'ebs',
  sources: ['ec2.amazonaws.com', 'ebs.amazonaws.com', 'rbin.amazonaws.com'],
  stores: STORES,
  // A snapshot or an image that a call names may be a public one: it stays in the inventory, with its owner unknown, because it
  // may as well be the account's.
  mentions: [
    { kind: 'ebs-snapshot', at: snapshotsOf },
    { kind: 'ami', at: imagesOf },
    { kind: 'ebs-volume', at: volumesOf },
    { kind: 'ec2-instance', at: instancesOf },
  ],
  actions: ACTIONS,
  changes: CHANGES,
  cite: 'Amazon EC2 API reference and user guide: sharing AMIs, storing AMIs, exporting instances; Amazon EBS user guide: direct APIs and their CloudTrail events, sharing snapshots and their use, locks, block public access, recycle bin; service authorization reference: resource types of Amazon EC2',
  examples: EXAMPLES,
})

export default row
