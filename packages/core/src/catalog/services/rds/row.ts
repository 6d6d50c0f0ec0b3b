import { defineService, type ServiceRow } from '../../../domain/service-row.ts'
import { ACTIONS } from './actions.ts'
import { CHANGES } from './changes.ts'
import { EXAMPLES } from './examples.ts'
import { STORES } from './kinds.ts'
import { asked, clusterSnapshotsOf, clustersOf, instancesOf, snapshotsOf } from './names.ts'

const row: ServiceRow = defineService({
  service: 'rds',
  sources: ['rds.amazonaws.com', 'rdsdata.amazonaws.com', 'rdsdataapi.amazonaws.com'],
  stores: STORES,
  mentions: [
    { kind: 'rds-instance', at: instancesOf },
    { kind: 'rds-instance', at: asked('newDBInstanceIdentifier') },
    { kind: 'rds-cluster', at: clustersOf },
    { kind: 'rds-cluster', at: asked('newDBClusterIdentifier') },
    { kind: 'rds-snapshot', at: snapshotsOf },
    { kind: 'rds-cluster-snapshot', at: clusterSnapshotsOf },
    // The Data API logs in with a password that it takes from this secret, and RDS keeps the passwords that it manages there.
    { kind: 'secret', at: ['request.secretArn', 'response.masterUserSecret.secretArn'] },
  ],
  actions: ACTIONS,
  changes: CHANGES,
  cite: 'Amazon RDS API reference and user guide: sharing snapshots, exporting to S3, database activity streams, CloudTrail; Amazon Aurora user guide: logging of the Data API; service authorization reference: resource types of Amazon RDS',
  examples: EXAMPLES,
})

export default row
