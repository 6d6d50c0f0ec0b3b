import { partitionOf } from '../../domain/arn.ts'
import { defineEvidence, type EvidenceRow } from '../../domain/evidence-row.ts'
import { inventory } from '../../domain/inventory.ts'
import { pickText } from '../../domain/json.ts'

const ASKED = { command: '', at: null, account: '111122223333', region: 'eu-west-1' }

const row: EvidenceRow = defineEvidence({
  kind: 's3-buckets',
  title: 'Buckets of an account',
  recordArrays: [],
  ...inventory({
    list: 'Buckets',
    isEntry: (entry) => pickText(entry, 'Name') !== null && pickText(entry, 'CreationDate') !== null,
    beside: ['Owner', 'Prefix', 'ContinuationToken'],
    kind: 's3-bucket',
    name: (entry, asked) => {
      const [name, region] = [pickText(entry, 'Name'), pickText(entry, 'BucketRegion')]
      const partition = partitionOf(region ?? asked?.region ?? '')
      return name === null
        ? null
        : { id: `arn:${partition}:s3:::${name}`, account: asked?.account ?? null, region, name }
    },
  }),
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses: 'which stores of this kind there were when it was asked, also those that no call names',
  requests: [],
  cite: 'Amazon S3 API reference: ListBuckets',
  examples: [
    {
      name: 'with the regions, as an answer in pages gives them',
      record: {
        Buckets: [{ Name: 'b', CreationDate: '2026-01-01T00:00:00+00:00', BucketRegion: 'eu-west-1' }],
        Owner: { ID: '0' },
      },
      beside: { asked: ASKED },
      states: [
        {
          topic: 'store-listed',
          says: { id: 'arn:aws:s3:::b', kind: 's3-bucket', account: '111122223333', region: 'eu-west-1', name: 'b' },
        },
      ],
    },
    {
      name: 'without regions they are not known',
      record: { Buckets: [{ Name: 'b', CreationDate: '2026-01-01T00:00:00+00:00' }], Owner: { ID: '0' } },
      beside: { asked: ASKED },
      states: [{ topic: 'store-listed', says: { id: 'arn:aws:s3:::b', region: null } }],
    },
  ],
})

export default row
