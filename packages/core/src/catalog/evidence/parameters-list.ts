import { defineEvidence, type EvidenceRow } from '../../domain/evidence-row.ts'
import { inventory, namedByArn, namedInPlace } from '../../domain/inventory.ts'
import { pickText } from '../../domain/json.ts'

/** A parameter with levels begins with a slash, which its ARN holds once. */
const PARAMETER = {
  ...{ service: 'ssm', head: 'parameter/' },
  known: (own: string) => (own.includes('/') ? `/${own}` : own),
} as const

const ASKED = { command: '', at: null, account: '111122223333', region: 'eu-west-1' }

const row: EvidenceRow = defineEvidence({
  kind: 'parameters-list',
  title: 'Parameters of an account and region',
  recordArrays: [],
  ...inventory({
    list: 'Parameters',
    // An answer that holds values shows parameters that were read, and not all that there are.
    isEntry: (entry) =>
      pickText(entry, 'Name') !== null && pickText(entry, 'Type') !== null && pickText(entry, 'Value') === null,
    kind: 'parameter',
    name: (entry, asked) => {
      const [name, arn] = [pickText(entry, 'Name') ?? '', pickText(entry, 'ARN')]
      const full = arn ?? (name.startsWith('arn:') ? name : null)
      return full === null ? namedInPlace(name.replace(/^\//, ''), asked, PARAMETER) : namedByArn(full, PARAMETER)
    },
    isByPlace: true,
  }),
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses: 'which stores of this kind there were when it was asked, also those that no call names',
  requests: [],
  cite: 'AWS Systems Manager API reference: DescribeParameters',
  examples: [
    {
      name: 'parameters by name, in the place that was asked',
      record: {
        Parameters: [
          { Name: '/app/key', Type: 'SecureString' },
          { Name: 'flag', Type: 'String' },
        ],
      },
      beside: { asked: ASKED },
      states: [
        {
          topic: 'store-listed',
          says: { id: 'arn:aws:ssm:eu-west-1:111122223333:parameter/app/key', kind: 'parameter', name: '/app/key' },
        },
        {
          topic: 'store-listed',
          says: { id: 'arn:aws:ssm:eu-west-1:111122223333:parameter/flag', kind: 'parameter', name: 'flag' },
        },
      ],
    },
    {
      name: 'one that another account shares, by its ARN',
      record: {
        Parameters: [
          { Name: '/app/key', ARN: 'arn:aws:ssm:us-east-1:444455556666:parameter/app/key', Type: 'SecureString' },
        ],
      },
      beside: { asked: ASKED },
      states: [
        {
          topic: 'store-listed',
          says: {
            ...{ id: 'arn:aws:ssm:us-east-1:444455556666:parameter/app/key', kind: 'parameter', name: '/app/key' },
            ...{ account: '444455556666', region: 'us-east-1' },
          },
        },
      ],
    },
  ],
})

export default row
