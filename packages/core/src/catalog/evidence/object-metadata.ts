import { defineEvidence, type EvidenceRow } from '../../domain/evidence-row.ts'
import { isObject, type JsonObject } from '../../domain/json.ts'

function recognises(record: JsonObject): boolean {
  return isObject(record['Metadata']) && ['ContentLength', 'ETag'].every((key) => record[key] !== undefined)
}

const row: EvidenceRow = defineEvidence({
  kind: 'object-metadata',
  title: 'Metadata of an object, beside it',
  recordArrays: [],
  recognises,
  // It is read with the object that it stands beside; by itself it states nothing.
  read: () => ({ kind: 'statements', statements: [] }),
  enrichments: [],
  delivery: 'best-effort',
  witnesses:
    'the metadata of the object in the file beside it: of the newest digest its signature, which stands nowhere else',
  requests: [],
  cite: 'Amazon S3 API reference: HeadObject; CloudTrail user guide: digest file structure',
  examples: [
    {
      name: 'beside a digest',
      record: {
        ContentLength: 701,
        ETag: '"69d1"',
        LastModified: '2026-03-09T22:24:46+00:00',
        Metadata: { signature: '0a' },
      },
      states: [],
    },
  ],
})

export default row
