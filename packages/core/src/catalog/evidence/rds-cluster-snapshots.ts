import { accountOf } from '../../domain/arn.ts'
import { defineEvidence, type EvidenceRow } from '../../domain/evidence-row.ts'
import { byArn, inventory, othersBy } from '../../domain/inventory.ts'
import { pickText } from '../../domain/json.ts'

const ID = 'arn:aws:rds:eu-west-1:111122223333:cluster-snapshot:before-move'

const row: EvidenceRow = defineEvidence({
  kind: 'rds-cluster-snapshots',
  title: 'Cluster snapshots of an account and region',
  recordArrays: [],
  ...inventory({
    list: 'DBClusterSnapshots',
    beside: ['Marker'],
    kind: 'rds-cluster-snapshot',
    ...byArn('DBClusterSnapshotArn', { service: 'rds', head: 'cluster-snapshot:', own: (rest) => rest.toLowerCase() }),
    isOthers: othersBy((entry) => accountOf(pickText(entry, 'DBClusterSnapshotArn') ?? '')),
  }),
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses: 'which stores of this kind there were when it was asked, also those that no call names',
  requests: [],
  cite: 'Amazon RDS API reference: DescribeDBClusterSnapshots',
  examples: [
    {
      name: 'a snapshot of a cluster',
      record: {
        DBClusterSnapshots: [
          {
            DBClusterSnapshotIdentifier: 'before-move',
            DBClusterSnapshotArn: 'arn:aws:rds:eu-west-1:111122223333:cluster-snapshot:before-move',
          },
        ],
      },
      states: [
        {
          topic: 'store-listed',
          says: {
            id: ID,
            kind: 'rds-cluster-snapshot',
            account: '111122223333',
            region: 'eu-west-1',
            name: 'before-move',
          },
        },
      ],
    },
  ],
})

export default row
