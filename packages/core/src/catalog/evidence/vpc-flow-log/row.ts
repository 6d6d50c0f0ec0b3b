import { defineEvidence, type EvidenceRow } from '../../../domain/evidence-row.ts'
import { examples } from './examples.ts'
import { hasFields, starts } from './heading.ts'
import { read } from './read.ts'

const row: EvidenceRow = defineEvidence({
  kind: 'vpc-flow-log',
  title: 'VPC flow log',
  recordArrays: [],
  recognises: hasFields,
  read,
  lines: { starts },
  enrichments: [],
  delivery: 'best-effort',
  witnesses:
    'traffic of network interfaces, with its bytes; what was skipped, filtered out or goes by ways that are not recorded is missing',
  requests: [],
  cite: 'Amazon VPC user guide: flow log records; flow log limitations',
  examples,
})

export default row
