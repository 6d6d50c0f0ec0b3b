import { SAVE_THE_COMMAND } from '../../domain/asked-subject.ts'
import {
  type Beside,
  defineEvidence,
  type EvidenceRow,
  NOTHING_BESIDE,
  type ReadRecord,
} from '../../domain/evidence-row.ts'
import { type Json, type JsonObject, pickText } from '../../domain/json.ts'

function entriesOf(record: JsonObject): readonly Json[] {
  const list = record['Regions']
  return Array.isArray(list) ? list : []
}

function read(record: JsonObject, { asked }: Beside = NOTHING_BESIDE): ReadRecord {
  const account = asked?.account ?? null
  if (account === null)
    return { kind: 'rejected', reason: `it does not say of which account these are the regions: ${SAVE_THE_COMMAND}` }
  const enabled = entriesOf(record).filter((one) => pickText(one, 'OptInStatus') !== 'not-opted-in')
  const regions = enabled.flatMap((one) => pickText(one, 'RegionName') ?? []).sort()
  return { kind: 'statements', statements: [{ topic: 'regions', at: asked?.at ?? null, says: { account, regions } }] }
}

const row: EvidenceRow = defineEvidence({
  kind: 'ec2-regions',
  title: 'Regions of an account',
  recordArrays: [],
  recognises: (record) =>
    Array.isArray(record['Regions']) && entriesOf(record).every((one) => pickText(one, 'RegionName') !== null),
  read,
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses: 'the regions in which an account could be used when it was asked',
  requests: [],
  cite: 'Amazon EC2 API reference: DescribeRegions',
  examples: [
    {
      name: 'with one that is not enabled',
      record: {
        Regions: [
          { RegionName: 'eu-west-1', OptInStatus: 'opt-in-not-required' },
          { RegionName: 'af-south-1', OptInStatus: 'not-opted-in' },
        ],
      },
      beside: { asked: { command: '', at: null, account: '111122223333', region: 'eu-west-1' } },
      states: [{ topic: 'regions', says: { account: '111122223333', regions: ['eu-west-1'] } }],
    },
    {
      name: 'of nobody knows which account',
      record: { Regions: [{ RegionName: 'eu-west-1' }] },
      event: { rejected: `it does not say of which account these are the regions: ${SAVE_THE_COMMAND}` },
    },
  ],
})

export default row
