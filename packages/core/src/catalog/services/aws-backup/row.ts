import { defineService, type ServiceRow } from '../../../domain/service-row.ts'
import { ACTIONS } from './actions.ts'
import { CHANGES } from './changes.ts'
import { EXAMPLES } from './examples.ts'
import { STORES } from './kinds.ts'
import { destinationsOf, POINT_KINDS, pointsOf, RESOURCE_KINDS, resourcesOf, restoredOf, vaultsOf } from './names.ts'

const row: ServiceRow = defineService({
  service: 'aws-backup',
  sources: ['backup.amazonaws.com', 'backup-search.amazonaws.com'],
  stores: STORES,
  mentions: [
    { kind: 'backup-vault', at: vaultsOf },
    { kind: 'backup-vault', at: destinationsOf },
    ...POINT_KINDS.map((kind) => ({ kind, at: pointsOf })),
    ...RESOURCE_KINDS.map((kind) => ({ kind, at: resourcesOf })),
    ...RESOURCE_KINDS.map((kind) => ({ kind, at: restoredOf })),
  ],
  actions: ACTIONS,
  changes: CHANGES,
  cite: 'AWS Backup API reference and developer guide: logging with CloudTrail (events of jobs), access policies of vaults, vault lock, logically air-gapped vaults, copies across accounts, search; AWS Backup search API reference',
  examples: EXAMPLES,
})

export default row
