import { optionIn, SAVE_THE_COMMAND } from '../../domain/asked-subject.ts'
import {
  type Asked,
  type Beside,
  defineEvidence,
  type EvidenceRow,
  NOTHING_BESIDE,
  type ReadRecord,
} from '../../domain/evidence-row.ts'
import { type Json, type JsonObject, pickText } from '../../domain/json.ts'

/** What says that a region is off; one that is being switched on or off can be used (EC2 and account management API references). */
const OFF: ReadonlySet<string> = new Set(['not-opted-in', 'DISABLED'])

/** Options that leave regions out of an answer. */
const NARROWING = [
  '--region-names',
  '--filters',
  '--region-opt-status-contains',
  '--query',
  '--max-items',
  '--max-results',
]

const FRAME: ReadonlySet<string> = new Set(['Regions', 'NextToken', 'ResponseMetadata'])

function entriesOf(record: JsonObject): readonly Json[] | null {
  const list = record['Regions']
  return Array.isArray(list) && Object.keys(record).every((key) => FRAME.has(key)) ? list : null
}

/** Whether an answer may leave regions out that are on: then it tells nothing of where the account could be used. */
function isPart(record: JsonObject, asked: Asked | null): boolean {
  return pickText(record, 'NextToken') !== null || NARROWING.some((option) => hasOption(asked, option))
}

function hasOption(asked: Asked | null, option: string): boolean {
  const words = (asked?.command ?? '').split(/\s+/)
  return words.some((word) => word === option || word.startsWith(`${option}=`))
}

function read(record: JsonObject, { asked }: Beside = NOTHING_BESIDE): ReadRecord {
  const account = optionIn(asked, '--account-id') ?? asked?.account ?? null
  if (account === null)
    return { kind: 'rejected', reason: `it does not say of which account these are the regions: ${SAVE_THE_COMMAND}` }
  if (isPart(record, asked))
    return { kind: 'rejected', reason: 'it lists some of the regions only: ask for all of them, without filters' }
  const on = (entriesOf(record) ?? []).filter(
    (one) => !OFF.has(pickText(one, 'OptInStatus') ?? pickText(one, 'RegionOptStatus') ?? ''),
  )
  const regions = [...new Set(on.flatMap((one) => pickText(one, 'RegionName') ?? []))].sort()
  // Every account has regions that nobody can switch off: a list without any says nothing.
  if (regions.length === 0) return { kind: 'statements', statements: [] }
  return { kind: 'statements', statements: [{ topic: 'regions', at: asked?.at ?? null, says: { account, regions } }] }
}

const ASKED = { command: '', at: null, account: '111122223333', region: 'eu-west-1' }

const row: EvidenceRow = defineEvidence({
  kind: 'ec2-regions',
  title: 'Regions of an account',
  recordArrays: [],
  recognises: (record) => entriesOf(record)?.every((one) => pickText(one, 'RegionName') !== null) === true,
  read,
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses: 'the regions in which an account could be used when it was asked',
  requests: [],
  cite: 'Amazon EC2 API reference: DescribeRegions; AWS Account Management API reference: ListRegions',
  examples: [
    {
      name: 'with one that is not enabled',
      record: {
        Regions: [
          { RegionName: 'eu-west-1', OptInStatus: 'opt-in-not-required' },
          { RegionName: 'me-south-1', OptInStatus: 'opted-in' },
          { RegionName: 'af-south-1', OptInStatus: 'not-opted-in' },
        ],
      },
      beside: { asked: ASKED },
      states: [{ topic: 'regions', says: { account: '111122223333', regions: ['eu-west-1', 'me-south-1'] } }],
    },
    {
      name: 'of another account of the organisation, with one that is being switched off',
      record: {
        Regions: [
          { RegionName: 'eu-west-1', RegionOptStatus: 'ENABLED_BY_DEFAULT' },
          { RegionName: 'me-south-1', RegionOptStatus: 'DISABLING' },
          { RegionName: 'af-south-1', RegionOptStatus: 'DISABLED' },
        ],
      },
      beside: { asked: { ...ASKED, command: 'aws account list-regions --account-id 444455556666' } },
      states: [{ topic: 'regions', says: { account: '444455556666', regions: ['eu-west-1', 'me-south-1'] } }],
    },
    { name: 'none at all', record: { Regions: [] }, beside: { asked: ASKED }, states: [] },
    {
      name: 'some of them',
      record: { Regions: [{ RegionName: 'eu-west-1' }] },
      beside: { asked: { ...ASKED, command: 'aws ec2 describe-regions --region-names eu-west-1' } },
      event: { rejected: 'it lists some of the regions only: ask for all of them, without filters' },
    },
    {
      name: 'of nobody knows which account',
      record: { Regions: [{ RegionName: 'eu-west-1' }] },
      event: { rejected: `it does not say of which account these are the regions: ${SAVE_THE_COMMAND}` },
    },
  ],
})

export default row
