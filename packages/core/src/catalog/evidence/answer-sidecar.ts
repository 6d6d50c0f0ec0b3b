import { defineEvidence, type EvidenceRow } from '../../domain/evidence-row.ts'
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
  read: () => ({ kind: 'statements', statements: [] }),
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
  ],
})

export default row
