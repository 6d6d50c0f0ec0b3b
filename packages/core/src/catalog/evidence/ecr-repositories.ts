import { defineEvidence, type EvidenceRow } from '../../domain/evidence-row.ts'
import { byArn, inventory } from '../../domain/inventory.ts'

const ID = 'arn:aws:ecr:eu-west-1:111122223333:repository/shop/api'

const row: EvidenceRow = defineEvidence({
  kind: 'ecr-repositories',
  title: 'Image repositories of an account and region',
  recordArrays: [],
  ...inventory({
    list: 'repositories',
    beside: ['nextToken'],
    kind: 'ecr-repository',
    ...byArn('repositoryArn', { service: 'ecr', head: 'repository/' }),
  }),
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses: 'which stores of this kind there were when it was asked, also those that no call names',
  requests: [],
  cite: 'Amazon ECR API reference: DescribeRepositories',
  examples: [
    {
      name: 'a repository',
      record: {
        repositories: [
          { repositoryName: 'shop/api', repositoryArn: 'arn:aws:ecr:eu-west-1:111122223333:repository/shop/api' },
        ],
      },
      states: [
        {
          topic: 'store-listed',
          says: { id: ID, kind: 'ecr-repository', account: '111122223333', region: 'eu-west-1', name: 'shop/api' },
        },
      ],
    },
  ],
})

export default row
