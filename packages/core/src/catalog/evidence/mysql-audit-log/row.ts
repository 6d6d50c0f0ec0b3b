import { defineEvidence, type EvidenceRow } from '../../../domain/evidence-row.ts'
import { examples } from './examples.ts'
import { lines } from './line.ts'
import { read, recognises } from './read.ts'

const row: EvidenceRow = defineEvidence({
  kind: 'mysql-audit-log',
  title: 'Audit log of MySQL and MariaDB',
  recordArrays: [],
  recognises,
  read,
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
