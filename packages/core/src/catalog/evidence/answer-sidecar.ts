import { defineEvidence, type EvidenceRow } from '../../domain/evidence-row.ts'
import { parseInstant } from '../../domain/instant.ts'
import { type JsonObject, pickText } from '../../domain/json.ts'

const KEYS: ReadonlySet<string> = new Set(['command', 'at', 'account', 'region'])

function recognises(record: JsonObject): boolean {
  return (
    pickText(record, 'command') !== null &&
    pickText(record, 'at') !== null &&
    Object.keys(record).every((key) => KEYS.has(key))
  )
}

const row: EvidenceRow = defineEvidence({
  kind: 'answer-sidecar',
  title: 'What an answer was asked, beside it',
  recordArrays: [],
  recognises,
  // It is read with the answer that it stands beside; by itself it states nothing.
  read: (record) =>
    parseInstant(pickText(record, 'at') ?? '') === null
      ? { kind: 'rejected', reason: 'its `at` is no time: the answer beside it then proves nothing about time' }
      : { kind: 'statements', statements: [] },
  enrichments: [],
  delivery: 'best-effort',
  witnesses: 'the command, time, account and region of the answer in the file beside it',
  requests: [],
  cite: 'the commands of `request list` write it',
  examples: [
    {
      name: 'beside an answer',
      record: {
        command: 'aws cloudtrail describe-trails',
        at: '2026-03-10T12:02:00Z',
        account: '111122223333',
        region: 'eu-west-1',
      },
      states: [],
    },
    {
      name: 'with a time that is none',
      record: { command: 'aws cloudtrail describe-trails', at: 'yesterday' },
      event: { rejected: 'its `at` is no time: the answer beside it then proves nothing about time' },
    },
  ],
})

export default row
