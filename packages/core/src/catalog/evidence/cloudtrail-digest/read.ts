import type { DeliveredFile, DeliveryDigest } from '../../../domain/delivery.ts'
import { digestKeyOf } from '../../../domain/digest-key.ts'
import { type Beside, NOTHING_BESIDE, type ReadRecord } from '../../../domain/evidence-row.ts'
import { parseInstant } from '../../../domain/instant.ts'
import { isObject, type Json, type JsonObject, pickText } from '../../../domain/json.ts'
import type { Statement } from '../../../domain/statement.ts'

const HASH = /^[0-9a-f]{64}$/i

type Digest = Statement<'delivery-digest'>['says']

/** Whether a record is a digest file of CloudTrail's (user guide: digest file structure). */
export function recognises(record: JsonObject): boolean {
  const named = ['digestStartTime', 'digestEndTime', 'digestS3Object'].every((key) => pickText(record, key) !== null)
  return named && Array.isArray(record['logFiles'])
}

function rejected(reason: string): ReadRecord {
  return { kind: 'rejected', reason: `${reason}: nothing is proven by this digest` }
}

/** Of no content: no file is held under it. */
const NO_HASH = ''

/** A file that the digest lists. THREAT: one that is left out would be missed by nobody, so what cannot be read is held nowhere. */
function fileOf(entry: Json, digest: string): DeliveredFile {
  const [bucket, key] = [pickText(entry, 's3Bucket'), pickText(entry, 's3Object')]
  const hash = pickText(entry, 'hashAlgorithm') === 'SHA-256' ? pickText(entry, 'hashValue') : null
  const time = (name: string) => parseInstant(pickText(entry, name) ?? '')
  return {
    place: bucket === null || key === null ? `a file without a name in the list of ${digest}` : `${bucket}/${key}`,
    sha256: hash !== null && HASH.test(hash) ? hash.toLowerCase() : NO_HASH,
    ...{ oldest: time('oldestEventTime'), newest: time('newestEventTime') },
  }
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

/**
 * The digest before one of late files, as what was delivered too. Those of the hours join in time, so that one that is left out
 * is missed; these stand where files came late, and only their successors tell of them (the command line follows them alike).
 */
function namedBefore({ backfill, previous, ...own }: Digest): readonly Statement[] {
  if (!backfill || previous === null) return []
  const { place } = previous
  const [bucket = '', ...key] = place.split('/')
  const unknown = { account: own.account, region: own.region, log: own.log, organisation: own.organisation }
  const named = digestKeyOf(key.join('/')) ?? { ...unknown, end: null, backfill }
  return [{ topic: 'digest-listed', at: own.end, says: { ...named, bucket, place } }]
}

interface Known {
  readonly bucket: string
  readonly key: string
  readonly previous: DeliveryDigest['previous']
}

function digestOf(record: JsonObject, { bucket, key, previous }: Known, { sha256 }: Beside): Digest | string {
  const parsed = digestKeyOf(key)
  const [startText, endText] = [pickText(record, 'digestStartTime') ?? '', pickText(record, 'digestEndTime') ?? '']
  const [start, end] = [parseInstant(startText), parseInstant(endText)]
  if (parsed === null) return `its name \`${key}\` is not as CloudTrail writes it`
  if (start === null || end === null || start > end) return 'its start or its end is no time'
  if (pickText(record, 'awsAccountId') !== parsed.account) return 'it is of another account than its name says'
  const place = `${bucket}/${key}`
  const { account, region, log, organisation, backfill } = parsed
  const listed = record['logFiles']
  // Another algorithm than the known one cannot be checked: its fingerprint then fits no key.
  const isKnown = pickText(record, 'digestSignatureAlgorithm') === 'SHA256withRSA'
  return {
    ...{ log, organisation, bucket, account, region, start, end, place, sha256, previous, backfill },
    fingerprint: isKnown ? (pickText(record, 'digestPublicKeyFingerprint') ?? '') : '',
    signed: [endText, place, sha256, previous?.signature ?? 'null'].join('\n'),
    files: (Array.isArray(listed) ? listed : []).map((entry: Json) => fileOf(entry, place)),
  }
}

function statements(digest: Digest, signature: string | null): readonly Statement[] {
  const { place, end } = digest
  return [
    { topic: 'delivery-digest', at: end, says: digest },
    ...namedBefore(digest),
    ...(signature === null ? [] : [{ topic: 'detached-signature' as const, at: null, says: { place, signature } }]),
  ]
}

/** Reads a digest: what it lists, what it names before it, and the signature beside it. */
export function read(record: JsonObject, beside: Beside = NOTHING_BESIDE): ReadRecord {
  if (!beside.isWhole) return rejected('it stands among other records, and what is signed is the whole file')
  const [bucket, key] = [pickText(record, 'digestS3Bucket'), pickText(record, 'digestS3Object')]
  if (bucket === null || key === null) return rejected('it does not say where it was delivered to')
  const previous = previousOf(record)
  if (previous === undefined) return rejected('what it says of the digest before it is not whole')
  const digest = digestOf(record, { bucket, key, previous }, beside)
  if (typeof digest === 'string') return rejected(digest)
  return { kind: 'statements', statements: statements(digest, signatureIn(beside.head)) }
}
