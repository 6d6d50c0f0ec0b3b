import { defineEvidence, type EvidenceRow, type ReadRecord } from '../../domain/evidence-row.ts'
import { type Instant, instantOfMillis, parseInstant } from '../../domain/instant.ts'
import { isObject, type Json, type JsonObject, pickText } from '../../domain/json.ts'
import type { Statement } from '../../domain/statement.ts'

const LIST = 'PublicKeyList'

/** A time as the command line prints it (ISO 8601) or as the API gives it (seconds since 1970). */
function timeOf(value: Json | undefined): Instant | null {
  if (typeof value === 'number') return instantOfMillis(value * 1000)
  return typeof value === 'string' ? parseInstant(value) : null
}

/** A key; none where it cannot be told when it signed: a key for all time would verify too much. */
function keyOf(entry: Json): readonly Statement[] {
  if (!isObject(entry)) return []
  const [key, fingerprint] = [pickText(entry, 'Value'), pickText(entry, 'Fingerprint')]
  const [from, to] = [timeOf(entry['ValidityStartTime']), timeOf(entry['ValidityEndTime'])]
  if (key === null || fingerprint === null || from === null || to === null) return []
  return [{ topic: 'signing-key', at: null, says: { fingerprint, from, to, key } }]
}

function read(record: JsonObject): ReadRecord {
  const list = record[LIST]
  const entries: readonly Json[] = Array.isArray(list) ? list : []
  const statements = entries.flatMap(keyOf)
  return statements.length < entries.length
    ? { kind: 'rejected', reason: 'a key in it lacks its value, its fingerprint or its times: ask for the keys again' }
    : { kind: 'statements', statements }
}

const KEY =
  'MIIBCgKCAQEAn11L2YZ9h7onug2ILi1MWyHiMRsTQjfWE+pHVRLk1QjfWhirG+lpOa8NrwQ/r7Ah5bNL6HepznOU9XTDSfmmnP97mqyc7z/upfZdS'
const FINGERPRINT = '8eba5db5bea9b640d1c96a77256fe7f2'

const row: EvidenceRow = defineEvidence({
  kind: 'cloudtrail-public-keys',
  title: 'Public keys of CloudTrail',
  recordArrays: [],
  recognises: (record) => Array.isArray(record[LIST]),
  read,
  enrichments: [],
  delivery: 'best-effort',
  witnesses: 'the keys that CloudTrail signs digest files of a region with, and when',
  requests: [],
  cite: 'AWS CloudTrail API reference: ListPublicKeys; user guide: validating CloudTrail log file integrity',
  examples: [
    {
      name: 'keys as the command line prints them',
      record: {
        PublicKeyList: [
          {
            ...{ Value: KEY, Fingerprint: FINGERPRINT },
            ...{ ValidityStartTime: '2015-06-01T00:00:00+00:00', ValidityEndTime: '2015-07-01T00:00:00+00:00' },
          },
        ],
      },
      states: [
        {
          topic: 'signing-key',
          says: { fingerprint: FINGERPRINT, key: KEY, from: 1433116800000, to: 1435708800000 },
        },
      ],
    },
    {
      name: 'keys as the API gives them, by seconds',
      record: {
        PublicKeyList: [
          { Value: KEY, Fingerprint: FINGERPRINT, ValidityStartTime: 1433116800.0, ValidityEndTime: 1435708800.0 },
        ],
      },
      states: [{ topic: 'signing-key', says: { from: 1433116800000, to: 1435708800000 } }],
    },
    { name: 'no keys of that time', record: { PublicKeyList: [] }, states: [] },
    {
      name: 'a key without its times is for no time',
      record: { PublicKeyList: [{ Value: KEY, Fingerprint: FINGERPRINT }] },
      event: { rejected: 'a key in it lacks its value, its fingerprint or its times: ask for the keys again' },
    },
  ],
})

export default row
