import {
  type Beside,
  defineEvidence,
  type EvidenceRow,
  NOTHING_BESIDE,
  type ReadRecord,
} from '../../domain/evidence-row.ts'
import { type Json, type JsonObject, pickText } from '../../domain/json.ts'
import { dataStoreSettings, logsShown } from '../../domain/trail-settings.ts'

const BESIDE = ['NextToken', 'ResponseMetadata']

/** The event data stores of an answer that lists them or gets one; null for what is none. Other answers name a store and nothing of it. */
function entriesOf(record: JsonObject): readonly Json[] | null {
  const list = record['EventDataStores']
  const isList = Object.keys(record).every((key) => key === 'EventDataStores' || BESIDE.includes(key))
  if (Array.isArray(list)) return isList ? list : null
  return ['EventDataStoreArn', 'Name', 'Status'].every((key) => pickText(record, key) !== null) ? [record] : null
}

const arnIn = (entry: Json): string | null => pickText(entry, 'EventDataStoreArn')

const UNNAMED =
  'none of its `EventDataStoreArn` names an event data store: take the answer anew, as the command printed it'

function read(record: JsonObject, { asked }: Beside = NOTHING_BESIDE): ReadRecord {
  const shown = { arn: 'EventDataStoreArn', settings: dataStoreSettings, unnamed: UNNAMED }
  return logsShown(entriesOf(record) ?? [], asked?.at ?? null, shown)
}

const KEY = 'arn:aws:kms:eu-west-1:111122223333'
const ARN = 'arn:aws:cloudtrail:eu-west-1:111122223333:eventdatastore/6f9b2b1e-0000-4000-8000-000000000000'

const row: EvidenceRow = defineEvidence({
  kind: 'cloudtrail-event-data-stores',
  title: 'Event data stores of CloudTrail Lake',
  recordArrays: [],
  recognises: (record) => entriesOf(record)?.every((entry) => arnIn(entry) !== null) === true,
  read,
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses:
    'which event data stores there were when it was asked, and which events they took; none of them signs what it delivers',
  requests: [],
  cite: 'AWS CloudTrail API reference: GetEventDataStore, ListEventDataStores',
  examples: [
    {
      name: 'one that takes the management events of all regions',
      record: {
        ...{ EventDataStoreArn: ARN, Name: 'lake', Status: 'ENABLED', MultiRegionEnabled: true },
        OrganizationEnabled: false,
        AdvancedEventSelectors: [{ FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }] }],
      },
      states: [
        {
          topic: 'log-settings',
          says: {
            ...{ log: ARN, account: '111122223333', home: 'eu-west-1', act: 'shown' },
            says: { allRegions: true, allAccounts: false, on: true, key: 'none' },
          },
        },
      ],
    },
    {
      name: 'one on its way to be started, whose selectors cannot be read: both are unknown',
      record: {
        ...{ EventDataStoreArn: ARN, Name: 'lake', Status: 'STARTING_INGESTION', MultiRegionEnabled: true },
        ...{ AdvancedEventSelectors: [{ FieldSelectors: [] }], KmsKeyId: `${KEY}:key/k`, ResponseMetadata: {} },
      },
      states: [{ topic: 'log-settings', says: { says: { on: null, selectors: null, key: `${KEY}:key/k` } } }],
    },
    {
      name: 'names that are no ARNs of event data stores',
      record: { EventDataStores: [{ EventDataStoreArn: 'lake' }] },
      event: { rejected: UNNAMED },
    },
    {
      name: 'a list of them',
      record: { EventDataStores: [{ EventDataStoreArn: ARN, Name: 'lake' }] },
      states: [{ topic: 'log-settings', says: { log: ARN, says: {} } }],
    },
    { name: 'none', record: { EventDataStores: [] }, states: [] },
  ],
})

export default row
