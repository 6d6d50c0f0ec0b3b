import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Json } from '../json.ts'
import { iso } from '../time.ts'
import { type Kept, pathOf } from './damage.ts'
import type { DigestFile } from './delivered.ts'

export interface StoryFile {
  /** Relative to the folder of the evidence. */
  readonly path: string
  readonly bytes: Uint8Array
}

export const json = (path: string, value: Json): StoryFile => ({
  path,
  bytes: Buffer.from(`${JSON.stringify(value, null, 2)}\n`),
})

/** `aws s3api head-object`: the only place that holds the signature of the newest digest. */
function head(kept: Kept, file: DigestFile, size: number, signature: string): StoryFile {
  const backfill = file.isBackfill ? { 'backfill-generation-timestamp': iso(file.deliveredAt) } : {}
  return json(`${pathOf(file)}.head.json`, {
    AcceptRanges: 'bytes',
    LastModified: `${iso(file.deliveredAt).slice(0, 19)}+00:00`,
    ContentLength: size,
    ETag: `"${createHash('md5').update(kept.content).digest('hex')}"`,
    ContentEncoding: 'gzip',
    ContentType: 'application/json',
    ServerSideEncryption: 'AES256',
    Metadata: { ...backfill, signature, 'signature-algorithm': 'SHA256withRSA' },
  })
}

/** Setting up the usual window costs more than packing a small file in it. */
function packed(content: Buffer): Buffer {
  return gzipSync(content, content.length < 8192 ? { windowBits: 12, memLevel: 3 } : {})
}

/** A delivered object, and for digests its metadata beside it. */
export function written(kept: Kept): readonly StoryFile[] {
  const { file } = kept
  const whole = packed(kept.content)
  const bytes = kept.isCut ? whole.subarray(0, Math.floor(whole.length / 2)) : whole
  const object: StoryFile = { path: pathOf(file), bytes }
  if (file.kind === 'log' || !kept.hasSignature || kept.signature === null) return [object]
  return [object, head(kept, file, bytes.length, kept.signature)]
}
