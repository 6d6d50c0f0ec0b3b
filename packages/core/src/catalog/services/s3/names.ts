import { formatArn, parseArn, partitionOf } from '../../../domain/arn.ts'
import type { CallEvent } from '../../../domain/call.ts'
import { pickText } from '../../../domain/json.ts'
import { holderOf, resourceArns, textsUnder } from '../../../domain/named-in-call.ts'
import type { StoreName } from '../../../domain/touch.ts'

type Name = Omit<StoreName, 'kind'>

/** Names of buckets; the oldest ones are longer than today's rules allow, and may hold capitals and underscores. */
const BUCKET = /^[A-Za-z0-9][A-Za-z0-9._-]{1,254}$/

/** Calls that only the account of the bucket can make successfully (S3 user guide, bucket policies). */
const OWNERS_ALONE: ReadonlySet<string> = new Set([
  'CreateBucket',
  'PutBucketPolicy',
  'DeleteBucketPolicy',
  'GetBucketPolicy',
])

/** Calls that any region may answer, so that the region of the record is not the bucket's. */
const ANY_REGION: ReadonlySet<string> = new Set(['GetBucketLocation', 'HeadBucket', 'ListAccessPoints', 'CreateJob'])

function ownerByCall(call: CallEvent): string | null {
  return call.outcome === 'ok' && OWNERS_ALONE.has(call.name) ? call.principalAccount : null
}

function regionOf(call: CallEvent): string | null {
  if (ANY_REGION.has(call.name)) return null
  return pickText(call.request, 'CreateBucketConfiguration.LocationConstraint') ?? call.region
}

function generalBucket(name: string, partition: string, call: CallEvent, region: string | null): Name | null {
  if (!BUCKET.test(name)) return null
  const id = `arn:${partition}:s3:::${name}`
  return { id, account: holderOf(id, call) ?? ownerByCall(call), region, name }
}

function fromArn(text: string, call: CallEvent): Name | null {
  const arn = parseArn(text)
  if (arn === null) return null
  const [head = '', name = ''] = arn.resource.split('/')
  // An ARN of a bucket holds neither account nor region; the caller may be in another region than the bucket.
  if (arn.service === 's3' && arn.account === '') return generalBucket(head, arn.partition, call, null)
  const isPoint = arn.service === 's3' && head.startsWith('accesspoint')
  const isDirectory = arn.service === 's3express' && head === 'bucket'
  if (!isPoint && !isDirectory) return null
  const resource = isPoint ? arn.resource.split('/object/')[0] : `bucket/${name}`
  const point = isPoint ? (resource ?? '').slice('accesspoint/'.length) : name
  return {
    id: formatArn({ ...arn, resource: resource ?? '' }),
    account: arn.account || null,
    region: arn.region || null,
    name: point,
  }
}

/**
 * The bucket that a name, an ARN of a bucket or of an object in it, or an ARN of an access point stands for. An access point
 * whose bucket no record names is kept under its own ARN: it is a way into some bucket, and must not vanish.
 */
export function bucketOf(value: string, call: CallEvent): Name | null {
  if (value.startsWith('arn:')) return fromArn(value, call)
  if (!value.endsWith('--x-s3')) return generalBucket(value, partitionOf(call.region), call, regionOf(call))
  const account = call.account
  const id = `arn:${partitionOf(call.region)}:s3express:${call.region}:${account}:bucket/${value}`
  return BUCKET.test(value) ? { id, account, region: call.region, name: value } : null
}

function isBucketArn(text: string): boolean {
  return /^arn:[\w-]+:s3:::[^/]+\/?$/.test(text) || /^arn:[\w-]+:s3express:[\w-]*:\d*:bucket\/[^/]+$/.test(text)
}

/** Whether a name is an access point's (its ARN or its alias) and stands before some bucket. */
function isAccessPoint(name: string): boolean {
  return name.startsWith('arn:') || name.endsWith('-s3alias')
}

/** The bucket a call is on. Through an access point, the bucket behind it, where the record's resources name it. */
export function bucketsOf(call: CallEvent): readonly string[] {
  const named = pickText(call.request, 'bucketName') ?? pickText(call.request, 'bucket')
  if (named !== null && !isAccessPoint(named)) return [named]
  const behind = resourceArns(call).filter(isBucketArn)
  if (behind.length > 0) return behind
  return named === null ? resourceArns(call).filter((arn) => arn.includes(':s3:::')) : [named]
}

/** The bucket of a call by its id, for what stands open after the call. */
export function bucketId(call: CallEvent): string | null {
  const [first] = bucketsOf(call)
  return first === undefined ? null : (bucketOf(first, call)?.id ?? null)
}

/** The bucket of a call by the name people know. */
export function bucketName(call: CallEvent): string {
  const [first] = bucketsOf(call)
  return first === undefined ? 'unknown' : (bucketOf(first, call)?.name ?? first)
}

function versioned(key: string | null, version: string | null): string | null {
  return key === null || version === null || version === 'null' ? key : `${key}?versionId=${version}`
}

/** The object of a call; a version that the call names is told apart from others, because its content differs. */
export function objectOf(call: CallEvent): string | null {
  return versioned(pickText(call.request, 'key'), pickText(call.request, 'versionId'))
}

/** What a copy was made of: bucket (as ARN or name of an access point) and object. */
export interface CopySource {
  readonly bucket: string
  readonly object: string | null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * Reads the header that names the source of a copy: `bucket/key?versionId=v`, with or without a leading slash, often
 * URL-encoded, or the ARN of an object behind an access point (S3 API reference, CopyObject). Null when the record leaves it out.
 */
export function copySource(call: CallEvent): CopySource | null {
  const header = pickText(call.request, 'x-amz-copy-source')
  if (header === null) return null
  const [path = '', query = ''] = header.split('?')
  const version = /(?:^|&)versionId=([^&]{1,1024})/.exec(query)?.[1] ?? null
  const text = decoded(path).replace(/^\//, '')
  if (text.startsWith('arn:')) {
    const [bucket = '', key] = text.split('/object/')
    return { bucket, object: versioned(key ?? null, version) }
  }
  const slash = text.indexOf('/')
  if (slash < 1) return null
  const bucket = `arn:${partitionOf(call.region)}:s3:::${text.slice(0, slash)}`
  return { bucket, object: versioned(text.slice(slash + 1) || null, version) }
}

/** The source of a copy as a store; nothing when the record leaves it out. */
export function sourceBuckets(call: CallEvent): readonly string[] {
  const source = copySource(call)
  return source === null ? [] : [source.bucket]
}

/** Whether a copy stays in its bucket. */
export function staysInside(call: CallEvent): boolean {
  const source = copySource(call)
  return source !== null && bucketOf(source.bucket, call)?.id === bucketId(call)
}

/** The buckets that a configuration sends things to, as ARNs. */
export function destinationsOf(call: CallEvent): readonly string[] {
  const named = [...textsUnder(call.request, 'Destination'), ...textsUnder(call.request, 'Bucket')]
  return [...new Set(named.filter((text) => isBucketArn(text)))]
}
