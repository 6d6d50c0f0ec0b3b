import { defineEvidence, type EvidenceRow } from '../../domain/evidence-row.ts'
import { byArn, inventory } from '../../domain/inventory.ts'

const ID = 'arn:aws:lambda:eu-west-1:111122223333:function:f'

const row: EvidenceRow = defineEvidence({
  kind: 'lambda-functions',
  title: 'Functions of an account and region',
  recordArrays: [],
  ...inventory({
    list: 'Functions',
    beside: ['NextMarker'],
    kind: 'lambda-function',
    ...byArn('FunctionArn', { service: 'lambda', head: 'function:', own: (rest) => rest.split(':')[0] ?? '' }),
  }),
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses: 'which stores of this kind there were when it was asked, also those that no call names',
  requests: [],
  cite: 'AWS Lambda API reference: ListFunctions',
  examples: [
    {
      name: 'a function by one of its versions, which are parts of it',
      record: {
        Functions: [{ FunctionName: 'f', FunctionArn: 'arn:aws:lambda:eu-west-1:111122223333:function:f:$LATEST' }],
      },
      states: [
        {
          topic: 'store-listed',
          says: { id: ID, kind: 'lambda-function', account: '111122223333', region: 'eu-west-1', name: 'f' },
        },
      ],
    },
  ],
})

export default row
