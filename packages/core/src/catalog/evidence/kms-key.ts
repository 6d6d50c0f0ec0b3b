import { parseArn } from '../../domain/arn.ts'
import {
  type Beside,
  defineEvidence,
  type EvidenceRow,
  NOTHING_BESIDE,
  type ReadRecord,
} from '../../domain/evidence-row.ts'
import { type JsonObject, pick, pickText } from '../../domain/json.ts'

/** Whether the key could be used: both fields say so. One that says the opposite is enough; without it nobody knows. */
function isUsable(record: JsonObject): boolean | null {
  const [isEnabled, state] = [pick(record, 'KeyMetadata.Enabled'), pickText(record, 'KeyMetadata.KeyState')]
  if (isEnabled === false || (state !== null && state !== 'Enabled')) return false
  return isEnabled === true && state === 'Enabled' ? true : null
}

function read(record: JsonObject, { asked }: Beside = NOTHING_BESIDE): ReadRecord {
  const id = pickText(record, 'KeyMetadata.Arn') ?? ''
  const arn = parseArn(id)
  if (arn === null || arn.service !== 'kms' || !arn.resource.startsWith('key/'))
    return { kind: 'rejected', reason: 'it does not name the key by its ARN: ask for the key again' }
  const { account, region } = arn
  const says = { gate: 'key', id, account, region, act: 'shown', open: isUsable(record) } as const
  return { kind: 'statements', statements: [{ topic: 'gate', at: asked?.at ?? null, says }] }
}

const ARN = 'arn:aws:kms:eu-west-1:111122223333:key/0f9b2b1e-0000-4000-8000-000000000000'
const shown = (open: boolean | null) =>
  [
    {
      topic: 'gate',
      says: { gate: 'key', id: ARN, account: '111122223333', region: 'eu-west-1', act: 'shown', open },
    },
  ] as const

const row: EvidenceRow = defineEvidence({
  kind: 'kms-key',
  title: 'State of a key',
  recordArrays: [],
  recognises: (record) =>
    pickText(record, 'KeyMetadata.KeyId') !== null &&
    Object.keys(record).every((key) => key === 'KeyMetadata' || key === 'ResponseMetadata'),
  read,
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses: 'whether a key could be used when it was asked, as far as its state goes and not its policy',
  requests: [],
  cite: 'AWS KMS API reference: DescribeKey, KeyMetadata',
  examples: [
    {
      name: 'a key that is enabled',
      record: { KeyMetadata: { KeyId: 'k', Arn: ARN, Enabled: true, KeyState: 'Enabled' } },
      states: shown(true),
    },
    {
      name: 'one that waits for its deletion',
      record: { KeyMetadata: { KeyId: 'k', Arn: ARN, Enabled: false, KeyState: 'PendingDeletion' } },
      states: shown(false),
    },
    {
      name: 'one whose fields do not agree',
      record: { KeyMetadata: { KeyId: 'k', Arn: ARN, Enabled: true, KeyState: 'Unavailable' } },
      states: shown(false),
    },
    {
      name: 'one that does not say its state',
      record: { KeyMetadata: { KeyId: 'k', Arn: ARN, Enabled: true } },
      states: shown(null),
    },
    {
      name: 'without its ARN',
      record: { KeyMetadata: { KeyId: 'k', Enabled: true } },
      event: { rejected: 'it does not name the key by its ARN: ask for the key again' },
    },
  ],
})

export default row
