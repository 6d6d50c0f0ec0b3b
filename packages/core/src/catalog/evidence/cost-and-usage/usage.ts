import { formatArn, parseArn, partitionOf } from '../../../domain/arn.ts'
import { hostArn } from '../../../domain/compute.ts'
import type { StoreName } from '../../../domain/touch.ts'
import type { Measure, Part } from '../../../domain/witness.ts'

/** What a type of usage counts. */
export interface Meter {
  readonly measure: Measure
  readonly part: Part
}

const REGIONS = '(?:[A-Z]{2}[A-Z0-9]{0,3}-){0,2}'

/**
 * Traffic by its type (Data Exports user guide: data transfer charges; S3 user guide: usage types). Between zones both directions are
 * billed under one name.
 */
const TRAFFIC: readonly (readonly [RegExp, Part])[] = [
  [new RegExp(`^${REGIONS}DataTransfer-Out-Bytes$`), 'internet'],
  [new RegExp(`^${REGIONS}AWS-Out-Bytes$`), 'region-out'],
  [new RegExp(`^${REGIONS}DataTransfer-Regional-Bytes$`), 'zone-out'],
  [new RegExp(`^${REGIONS}CloudFront-Out-Bytes$`), 'content-network'],
  [new RegExp(`^${REGIONS}(?:C3|S3G-)DataTransfer-Out-Bytes$`), 'other-services'],
]

const REQUESTS = new RegExp(`^${REGIONS}Requests-(?:[A-Z]{2,4}-)?Tier\\d$`)
const STORED = new RegExp(`^${REGIONS}TimedStorage-(?:[A-Z]{2,4}-)?ByteHrs$`)

/** The calls that requests are billed as, where these tell more than the price does. */
const READS: Readonly<Record<string, Part>> = {
  GetObject: 'reads',
  ListBucket: 'listings',
  ListBucketVersions: 'listings',
}

/** What a type of usage counts that tells how much left or was held; null for all other usage. */
export function meterOf(usageType: string, operation: string | null): Meter | null {
  const part = TRAFFIC.find(([form]) => form.test(usageType))?.[1]
  if (part !== undefined) return { measure: 'egress-bytes', part }
  if (STORED.test(usageType)) return { measure: 'stored-bytes', part: 'unknown' }
  if (!REQUESTS.test(usageType)) return null
  const known = operation !== null && Object.hasOwn(READS, operation)
  return { measure: 'requests', part: known ? (READS[operation] ?? 'unknown') : 'unknown' }
}

/** Whether all that is measured is billed: of traffic to the internet every byte is (coverage.md 9 says what that bounds). */
export function isBilledWhole({ measure, part }: Meter): boolean {
  return measure === 'egress-bytes' && part === 'internet'
}

const NUMBER = /^\d{1,15}(?:\.\d{1,20})?(?:[Ee]-?\d{1,2})?$/
/** S3 FAQ: bills divide by 1,073,741,824 bytes a GB. Where another service means 10^9, this is the larger and so still an upper bound. */
const GB = 2 ** 30

/**
 * An amount in bytes or as a count, rounded up; null where the unit does not say what is counted. Byte-hours are no amount of bytes at
 * any time.
 */
export function amountOf(text: string, unit: string | null, { measure }: Meter): number | null {
  if (measure === 'stored-bytes' || !NUMBER.test(text)) return null
  const isBytes = measure === 'egress-bytes'
  const factor = isBytes ? { GB, Bytes: 1 }[unit ?? ''] : { Requests: 1, Request: 1 }[unit ?? '']
  return factor === undefined ? null : Math.ceil(Number(text) * factor)
}

/** Whose usage it is, of what and where. */
export interface Used {
  readonly account: string
  readonly region: string | null
  /** Null where the bill does not name one thing. */
  readonly resource: string | null
  /** The product, as the bill names it. */
  readonly product: string
}

const BUCKET = /^[A-Za-z0-9][A-Za-z0-9._-]{1,254}$/
const BY_ZONE = /--x-s3$/

function bucket({ account, region, resource }: Used): StoreName | null {
  const arn = parseArn(resource ?? '')
  const name = arn === null ? (resource ?? '') : arn.resource
  if (!BUCKET.test(name) || BY_ZONE.test(name) || (arn !== null && arn.service !== 's3')) return null
  const partition = arn?.partition ?? partitionOf(region ?? '')
  return { id: `arn:${partition}:s3:::${name}`, kind: 's3-bucket', account, region, name }
}

function host({ account, region, resource }: Used): StoreName | null {
  const name = /(?:^|\/)(i-[0-9a-f]{6,17})$/.exec(resource ?? '')?.[1]
  const id = name === undefined || region === null ? null : hostArn(name, { account, region })
  return id === null || name === undefined ? null : { id, kind: 'ec2-instance', account, region, name }
}

function database({ resource }: Used): StoreName | null {
  const arn = parseArn(resource ?? '')
  const name = /^db:([a-z0-9][\w-]{0,254})$/i.exec(arn?.resource ?? '')?.[1]?.toLowerCase()
  if (arn === null || arn.service !== 'rds' || name === undefined) return null
  const { account, region } = arn
  return { id: formatArn({ ...arn, resource: `db:${name}` }), kind: 'rds-instance', account, region, name }
}

function other({ account, region, resource }: Used): StoreName | null {
  const arn = parseArn(resource ?? '')
  if (arn === null || resource === null || resource.length > 2_048) return null
  return { id: resource, kind: 'billed-resource', account, region, name: arn.resource }
}

/** The product as a whole, where the bill names no one thing. */
function whole({ account, region, product }: Used): StoreName {
  return { id: `${account}/${product}`, kind: 'billed-product', account, region, name: `${product} of ${account}` }
}

/** The product that buckets are billed as, in reports and in Cost Explorer. */
const BUCKETS: ReadonlySet<string> = new Set(['AmazonS3', 'Amazon Simple Storage Service'])

/** The thing that was used, by the id that all other evidence has it under. */
export function subjectOf(used: Used): StoreName {
  return (BUCKETS.has(used.product) ? bucket(used) : (host(used) ?? database(used) ?? other(used))) ?? whole(used)
}
