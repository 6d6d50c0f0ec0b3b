import { accountOf } from '../../domain/arn.ts'
import { defineEvidence, type EvidenceRow } from '../../domain/evidence-row.ts'
import { byArn, inventory, othersBy } from '../../domain/inventory.ts'
import { pickText } from '../../domain/json.ts'

const ID = 'arn:aws:rds:eu-west-1:111122223333:snapshot:rds:erp-2026-03-09-02-10'

const row: EvidenceRow = defineEvidence({
  kind: 'rds-snapshots',
  title: 'Database snapshots of an account and region',
  recordArrays: [],
  ...inventory({
    list: 'DBSnapshots',
    beside: ['Marker'],
    kind: 'rds-snapshot',
    ...byArn('DBSnapshotArn', { service: 'rds', head: 'snapshot:', own: (rest) => rest.toLowerCase() }),
    isOthers: othersBy((entry) => accountOf(pickText(entry, 'DBSnapshotArn') ?? '')),
  }),
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses: 'which stores of this kind there were when it was asked, also those that no call names',
  requests: [],
  cite: 'Amazon RDS API reference: DescribeDBSnapshots',
  examples: [
    {
      name: 'one that the service took by itself',
      record: {
        DBSnapshots: [
          {
            DBSnapshotIdentifier: 'rds:erp-2026-03-09-02-10',
            DBSnapshotArn: 'arn:aws:rds:eu-west-1:111122223333:snapshot:rds:erp-2026-03-09-02-10',
          },
        ],
      },
      states: [
        {
          topic: 'store-listed',
          says: {
            id: ID,
            kind: 'rds-snapshot',
            account: '111122223333',
            region: 'eu-west-1',
            name: 'rds:erp-2026-03-09-02-10',
          },
        },
      ],
    },
  ],
})

export default row
