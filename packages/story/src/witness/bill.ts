import { gzipSync } from 'node:zlib'
import type { Chance } from '../chance/chance.ts'
import { letters } from '../chance/ids.ts'
import type { Seen, Witness } from '../deliver/witness.ts'
import { HOUR, hourOf, iso } from '../time.ts'
import type { Account, Store } from '../world/model.ts'
import { type Request, requestsTo } from './wires.ts'

/** An export of costs and usage (CUR 2.0), by the hour and with resources, and which buckets it tells of. */
export interface BillPlan {
  readonly payer: Account
  readonly buckets: readonly Store[]
  readonly target: string
  readonly name: string
  readonly chance: Chance
}

const GIGABYTE = 1024 ** 3

/** What is charged for a kind of usage: its name, its unit, and how much of it a request is. */
interface Meter {
  readonly usage: string
  readonly operation: string
  readonly unit: string
  readonly rate: number
  readonly amount: (request: Request) => number
}

const isInside = ({ call }: Request): boolean => call.who.origin.endpoint !== undefined
const is =
  (operations: RegExp) =>
  ({ wire }: Request): number =>
    operations.test(wire.operation) ? 1 : 0

/** Usage of a region is named after a short form of it. */
const REGION_CODES: Readonly<Record<string, string>> = { 'eu-west-1': 'EU-', 'us-east-1': '' }

function prefixOf(region: string): string {
  const prefix = REGION_CODES[region]
  if (prefix === undefined) throw new RangeError(`no short form of ${region} is known`)
  return prefix
}

/** Never as a power of ten: `0.0000004000`. */
const decimal = (amount: number): string => amount.toFixed(10)

const METERS: readonly Meter[] = [
  {
    usage: 'DataTransfer-Out-Bytes',
    operation: 'GetObject',
    unit: 'GB',
    rate: 0.09,
    amount: (request) => (isInside(request) ? 0 : (is(/[.]GET[.]OBJECT$/)(request) * request.sent) / GIGABYTE),
  },
  {
    usage: 'C3DataTransfer-Out-Bytes',
    operation: 'GetObject',
    unit: 'GB',
    rate: 0,
    amount: (request) => (isInside(request) ? (is(/[.]GET[.]OBJECT$/)(request) * request.sent) / GIGABYTE : 0),
  },
  { usage: 'Requests-Tier1', operation: 'PutObject', unit: 'Requests', rate: 0.000005, amount: is(/PUT[.]OBJECT$/) },
  { usage: 'Requests-Tier1', operation: 'CopyObject', unit: 'Requests', rate: 0.000005, amount: is(/COPY[.]OBJECT$/) },
  { usage: 'Requests-Tier1', operation: 'ListBucket', unit: 'Requests', rate: 0.000005, amount: is(/GET[.]BUCKET$/) },
  { usage: 'Requests-Tier2', operation: 'GetObject', unit: 'Requests', rate: 4e-7, amount: is(/[.]GET[.]OBJECT$/) },
]

/** One line, by the names of its columns. */
type Line = Readonly<Record<string, string>>

interface Usage {
  readonly bucket: Store
  readonly meter: Meter
  readonly hour: number
  readonly amount: number
}

function usages(bucket: Store, seen: Seen): readonly Usage[] {
  // What is refused is not charged to the owner of the bucket.
  const requests = requestsTo(bucket, seen).filter(({ status }) => status < 400)
  return METERS.flatMap((meter) => {
    const hours = new Map<number, number>()
    for (const request of requests) {
      const hour = hourOf(request.call.at)
      hours.set(hour, (hours.get(hour) ?? 0) + meter.amount(request))
    }
    return [...hours].filter(([, amount]) => amount > 0).map(([hour, amount]) => ({ bucket, meter, hour, amount }))
  })
}

const instant = (at: number): string => `${iso(at).slice(0, 19)}.000Z`

function monthOf(at: number): { readonly from: number; readonly to: number } {
  const date = new Date(at)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  return { from: Date.UTC(year, month), to: Date.UTC(year, month + 1) }
}

function line({ bucket, meter, hour, amount }: Usage, { payer, chance }: BillPlan): Line {
  const month = monthOf(hour)
  const isTransfer = meter.unit === 'GB'
  const usage = `${prefixOf(bucket.region)}${meter.usage}`
  return {
    bill_bill_type: 'Anniversary',
    bill_billing_entity: 'AWS',
    bill_billing_period_end_date: instant(month.to),
    bill_billing_period_start_date: instant(month.from),
    bill_payer_account_id: payer.id,
    bill_payer_account_name: payer.name,
    identity_line_item_id: letters(chance, 52).toLowerCase(),
    identity_time_interval: `${iso(hour)}/${iso(hour + HOUR)}`,
    line_item_availability_zone: '',
    line_item_currency_code: 'USD',
    line_item_line_item_description: `$${decimal(meter.rate)} per ${meter.unit} of ${usage}`,
    line_item_line_item_type: 'Usage',
    line_item_operation: meter.operation,
    line_item_product_code: 'AmazonS3',
    line_item_resource_id: bucket.name,
    line_item_unblended_cost: decimal(amount * meter.rate),
    line_item_unblended_rate: decimal(meter.rate),
    line_item_usage_account_id: bucket.account.id,
    line_item_usage_account_name: bucket.account.name,
    line_item_usage_amount: decimal(amount),
    line_item_usage_end_date: instant(hour + HOUR),
    line_item_usage_start_date: instant(hour),
    line_item_usage_type: usage,
    pricing_unit: meter.unit,
    product_from_region_code: isTransfer ? bucket.region : '',
    product_location_type: 'AWS Region',
    product_product_family: isTransfer ? 'Data Transfer' : 'API Request',
    product_region_code: bucket.region,
    product_servicecode: isTransfer ? 'AWSDataTransfer' : 'AmazonS3',
    product_to_location: meter.usage === 'DataTransfer-Out-Bytes' ? 'External' : '',
    resource_tags: '{}',
  }
}

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** The export as it lies in its bucket: the lines of a month in one file. */
export function bill(plan: BillPlan): Witness {
  return (seen) => {
    const found = plan.buckets.flatMap((bucket) => usages(bucket, seen)).sort((left, right) => left.hour - right.hour)
    const lines = found.map((usage) => line(usage, plan))
    const columns = Object.keys(lines[0] ?? {})
    const rows = lines.map((one) => columns.map((column) => cell(one[column] ?? '')).join(','))
    const month = iso(seen.span.to).slice(0, 7)
    const path = `s3/${plan.target}/cur/${plan.name}/data/BILLING_PERIOD=${month}/${plan.name}-00001.csv.gz`
    return [{ path, bytes: gzipSync(`${[columns.join(','), ...rows].join('\n')}\n`) }]
  }
}
