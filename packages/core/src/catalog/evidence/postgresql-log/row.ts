import { defineEvidence, type EvidenceRow } from '../../../domain/evidence-row.ts'
import { withTextIn } from '../../../domain/lines-in-text.ts'
import { examples } from './examples.ts'
import { lines } from './line.ts'
import { read, recognises } from './read.ts'

/** An answer of the provider that holds lines of the log (RDS API reference: DownloadDBLogFilePortion). */
const PORTION = {
  text: 'LogFileData',
  beside: ['Marker', 'AdditionalDataPending', 'NextToken', 'ResponseMetadata'],
} as const

const row: EvidenceRow = defineEvidence({
  kind: 'postgresql-log',
  title: 'Log of PostgreSQL',
  recordArrays: [],
  ...withTextIn(PORTION, { lines, recognises, read }),
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses: 'who signed in to a database and what was asked of it, as far as its settings record that',
  requests: [],
  cite: 'PostgreSQL documentation: error reporting and logging; pgaudit: format of the log; Amazon RDS user guide: log_line_prefix',
  examples,
})

export default row
