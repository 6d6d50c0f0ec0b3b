import type { Json } from './json.ts'
import { type Let, letThrough } from './log-gate.ts'

/** The place that logs are written to, and what is asked about its policy. */
export interface LogPlace {
  /** The service that writes, as policies name it. */
  readonly writer: string
  /** The name of the bucket. */
  readonly bucket: string
  /**
   * What a policy for some logs is worth: the bucket's policy does not say which logs write to it. One that names a log that is not
   * asked about stops that log's signed statements with its files, which is seen once it has lasted; so it is open where an answer
   * shows it. THREAT: set for minutes by a call, it may fall between two statements, so of a call nobody knows.
   */
  readonly forSome: true | null
}

/** What a file has to be allowed, and what the service asks of a bucket before it writes (CloudTrail user guide: bucket policy). */
const ACTION = 's3:putobject'
const DENIED = [ACTION, 's3:putobjectacl', 's3:getbucketacl']

/** Conditions by which a policy says for whose logs it is. */
const NARROWING: ReadonlySet<string> = new Set(['aws:sourcearn', 'aws:sourceaccount', 'aws:sourceorgid'])

/** What the service always asks for, so that a condition on it keeps nothing out. */
function isMet(operator: string, key: string, values: readonly string[]): boolean {
  if (key === 'aws:securetransport') return operator === 'bool' && values.join() === 'true'
  return key === 's3:x-amz-acl' && /^string(?:equals|like)$/.test(operator) && values.includes(OWNER_CONTROLS)
}

const OWNER_CONTROLS = 'bucket-owner-full-control'

/** The beginning of keys that files and signed statements of a log have in common: up to the folder of an account. */
const COMMON = /^(?:(?!.*AWSLogs)[^*?$]*|(?:[^*?$]*\/)?AWSLogs\/(?:o-[a-z0-9]+\/)?(?:\d{12}\/)?)\*$/

function lets(resource: string, bucket: string): Let {
  if (resource === '*') return 'all'
  const said = /^arn:[\w-]+:s3:::(.+)$/.exec(resource)?.[1]
  if (said === undefined) return 'none'
  if (said === '*' || said === `${bucket}*` || said === `${bucket}/*`) return 'all'
  if (/[*?$]/.test(said.split('/')[0] ?? '')) return 'unclear'
  if (!said.startsWith(`${bucket}/`)) return 'none'
  const keys = said.slice(bucket.length + 1)
  if (COMMON.test(keys)) return 'some'
  return /[*?$]/.test(keys) ? 'unclear' : 'none'
}

/**
 * Whether the policy of a bucket lets in every file that logs write to it: true only where nothing in it can keep one out, false
 * where nothing lets one in, null where that cannot be told.
 */
export function takesLogs(document: Json | undefined, { writer, bucket, forSome }: LogPlace): boolean | null {
  const found = letThrough(document, {
    ...{ writer, action: ACTION, denied: DENIED, isMet, narrowing: NARROWING },
    lets: (resource) => lets(resource, bucket),
  })
  if (found === 'all') return true
  if (found === 'some') return forSome
  return found === 'none' ? false : null
}
