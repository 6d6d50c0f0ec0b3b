import { parseArn } from '../../domain/arn.ts'
import { arnAsked, SAVE_THE_COMMAND } from '../../domain/asked-subject.ts'
import {
  type Beside,
  defineEvidence,
  type EvidenceRow,
  NOTHING_BESIDE,
  type ReadRecord,
} from '../../domain/evidence-row.ts'
import { type JsonObject, pickTexts } from '../../domain/json.ts'
import { type Gateway, letThrough } from '../../domain/log-gate.ts'
import { readPolicy } from '../../domain/policy-document.ts'

/** What the service needs of a key to write log files (CloudTrail user guide: key policies for CloudTrail). */
const GATEWAY: Gateway = {
  writer: 'cloudtrail.amazonaws.com',
  action: 'kms:generatedatakey',
  denied: ['kms:generatedatakey', 'kms:decrypt', 'kms:describekey'],
  lets: (resource) => (resource === '*' ? 'all' : 'unclear'),
  isMet: () => false,
  narrowing: new Set([
    ...['aws:sourcearn', 'aws:sourceaccount', 'aws:sourceorgid'],
    'kms:encryptioncontext:aws:cloudtrail:arn',
  ]),
}

const FRAME: ReadonlySet<string> = new Set(['Policy', 'PolicyName', 'ResponseMetadata'])

function actionsIn(record: JsonObject): readonly string[] {
  const said = readPolicy(record['Policy'])?.['Statement']
  const statements = said === undefined ? {} : { all: Array.isArray(said) ? said : [said] }
  return [...pickTexts(statements, 'all[].Action'), ...pickTexts(statements, 'all[].Action[]')]
}

/**
 * A key has to be usable and its policy has to let the service use it; a gate holds one answer. So the state of the key tells that it
 * is open, and a policy only ever takes that away: what it allows is no statement.
 */
function read(record: JsonObject, { asked }: Beside = NOTHING_BESIDE): ReadRecord {
  const id = arnAsked(asked, '--key-id', 'kms', 'key')
  const arn = id === null ? null : parseArn(id)
  if (id === null || arn === null)
    return { kind: 'rejected', reason: `it does not say which key it is the policy of: ${SAVE_THE_COMMAND}` }
  if (!/^key\/[\w-]+$/.test(arn.resource))
    return { kind: 'rejected', reason: 'an alias may stand for any key: ask by the ARN of the key' }
  const found = letThrough(record['Policy'], GATEWAY)
  if (found === 'all' || found === 'some') return { kind: 'statements', statements: [] }
  const open = found === 'none' ? false : null
  const says = { gate: 'key', id, account: arn.account, region: arn.region, act: 'shown', open } as const
  return { kind: 'statements', statements: [{ topic: 'gate', at: asked?.at ?? null, says }] }
}

const ARN = 'arn:aws:kms:eu-west-1:111122223333:key/0f9b2b1e-0000-4000-8000-000000000000'
const ASKED = { command: `aws kms get-key-policy --key-id ${ARN}`, at: null, account: null, region: null }
const OWNER = { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'kms:*', Resource: '*' }
const WRITE = {
  ...{ Effect: 'Allow', Principal: { Service: GATEWAY.writer }, Action: 'kms:GenerateDataKey*', Resource: '*' },
  Condition: {
    StringEquals: { 'aws:SourceArn': 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/main' },
    StringLike: { 'kms:EncryptionContext:aws:cloudtrail:arn': 'arn:aws:cloudtrail:*:111122223333:trail/*' },
  },
}
const policy = (...statements: readonly object[]): object => ({
  Policy: JSON.stringify({ Version: '2012-10-17', Statement: statements }),
  PolicyName: 'default',
})
const shown = (open: boolean | null) =>
  [
    {
      topic: 'gate',
      says: { gate: 'key', id: ARN, account: '111122223333', region: 'eu-west-1', act: 'shown', open },
    },
  ] as const

const row: EvidenceRow = defineEvidence({
  kind: 'kms-key-policy',
  title: 'Policy of a key',
  recordArrays: [],
  recognises: (record) =>
    Object.keys(record).every((key) => FRAME.has(key)) && actionsIn(record).some((one) => /^kms:/i.test(one)),
  read,
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses: 'that log files may have been refused their key when it was asked',
  requests: [],
  cite: 'AWS KMS API reference: GetKeyPolicy; CloudTrail user guide: configure AWS KMS key policies for CloudTrail',
  examples: [
    {
      name: 'as the console of the service writes it',
      record: policy(OWNER, WRITE),
      beside: { asked: ASKED },
      states: [],
    },
    { name: 'the service is not let in', record: policy(OWNER), beside: { asked: ASKED }, states: shown(false) },
    {
      name: 'a denial may be about the service',
      record: policy(OWNER, WRITE, { ...OWNER, Effect: 'Deny', Principal: '*', Action: 'kms:Generate*' }),
      beside: { asked: ASKED },
      states: shown(null),
    },
    {
      name: 'by the id of the key, in the place that was asked',
      record: policy(OWNER),
      beside: {
        asked: {
          command: 'aws kms get-key-policy --key-id 0f9b2b1e-0000-4000-8000-000000000000 --policy-name default',
          ...{ at: null, account: '111122223333', region: 'eu-west-1' },
        },
      },
      states: shown(false),
    },
    {
      name: 'by an alias',
      record: policy(OWNER),
      beside: {
        asked: { ...ASKED, command: `aws kms get-key-policy --key-id ${ARN.replace(/key\/.*/, 'alias/logs')}` },
      },
      event: { rejected: 'an alias may stand for any key: ask by the ARN of the key' },
    },
    {
      name: 'of nobody knows which key',
      record: policy(WRITE),
      event: { rejected: `it does not say which key it is the policy of: ${SAVE_THE_COMMAND}` },
    },
  ],
})

export default row
