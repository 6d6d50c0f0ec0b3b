import {
  type Beside,
  defineEvidence,
  type EvidenceRow,
  NOTHING_BESIDE,
  type ReadRecord,
} from '../../domain/evidence-row.ts'
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

/** Whether a member is left out, or text of some form. */
function isText(record: JsonObject, key: string, form: RegExp): boolean {
  const value = record[key] ?? null
  return value === null || (typeof value === 'string' && form.test(value))
}

/** No command is longer, in characters. */
const LONGEST_COMMAND = 2 ** 16

/** What of a sidecar cannot be used, or null. */
function flawOf(record: JsonObject, { isWhole }: Beside): string | null {
  if (!isWhole) return 'it stands among other records: which of them is meant cannot be told'
  if ((pickText(record, 'command') ?? '').length > LONGEST_COMMAND) return 'its `command` is longer than any is'
  if (parseInstant(pickText(record, 'at') ?? '') === null)
    return 'its `at` is no time: the answer beside it then proves nothing about time'
  if (!isText(record, 'account', /^\d{12}$/))
    return 'its `account` is not twelve digits in quotes: whose answer it is then nobody knows'
  return isText(record, 'region', /^[a-z\d-]+$/)
    ? null
    : 'its `region` is no region in quotes: where it was asked then nobody knows'
}

/** It is read with the answer that it stands beside; by itself it states nothing. */
function read(record: JsonObject, beside: Beside = NOTHING_BESIDE): ReadRecord {
  const reason = flawOf(record, beside)
  return reason === null ? { kind: 'statements', statements: [] } : { kind: 'rejected', reason }
}

const row: EvidenceRow = defineEvidence({
  kind: 'answer-sidecar',
  title: 'What an answer was asked, beside it',
  recordArrays: [],
  recognises,
  read,
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
    {
      name: 'with an account that is a number',
      record: { command: 'aws cloudtrail describe-trails', at: '2026-03-10T12:02:00Z', account: 111_122_223_333 },
      event: {
        rejected: 'its `account` is not twelve digits in quotes: whose answer it is then nobody knows',
      },
    },
    {
      name: 'with a region that is none',
      record: { command: 'aws cloudtrail describe-trails', at: '2026-03-10T12:02:00Z', region: 'EU (Ireland)' },
      event: { rejected: 'its `region` is no region in quotes: where it was asked then nobody knows' },
    },
    {
      name: 'with a command that is none',
      record: { command: 'aws '.repeat(2 ** 15), at: '2026-03-10T12:02:00Z' },
      event: { rejected: 'its `command` is longer than any is' },
    },
    {
      name: 'two in one file',
      record: { command: 'aws cloudtrail describe-trails', at: '2026-03-10T12:02:00Z' },
      beside: { isWhole: false },
      event: { rejected: 'it stands among other records: which of them is meant cannot be told' },
    },
  ],
})

export default row
