import { defineEvidence, type EvidenceRow, NOTHING_BESIDE } from '../../../domain/evidence-row.ts'
import { type JsonObject, pickText } from '../../../domain/json.ts'
import { readerOfText, readText } from '../../../domain/lines-in-text.ts'
import { examples } from './examples.ts'
import { lines } from './line.ts'
import { read, recognises } from './read.ts'

const KEYS: ReadonlySet<string> = new Set([
  'LogFileData',
  'Marker',
  'AdditionalDataPending',
  'NextToken',
  'ResponseMetadata',
])

/** The text of the log in an answer of the provider (RDS API reference: DownloadDBLogFilePortion). */
function textIn(record: JsonObject): string | null {
  return Object.keys(record).every((key) => KEYS.has(key)) ? pickText(record, 'LogFileData') : null
}

function isAnswer(record: JsonObject): boolean {
  const text = textIn(record)
  return text !== null && readerOfText(text, lines) !== null
}

const row: EvidenceRow = defineEvidence({
  kind: 'mysql-audit-log',
  title: 'Audit log of MySQL and MariaDB',
  recordArrays: [],
  recognises: (record) => recognises(record) || isAnswer(record),
  read: (record, beside = NOTHING_BESIDE) => {
    const text = textIn(record)
    return text === null ? read(record, beside) : readText(text, { lines, read: (line) => read(line, beside) })
  },
  lines,
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses: 'who signed in to a database and what was asked of it, as far as its settings record that',
  requests: [],
  cite: 'MariaDB documentation: audit plugin log format; Amazon RDS user guide: MariaDB audit plugin; Amazon Aurora user guide: advanced auditing',
  examples,
})

export default row
