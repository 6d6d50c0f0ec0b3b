import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { isObject, type Json, listAt, member, textAt } from '../json.ts'

/** A second opinion reads files and nothing else: no story, no stage, no truth. */
export interface EvidenceFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** A log object as its path and its content describe it. */
export interface Log {
  readonly object: string
  readonly account: string
  readonly region: string
  /** The five minutes in its name, for files that cannot be read. */
  readonly stamp: number
  readonly hash: string
  /** Null when it cannot be read. */
  readonly records: readonly Json[] | null
}

export interface Digest {
  readonly object: string
  readonly account: string
  readonly region: string
  readonly trail: string
  readonly home: string
  readonly isBackfill: boolean
  readonly hash: string
  readonly body: Json
  readonly from: number
  readonly to: number
  /** From the metadata beside it. */
  readonly signature: string | null
}

export interface Snapshot {
  readonly command: string
  readonly at: number
  readonly account: string
  readonly region: string
  readonly output: Json
}

export interface Evidence {
  readonly logs: readonly Log[]
  readonly digests: readonly Digest[]
  readonly snapshots: readonly Snapshot[]
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const LOG = /^s3\/(.+\/(\d{12})\/CloudTrail\/([a-z\d-]+)\/.*_(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)Z_\w+\.json\.gz)$/
const DIGEST =
  /^s3\/(.+\/(\d{12})\/CloudTrail-Digest\/([a-z\d-]+)\/[\d/]+\/\d{12}_CloudTrail-Digest_[a-z\d-]+?_(.+)_([a-z\d-]+)_\d{8}T\d{6}Z(_backfill)?\.json\.gz)$/

function parsed(bytes: Uint8Array): Json | undefined {
  try {
    return JSON.parse(Buffer.from(bytes).toString())
  } catch {
    return undefined
  }
}

function inflated(bytes: Uint8Array): Buffer | null {
  try {
    return gunzipSync(bytes)
  } catch {
    return null
  }
}

function logOf({ path, bytes }: EvidenceFile): Log | null {
  const parts = LOG.exec(path)
  if (parts === null) return null
  const [, object = '', account = '', region = '', year, month, day, hour, minute] = parts
  const content = inflated(bytes)
  const body = content === null ? undefined : parsed(content)
  const records = isObject(body) && Array.isArray(body['Records']) ? listAt(body, 'Records') : null
  const stamp = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute))
  return { object, account, region, stamp, records, hash: content === null ? '' : sha256(content) }
}

function digestOf({ path, bytes }: EvidenceFile, files: ReadonlyMap<string, Uint8Array>): Digest | null {
  const parts = DIGEST.exec(path)
  if (parts === null) return null
  const [, object = '', account = '', region = '', trail = '', home = '', backfill] = parts
  const content = inflated(bytes)
  const body = content === null ? undefined : parsed(content)
  if (content === null || body === undefined) return null
  const head = files.get(`${path}.head.json`)
  const signature = head === undefined ? null : textAt(parsed(head), 'Metadata', 'signature')
  const [from, to] = [Date.parse(textAt(body, 'digestStartTime')), Date.parse(textAt(body, 'digestEndTime'))]
  return {
    object,
    account,
    region,
    trail,
    home,
    isBackfill: backfill !== undefined,
    hash: sha256(content),
    body,
    from,
    to,
    signature,
  }
}

function snapshotOf({ path, bytes }: EvidenceFile, files: ReadonlyMap<string, Uint8Array>): Snapshot | null {
  const side = files.get(`${path}.meta.json`)
  const output = parsed(bytes)
  const meta = side === undefined ? undefined : parsed(side)
  // Without its sidecar an answer has neither time nor subject: it proves nothing.
  if (output === undefined || meta === undefined) return null
  const at = Date.parse(textAt(meta, 'at'))
  return {
    command: textAt(meta, 'command'),
    at,
    account: textAt(meta, 'account'),
    region: textAt(meta, 'region'),
    output,
  }
}

const present = <T>(value: T | null): value is T => value !== null

export function readEvidence(files: readonly EvidenceFile[]): Evidence {
  const byPath = new Map(files.map(({ path, bytes }) => [path, bytes]))
  return {
    logs: files.map(logOf).filter(present),
    digests: files.map((file) => digestOf(file, byPath)).filter(present),
    snapshots: files
      .filter(({ path }) => path.startsWith('snapshots/') && !path.endsWith('.meta.json'))
      .map((file) => snapshotOf(file, byPath))
      .filter(present),
  }
}

/** An event once, however often it was delivered; where it stands does not matter to who did what. */
export interface Record {
  readonly id: string
  readonly at: number
  readonly name: string
  readonly source: string
  readonly region: string
  readonly account: string
  readonly hasFailed: boolean
  readonly json: Json
}

export function recordsOf(evidence: Evidence): readonly Record[] {
  const seen = new Map<string, Record>()
  for (const json of evidence.logs.flatMap(({ records }) => records ?? [])) {
    const id = `${textAt(json, 'eventID')}/${textAt(json, 'recipientAccountId')}`
    seen.set(id, {
      id,
      at: Date.parse(textAt(json, 'eventTime')),
      name: textAt(json, 'eventName'),
      source: textAt(json, 'eventSource'),
      region: textAt(json, 'awsRegion'),
      account: textAt(json, 'recipientAccountId'),
      hasFailed: member(json, 'errorCode') !== null,
      json,
    })
  }
  return [...seen.values()].sort((left, right) => left.at - right.at)
}
