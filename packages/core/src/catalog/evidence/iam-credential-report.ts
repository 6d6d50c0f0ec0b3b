import { accountOf } from '../../domain/arn.ts'
import { asciiOfBase64 } from '../../domain/base64.ts'
import { defineEvidence, type EvidenceRow, type ReadRecord } from '../../domain/evidence-row.ts'
import { type Instant, parseInstant } from '../../domain/instant.ts'
import { pickText } from '../../domain/json.ts'
import type { Statement } from '../../domain/statement.ts'

/** The columns of keys: whether each is active, and when it was made or replaced. */
const KEYS = [
  ['access_key_1_active', 'access_key_1_last_rotated'],
  ['access_key_2_active', 'access_key_2_last_rotated'],
] as const

type Cells = ReadonlyMap<string, string>

/** The rows of a report. Names of users hold no commas or quotes (IAM user guide: names), so that no cell does. */
function rowsOf(text: string): readonly Cells[] {
  const [head = '', ...lines] = text.split(/\r?\n/).filter((line) => line !== '')
  const columns = head.split(',')
  return lines.map((line) => new Map(line.split(',').map((cell, at) => [columns[at] ?? '', cell])))
}

function statementsOf(cells: Cells, at: Instant): readonly Statement[] {
  const principal = cells.get('arn') ?? ''
  const account = accountOf(principal)
  if (account === null) return []
  return KEYS.flatMap(([active, rotated]): readonly Statement[] => {
    const madeAt = parseInstant(cells.get(rotated) ?? '')
    const isActive = cells.get(active) === 'true'
    if (madeAt === null && !isActive) return []
    return [{ topic: 'credential', at, says: { account, principal, madeAt, active: isActive } }]
  })
}

function read(record: Parameters<EvidenceRow['read']>[0]): ReadRecord {
  const text = asciiOfBase64(pickText(record, 'Content') ?? '')
  const at = parseInstant(pickText(record, 'GeneratedTime') ?? '')
  if (text === null || !text.startsWith('user,arn,'))
    return { kind: 'rejected', reason: 'its content is no credential report' }
  if (at === null)
    return { kind: 'rejected', reason: 'it does not say when it was generated: ask for the report again' }
  return { kind: 'statements', statements: rowsOf(text).flatMap((cells) => statementsOf(cells, at)) }
}

const CONTENT =
  'dXNlcixhcm4sYWNjZXNzX2tleV8xX2FjdGl2ZSxhY2Nlc3Nfa2V5XzFfbGFzdF9yb3RhdGVkLGFjY2Vzc19rZXlfMl9hY3RpdmUsYWNjZXNzX2tleV8yX2xhc3Rfcm90YXRlZAp1LGFybjphd3M6aWFtOjoxMTExMjIyMjMzMzM6dXNlci91LHRydWUsMjAyNi0wMS0wMVQwMDowMDowMCswMDowMCxmYWxzZSxOL0E='

const row: EvidenceRow = defineEvidence({
  kind: 'iam-credential-report',
  title: 'Credential report of an account',
  recordArrays: [],
  recognises: (record) => pickText(record, 'Content') !== null && pickText(record, 'ReportFormat') === 'text/csv',
  read,
  enrichments: [],
  delivery: 'best-effort',
  witnesses: 'the keys of an account when the report was generated, and when each was made or last replaced',
  requests: [],
  cite: 'AWS IAM API reference: GetCredentialReport; IAM user guide: getting credential reports',
  examples: [
    {
      name: 'one user with one key',
      record: { Content: CONTENT, ReportFormat: 'text/csv', GeneratedTime: '2026-03-10T12:02:00+00:00' },
      states: [
        {
          topic: 'credential',
          says: {
            ...{ account: '111122223333', principal: 'arn:aws:iam::111122223333:user/u', active: true },
            madeAt: 1767225600000,
          },
        },
      ],
    },
    {
      name: 'something else in base64',
      record: { Content: 'eA==', ReportFormat: 'text/csv', GeneratedTime: '2026-03-10T12:02:00+00:00' },
      event: { rejected: 'its content is no credential report' },
    },
    {
      name: 'without its time',
      record: { Content: CONTENT, ReportFormat: 'text/csv' },
      event: { rejected: 'it does not say when it was generated: ask for the report again' },
    },
  ],
})

export default row
