import { defineEvidence, type EvidenceRow, NOTHING_BESIDE } from '../../../domain/evidence-row.ts'
import { examples } from './examples.ts'
import { isExplorerAnswer, readExplorerAnswer } from './explorer.ts'
import { legacy } from './legacy.ts'
import { FIELDS, isLineItem, NEEDS, readLineItem } from './line-items.ts'

const row: EvidenceRow = defineEvidence({
  kind: 'cost-and-usage',
  title: 'Billed usage',
  recordArrays: [],
  recognises: (record) => isExplorerAnswer(record) || isLineItem(record),
  read: (record, beside = NOTHING_BESIDE) =>
    isExplorerAnswer(record) ? readExplorerAnswer(record, beside) : readLineItem(record),
  table: { whole: [], fields: FIELDS, needs: NEEDS, inside: {}, poor: [] },
  lines: legacy,
  enrichments: [],
  readsBeside: true,
  delivery: 'best-effort',
  witnesses:
    'how many bytes and requests were billed in each stretch of time, of one thing or of a whole product; traffic that is not billed does not show',
  requests: [],
  cite: 'AWS Data Exports user guide: CUR 2.0 and legacy CUR columns, data transfer charges; Cost Explorer API reference: GetCostAndUsage; Amazon S3 user guide: usage types; Amazon S3 FAQ: bytes in a GB',
  examples,
})

export default row
