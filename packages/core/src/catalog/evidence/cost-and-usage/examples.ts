import type { EvidenceExample } from '../../../domain/evidence-row.ts'
import { ANSWERS } from './explorer-examples.ts'

const ACCOUNT = '111122223333'
const BUCKET = { id: 'arn:aws:s3:::payroll', kind: 's3-bucket', account: ACCOUNT, region: 'eu-west-1', name: 'payroll' }

/** A line of a report; what it leaves out is empty. */
function item(usage: string, amount: string, more: Readonly<Record<string, string>> = {}): object {
  return {
    ...{ identity_line_item_id: 'l1', bill_invoice_id: '123', line_item_line_item_type: 'Usage' },
    ...{ line_item_usage_account_id: ACCOUNT, line_item_product_code: 'AmazonS3', line_item_usage_type: usage },
    line_item_usage_start_date: '2026-03-24T03:00:00Z',
    ...{ line_item_usage_end_date: '2026-03-24T04:00:00Z', line_item_usage_amount: amount, pricing_unit: 'GB' },
    ...{ line_item_resource_id: 'payroll', product_region_code: 'eu-west-1', line_item_operation: 'GetObject' },
    ...more,
  }
}

const EGRESS = 'EU-DataTransfer-Out-Bytes'

const ITEMS: readonly EvidenceExample[] = [
  {
    name: 'what left a bucket to the internet in one hour',
    record: item(EGRESS, '1.5000000000'),
    witnesses: [
      {
        ...{ kind: 'amount', at: '2026-03-24T03:00:00Z', until: '2026-03-24T04:00:00Z', subject: BUCKET },
        ...{ measure: 'egress-bytes', part: 'internet', amount: 1_610_612_736, complete: true },
      },
    ],
  },
  {
    name: 'a bill that is not final yet does not count all',
    record: item(EGRESS, '1', { bill_invoice_id: '' }),
    witnesses: [{ kind: 'amount', part: 'internet', amount: 2 ** 30, complete: false }],
  },
  {
    name: 'a part of a byte, in either way to write it, is a byte',
    record: item(EGRESS, '9.3E-10'),
    witnesses: [{ kind: 'amount', amount: 1 }],
  },
  {
    name: 'without its unit an amount is unknown',
    record: item(EGRESS, '1', { pricing_unit: '' }),
    witnesses: [{ kind: 'amount', part: 'internet', amount: null, complete: false }],
  },
  {
    name: 'to another region, of which billing shows that part alone',
    record: item('EUW1-USE1-AWS-Out-Bytes', '1'),
    witnesses: [{ kind: 'amount', measure: 'egress-bytes', part: 'region-out', amount: 2 ** 30, complete: false }],
  },
  {
    name: 'to other services of the region, by way of a content network, and between zones',
    lines: [
      'lineItem/LineItemType,lineItem/UsageAccountId,lineItem/UsageStartDate,lineItem/UsageEndDate,lineItem/ProductCode,lineItem/UsageType,lineItem/UsageAmount,lineItem/ResourceId,product/regionCode,pricing/unit,lineItem/LineItemDescription',
      ...['S3G-DataTransfer-Out-Bytes', 'CloudFront-Out-Bytes', 'DataTransfer-Regional-Bytes'].map(
        (usage) =>
          `Usage,${ACCOUNT},2026-03-24T03:00:00Z,2026-03-24T04:00:00Z,AmazonS3,EU-${usage},1,payroll,eu-west-1,GB,"a, ""b"""`,
      ),
      `Usage,${ACCOUNT},2026-03-24T03:00:00Z`,
      `Usage,"${ACCOUNT}`,
    ],
    witnesses: [
      { kind: 'amount', subject: BUCKET, part: 'other-services', amount: 2 ** 30, complete: false },
      { kind: 'amount', subject: BUCKET, part: 'content-network' },
      { kind: 'amount', subject: BUCKET, part: 'zone-out' },
    ],
    rejected: ['it has other columns than the head of the report', 'its quotes have no end'],
  },
  {
    name: 'requests that read',
    record: item('EU-Requests-Tier2', '12', { pricing_unit: 'Requests' }),
    witnesses: [{ kind: 'amount', measure: 'requests', part: 'reads', amount: 12, complete: false }],
  },
  {
    name: 'requests of a name that is nothing',
    record: item('Requests-SIA-Tier1', '12', { pricing_unit: 'Requests', line_item_operation: 'constructor' }),
    witnesses: [{ kind: 'amount', measure: 'requests', part: 'unknown', amount: 12 }],
  },
  {
    name: 'byte-hours are no bytes',
    record: item('EU-TimedStorage-ByteHrs', '0.002', { pricing_unit: 'GB-Mo' }),
    witnesses: [{ kind: 'amount', measure: 'stored-bytes', part: 'unknown', amount: null }],
  },
  {
    name: 'a host',
    record: item('EUW1-DataTransfer-Out-Bytes', '1', {
      ...{ line_item_product_code: 'AmazonEC2', line_item_resource_id: 'i-0123456789abcdef0' },
    }),
    witnesses: [
      {
        ...{ kind: 'amount', part: 'internet' },
        subject: {
          ...{ id: `arn:aws:ec2:eu-west-1:${ACCOUNT}:instance/i-0123456789abcdef0`, kind: 'ec2-instance' },
          ...{ account: ACCOUNT, region: 'eu-west-1', name: 'i-0123456789abcdef0' },
        },
      },
    ],
  },
  {
    name: 'a database',
    record: item('DataTransfer-Out-Bytes', '1', {
      ...{ line_item_product_code: 'AmazonRDS', line_item_resource_id: `arn:aws:rds:eu-west-1:${ACCOUNT}:db:ERP` },
    }),
    witnesses: [
      {
        ...{ kind: 'amount', part: 'internet' },
        subject: {
          ...{ id: `arn:aws:rds:eu-west-1:${ACCOUNT}:db:erp`, kind: 'rds-instance', name: 'erp' },
          ...{ account: ACCOUNT, region: 'eu-west-1' },
        },
      },
    ],
  },
  {
    name: 'a product as a whole where no thing is named',
    record: item(EGRESS, '1', { line_item_resource_id: '', product_region_code: '' }),
    witnesses: [
      {
        ...{ kind: 'amount', part: 'internet' },
        subject: {
          ...{ id: `${ACCOUNT}/AmazonS3`, kind: 'billed-product', account: ACCOUNT, region: null },
          name: `AmazonS3 of ${ACCOUNT}`,
        },
      },
    ],
  },
  {
    name: 'a line without its id may be equal to another',
    record: item(EGRESS, '1', { identity_line_item_id: '' }),
    witnesses: [{ kind: 'amount', amount: 2 ** 30 }],
  },
  { name: 'usage from which no bytes follow', record: item('EUW1-BoxUsage:t3.micro', '1'), states: [] },
  {
    name: 'a discount repeats an amount that was counted',
    record: item(EGRESS, '1', { line_item_line_item_type: 'EdpDiscount' }),
    states: [],
  },
  {
    name: 'an hour that ends before it begins',
    record: item(EGRESS, '1', { line_item_usage_end_date: '2026-03-24T02:00:00Z' }),
    event: { rejected: 'its stretch of time is none' },
  },
  {
    name: 'of nobody',
    record: item(EGRESS, '1', { line_item_usage_account_id: 'you' }),
    event: { rejected: 'it does not say what was used by which account' },
  },
]

/** The row's tests. */
export const examples: readonly EvidenceExample[] = [...ITEMS, ...ANSWERS]
