import { defineEvidence, type EvidenceRow } from '../../domain/evidence-row.ts'
import { byArn, inventory } from '../../domain/inventory.ts'

const ID = 'arn:aws:rds:eu-west-1:111122223333:cluster:shop'

const row: EvidenceRow = defineEvidence({
  kind: 'rds-clusters',
  title: 'Database clusters of an account and region',
  recordArrays: [],
  ...inventory({
    list: 'DBClusters',
    beside: ['Marker'],
    kind: 'rds-cluster',
    ...byArn('DBClusterArn', { service: 'rds', head: 'cluster:', own: (rest) => rest.toLowerCase() }),
  }),
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses: 'which stores of this kind there were when it was asked, also those that no call names',
  requests: [],
  cite: 'Amazon RDS API reference: DescribeDBClusters',
  examples: [
    {
      name: 'a cluster',
      record: {
        DBClusters: [{ DBClusterIdentifier: 'shop', DBClusterArn: 'arn:aws:rds:eu-west-1:111122223333:cluster:shop' }],
      },
      states: [
        {
          topic: 'store-listed',
          says: { id: ID, kind: 'rds-cluster', account: '111122223333', region: 'eu-west-1', name: 'shop' },
        },
      ],
    },
  ],
})

export default row
