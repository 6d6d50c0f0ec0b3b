import { optionIn, SAVE_THE_COMMAND } from '../../domain/asked-subject.ts'
import { digestKeyOf } from '../../domain/digest-key.ts'
import {
  type Beside,
  defineEvidence,
  type EvidenceRow,
  NOTHING_BESIDE,
  type ReadRecord,
} from '../../domain/evidence-row.ts'
import { type Json, type JsonObject, pickText } from '../../domain/json.ts'
import type { Statement } from '../../domain/statement.ts'

const isListing = (record: JsonObject): boolean => {
  const list = record['Contents']
  const [first]: readonly Json[] = Array.isArray(list) ? list : []
  return (
    Array.isArray(list) && (first === undefined || pickText(first, 'Key') !== null) && record['Versions'] === undefined
  )
}

function read(record: JsonObject, { asked }: Beside = NOTHING_BESIDE): ReadRecord {
  const bucket = optionIn(asked, '--bucket') ?? pickText(record, 'Name')
  if (bucket === null) return { kind: 'rejected', reason: `it does not say which bucket it lists: ${SAVE_THE_COMMAND}` }
  if (record['IsTruncated'] === true || pickText(record, 'NextToken') !== null)
    return { kind: 'rejected', reason: 'it lists a part of the bucket only: list it again without --max-items' }
  const list = record['Contents']
  const statements = (Array.isArray(list) ? list : []).flatMap((one: Json): readonly Statement[] => {
    const key = pickText(one, 'Key') ?? ''
    const named = digestKeyOf(key)
    if (named === null) return []
    return [{ topic: 'digest-listed', at: asked?.at ?? null, says: { ...named, bucket, place: `${bucket}/${key}` } }]
  })
  return { kind: 'statements', statements }
}

const KEY =
  'AWSLogs/111122223333/CloudTrail-Digest/eu-west-1/2026/03/10/111122223333_CloudTrail-Digest_eu-west-1_main_eu-west-1_20260310T141631Z.json.gz'

const row: EvidenceRow = defineEvidence({
  kind: 's3-object-listing',
  title: 'Listing of a bucket',
  recordArrays: [],
  recognises: isListing,
  read,
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses:
    'which digest files a log bucket held when it was listed: one that is listed and not in evidence was not copied',
  requests: [],
  cite: 'Amazon S3 API reference: ListObjectsV2',
  examples: [
    {
      name: 'digests among other objects',
      record: {
        Contents: [
          { Key: KEY, Size: 700 },
          { Key: 'AWSLogs/x.json.gz', Size: 1 },
        ],
      },
      beside: {
        asked: {
          command: 'aws s3api list-objects-v2 --bucket logs',
          at: null,
          account: '111122223333',
          region: 'eu-west-1',
        },
      },
      states: [
        {
          topic: 'digest-listed',
          says: {
            place: `logs/${KEY}`,
            bucket: 'logs',
            log: 'eu-west-1/main',
            account: '111122223333',
            backfill: false,
          },
        },
      ],
    },
    { name: 'an empty bucket', record: { Contents: [], Name: 'logs' }, states: [] },
    {
      name: 'a part of it',
      record: { Contents: [{ Key: KEY }], Name: 'logs', IsTruncated: true },
      event: { rejected: 'it lists a part of the bucket only: list it again without --max-items' },
    },
    {
      name: 'of nobody knows which bucket',
      record: { Contents: [{ Key: KEY }] },
      event: { rejected: `it does not say which bucket it lists: ${SAVE_THE_COMMAND}` },
    },
  ],
})

export default row
