import { optionIn, regionAsked, SAVE_THE_COMMAND } from '../../domain/asked-subject.ts'
import {
  type Beside,
  defineEvidence,
  type EvidenceRow,
  NOTHING_BESIDE,
  type ReadRecord,
} from '../../domain/evidence-row.ts'
import { type JsonObject, pickTexts } from '../../domain/json.ts'
import { takesLogs } from '../../domain/log-place.ts'
import { readPolicy } from '../../domain/policy-document.ts'

const WRITER = 'cloudtrail.amazonaws.com'

function statementsIn(record: JsonObject): JsonObject {
  const said = readPolicy(record['Policy'])?.['Statement']
  return said === undefined ? {} : { all: Array.isArray(said) ? said : [said] }
}

/** The texts of a field of all statements, which hold one or a list. */
function said(record: JsonObject, field: string): readonly string[] {
  const statements = statementsIn(record)
  return [...pickTexts(statements, `all[].${field}`), ...pickTexts(statements, `all[].${field}[]`)]
}

/** Policies of other things are answered in the same frame: what they allow and of what tells them apart. */
function recognises(record: JsonObject): boolean {
  const isFrame = Object.keys(record).every((key) => key === 'Policy' || key === 'ResponseMetadata')
  const actions = said(record, 'Action')
  const isOfBucket = [...actions, ...said(record, 'NotAction')].some((one) => /^s3:/i.test(one))
  const isOfObjects = said(record, 'Resource').some((one) => /^arn:[\w-]+:s3:::/.test(one))
  return isFrame && (isOfBucket || isOfObjects) && !actions.some((one) => /^kms:/i.test(one))
}

/** The buckets that a policy names: the service refuses a policy that names another than its own. */
function bucketsIn(record: JsonObject): ReadonlySet<string> {
  const named = said(record, 'Resource').flatMap((one) => /^arn:[\w-]+:s3:::([^/*?$]+)/.exec(one)?.[1] ?? [])
  return new Set(named)
}

function read(record: JsonObject, { asked }: Beside = NOTHING_BESIDE): ReadRecord {
  const [inside, typed] = [[...bucketsIn(record)], optionIn(asked, '--bucket')]
  const bucket = typed ?? (inside.length === 1 ? inside[0] : null) ?? null
  const [account, region] = [asked?.account ?? null, regionAsked(asked)]
  if (bucket === null || account === null || region === null)
    return { kind: 'rejected', reason: `it does not say which bucket of which account it is of: ${SAVE_THE_COMMAND}` }
  if (inside.some((one) => one !== bucket))
    return { kind: 'rejected', reason: 'it names another bucket than the command beside it: ask for the policy again' }
  const open = takesLogs(record['Policy'], { writer: WRITER, bucket, forSome: true })
  const says = { gate: 'target', id: bucket, account, region, act: 'shown', open } as const
  return { kind: 'statements', statements: [{ topic: 'gate', at: asked?.at ?? null, says }] }
}

const LOGS = 'arn:aws:s3:::logs'
const ALLOW = {
  ...{ Effect: 'Allow', Principal: { Service: WRITER }, Action: 's3:PutObject', Resource: `${LOGS}/*` },
}
/** As the console of the service writes it (user guide). */
const DEFAULT = {
  ...{ ...ALLOW, Resource: `${LOGS}/AWSLogs/111122223333/*` },
  Condition: {
    StringEquals: {
      's3:x-amz-acl': 'bucket-owner-full-control',
      'aws:SourceArn': 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/main',
    },
  },
}
const TLS = {
  ...{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: [LOGS, `${LOGS}/*`] },
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
      name: 'as the console writes it, and only plain connections are refused',
      record: policy(DEFAULT, TLS),
      beside: { asked: ASKED },
      states: shown(true),
    },
    {
      name: 'a denial for the files of one region puts all in doubt',
      record: policy(ALLOW, {
        ...{ Effect: 'Deny', Principal: { Service: WRITER }, Action: 's3:Put*' },
        Resource: `${LOGS}/*/CloudTrail/eu-west-1/*`,
      }),
      beside: { asked: ASKED },
      states: shown(null),
    },
    { name: 'nobody lets the service in', record: policy(TLS), beside: { asked: ASKED }, states: shown(false) },
    {
      name: 'the policy names its bucket where no command does',
      record: policy(ALLOW),
      beside: { asked: { ...ASKED, command: '' } },
      states: shown(true),
    },
    {
      name: 'of a bucket in nobody knows which account',
      record: policy(ALLOW),
      event: { rejected: `it does not say which bucket of which account it is of: ${SAVE_THE_COMMAND}` },
    },
    {
      name: 'of another bucket than the command names',
      record: policy(ALLOW),
      beside: { asked: { ...ASKED, command: 'aws s3api get-bucket-policy --bucket others' } },
      event: { rejected: 'it names another bucket than the command beside it: ask for the policy again' },
    },
  ],
})

export default row
