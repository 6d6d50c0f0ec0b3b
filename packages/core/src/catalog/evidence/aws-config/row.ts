import { defineEvidence, type EvidenceRow, type ReadRecord } from '../../../domain/evidence-row.ts'
import { type JsonObject, pickText } from '../../../domain/json.ts'
import type { Statement } from '../../../domain/statement.ts'
import { EXAMPLES } from './examples.ts'
import { gateOf } from './gates.ts'
import { itemOf } from './item.ts'
import { isStoreType, storeOf } from './stores.ts'

function recognises(record: JsonObject): boolean {
  const isTyped = /^\w{1,64}::\w{1,64}::\w{1,64}/.test(pickText(record, 'resourceType') ?? '')
  return isTyped && ['configurationItemCaptureTime', 'configurationItemStatus'].every((key) => key in record)
}

/** An item of a type that is no store is kept and states nothing. One that was deleted shows that there was a store. */
function read(record: JsonObject): ReadRecord {
  if (!isStoreType(pickText(record, 'resourceType') ?? '')) return { kind: 'statements', statements: [] }
  const item = itemOf(record)
  if (typeof item === 'string') return { kind: 'rejected', reason: item }
  const store = storeOf(item)
  if (store === null) return { kind: 'rejected', reason: 'it does not name its resource by an ARN of that type' }
  const gate = gateOf(record, item, store)
  const at = item.capturedAt
  const gates: readonly Statement[] = gate === null ? [] : [{ topic: 'gate', at, says: gate }]
  return { kind: 'statements', statements: [{ topic: 'store-listed', at, says: store }, ...gates] }
}

const row: EvidenceRow = defineEvidence({
  kind: 'aws-config',
  title: 'Configuration items',
  recordArrays: ['configurationItems', 'baseConfigurationItems'],
  recognises,
  read,
  enrichments: [],
  delivery: 'best-effort',
  witnesses: 'which stores there were when they were captured, and what buckets and keys let through',
  requests: [],
  cite: 'AWS Config developer guide: configuration items, example configuration snapshot and history; API reference: ConfigurationItem',
  examples: EXAMPLES,
})

export default row
