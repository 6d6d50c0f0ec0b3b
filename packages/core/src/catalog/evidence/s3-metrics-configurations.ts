import { partitionOf } from '../../domain/arn.ts'
import { optionIn, SAVE_THE_COMMAND } from '../../domain/asked-subject.ts'
import {
  type Beside,
  defineEvidence,
  type EvidenceRow,
  NOTHING_BESIDE,
  type ReadRecord,
} from '../../domain/evidence-row.ts'
import { isObject, type Json, type JsonObject, pick, pickText } from '../../domain/json.ts'
import type { Statement } from '../../domain/statement.ts'

const FRAME: ReadonlySet<string> = new Set([
  ...['MetricsConfigurationList', 'MetricsConfiguration', 'IsTruncated', 'ContinuationToken', 'NextContinuationToken'],
  'ResponseMetadata',
])

/** One configuration, or the list of them; null where there is neither. */
function configurations(record: JsonObject): readonly Json[] | null {
  const [list, one] = [record['MetricsConfigurationList'], record['MetricsConfiguration']]
  if (Array.isArray(list)) return list
  return isObject(one) ? [one] : null
}

/** Without a filter, or with one that asks for nothing, a configuration takes in all of the bucket. */
function isWhole(configuration: Json): boolean {
  const filter = pick(configuration, 'Filter')
  if (filter === undefined || filter === null) return true
  return isObject(filter) && (Object.keys(filter).length === 0 || JSON.stringify(filter) === '{"Prefix":""}')
}

function read(record: JsonObject, { asked }: Beside = NOTHING_BESIDE): ReadRecord {
  const bucket = optionIn(asked, '--bucket')
  if (bucket === null) return { kind: 'rejected', reason: `it does not say which bucket it is of: ${SAVE_THE_COMMAND}` }
  const subject = `arn:${partitionOf(asked?.region ?? '')}:s3:::${bucket}`
  const statements = (configurations(record) ?? []).flatMap((one): readonly Statement[] => {
    const meter = pickText(one, 'Id')
    if (meter === null) return []
    return [{ topic: 'meter-scope', at: asked?.at ?? null, says: { subject, meter, whole: isWhole(one) } }]
  })
  return { kind: 'statements', statements }
}

const ASKED = {
  command: 'aws s3api list-bucket-metrics-configurations --bucket web',
  ...{ at: null, account: '111122223333', region: 'eu-west-1' },
}
const scope = (meter: string, whole: boolean) =>
  ({ topic: 'meter-scope', says: { subject: 'arn:aws:s3:::web', meter, whole } }) as const

const row: EvidenceRow = defineEvidence({
  kind: 's3-metrics-configurations',
  title: 'What the request metrics of a bucket take in',
  recordArrays: [],
  recognises: (record) =>
    configurations(record)?.every((one) => pickText(one, 'Id') !== null) === true &&
    Object.keys(record).every((key) => FRAME.has(key)),
  read,
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses: 'whether a filter of request metrics counted all of a bucket or a part of it, when it was asked',
  requests: [],
  cite: 'Amazon S3 API reference: ListBucketMetricsConfigurations, GetBucketMetricsConfiguration, MetricsConfiguration',
  examples: [
    {
      name: 'of all of a bucket, and of a part of it',
      record: {
        IsTruncated: false,
        MetricsConfigurationList: [{ Id: 'EntireBucket' }, { Id: 'images', Filter: { Prefix: 'images/' } }],
      },
      beside: { asked: ASKED },
      states: [scope('EntireBucket', true), scope('images', false)],
    },
    {
      name: 'one that is asked for by its name, with a filter of nothing',
      record: { MetricsConfiguration: { Id: 'all', Filter: { Prefix: '' } } },
      beside: { asked: ASKED },
      states: [scope('all', true)],
    },
    {
      name: 'of nobody knows which bucket',
      record: { MetricsConfigurationList: [{ Id: 'EntireBucket' }] },
      event: { rejected: `it does not say which bucket it is of: ${SAVE_THE_COMMAND}` },
    },
  ],
})

export default row
