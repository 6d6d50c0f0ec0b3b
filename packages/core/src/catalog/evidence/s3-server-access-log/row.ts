import { defineEvidence, type EvidenceRow } from '../../../domain/evidence-row.ts'
import { mostly } from '../../../domain/line-shape.ts'
import { examples } from './examples.ts'
import { FIELDS, looksRight, readLine } from './line.ts'
import { read, recognises } from './read.ts'

const row: EvidenceRow = defineEvidence({
  kind: 's3-server-access-log',
  title: 'S3 server access log',
  recordArrays: [],
  recognises,
  read,
  lines: { starts: (head) => (mostly(head, looksRight) ? { read: readLine } : null) },
  table: {
    whole: [],
    fields: FIELDS,
    needs: [
      'bucketowner',
      'bucket_name',
      'requestdatetime',
      'requester',
      'operation',
      'key',
      'httpstatus',
      'bytessent',
    ],
    inside: {},
    poor: [],
  },
  enrichments: [],
  delivery: 'best-effort',
  witnesses:
    'requests on a bucket and the bytes they were sent; lines come late or are lost, so that their absence shows nothing',
  requests: [],
  cite: 'Amazon S3 user guide: server access log format; querying access logs with Athena',
  examples,
})

export default row
