import { isAddress } from '../../../domain/address.ts'
import type { ReadRecord } from '../../../domain/evidence-row.ts'
import { type JsonObject, pickNumber, pickText } from '../../../domain/json.ts'
import { ANONYMOUS } from '../../../domain/principal.ts'
import { parseLogTime } from '../../../domain/recorded-time.ts'
import type { StoreName } from '../../../domain/touch.ts'
import { meaningOf, outcomeOf } from './meaning.ts'
import { objectIn } from './object-key.ts'

/** A field that says something; null for one that is absent or a hyphen. */
function said(record: JsonObject, name: string): string | null {
  const value = pickText(record, name)
  return value === '-' ? null : value
}

const BUCKET = /^[A-Za-z0-9][A-Za-z0-9._-]{1,254}$/

/** The bucket by the ARN that all other evidence has it under. The name of the host that was asked tells the partition. */
function bucketIn(record: JsonObject): StoreName | null {
  const name = said(record, 'bucket_name')
  if (name === null || !BUCKET.test(name)) return null
  const host = said(record, 'endpoint') ?? ''
  const isGov = /[.-]us-gov-[a-z]+-\d\./.test(host)
  const partition = host.endsWith('.amazonaws.com.cn') ? 'aws-cn' : isGov ? 'aws-us-gov' : 'aws'
  return { id: `arn:${partition}:s3:::${name}`, kind: 's3-bucket', account: null, region: null, name }
}

/**
 * Whose request it was. Without a requester it was signed by nobody; where it failed and tried to sign, by somebody who is not known.
 */
function principalIn(record: JsonObject): string | null {
  const requester = said(record, 'requester')
  return requester ?? (said(record, 'authtype') === null ? ANONYMOUS : null)
}

const SIGNERS = /[?&](?:X-Amz-Credential=([A-Z0-9]{16,128})(?:%2[Ff]|\/)|AWSAccessKeyId=([A-Z0-9]{16,128})(?:[& ]|$))/g

/**
 * The key that signed a URL beforehand. THREAT: anybody may write a key into a URL: only one that S3 checked counts, which a requester
 * shows, and of two different ones none.
 */
function credentialIn(record: JsonObject): string | null {
  if (said(record, 'authtype') !== 'QueryString' || said(record, 'requester') === null) return null
  const found = [...(said(record, 'request_uri') ?? '').matchAll(SIGNERS)].map((match) => match[1] ?? match[2] ?? '')
  const [first = null, ...others] = new Set(found)
  return others.length === 0 ? first : null
}

/** A hyphen stands for no byte at all (S3 user guide: bytes sent); a field that an export leaves out says nothing. */
function bytesIn(record: JsonObject, status: string): number | null {
  return record['bytessent'] === '-' && status.startsWith('2') ? 0 : pickNumber(record, 'bytessent')
}

/** Whether a record has the fields that tell this log from others. */
export function recognises(record: JsonObject): boolean {
  return ['bucketowner', 'bucket_name', 'requestdatetime', 'operation', 'httpstatus'].every((name) =>
    Object.hasOwn(record, name),
  )
}

/** Reads a line that was taken apart into its fields. */
export function read(record: JsonObject): ReadRecord {
  const [subject, act] = [bucketIn(record), said(record, 'operation')]
  const at = parseLogTime((pickText(record, 'requestdatetime') ?? '').replace(/^\[|\]$/g, ''))
  if (subject === null) return { kind: 'rejected', reason: 'it names no bucket' }
  if (at === null) return { kind: 'rejected', reason: 'its time is none' }
  if (act === null) return { kind: 'rejected', reason: 'it names no operation' }
  const status = String(record['httpstatus'] ?? '')
  const [{ effect, payload }, outcome] = [meaningOf(act, status), outcomeOf(status)]
  const address = said(record, 'remoteip')
  return {
    kind: 'witnesses',
    witnesses: [
      {
        kind: 'request',
        at,
        subject,
        act,
        effect,
        outcome,
        payload,
        object: objectIn(said(record, 'key'), said(record, 'request_uri'), subject.name),
        bytes: outcome === 'ok' && payload !== null ? bytesIn(record, status) : null,
        size: pickNumber(record, 'objectsize'),
        principal: principalIn(record),
        credential: credentialIn(record),
        address: address !== null && isAddress(address) ? address : null,
        agent: said(record, 'useragent'),
        requestId: said(record, 'requestid'),
      },
    ],
  }
}
