import { parseArn } from '../../domain/arn.ts'
import {
  type Beside,
  defineEvidence,
  type EvidenceRow,
  NOTHING_BESIDE,
  type ReadRecord,
} from '../../domain/evidence-row.ts'
import { pick, pickText } from '../../domain/json.ts'

function read(record: Parameters<EvidenceRow['read']>[0], { asked }: Beside = NOTHING_BESIDE): ReadRecord {
  const id = pickText(record, 'KeyMetadata.Arn') ?? ''
  const arn = parseArn(id)
  if (arn === null) return { kind: 'rejected', reason: 'it does not name the key by its ARN: ask for the key again' }
  const isEnabled =
    pick(record, 'KeyMetadata.Enabled') === true && pickText(record, 'KeyMetadata.KeyState') === 'Enabled'
  const { account, region } = arn
  const says = { gate: 'key', id, account, region, act: 'shown', open: isEnabled } as const
  return { kind: 'statements', statements: [{ topic: 'gate', at: asked?.at ?? null, says }] }
}

const ARN = 'arn:aws:kms:eu-west-1:111122223333:key/0f9b2b1e-0000-4000-8000-000000000000'

const row: EvidenceRow = defineEvidence({
  kind: 'kms-key',
  title: 'State of a key',
  recordArrays: [],
  recognises: (record) => pickText(record, 'KeyMetadata.KeyId') !== null,
  read,
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses: 'whether a key could be used when it was asked',
  requests: [],
  cite: 'AWS KMS API reference: DescribeKey, KeyMetadata',
  examples: [
    {
      name: 'a key that is enabled',
      record: { KeyMetadata: { KeyId: 'k', Arn: ARN, Enabled: true, KeyState: 'Enabled' } },
      states: [
        {
          topic: 'gate',
          says: { gate: 'key', id: ARN, account: '111122223333', region: 'eu-west-1', act: 'shown', open: true },
        },
      ],
    },
    {
      name: 'one that waits for its deletion',
      record: { KeyMetadata: { KeyId: 'k', Arn: ARN, Enabled: false, KeyState: 'PendingDeletion' } },
      states: [{ topic: 'gate', says: { open: false } }],
    },
    {
      name: 'without its ARN',
      record: { KeyMetadata: { KeyId: 'k', Enabled: true } },
      event: { rejected: 'it does not name the key by its ARN: ask for the key again' },
    },
  ],
})

export default row
