import { defineEvidence, type EvidenceRow } from '../../domain/evidence-row.ts'
import { byArn, byPlace, inventory } from '../../domain/inventory.ts'
import { pickText } from '../../domain/json.ts'

const ASKED = { command: '', at: null, account: '111122223333', region: 'eu-west-1' }

const row: EvidenceRow = defineEvidence({
  kind: 'parameters-list',
  title: 'Parameters of an account and region',
  recordArrays: [],
  ...inventory({
    list: 'Parameters',
    isEntry: (entry) =>
      pickText(entry, 'Name') !== null && pickText(entry, 'Type') !== null && pickText(entry, 'Value') === null,
    kind: 'parameter',
    name: (entry, asked) =>
      pickText(entry, 'ARN') === null
        ? byPlace(pickText(entry, 'Name'), asked, (name) => ['ssm', `parameter/${name.replace(/^[/]/, '')}`])
        : byArn(entry, 'ARN', () => pickText(entry, 'Name') ?? ''),
  }),
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses: 'which stores of this kind there were when it was asked, also those that no call names',
  requests: [],
  cite: 'AWS Systems Manager API reference: DescribeParameters',
  examples: [
    {
      name: 'a parameter by its name, in the place that was asked',
      record: { Parameters: [{ Name: '/app/key', Type: 'SecureString' }] },
      beside: { asked: ASKED },
      states: [
        {
          topic: 'store-listed',
          says: { id: 'arn:aws:ssm:eu-west-1:111122223333:parameter/app/key', kind: 'parameter', name: '/app/key' },
        },
      ],
    },
  ],
})

export default row
