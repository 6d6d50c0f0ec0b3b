import { defineService, type ServiceRow } from '../../../domain/service-row.ts'
import { ACTIONS } from './actions.ts'
import { CHANGES } from './changes.ts'
import { EXAMPLES } from './examples.ts'
import { STORES } from './kinds.ts'
import { clustersOf, resourcesOf, sharesOf, snapshotsOf } from './names.ts'

const row: ServiceRow = defineService({
  service: 'redshift',
  sources: ['redshift.amazonaws.com'],
  stores: STORES,
  mentions: [
    { kind: 'redshift-cluster', at: clustersOf },
    { kind: 'redshift-cluster', at: ['request.newClusterIdentifier'] },
    // What is restored is named by an action; here it would be called after the cluster that is made of it.
    { kind: 'redshift-snapshot', at: (call) => (call.name.startsWith('Restore') ? [] : snapshotsOf(call)) },
    { kind: 'redshift-datashare', at: sharesOf },
    { kind: 'redshift-cluster', at: (call) => resourcesOf(call).filter((arn) => arn.includes(':cluster:')) },
    { kind: 'redshift-snapshot', at: (call) => resourcesOf(call).filter((arn) => arn.includes(':snapshot:')) },
    // The service keeps the passwords that it manages as secrets.
    { kind: 'secret', at: ['response.masterPasswordSecretArn'] },
  ],
  actions: ACTIONS,
  changes: CHANGES,
  cite: 'Amazon Redshift API reference; Amazon Redshift management guide: logging with CloudTrail, database audit logging, datashares, sharing snapshots, generating database credentials; service authorization reference: resource types of Amazon Redshift',
  examples: EXAMPLES,
})

export default row
