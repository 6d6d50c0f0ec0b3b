import { defineEvidence, type EvidenceRow } from '../../../domain/evidence-row.ts'
import { EXAMPLES } from './examples.ts'
import { ENRICHMENTS, read, recognises } from './read.ts'
import { REQUESTS } from './requests.ts'
import { TABLE } from './table.ts'
import { unwrap } from './unwrap.ts'

const row: EvidenceRow = defineEvidence({
  kind: 'cloudtrail',
  title: 'AWS CloudTrail',
  recordArrays: ['Records', 'Events'],
  recognises,
  read,
  unwrap,
  table: TABLE,
  enrichments: ENRICHMENTS,
  delivery: 'verifiable',
  witnesses:
    'calls to the APIs of AWS, sign-ins and acts of services, by class of event and as the selectors of a trail ask for them',
  requests: REQUESTS,
  cite: 'AWS CloudTrail user guide: record contents, userIdentity element, log file integrity validation',
  examples: EXAMPLES,
})

export default row
