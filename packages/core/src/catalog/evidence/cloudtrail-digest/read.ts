import type { DeliveredFile, DeliveryDigest } from '../../../domain/delivery.ts'
import { digestKeyOf } from '../../../domain/digest-key.ts'
import { type Beside, NOTHING_BESIDE, type ReadRecord } from '../../../domain/evidence-row.ts'
import { parseInstant } from '../../../domain/instant.ts'
import { isObject, type Json, type JsonObject, pickText } from '../../../domain/json.ts'
import type { Statement } from '../../../domain/statement.ts'

const HASH = /^[0-9a-f]{64}$/i

/** Whether a record is a digest file of CloudTrail's (user guide: digest file structure). */
export function recognises(record: JsonObject): boolean {
  const named = ['digestStartTime', 'digestEndTime', 'digestS3Object'].every((key) => pickText(record, key) !== null)
  return named && Array.isArray(record['logFiles'])
}

function rejected(reason: string): ReadRecord {
  return { kind: 'rejected', reason: `${reason}: nothing is proven by this digest` }
}

/** A file that the digest lists; undefined for what names none, which spoils the whole list. */
function fileOf(entry: Json): DeliveredFile | undefined {
  if (!isObject(entry)) return undefined
  const [bucket, key, hash] = ['s3Bucket', 's3Object', 'hashValue'].map((name) => pickText(entry, name))
  const isKnown =
    pickText(entry, 'hashAlgorithm') === 'SHA-256' && hash !== undefined && hash !== null && HASH.test(hash)
  if (bucket === null || bucket === undefined || key === null || key === undefined || !isKnown) return undefined
  const time = (name: string) => parseInstant(pickText(entry, name) ?? '')
  const [oldest, newest] = [time('oldestEventTime'), time('newestEventTime')]
  return { place: `${bucket}/${key}`, sha256: hash.toLowerCase(), oldest, newest }
}

/** The digest before it: null where the document says that there is none, undefined where it says half of it. */
function previousOf(record: JsonObject): DeliveryDigest['previous'] | undefined {
  const keys = [
    'previousDigestS3Bucket',
    'previousDigestS3Object',
    'previousDigestHashValue',
    'previousDigestSignature',
  ]
  const said = keys.map((key) => record[key] ?? null)
  if (said.every((value) => value === null)) return null
  const [bucket, key, hash, signature] = said
  if (typeof bucket !== 'string' || typeof key !== 'string' || typeof hash !== 'string' || !HASH.test(hash))
    return undefined
  return {
    place: `${bucket}/${key}`,
    sha256: hash.toLowerCase(),
    signature: typeof signature === 'string' ? signature : null,
  }
}

/** The signature in the object's metadata, as `head-object` prints it: names of metadata are in lower case there. */
function signatureIn(head: JsonObject | null): string | null {
  const metadata = head?.['Metadata'] ?? head?.['metadata']
  if (!isObject(metadata)) return null
  const found = Object.entries(metadata).find(([name]) => /^(?:x-amz-meta-)?signature$/i.test(name))?.[1]
  return typeof found === 'string' && /^[0-9a-f]{128,2048}$/i.test(found) ? found : null
}

interface Known {
  readonly bucket: string
  readonly key: string
  readonly previous: DeliveryDigest['previous']
  readonly files: readonly DeliveredFile[]
}

function statements(record: JsonObject, { bucket, key, previous, files }: Known, beside: Beside): ReadRecord {
  const parsed = digestKeyOf(key)
  const [startText, endText] = ['digestStartTime', 'digestEndTime'].map((name) => pickText(record, name) ?? '')
  const [start, end] = [parseInstant(startText ?? ''), parseInstant(endText ?? '')]
  if (parsed === null) return rejected(`its name \`${key}\` is not as CloudTrail writes it`)
  if (start === null || end === null || start > end) return rejected('its start or its end is no time')
  if (pickText(record, 'awsAccountId') !== parsed.account)
    return rejected('it is of another account than its name says')
  const place = `${bucket}/${key}`
  const { account, region, log, organisation, backfill } = parsed
  const says: Statement<'delivery-digest'>['says'] = {
    ...{ log, organisation, bucket, account, region, start, end, place, sha256: beside.sha256, previous },
    // Another algorithm than the known one cannot be checked: its fingerprint then fits no key.
    fingerprint:
      pickText(record, 'digestSignatureAlgorithm') === 'SHA256withRSA'
        ? (pickText(record, 'digestPublicKeyFingerprint') ?? '')
        : '',
    signed: [endText, place, beside.sha256, previous?.signature ?? 'null'].join('\n'),
    files,
    backfill,
  }
  const signature = signatureIn(beside.head)
  return {
    kind: 'statements',
    statements: [
      { topic: 'delivery-digest', at: end, says },
      ...(signature === null ? [] : [{ topic: 'detached-signature' as const, at: null, says: { place, signature } }]),
    ],
  }
}

/** Reads a digest. What it lists counts whole or not at all: a file that is left out would be missed by nobody. */
export function read(record: JsonObject, beside: Beside = NOTHING_BESIDE): ReadRecord {
  if (!beside.isWhole) return rejected('it stands among other records, and what is signed is the whole file')
  const [bucket, key] = [pickText(record, 'digestS3Bucket'), pickText(record, 'digestS3Object')]
  if (bucket === null || key === null) return rejected('it does not say where it was delivered to')
  const previous = previousOf(record)
  if (previous === undefined) return rejected('what it says of the digest before it is not whole')
  const listed = record['logFiles']
  const files = (Array.isArray(listed) ? listed : []).map((entry: Json) => fileOf(entry))
  const known = files.filter((file) => file !== undefined)
  if (known.length < files.length) return rejected('it lists a file without a place or a hash that can be checked')
  return statements(record, { bucket, key, previous, files: known }, beside)
}
