import { SAVE_THE_COMMAND } from '../../domain/asked-subject.ts'
import { defineEvidence, type EvidenceRow } from '../../domain/evidence-row.ts'
import { inventory, namedInPlace } from '../../domain/inventory.ts'

const ASKED = { command: '', at: null, account: '111122223333', region: 'eu-west-1' }

const row: EvidenceRow = defineEvidence({
  kind: 'dynamodb-tables',
  title: 'Tables of an account and region',
  recordArrays: [],
  ...inventory({
    list: 'TableNames',
    isEntry: (entry) => typeof entry === 'string' && entry !== '',
    beside: ['LastEvaluatedTableName'],
    kind: 'dynamodb-table',
    name: (entry, asked) =>
      namedInPlace(typeof entry === 'string' ? entry : null, asked, { service: 'dynamodb', head: 'table/' }),
    isByPlace: true,
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
          says: {
            ...{ id: 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders', kind: 'dynamodb-table', name: 'orders' },
            ...{ account: '111122223333', region: 'eu-west-1' },
          },
        },
      ],
    },
    {
      name: 'of nobody knows which account',
      record: { TableNames: ['orders'] },
      event: { rejected: `it lists stores and does not say of which account and region: ${SAVE_THE_COMMAND}` },
    },
    {
      name: 'of a region that its command and what stands beside it do not agree on',
      record: { TableNames: ['orders'] },
      beside: { asked: { ...ASKED, command: 'aws dynamodb list-tables --region us-east-1' } },
      event: { rejected: `it lists stores and does not say of which account and region: ${SAVE_THE_COMMAND}` },
    },
    { name: 'no table at all', record: { TableNames: [] }, states: [] },
  ],
})

export default row
