import {
  type Beside,
  defineEvidence,
  type EvidenceRow,
  NOTHING_BESIDE,
  type ReadRecord,
} from '../../domain/evidence-row.ts'
import { isObject, type Json, type JsonObject, pickText } from '../../domain/json.ts'
import { logsShown, trailSettings } from '../../domain/trail-settings.ts'

/** What an answer has beside its content: the mark of a page, and what an SDK adds. */
const BESIDE = ['NextToken', 'ResponseMetadata']

/** The trails of an answer that describes, lists or gets them; null for what is none. */
function entriesOf(record: JsonObject): readonly Json[] | null {
  const [key, ...others] = Object.keys(record).filter((name) => !BESIDE.includes(name))
  if (key === undefined || others.length > 0) return null
  const content = record[key]
  if (/^(?:trailList|TrailList|Trails)$/.test(key) && Array.isArray(content)) return content
  return key === 'Trail' && isObject(content) ? [content] : null
}

const arnIn = (entry: Json): string | null => pickText(entry, 'TrailARN')

const recognises = (record: JsonObject): boolean => entriesOf(record)?.every((entry) => arnIn(entry) !== null) === true

const UNNAMED = 'none of its `TrailARN` names a trail: take the answer anew, as the command printed it'

function read(record: JsonObject, { asked }: Beside = NOTHING_BESIDE): ReadRecord {
  const shown = { arn: 'TrailARN', settings: trailSettings, unnamed: UNNAMED }
  return logsShown(entriesOf(record) ?? [], asked?.at ?? null, shown)
}

const ARN = 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/main'
const AT = { command: 'aws cloudtrail describe-trails', at: null, account: '111122223333', region: 'eu-west-1' }

const row: EvidenceRow = defineEvidence({
  kind: 'cloudtrail-trails',
  title: 'Descriptions of trails',
  recordArrays: [],
  recognises,
  read,
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses:
    'which trails there were when it was asked, which regions and accounts they covered, and where they delivered to',
  requests: [],
  cite: 'AWS CloudTrail API reference: DescribeTrails, GetTrail, ListTrails, Trail',
  examples: [
    {
      name: 'a trail of all regions with a key of its own',
      record: {
        trailList: [
          {
            ...{
              Name: 'main',
              S3BucketName: 'logs',
              S3KeyPrefix: 'p',
              IncludeGlobalServiceEvents: true,
              HomeRegion: 'eu-west-1',
            },
            ...{ IsMultiRegionTrail: true, TrailARN: ARN, LogFileValidationEnabled: true, IsOrganizationTrail: false },
            KmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/k',
          },
        ],
      },
      beside: { asked: AT },
      states: [
        {
          topic: 'log-settings',
          at: null,
          says: {
            ...{ log: ARN, account: '111122223333', home: 'eu-west-1', act: 'shown' },
            says: {
              ...{ allRegions: true, allAccounts: false, global: true, target: 'logs/p' },
              key: 'arn:aws:kms:eu-west-1:111122223333:key/k',
            },
          },
        },
      ],
    },
    {
      name: 'a trail without a key of its own, of one region',
      record: {
        Trail: {
          ...{ TrailARN: ARN, S3BucketName: 'logs', HomeRegion: 'eu-west-1' },
          ...{ IsMultiRegionTrail: false, IncludeGlobalServiceEvents: false },
        },
      },
      states: [
        { topic: 'log-settings', says: { says: { allRegions: false, global: false, key: 'none', target: 'logs' } } },
      ],
    },
    {
      name: 'a list of trails shows that they are there, and nothing of them',
      record: { Trails: [{ TrailARN: ARN, Name: 'main', HomeRegion: 'eu-west-1' }] },
      states: [{ topic: 'log-settings', says: { log: ARN, says: {} } }],
    },
    { name: 'no trail at all', record: { trailList: [] }, states: [] },
    {
      name: 'as an SDK prints it, with a switch and a key that cannot be read: they are unknown',
      record: {
        trailList: [
          { TrailARN: ARN, S3BucketName: 'logs', S3KeyPrefix: '', IsMultiRegionTrail: 'true', KmsKeyId: null },
          { TrailARN: 'main', IsMultiRegionTrail: true },
        ],
        ResponseMetadata: { HTTPStatusCode: 200 },
      },
      states: [{ topic: 'log-settings', says: { log: ARN, says: { allRegions: null, key: null, target: 'logs' } } }],
    },
    {
      name: 'names that are no ARNs of trails',
      record: { Trails: [{ TrailARN: 'arn:aws:s3:::main' }] },
      event: { rejected: UNNAMED },
    },
  ],
})

export default row
