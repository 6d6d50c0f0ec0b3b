import { defineEvidence, type EvidenceRow } from '../../../domain/evidence-row.ts'
import { examples } from './examples.ts'
import { lines } from './line.ts'
import { read, recognises } from './read.ts'

const row: EvidenceRow = defineEvidence({
  kind: 'cloudfront-access-log',
  title: 'Access log of a content network',
  recordArrays: [],
  recognises,
  read,
  lines,
  enrichments: [],
  delivery: 'best-effort',
  witnesses:
    'requests to a distribution and the bytes of its answers, headers among them; lines are delivered as best as they can be',
  requests: [],
  cite: 'Amazon CloudFront developer guide: standard logging, log file fields',
  examples,
})

export default row
