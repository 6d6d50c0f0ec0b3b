import {
  type Beside,
  defineEvidence,
  type EvidenceRow,
  NOTHING_BESIDE,
  type ReadRecord,
} from '../../domain/evidence-row.ts'
import { isObject, type Json, type JsonObject, pickText } from '../../domain/json.ts'
import type { LogSettings } from '../../domain/log-config.ts'
import type { Statement } from '../../domain/statement.ts'
import { logNamed, selectorsIn } from '../../domain/trail-settings.ts'

function entriesOf(record: JsonObject): readonly Json[] | null {
  const list = record['EventDataStores']
  if (Array.isArray(list)) return list
  return pickText(record, 'EventDataStoreArn') !== null ? [record] : null
}

function settingsOf(entry: JsonObject): Partial<LogSettings> {
  const [regions, accounts] = [entry['MultiRegionEnabled'], entry['OrganizationEnabled']]
  const status = pickText(entry, 'Status')
  const selectors = selectorsIn(entry)
  return {
    ...(typeof regions === 'boolean' ? { allRegions: regions } : {}),
    ...(typeof accounts === 'boolean' ? { allAccounts: accounts } : {}),
    ...(status === null ? {} : { on: status === 'ENABLED' }),
    ...(selectors === null ? {} : { selectors }),
  }
}

function read(record: JsonObject, { asked }: Beside = NOTHING_BESIDE): ReadRecord {
  const statements = (entriesOf(record) ?? []).flatMap((entry): readonly Statement[] => {
    const named = logNamed(pickText(entry, 'EventDataStoreArn') ?? '')
    if (named === null || !isObject(entry)) return []
    return [{ topic: 'log-settings', at: asked?.at ?? null, says: { ...named, act: 'shown', says: settingsOf(entry) } }]
  })
  return { kind: 'statements', statements }
}

const ARN = 'arn:aws:cloudtrail:eu-west-1:111122223333:eventdatastore/6f9b2b1e-0000-4000-8000-000000000000'

const row: EvidenceRow = defineEvidence({
  kind: 'cloudtrail-event-data-stores',
  title: 'Event data stores of CloudTrail Lake',
  recordArrays: [],
  recognises: (record) =>
    entriesOf(record)?.every((entry) => pickText(entry, 'EventDataStoreArn') !== null) === true &&
    record['QueryId'] === undefined,
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
          says: { log: ARN, home: 'eu-west-1', says: { allRegions: true, allAccounts: false, on: true } },
        },
      ],
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
