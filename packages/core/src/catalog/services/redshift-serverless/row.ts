import { defineService, type ServiceRow } from '../../../domain/service-row.ts'
import { ACTIONS } from './actions.ts'
import { CHANGES } from './changes.ts'
import { EXAMPLES } from './examples.ts'
import { STORES } from './kinds.ts'
import { namespacesOf, resourcesOf, snapshotsOf, workgroupsOf } from './names.ts'

const row: ServiceRow = defineService({
  service: 'redshift-serverless',
  sources: ['redshift-serverless.amazonaws.com'],
  stores: STORES,
  mentions: [
    { kind: 'redshift-namespace', at: namespacesOf },
    { kind: 'redshift-namespace', at: resourcesOf },
    { kind: 'redshift-workgroup', at: workgroupsOf },
    { kind: 'redshift-workgroup', at: resourcesOf },
    // What is restored is named by an action, with the account that owns it.
    {
      kind: 'redshift-serverless-snapshot',
      at: (call) => (call.name.startsWith('Restore') ? [] : snapshotsOf(call)),
    },
    { kind: 'redshift-serverless-snapshot', at: resourcesOf },
  ],
  actions: ACTIONS,
  changes: CHANGES,
  cite: 'Amazon Redshift Serverless API reference; Amazon Redshift management guide: logging with CloudTrail, Redshift Serverless; service authorization reference: resource types of Amazon Redshift Serverless',
  examples: EXAMPLES,
})

export default row
