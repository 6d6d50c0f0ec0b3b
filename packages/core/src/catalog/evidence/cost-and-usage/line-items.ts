import type { ReadRecord } from '../../../domain/evidence-row.ts'
import { parseInstant } from '../../../domain/instant.ts'
import { type JsonObject, pickText } from '../../../domain/json.ts'
import { amountOf, isBilledWhole, meterOf, subjectOf } from './usage.ts'

/** The columns of a report that are read (Data Exports user guide: CUR 2.0 columns). The id of a line tells equal ones apart. */
export const NEEDS: readonly string[] = [
  'line_item_line_item_type',
  'line_item_usage_account_id',
  'line_item_usage_start_date',
  'line_item_usage_end_date',
  'line_item_product_code',
  'line_item_usage_type',
  'line_item_usage_amount',
]

/** Every column that is read. */
export const FIELDS: readonly string[] = [
  ...NEEDS,
  'identity_line_item_id',
  'bill_invoice_id',
  'line_item_operation',
  'line_item_resource_id',
  'pricing_unit',
  'product_region_code',
  'product_region',
]

/** Whether a record is a line of a report. */
export function isLineItem(record: JsonObject): boolean {
  return NEEDS.slice(0, -1).every((name) => Object.hasOwn(record, name))
}

const NOTHING: ReadRecord = { kind: 'statements', statements: [] }

function numberText(record: JsonObject): string {
  return String(record['line_item_usage_amount'] ?? '')
}

/** Reads a line. Taxes, discounts and usage that no bytes or requests follow from say nothing here. */
export function readLineItem(record: JsonObject): ReadRecord {
  const text = (name: string): string | null => pickText(record, name)
  const meter = meterOf(text('line_item_usage_type') ?? '', text('line_item_operation'))
  // Discounts repeat the amounts of the usage that they are on.
  if (meter === null || text('line_item_line_item_type') !== 'Usage') return NOTHING
  const [at, until] = [
    parseInstant(text('line_item_usage_start_date') ?? ''),
    parseInstant(text('line_item_usage_end_date') ?? ''),
  ]
  const [account, product] = [text('line_item_usage_account_id') ?? '', text('line_item_product_code') ?? '']
  if (at === null || until === null || until <= at) return { kind: 'rejected', reason: 'its stretch of time is none' }
  if (!/^\d{12}$/.test(account) || !/^\w[\w .-]{0,99}$/.test(product))
    return { kind: 'rejected', reason: 'it does not say what was used by which account' }
  const region = regionOf(text('product_region_code') ?? text('product_region'))
  const amount = amountOf(numberText(record), text('pricing_unit'), meter)
  const isFinal = text('bill_invoice_id') !== null
  const subject = subjectOf({ account, region, resource: text('line_item_resource_id'), product })
  const complete = isFinal && amount !== null && isBilledWhole(meter)
  return {
    kind: 'witnesses',
    witnesses: [{ kind: 'amount', meter: null, at, until, subject, ...meter, amount, complete }],
    // Without its id a line may be equal to another one of the same hour, at another price.
    ...(text('identity_line_item_id') === null ? { mayRepeat: true } : {}),
  }
}

function regionOf(text: string | null): string | null {
  return text !== null && /^[a-z]{2}(?:-[a-z]+)+-\d$/.test(text) ? text : null
}
