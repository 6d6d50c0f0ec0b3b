import { defineEvidence, type EvidenceRow } from '../../../domain/evidence-row.ts'
import { EXAMPLES } from './examples.ts'
import { read, recognises } from './read.ts'

const row: EvidenceRow = defineEvidence({
  kind: 'cloudtrail-digest',
  title: 'CloudTrail digest files',
  recordArrays: [],
  recognises,
  read,
  enrichments: [],
  readsBeside: true,
  delivery: 'verifiable',
  witnesses: 'which log files a trail delivered in an hour, signed, and which digest came before',
  requests: [],
  cite: 'AWS CloudTrail user guide: digest file structure, custom validation of log files, digest file chaining',
  examples: EXAMPLES,
})

export default row
