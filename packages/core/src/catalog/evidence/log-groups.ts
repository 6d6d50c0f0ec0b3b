import { defineEvidence, type EvidenceRow } from '../../domain/evidence-row.ts'
import { byArn, inventory } from '../../domain/inventory.ts'

const ID = 'arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/f'

const row: EvidenceRow = defineEvidence({
  kind: 'log-groups',
  title: 'Log groups of an account and region',
  recordArrays: [],
  ...inventory({
    list: 'logGroups',
    beside: ['nextToken'],
    kind: 'log-group',
    ...byArn('arn', { service: 'logs', head: 'log-group:', own: (rest) => rest.split(':')[0] ?? '' }),
  }),
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses: 'which stores of this kind there were when it was asked, also those that no call names',
  requests: [],
  cite: 'Amazon CloudWatch Logs API reference: DescribeLogGroups',
  examples: [
    {
      name: 'a group, whose ARN goes on to all its streams',
      record: {
        logGroups: [
          { logGroupName: '/aws/lambda/f', arn: 'arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/f:*' },
        ],
      },
      states: [
        {
          topic: 'store-listed',
          says: { id: ID, kind: 'log-group', account: '111122223333', region: 'eu-west-1', name: '/aws/lambda/f' },
        },
      ],
    },
  ],
})

export default row
