import { defineEvidence, type EvidenceRow } from '../../../domain/evidence-row.ts'
import { examples } from './examples.ts'
import { read, recognises, unwrap } from './read.ts'

const row: EvidenceRow = defineEvidence({
  kind: 'ses-notifications',
  title: 'Notices of mail that was sent',
  recordArrays: [],
  recognises,
  read,
  unwrap,
  enrichments: [],
  delivery: 'best-effort',
  witnesses:
    'mail that was sent as a sender, by whom and from where, and what became of it; only mail that a setting asks word of shows',
  requests: [],
  cite: 'Amazon SES developer guide: contents of notifications, contents of event data that a configuration set publishes',
  examples,
})

export default row
