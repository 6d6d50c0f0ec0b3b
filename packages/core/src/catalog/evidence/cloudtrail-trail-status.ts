import { arnAsked, regionAsked, SAVE_THE_COMMAND } from '../../domain/asked-subject.ts'
import {
  type Beside,
  defineEvidence,
  type EvidenceRow,
  NOTHING_BESIDE,
  type ReadRecord,
} from '../../domain/evidence-row.ts'
import type { Json, JsonObject } from '../../domain/json.ts'
import type { Statement } from '../../domain/statement.ts'
import { logNamed } from '../../domain/trail-settings.ts'

const FIELD = /^(?:IsLogging|(?:Latest|Start|Stop|TimeLogging)\w+|ResponseMetadata)$/

function recognises(record: JsonObject): boolean {
  return typeof record['IsLogging'] === 'boolean' && Object.keys(record).every((key) => FIELD.test(key))
}

/** What failed, in the provider's words; null where nothing did. */
function errorIn(value: Json | undefined): string | null {
  if (value === undefined || value === null || value === '') return null
  return typeof value === 'string' ? value : 'which cannot be read'
}

function read(record: JsonObject, { asked }: Beside = NOTHING_BESIDE): ReadRecord {
  const named = logNamed(arnAsked(asked, '--name', 'cloudtrail', 'trail') ?? '')
  if (named === null) return { kind: 'rejected', reason: UNNAMED }
  const at = asked?.at ?? null
  const region = regionAsked(asked) ?? named.home
  const errors = ['LatestDeliveryError', 'LatestDigestDeliveryError'].flatMap((key) => errorIn(record[key]) ?? [])
  return {
    kind: 'statements',
    statements: [
      { topic: 'log-settings', at, says: { ...named, act: 'shown', says: { on: record['IsLogging'] === true } } },
      ...errors.map((error): Statement => ({ topic: 'delivery-failure', at, says: { log: named.log, region, error } })),
    ],
  }
}

const UNNAMED = `it does not say which trail it is the status of: ${SAVE_THE_COMMAND}`
const ARN = 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/main'
const ASKED = { at: null, account: '111122223333', region: 'us-east-1' }

const row: EvidenceRow = defineEvidence({
  kind: 'cloudtrail-trail-status',
  title: 'Status of a trail',
  recordArrays: [],
  recognises,
  read,
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses: 'whether a trail was on when it was asked, and whether delivery from the region that was asked had failed',
  requests: [],
  cite: 'AWS CloudTrail API reference: GetTrailStatus',
  examples: [
    {
      name: 'on, with a failure to deliver',
      record: { IsLogging: true, LatestDeliveryError: 'AccessDenied', StartLoggingTime: '2026-01-01T00:00:00+00:00' },
      beside: { asked: { ...ASKED, command: `aws cloudtrail get-trail-status --name ${ARN}` } },
      states: [
        { topic: 'log-settings', says: { log: ARN, account: '111122223333', home: 'eu-west-1', says: { on: true } } },
        { topic: 'delivery-failure', says: { log: ARN, region: 'us-east-1', error: 'AccessDenied' } },
      ],
    },
    {
      name: 'off, by the name of the trail',
      record: { IsLogging: false, StopLoggingTime: '2026-01-01T00:00:00+00:00', LatestDeliveryError: '' },
      beside: { asked: { ...ASKED, command: "aws cloudtrail get-trail-status --name='main' --region us-east-1" } },
      states: [
        {
          topic: 'log-settings',
          says: { log: ARN.replace('eu-west-1', 'us-east-1'), home: 'us-east-1', says: { on: false } },
        },
      ],
    },
    {
      name: 'of nobody knows which trail',
      record: { IsLogging: true, StartLoggingTime: '2026-01-01T00:00:00+00:00' },
      event: { rejected: UNNAMED },
    },
    {
      name: 'of a name in a region that is said in two ways',
      record: { IsLogging: true },
      beside: { asked: { ...ASKED, command: 'aws cloudtrail get-trail-status --name main --region eu-west-1' } },
      event: { rejected: UNNAMED },
    },
    {
      name: 'never started, with an error that is no text: it is an error all the same',
      record: { IsLogging: false, LatestDeliveryError: '', LatestDigestDeliveryError: 7, ResponseMetadata: {} },
      beside: { asked: { ...ASKED, command: `aws cloudtrail get-trail-status --name ${ARN}` } },
      states: [
        { topic: 'log-settings', says: { log: ARN, says: { on: false } } },
        { topic: 'delivery-failure', says: { log: ARN, error: 'which cannot be read' } },
      ],
    },
  ],
})

export default row
