import { partitionOf } from '../../../domain/arn.ts'
import { hostArn } from '../../../domain/compute.ts'
import type { StoreName } from '../../../domain/touch.ts'
import type { Measure, Part } from '../../../domain/witness.ts'
import type { Query } from './command.ts'

/** Whose series it is, and where it is kept. */
export interface Place {
  readonly account: string | null
  readonly region: string
}

/** What a series counts. */
export interface Meter {
  readonly measure: Measure
  readonly part: Part
  /** The statistic that gives an amount; all others say something else. */
  readonly statistic: 'Sum' | 'Average'
  readonly unit: string
  /** Whether a value is an amount in each second, and not in all of a period. */
  readonly isRate?: true
  readonly subject: (query: Query, place: Place) => StoreName | null
}

/** The value of the one dimension that names a thing; null where others narrow the series to a part of it, or none names one. */
function only(dimensions: Query['dimensions'], name: string): string | null {
  return dimensions.size === 1 ? (dimensions.get(name) ?? null) : null
}

const BUCKET = /^[A-Za-z0-9][A-Za-z0-9._-]{1,254}$/
/** Buckets of one zone are named in another way, and this answer does not say all of it (S3 user guide: directory bucket names). */
const DIRECTORY = /--x-s3$/

function bucket({ dimensions }: Query, { account, region }: Place): StoreName | null {
  const name = dimensions.get('BucketName') ?? ''
  if (!BUCKET.test(name) || DIRECTORY.test(name)) return null
  return { id: `arn:${partitionOf(region)}:s3:::${name}`, kind: 's3-bucket', account, region, name }
}

function database({ dimensions }: Query, { account, region }: Place): StoreName | null {
  const name = (only(dimensions, 'DBInstanceIdentifier') ?? '').toLowerCase()
  if (account === null || !/^[a-z0-9][\w-]{0,254}$/.test(name)) return null
  const id = `arn:${partitionOf(region)}:rds:${region}:${account}:db:${name}`
  return { id, kind: 'rds-instance', account, region, name }
}

function host({ dimensions }: Query, { account, region }: Place): StoreName | null {
  const name = only(dimensions, 'InstanceId')
  const id = account === null || name === null ? null : hostArn(name, { account, region })
  return id === null || name === null ? null : { id, kind: 'ec2-instance', account, region, name }
}

const BYTES = { statistic: 'Sum', unit: 'Bytes' } as const
const COUNT = { statistic: 'Sum', unit: 'Count' } as const
/** Taken once a day. */
const HELD = { statistic: 'Average' } as const
const RATE = { statistic: 'Average', unit: 'Bytes/Second', isRate: true } as const

/**
 * Which series are amounts (S3, RDS and EC2 user guides: metrics). Requests are counted by a filter of the bucket, of which the answer
 * has a name alone: whether it takes in all of the bucket is unknown. What is held is told by class of storage.
 */
const METERS: Readonly<Record<string, Meter>> = {
  'AWS/S3 BytesDownloaded': { ...BYTES, measure: 'bytes-sent', part: 'unknown', subject: bucket },
  'AWS/S3 BytesUploaded': { ...BYTES, measure: 'bytes-received', part: 'unknown', subject: bucket },
  'AWS/S3 AllRequests': { ...COUNT, measure: 'requests', part: 'unknown', subject: bucket },
  'AWS/S3 GetRequests': { ...COUNT, measure: 'requests', part: 'reads', subject: bucket },
  'AWS/S3 ListRequests': { ...COUNT, measure: 'requests', part: 'listings', subject: bucket },
  'AWS/S3 BucketSizeBytes': { ...HELD, unit: 'Bytes', measure: 'stored-bytes', part: 'unknown', subject: bucket },
  'AWS/S3 NumberOfObjects': { ...HELD, unit: 'Count', measure: 'objects', part: 'all', subject: bucket },
  'AWS/RDS NetworkTransmitThroughput': { ...RATE, measure: 'bytes-sent', part: 'host', subject: database },
  'AWS/RDS NetworkReceiveThroughput': { ...RATE, measure: 'bytes-received', part: 'host', subject: database },
  'AWS/EC2 NetworkOut': { ...BYTES, measure: 'bytes-sent', part: 'host', subject: host },
  'AWS/EC2 NetworkIn': { ...BYTES, measure: 'bytes-received', part: 'host', subject: host },
}

/** What a series counts; null where it is no amount, such as a time that requests took. */
export function meterOf({ namespace, metric, statistic }: Query): Meter | null {
  const key = `${namespace} ${metric}`
  const meter = Object.hasOwn(METERS, key) ? (METERS[key] ?? null) : null
  return statistic === null || statistic === meter?.statistic ? meter : null
}
