import { defineEvidence, type EvidenceRow } from '../../domain/evidence-row.ts'
import { byArn, inventory } from '../../domain/inventory.ts'
import { pickText } from '../../domain/json.ts'

const row: EvidenceRow = defineEvidence({
  kind: 'rds-instances',
  title: 'Database instances of an account and region',
  recordArrays: [],
  ...inventory({
    list: 'DBInstances',
    isEntry: (entry) => pickText(entry, 'DBInstanceArn') !== null,
    beside: ['Marker'],
    kind: 'rds-instance',
    name: (entry) => byArn(entry, 'DBInstanceArn', (resource) => resource.replace(/^db:/, '')),
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
          says: {
            id: 'arn:aws:rds:eu-west-1:111122223333:db:erp',
            kind: 'rds-instance',
            name: 'erp',
            region: 'eu-west-1',
          },
        },
      ],
    },
  ],
})

export default row
