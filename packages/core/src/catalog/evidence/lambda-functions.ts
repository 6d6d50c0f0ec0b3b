import { defineEvidence, type EvidenceRow } from '../../domain/evidence-row.ts'
import { byArn, inventory } from '../../domain/inventory.ts'
import { pickText } from '../../domain/json.ts'

const row: EvidenceRow = defineEvidence({
  kind: 'lambda-functions',
  title: 'Functions of an account and region',
  recordArrays: [],
  ...inventory({
    list: 'Functions',
    isEntry: (entry) => pickText(entry, 'FunctionArn') !== null,
    beside: ['NextMarker'],
    kind: 'lambda-function',
    name: (entry) => byArn(entry, 'FunctionArn', (resource) => resource.replace(/^function:/, '').replace(/:.*$/, '')),
  }),
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses: 'which stores of this kind there were when it was asked, also those that no call names',
  requests: [],
  cite: 'AWS Lambda API reference: ListFunctions',
  examples: [
    {
      name: 'a function',
      record: { Functions: [{ FunctionName: 'f', FunctionArn: 'arn:aws:lambda:eu-west-1:111122223333:function:f' }] },
      states: [
        {
          topic: 'store-listed',
          says: { id: 'arn:aws:lambda:eu-west-1:111122223333:function:f', kind: 'lambda-function', name: 'f' },
        },
      ],
    },
  ],
})

export default row
