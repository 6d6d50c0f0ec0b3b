import { accountOf } from '../../domain/arn.ts'
import { asciiOfBase64 } from '../../domain/base64.ts'
import { defineEvidence, type EvidenceRow, type ReadRecord } from '../../domain/evidence-row.ts'
import { type Instant, parseInstant } from '../../domain/instant.ts'
import { type JsonObject, pick, pickText } from '../../domain/json.ts'
import type { Statement } from '../../domain/statement.ts'

/** The columns of keys: whether each is active, and when it was made or replaced. */
const KEYS = [
  ['access_key_1_active', 'access_key_1_last_rotated'],
  ['access_key_2_active', 'access_key_2_last_rotated'],
] as const

/** What a report must say to tell all keys of a user (IAM user guide: credential report format). */
const NEEDS: readonly string[] = ['user', 'arn', ...KEYS.flat()]

type Cells = ReadonlyMap<string, string>

/** The rows of a report; null where one does not fit the head. Names of users hold no commas or quotes, so that no cell does. */
function rowsOf(text: string): readonly Cells[] | null {
  const [head = '', ...lines] = text.split(/\r?\n/).filter((line) => line !== '')
  const columns = head.split(',')
  const rows = lines.map((line) => line.split(','))
  if (!NEEDS.every((one) => columns.includes(one)) || rows.some((cells) => cells.length !== columns.length)) return null
  return rows.map((cells) => new Map(columns.map((column, at) => [column, cells[at] ?? ''])))
}

/** The keys of one user; null for a row that is of nobody. What does not say that a key is off may be on. */
function keysOf(cells: Cells, at: Instant | null): readonly Statement[] | null {
  const principal = cells.get('arn') ?? ''
  const account = accountOf(principal)
  if (account === null) return null
  return KEYS.flatMap(([active, rotated]): readonly Statement[] => {
    const madeAt = parseInstant(cells.get(rotated) ?? '')
    const isActive = cells.get(active) !== 'false'
    if (madeAt === null && !isActive) return []
    return [{ topic: 'credential', at, says: { account, principal, madeAt, active: isActive } }]
  })
}

function rejected(reason: string): ReadRecord {
  return { kind: 'rejected', reason }
}

const NO_REPORT = 'its content is no credential report: ask for the report again'

function readAnswer(record: JsonObject): ReadRecord {
  const text = asciiOfBase64(pickText(record, 'Content') ?? '')
  const at = parseInstant(pickText(record, 'GeneratedTime') ?? '')
  const rows = text === null ? null : rowsOf(text)
  if (rows === null) return rejected(NO_REPORT)
  if (at === null) return rejected('it does not say when it was generated: ask for the report again')
  const keys = rows.map((cells) => keysOf(cells, at))
  // One that is left out would be missed by nobody.
  const known = keys.filter((one) => one !== null)
  return known.length < keys.length ? rejected(NO_REPORT) : { kind: 'statements', statements: known.flat() }
}

/** A row of the table that the report is, saved by itself: nothing in it says when it was generated. */
function readRow(record: JsonObject): ReadRecord {
  const cells = new Map(NEEDS.map((column) => [column, String(pick(record, column) ?? '')]))
  const keys = keysOf(cells, null)
  return keys === null ? rejected('it names no user by an ARN') : { kind: 'statements', statements: keys }
}

const isAnswer = (record: JsonObject): boolean =>
  pickText(record, 'Content') !== null && pickText(record, 'ReportFormat') === 'text/csv'

const isRow = (record: JsonObject): boolean =>
  pickText(record, 'user') !== null && ['arn', ...KEYS[0]].every((column) => Object.hasOwn(record, column))

const CONTENT =
  'dXNlcixhcm4sYWNjZXNzX2tleV8xX2FjdGl2ZSxhY2Nlc3Nfa2V5XzFfbGFzdF9yb3RhdGVkLGFjY2Vzc19rZXlfMl9hY3RpdmUsYWNjZXNzX2tleV8yX2xhc3Rfcm90YXRlZAp1LGFybjphd3M6aWFtOjoxMTExMjIyMjMzMzM6dXNlci91LHRydWUsMjAyNi0wMS0wMVQwMDowMDowMCswMDowMCxmYWxzZSxOL0E='
/** A report whose second row lacks a cell. */
const TORN =
  'dXNlcixhcm4sYWNjZXNzX2tleV8xX2FjdGl2ZSxhY2Nlc3Nfa2V5XzFfbGFzdF9yb3RhdGVkLGFjY2Vzc19rZXlfMl9hY3RpdmUsYWNjZXNzX2tleV8yX2xhc3Rfcm90YXRlZAp1LGFybjphd3M6aWFtOjoxMTExMjIyMjMzMzM6dXNlci91LHRydWU='
const USER = { account: '111122223333', principal: 'arn:aws:iam::111122223333:user/u' }
const TIMED = { ReportFormat: 'text/csv', GeneratedTime: '2026-03-10T12:02:00+00:00' }

const row: EvidenceRow = defineEvidence({
  kind: 'iam-credential-report',
  title: 'Credential report of an account',
  recordArrays: [],
  recognises: (record) => isAnswer(record) || isRow(record),
  read: (record) => (isAnswer(record) ? readAnswer(record) : readRow(record)),
  table: { whole: [], needs: NEEDS, fields: NEEDS, inside: {}, poor: [] },
  enrichments: [],
  delivery: 'best-effort',
  witnesses: 'the keys of an account when the report was generated, and when each was made or last replaced',
  requests: [],
  cite: 'AWS IAM API reference: GetCredentialReport; IAM user guide: getting credential reports',
  examples: [
    {
      name: 'one user with one key',
      record: { Content: CONTENT, ...TIMED },
      states: [
        {
          topic: 'credential',
          at: parseInstant('2026-03-10T12:02:00Z'),
          says: { ...USER, madeAt: 1767225600000, active: true },
        },
      ],
    },
    {
      name: 'a row of the table alone, with a key that is off and one that nobody knows whether it is',
      record: {
        ...{
          user: 'u',
          arn: USER.principal,
          access_key_1_active: false,
          access_key_1_last_rotated: '2026-01-01T00:00:00+00:00',
        },
        ...{ access_key_2_active: 'not_supported', access_key_2_last_rotated: 'N/A' },
      },
      states: [
        { topic: 'credential', at: null, says: { ...USER, madeAt: 1767225600000, active: false } },
        { topic: 'credential', at: null, says: { ...USER, madeAt: null, active: true } },
      ],
    },
    {
      name: 'something else in base64',
      record: { Content: 'eA==', ...TIMED },
      event: { rejected: NO_REPORT },
    },
    { name: 'a row that is cut', record: { Content: TORN, ...TIMED }, event: { rejected: NO_REPORT } },
    {
      name: 'without its time',
      record: { Content: CONTENT, ReportFormat: 'text/csv' },
      event: { rejected: 'it does not say when it was generated: ask for the report again' },
    },
  ],
})

export default row
