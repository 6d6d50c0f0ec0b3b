import { defineEvidence, type EvidenceRow } from '../../../domain/evidence-row.ts'
import { examples } from './examples.ts'
import { lines } from './line.ts'
import { read, recognises } from './read.ts'

const row: EvidenceRow = defineEvidence({
  kind: 'exchange-message-tracking',
  title: 'Message tracking of Exchange',
  recordArrays: [],
  recognises,
  read,
  lines,
  enrichments: [],
  delivery: 'best-effort',
  witnesses:
    'mail that left or reached mailboxes of a server; who read a mailbox does not show, and the log of each server has its own mail alone',
  requests: [],
  cite: 'Exchange Server documentation: message tracking, fields and event types in the message tracking log',
  examples,
})

export default row
