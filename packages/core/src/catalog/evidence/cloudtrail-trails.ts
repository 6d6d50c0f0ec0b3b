import {
  type Beside,
  defineEvidence,
  type EvidenceRow,
  NOTHING_BESIDE,
  type ReadRecord,
} from '../../domain/evidence-row.ts'
import { isObject, type Json, type JsonObject, pickText } from '../../domain/json.ts'
import type { Statement } from '../../domain/statement.ts'
import { logNamed, trailSettings } from '../../domain/trail-settings.ts'

function entriesOf(record: JsonObject): readonly Json[] | null {
  for (const key of ['trailList', 'TrailList', 'Trails', 'trails'] as const) {
    const list = record[key]
    if (Array.isArray(list)) return list
  }
  return isObject(record['Trail']) ? [record['Trail']] : null
}

const arnIn = (entry: Json): string | null => pickText(entry, 'TrailARN') ?? pickText(entry, 'trailARN')

function recognises(record: JsonObject): boolean {
  const entries = entriesOf(record)
  return entries !== null && Object.keys(record).length <= 2 && entries.every((entry) => arnIn(entry) !== null)
}

function read(record: JsonObject, { asked }: Beside = NOTHING_BESIDE): ReadRecord {
  const statements = (entriesOf(record) ?? []).flatMap((entry): readonly Statement[] => {
    const named = logNamed(arnIn(entry) ?? '')
    if (named === null) return []
    return [
      { topic: 'log-settings', at: asked?.at ?? null, says: { ...named, act: 'shown', says: trailSettings(entry) } },
    ]
  })
  return { kind: 'statements', statements }
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
              ...{ allRegions: true, allAccounts: false, target: 'logs/p' },
              key: 'arn:aws:kms:eu-west-1:111122223333:key/k',
            },
          },
        },
      ],
    },
    {
      name: 'a trail without a key of its own, of one region',
      record: { Trail: { TrailARN: ARN, S3BucketName: 'logs', IsMultiRegionTrail: false, HomeRegion: 'eu-west-1' } },
      states: [{ topic: 'log-settings', says: { says: { allRegions: false, key: 'none', target: 'logs' } } }],
    },
    {
      name: 'a list of trails shows that they are there, and nothing of them',
      record: { Trails: [{ TrailARN: ARN, Name: 'main', HomeRegion: 'eu-west-1' }] },
      states: [{ topic: 'log-settings', says: { log: ARN, says: {} } }],
    },
    { name: 'no trail at all', record: { trailList: [] }, states: [] },
  ],
})

export default row
