import { defineEvidence, type EvidenceRow } from '../../../domain/evidence-row.ts'
import { examples } from './examples.ts'
import { lines } from './line.ts'
import { read, recognises } from './read.ts'

const row: EvidenceRow = defineEvidence({
  kind: 'alb-access-log',
  title: 'Access log of a load balancer',
  recordArrays: [],
  recognises,
  read,
  lines,
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses:
    'requests to a load balancer and the bytes of its answers, headers among them; lines are delivered as best as they can be',
  requests: [],
  cite: 'Application Load Balancer user guide: access logs, access log entries',
  examples,
})

export default row
