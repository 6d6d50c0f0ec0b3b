import { defineEvidence, type EvidenceRow } from '../../domain/evidence-row.ts'
import { byArn, inventory } from '../../domain/inventory.ts'

const ID = 'arn:aws:rds:eu-west-1:111122223333:db:erp'

const row: EvidenceRow = defineEvidence({
  kind: 'rds-instances',
  title: 'Database instances of an account and region',
  recordArrays: [],
  ...inventory({
    list: 'DBInstances',
    beside: ['Marker'],
    kind: 'rds-instance',
    ...byArn('DBInstanceArn', { service: 'rds', head: 'db:', own: (rest) => rest.toLowerCase() }),
  }),
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses: 'which stores of this kind there were when it was asked, also those that no call names',
  requests: [],
  cite: 'Amazon RDS API reference: DescribeDBInstances',
  examples: [
    {
      name: 'an instance',
      record: {
        DBInstances: [{ DBInstanceIdentifier: 'erp', DBInstanceArn: 'arn:aws:rds:eu-west-1:111122223333:db:erp' }],
      },
      states: [
        {
          topic: 'store-listed',
          says: { id: ID, kind: 'rds-instance', account: '111122223333', region: 'eu-west-1', name: 'erp' },
        },
      ],
    },
  ],
})

export default row
