import { parseArn, partitionOf } from '../../domain/arn.ts'
import { regionAsked } from '../../domain/asked-subject.ts'
import { type Asked, defineEvidence, type EvidenceRow } from '../../domain/evidence-row.ts'
import { type InventoryName, inventory, namedByArn } from '../../domain/inventory.ts'
import { type Json, pickText } from '../../domain/json.ts'

const DIRECTORY = { service: 's3express', head: 'bucket/' } as const

/** A directory bucket lies in one zone of one region, and its ARN holds account and region. */
function directoryBucket(name: string, entry: Json, asked: Asked | null): ReturnType<InventoryName> {
  const arn = pickText(entry, 'BucketArn')
  if (arn !== null) return namedByArn(arn, DIRECTORY)
  const [account, region] = [asked?.account ?? null, pickText(entry, 'BucketRegion') ?? regionAsked(asked)]
  if (account === null || region === null) return null
  return namedByArn(`arn:${partitionOf(region)}:s3express:${region}:${account}:bucket/${name}`, DIRECTORY)
}

/** A list of buckets tells the region of each where it was asked for in pages; else nobody knows. */
const bucketIn: InventoryName = (entry, asked) => {
  const name = pickText(entry, 'Name') ?? ''
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{1,254}$/.test(name)) return null
  if (name.endsWith('--x-s3')) return directoryBucket(name, entry, asked)
  const region = pickText(entry, 'BucketRegion')
  const partition =
    parseArn(pickText(entry, 'BucketArn') ?? '')?.partition ?? partitionOf(region ?? regionAsked(asked) ?? '')
  return { id: `arn:${partition}:s3:::${name}`, account: asked?.account ?? null, region, name }
}

const ASKED = { command: '', at: null, account: '111122223333', region: 'eu-west-1' }
const MADE = { CreationDate: '2026-01-01T00:00:00+00:00' }

const row: EvidenceRow = defineEvidence({
  kind: 's3-buckets',
  title: 'Buckets of an account',
  recordArrays: [],
  ...inventory({
    list: 'Buckets',
    isEntry: (entry) => pickText(entry, 'Name') !== null && pickText(entry, 'CreationDate') !== null,
    beside: ['Owner', 'Prefix', 'ContinuationToken'],
    kind: 's3-bucket',
    name: bucketIn,
    isByPlace: true,
  }),
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses: 'which stores of this kind there were when it was asked, also those that no call names',
  requests: [],
  cite: 'Amazon S3 API reference: ListBuckets, ListDirectoryBuckets',
  examples: [
    {
      name: 'with the regions, as an answer in pages gives them',
      record: { Buckets: [{ Name: 'b-1', ...MADE, BucketRegion: 'eu-west-1' }], Owner: { ID: '0' }, Prefix: null },
      beside: { asked: ASKED },
      states: [
        {
          topic: 'store-listed',
          says: {
            id: 'arn:aws:s3:::b-1',
            kind: 's3-bucket',
            account: '111122223333',
            region: 'eu-west-1',
            name: 'b-1',
          },
        },
      ],
    },
    {
      name: 'without regions they are not known',
      record: { Buckets: [{ Name: 'b-1', ...MADE }], Owner: { ID: '0' } },
      beside: { asked: ASKED },
      states: [{ topic: 'store-listed', says: { id: 'arn:aws:s3:::b-1', region: null } }],
    },
    {
      name: 'of nobody knows which account',
      record: { Buckets: [{ Name: 'b-1', ...MADE }] },
      states: [{ topic: 'store-listed', says: { id: 'arn:aws:s3:::b-1', account: null } }],
    },
    {
      name: 'a directory bucket',
      record: { Buckets: [{ Name: 'b--use1-az5--x-s3', ...MADE, BucketRegion: 'us-east-1' }] },
      beside: { asked: ASKED },
      states: [
        {
          topic: 'store-listed',
          says: {
            id: 'arn:aws:s3express:us-east-1:111122223333:bucket/b--use1-az5--x-s3',
            ...{ kind: 's3-bucket', account: '111122223333', region: 'us-east-1', name: 'b--use1-az5--x-s3' },
          },
        },
      ],
    },
    { name: 'no bucket at all', record: { Buckets: [] }, states: [] },
  ],
})

export default row
