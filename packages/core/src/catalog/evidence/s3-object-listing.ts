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

/** What an answer holds beside its objects (S3 API reference: ListObjectsV2, ListObjects). */
const FRAME: ReadonlySet<string> = new Set([
  ...[
    'Contents',
    'Name',
    'Prefix',
    'Delimiter',
    'CommonPrefixes',
    'MaxKeys',
    'KeyCount',
    'EncodingType',
    'IsTruncated',
  ],
  ...['ContinuationToken', 'NextContinuationToken', 'StartAfter', 'Marker', 'NextMarker', 'NextToken'],
  ...['RequestCharged', 'RequestPayer', 'ResponseMetadata'],
])

function objectsIn(record: JsonObject): readonly Json[] | null {
  const list = record['Contents']
  if (Array.isArray(list)) return list
  // An empty bucket is answered without a list.
  const isEmpty = list === undefined && record['Prefix'] !== undefined && record['Buckets'] === undefined
  return isEmpty && (record['RequestCharged'] !== undefined || record['KeyCount'] === 0) ? [] : null
}

function recognises(record: JsonObject): boolean {
  const objects = objectsIn(record)
  const isFrame = Object.keys(record).every((key) => FRAME.has(key))
  return isFrame && objects?.every((one) => pickText(one, 'Key') !== null) === true
}

/** Whether more objects follow, or some were left out behind a common beginning of their keys. */
function isPart(record: JsonObject): boolean {
  const isCut = record['IsTruncated'] !== undefined && ![false, 'false', null].includes(scalar(record['IsTruncated']))
  const goesOn = ['NextToken', 'NextContinuationToken', 'NextMarker'].some((key) => pickText(record, key) !== null)
  const folded = record['CommonPrefixes']
  return isCut || goesOn || (Array.isArray(folded) && folded.length > 0)
}

function scalar(value: Json | undefined): boolean | string | null {
  return typeof value === 'boolean' || typeof value === 'string' || value === null ? value : ''
}

/** The key as it is stored: an answer of the API may have it URL-encoded. */
function keyOf(one: Json, record: JsonObject): string {
  const key = pickText(one, 'Key') ?? ''
  if (record['EncodingType'] !== 'url') return key
  try {
    return decodeURIComponent(key.replaceAll('+', ' '))
  } catch {
    return key
  }
}

function read(record: JsonObject, { asked }: Beside = NOTHING_BESIDE): ReadRecord {
  const [named, typed] = [pickText(record, 'Name'), optionIn(asked, '--bucket')]
  const bucket = named ?? typed
  if (bucket === null) return { kind: 'rejected', reason: `it does not say which bucket it lists: ${SAVE_THE_COMMAND}` }
  if (typed !== null && typed !== bucket)
    return { kind: 'rejected', reason: 'it lists another bucket than the command beside it: list the bucket again' }
  if (isPart(record))
    return {
      kind: 'rejected',
      reason: 'it lists a part of the bucket only: list it again without --max-items and --delimiter',
    }
  const statements = (objectsIn(record) ?? []).flatMap((one): readonly Statement[] => {
    const key = keyOf(one, record)
    const digest = digestKeyOf(key)
    if (digest === null) return []
    return [{ topic: 'digest-listed', at: asked?.at ?? null, says: { ...digest, bucket, place: `${bucket}/${key}` } }]
  })
  return { kind: 'statements', statements }
}

const FILE = '111122223333_CloudTrail-Digest_eu-west-1_main_eu-west-1_20260310T141631Z.json.gz'
const KEY = `AWSLogs/111122223333/CloudTrail-Digest/eu-west-1/2026/03/10/${FILE}`
const ASKED = {
  command: 'aws s3api list-objects-v2 --bucket logs',
  ...{ at: null, account: '111122223333', region: 'eu-west-1' },
}
const PART = 'it lists a part of the bucket only: list it again without --max-items and --delimiter'

const row: EvidenceRow = defineEvidence({
  kind: 's3-object-listing',
  title: 'Listing of a bucket',
  recordArrays: [],
  recognises,
  read,
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses:
    'which digest files a log bucket held when it was listed: one that is listed and not in evidence was not copied',
  requests: [],
  cite: 'Amazon S3 API reference: ListObjectsV2, ListObjects',
  examples: [
    {
      name: 'digests among other objects',
      record: {
        Contents: [
          { Key: KEY, Size: 700 },
          { Key: 'AWSLogs/x.json.gz', Size: 1 },
        ],
        RequestCharged: null,
        Prefix: '',
      },
      beside: { asked: ASKED },
      states: [
        {
          topic: 'digest-listed',
          says: {
            ...{ place: `logs/${KEY}`, bucket: 'logs', log: 'eu-west-1/main', organisation: null, backfill: false },
            ...{ account: '111122223333', region: 'eu-west-1', end: 1773152191000 },
          },
        },
      ],
    },
    {
      name: 'keys that are encoded for the way',
      record: { Name: 'logs', EncodingType: 'url', IsTruncated: false, Contents: [{ Key: `a+b/${KEY}` }] },
      states: [{ topic: 'digest-listed', says: { place: `logs/a b/${KEY}` } }],
    },
    { name: 'an empty bucket', record: { RequestCharged: null, Prefix: '' }, beside: { asked: ASKED }, states: [] },
    {
      name: 'a part of it, as the service says',
      record: { Contents: [{ Key: KEY }], Name: 'logs', IsTruncated: true },
      event: { rejected: PART },
    },
    {
      name: 'a part of it, as the command line says',
      record: { Contents: [{ Key: KEY }], NextToken: 'eyJDb250aW51YXRpb25Ub2tlbiI6IG51bGx9' },
      beside: { asked: ASKED },
      event: { rejected: PART },
    },
    {
      name: 'folders that are not opened',
      record: { Contents: [], CommonPrefixes: [{ Prefix: 'AWSLogs/' }], Name: 'logs' },
      event: { rejected: PART },
    },
    {
      name: 'of nobody knows which bucket',
      record: { Contents: [{ Key: KEY }] },
      event: { rejected: `it does not say which bucket it lists: ${SAVE_THE_COMMAND}` },
    },
    {
      name: 'of another bucket than the command names',
      record: { Contents: [{ Key: KEY }], Name: 'others' },
      beside: { asked: ASKED },
      event: { rejected: 'it lists another bucket than the command beside it: list the bucket again' },
    },
  ],
})

export default row
