import { optionIn, SAVE_THE_COMMAND } from '../../domain/asked-subject.ts'
import {
  type Beside,
  defineEvidence,
  type EvidenceRow,
  NOTHING_BESIDE,
  type ReadRecord,
} from '../../domain/evidence-row.ts'
import { type JsonObject, pickText } from '../../domain/json.ts'
import { letsLogsIn } from '../../domain/log-gate.ts'
import { readPolicy } from '../../domain/policy-document.ts'

function recognises(record: JsonObject): boolean {
  return Object.keys(record).length === 1 && readPolicy(record['Policy'])?.['Statement'] !== undefined
}

function read(record: JsonObject, { asked }: Beside = NOTHING_BESIDE): ReadRecord {
  const id = optionIn(asked, '--bucket')
  const { account, region, at } = asked ?? { account: null, region: null, at: null }
  if (id === null || account === null || region === null)
    return { kind: 'rejected', reason: `it does not say which bucket it is the policy of: ${SAVE_THE_COMMAND}` }
  const open = letsLogsIn(pickText(record, 'Policy') ?? undefined, 'cloudtrail.amazonaws.com')
  return {
    kind: 'statements',
    statements: [{ topic: 'gate', at, says: { gate: 'target', id, account, region, act: 'shown', open } }],
  }
}

const ALLOW = {
  ...{ Effect: 'Allow', Principal: { Service: 'cloudtrail.amazonaws.com' }, Action: 's3:PutObject' },
  Resource: 'arn:aws:s3:::logs/*',
}
const TLS = {
  ...{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::logs/*' },
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
}
const policy = (...statements: readonly object[]): object => ({
  Policy: JSON.stringify({ Version: '2012-10-17', Statement: statements }),
})
const ASKED = {
  ...{ command: 'aws s3api get-bucket-policy --bucket logs', at: null, account: '111122223333', region: 'eu-west-1' },
}
const shown = (open: boolean | null) =>
  [
    {
      topic: 'gate',
      says: { gate: 'target', id: 'logs', account: '111122223333', region: 'eu-west-1', act: 'shown', open },
    },
  ] as const

const row: EvidenceRow = defineEvidence({
  kind: 's3-bucket-policy',
  title: 'Policy of a bucket',
  recordArrays: [],
  recognises,
  read,
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses: 'whether a bucket took log files when it was asked',
  requests: [],
  cite: 'Amazon S3 API reference: GetBucketPolicy; CloudTrail user guide: bucket policy for CloudTrail',
  examples: [
    { name: 'logs are let in', record: policy(ALLOW), beside: { asked: ASKED }, states: shown(true) },
    {
      name: 'only plain connections are refused',
      record: policy(ALLOW, TLS),
      beside: { asked: ASKED },
      states: shown(true),
    },
    {
      name: 'a denial of deleting refuses no file',
      record: policy(ALLOW, { ...TLS, Action: ['s3:DeleteObject*', 's3:PutBucketPolicy'], Condition: undefined }),
      beside: { asked: ASKED },
      states: shown(true),
    },
    {
      name: 'a denial for the files of one region puts all in doubt',
      record: policy(ALLOW, {
        ...{ Effect: 'Deny', Principal: { Service: 'cloudtrail.amazonaws.com' }, Action: 's3:Put*' },
        Resource: 'arn:aws:s3:::logs/*/CloudTrail/eu-west-1/*',
      }),
      beside: { asked: ASKED },
      states: shown(null),
    },
    {
      name: 'what denies all but some actions is not understood',
      record: policy(ALLOW, { ...TLS, Action: undefined, NotAction: 's3:GetObject', Condition: undefined }),
      beside: { asked: ASKED },
      states: shown(null),
    },
    { name: 'nobody lets the service in', record: policy(TLS), beside: { asked: ASKED }, states: shown(false) },
    {
      name: 'of nobody knows which bucket',
      record: policy(ALLOW),
      event: { rejected: `it does not say which bucket it is the policy of: ${SAVE_THE_COMMAND}` },
    },
  ],
})

export default row
