import { defineEvidence, type EvidenceRow } from '../../../domain/evidence-row.ts'
import { EXAMPLES } from './examples.ts'
import { read, recognises } from './read.ts'
import { REQUESTS } from './requests.ts'
import { TABLE } from './table.ts'
import { unwrap } from './unwrap.ts'

const TENANT = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const row: EvidenceRow = defineEvidence({
  kind: 'microsoft-365-audit',
  title: 'Microsoft 365 unified audit log',
  // The answer of the Graph; the Management Activity API gives plain arrays.
  recordArrays: ['value'],
  recognises,
  read,
  unwrap,
  table: TABLE,
  enrichments: [],
  delivery: 'best-effort',
  witnesses:
    'acts on mailboxes, their rules and permissions, on the mail flow and on the directory, as licences and settings of auditing ask for them',
  requests: REQUESTS,
  isAccount: (id) => TENANT.test(id),
  cite: 'Office 365 Management Activity API schema; Microsoft Purview: MailItemsAccessed, detailed properties in the audit log; Azure Monitor reference: OfficeActivity',
  examples: EXAMPLES,
})

export default row
