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
  kind: 'mysql-audit-log',
  title: 'Audit log of MySQL and MariaDB',
  recordArrays: [],
  ...withTextIn(PORTION, { lines, recognises, read }),
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses: 'who signed in to a database and what was asked of it, as far as its settings record that',
  requests: [],
  cite: 'MariaDB documentation: audit plugin log format; Amazon RDS user guide: MariaDB audit plugin; Amazon Aurora user guide: advanced auditing',
  examples,
})

export default row
