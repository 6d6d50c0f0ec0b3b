import { createHash } from 'node:crypto'
import type { Chance } from '../chance/chance.ts'
import { hex } from '../chance/ids.ts'
import { type SigningKey, signingKey } from '../chance/rsa.ts'
import type { Json } from '../json.ts'
import { dayPath, HOUR, iso, secondStamp } from '../time.ts'
import type { Trail } from '../world/trail.ts'
import { type DigestFile, type LogFile, sha256 } from './delivered.ts'

/** What a digest says of the one before it. */
export interface Previous {
  readonly bucket: string
  readonly key: string
  readonly hash: string
  readonly signature: string
}

/** Everything that all digests of one trail, account and region have in common. */
export interface Chain {
  readonly trail: Trail
  readonly account: string
  readonly region: string
  readonly folder: string
}

export const fingerprint = (key: SigningKey): string => createHash('md5').update(key.publicKey).digest('hex')

/** AWS signs with one key for each region. */
export const keyOfRegion = (region: string): SigningKey => signingKey(region)

interface Hour {
  readonly from: number
  readonly to: number
  readonly files: readonly LogFile[]
  readonly isBackfill: boolean
}

function digestKey(chain: Chain, to: number, isBackfill: boolean): string {
  const { trail, account, region, folder } = chain
  const stamp = `${secondStamp(to)}${isBackfill ? '_backfill' : ''}`
  const name = `${account}_CloudTrail-Digest_${region}_${trail.name}_${trail.homeRegion}_${stamp}.json.gz`
  return `${folder}/${region}/${dayPath(to)}/${name}`
}

/** What is signed: the end, the place, the hash of the inflated digest, and the signature before. */
export function signedText(end: string, place: string, content: Uint8Array, previous: string | null): string {
  return `${end}\n${place}\n${sha256(content)}\n${previous ?? 'null'}`
}

function listing(file: LogFile): Json {
  return {
    s3Bucket: file.bucket,
    s3Object: file.key,
    hashValue: sha256(file.content),
    hashAlgorithm: 'SHA-256',
    newestEventTime: iso(file.newest),
    oldestEventTime: iso(file.oldest),
  }
}

function body(chain: Chain, hour: Hour, previous: Previous | null, signer: SigningKey): Json {
  const newest = hour.files.map((file) => file.newest)
  const oldest = hour.files.map((file) => file.oldest)
  return {
    awsAccountId: chain.account,
    digestStartTime: iso(hour.from),
    digestEndTime: iso(hour.to),
    digestS3Bucket: chain.trail.bucket,
    digestS3Object: digestKey(chain, hour.to, hour.isBackfill),
    digestPublicKeyFingerprint: fingerprint(signer),
    digestSignatureAlgorithm: 'SHA256withRSA',
    newestEventTime: newest.length === 0 ? null : iso(Math.max(...newest)),
    oldestEventTime: oldest.length === 0 ? null : iso(Math.min(...oldest)),
    previousDigestS3Bucket: previous?.bucket ?? null,
    previousDigestS3Object: previous?.key ?? null,
    previousDigestHashValue: previous?.hash ?? null,
    previousDigestHashAlgorithm: previous === null ? null : 'SHA-256',
    previousDigestSignature: previous?.signature ?? null,
    logFiles: hour.files.map(listing),
  }
}

export function digest(chain: Chain, hour: Hour, previous: Previous | null, deliveredAt: number): DigestFile {
  const signer = keyOfRegion(chain.region)
  const key = digestKey(chain, hour.to, hour.isBackfill)
  const content = Buffer.from(JSON.stringify(body(chain, hour, previous, signer)))
  const place = `${chain.trail.bucket}/${key}`
  return {
    kind: 'digest',
    isBackfill: hour.isBackfill,
    trail: chain.trail.arn,
    account: chain.account,
    region: chain.region,
    bucket: chain.trail.bucket,
    key,
    content,
    deliveredAt,
    from: hour.from,
    to: hour.to,
    signature: signer.sign(signedText(iso(hour.to), place, content, previous?.signature ?? null)),
  }
}

export function previousOf(file: DigestFile): Previous {
  return { bucket: file.bucket, key: file.key, hash: sha256(file.content), signature: file.signature }
}

/** The last digest before the evidence begins: it existed, and nobody copied it. */
export function phantom(chain: Chain, to: number, chance: Chance): Previous {
  return {
    bucket: chain.trail.bucket,
    key: digestKey(chain, to, false),
    hash: hex(chance, 64),
    signature: hex(chance, 512),
  }
}

/** The hours of a chain that was on from one instant to another, the last one cut short or lengthened by its end. */
export function hoursBetween(from: number, to: number): readonly { readonly from: number; readonly to: number }[] {
  const count = Math.max(1, Math.ceil((to - from) / HOUR))
  return Array.from({ length: count }, (_, at) => ({
    from: from + at * HOUR,
    to: Math.min(to, from + (at + 1) * HOUR),
  }))
}
