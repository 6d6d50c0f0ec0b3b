import { defineEvidence, type EvidenceRow } from '../../domain/evidence-row.ts'
import { byArn, inventory } from '../../domain/inventory.ts'

const ID = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db/x-AbCdEf'

const row: EvidenceRow = defineEvidence({
  kind: 'secrets-list',
  title: 'Secrets of an account and region',
  recordArrays: [],
  ...inventory({
    list: 'SecretList',
    kind: 'secret',
    ...byArn('ARN', {
      service: 'secretsmanager',
      head: 'secret:',
      known: (own) => own.replace(/-[A-Za-z0-9]{6}$/, ''),
    }),
  }),
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses: 'which stores of this kind there were when it was asked, also those that no call names',
  requests: [],
  cite: 'AWS Secrets Manager API reference: ListSecrets',
  examples: [
    {
      name: 'a secret',
      record: {
        SecretList: [{ ARN: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db/x-AbCdEf', Name: 'db/x' }],
      },
      states: [
        {
          topic: 'store-listed',
          says: { id: ID, kind: 'secret', account: '111122223333', region: 'eu-west-1', name: 'db/x' },
        },
      ],
    },
  ],
})

export default row
