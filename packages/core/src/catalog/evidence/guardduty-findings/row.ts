import { defineEvidence, type EvidenceRow } from '../../../domain/evidence-row.ts'
import { examples } from './examples.ts'
import { read, recognises, unwrap } from './read.ts'

const row: EvidenceRow = defineEvidence({
  kind: 'guardduty-findings',
  title: 'Findings of GuardDuty',
  recordArrays: ['Findings'],
  recognises,
  read,
  unwrap,
  enrichments: [],
  delivery: 'best-effort',
  witnesses:
    'what a detector took for an attack, of which account, store or host; it supports other evidence and proves nothing',
  requests: [],
  cite: 'Amazon GuardDuty user guide: finding details; API reference: Finding, GetFindings',
  examples,
})

export default row
