import { SAVE_THE_COMMAND } from '../../domain/asked-subject.ts'
import { defineEvidence, type EvidenceRow } from '../../domain/evidence-row.ts'
import { byPlace, inventory } from '../../domain/inventory.ts'

const ASKED = { command: '', at: null, account: '111122223333', region: 'eu-west-1' }

const row: EvidenceRow = defineEvidence({
  kind: 'dynamodb-tables',
  title: 'Tables of an account and region',
  recordArrays: [],
  ...inventory({
    list: 'TableNames',
    isEntry: (entry) => typeof entry === 'string',
    beside: ['LastEvaluatedTableName'],
    kind: 'dynamodb-table',
    name: (entry, asked) =>
      byPlace(typeof entry === 'string' ? entry : null, asked, (name) => ['dynamodb', `table/${name}`]),
  }),
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses: 'which stores of this kind there were when it was asked, also those that no call names',
  requests: [],
  cite: 'Amazon DynamoDB API reference: ListTables',
  examples: [
    {
      name: 'a table, in the place that was asked',
      record: { TableNames: ['orders'] },
      beside: { asked: ASKED },
      states: [
        {
          topic: 'store-listed',
          says: { id: 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders', kind: 'dynamodb-table', name: 'orders' },
        },
      ],
    },
    {
      name: 'of nobody knows which account',
      record: { TableNames: ['orders'] },
      event: {
        rejected: `it lists stores and does not say of which account and region: ${SAVE_THE_COMMAND}`,
      },
    },
  ],
})

export default row
