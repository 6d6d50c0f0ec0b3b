import { defineEvidence, type EvidenceRow } from '../../../domain/evidence-row.ts'
import { examples } from './examples.ts'
import { read, recognises } from './read.ts'

const row: EvidenceRow = defineEvidence({
  kind: 'cloudwatch-metric-data',
  title: 'Metrics of buckets, databases and hosts',
  recordArrays: [],
  recognises,
  read,
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses:
    'about how many bytes and requests went through a bucket, a database or a host in each period, and what a bucket held; it counts most requests and not all',
  requests: [],
  cite: 'Amazon CloudWatch API reference: GetMetricData, GetMetricStatistics; Amazon S3 user guide: metrics and dimensions; Amazon RDS and EC2 user guides: metrics',
  examples,
})

export default row
