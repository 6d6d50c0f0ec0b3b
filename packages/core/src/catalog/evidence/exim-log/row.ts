import { defineEvidence, type EvidenceRow } from '../../../domain/evidence-row.ts'
import { examples } from './examples.ts'
import { lines } from './line.ts'
import { read, recognises } from './read.ts'

const row: EvidenceRow = defineEvidence({
  kind: 'exim-log',
  title: 'Main log of Exim',
  recordArrays: [],
  recognises,
  read,
  lines,
  enrichments: [],
  delivery: 'best-effort',
  witnesses:
    'mail that a server took and delivered, and who had signed in to send it; logs of a host can be changed by whoever holds the host',
  requests: [],
  cite: 'Exim specification, chapter on log files: logging message reception and delivery',
  examples,
})

export default row
