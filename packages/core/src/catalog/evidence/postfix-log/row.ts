import { defineEvidence, type EvidenceRow } from '../../../domain/evidence-row.ts'
import { examples } from './examples.ts'
import { lines } from './line.ts'
import { read, recognises } from './read.ts'

const row: EvidenceRow = defineEvidence({
  kind: 'postfix-log',
  title: 'Log of Postfix',
  recordArrays: [],
  recognises,
  read,
  lines,
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses:
    'mail that a server took and handed on, and who had signed in to send it; logs of a host can be changed by whoever holds the host',
  requests: [],
  cite: 'Postfix documentation: queue manager, cleanup, smtpd and delivery agents, log lines; RFC 3164 and RFC 5424: times of syslog',
  examples,
})

export default row
