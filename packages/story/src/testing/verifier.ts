import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { type Json, listAt, member, textAt } from '../json.ts'

/** Reads evidence as validate-logs would, with none of the code that wrote it. */
export interface EvidenceFile {
  readonly path: string
  readonly bytes: Uint8Array
}

export type Finding =
  | 'signature'
  | 'no-signature'
  | 'no-key'
  | 'previous-missing'
  | 'previous-differs'
  | 'log-missing'
  | 'log-differs'

export interface Verified {
  readonly digests: number
  readonly logs: number
  readonly findings: readonly { readonly path: string; readonly finding: Finding }[]
}

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

class Verifier {
  readonly #files: ReadonlyMap<string, Uint8Array>
  readonly #keys = new Map<string, KeyObject>()
  readonly findings: { path: string; finding: Finding }[] = []
  logs = 0

  constructor(files: readonly EvidenceFile[]) {
    this.#files = new Map(files.map(({ path, bytes }) => [path, bytes]))
    for (const { path, bytes } of files.filter((one) => one.path.endsWith('-list-public-keys.json'))) {
      if (path.includes('.meta.')) continue
      const answer: Json = JSON.parse(Buffer.from(bytes).toString())
      for (const one of listAt(answer, 'PublicKeyList')) {
        const der = Buffer.from(textAt(one, 'Value'), 'base64')
        this.#keys.set(textAt(one, 'Fingerprint'), createPublicKey({ key: der, format: 'der', type: 'pkcs1' }))
      }
    }
  }

  #note(path: string, finding: Finding): void {
    this.findings.push({ path, finding })
  }

  #inflated(path: string): Buffer | null {
    const bytes = this.#files.get(path)
    if (bytes === undefined) return null
    try {
      return gunzipSync(bytes)
    } catch {
      return Buffer.alloc(0)
    }
  }

  /** What is wrong with the signature of a digest, if anything. */
  #signature(path: string, digest: Json, content: Buffer): Finding | null {
    const head = this.#files.get(`${path}.head.json`)
    const key = this.#keys.get(textAt(digest, 'digestPublicKeyFingerprint'))
    if (key === undefined) return 'no-key'
    if (head === undefined) return 'no-signature'
    const meta: Json = JSON.parse(Buffer.from(head).toString())
    const signature = Buffer.from(textAt(meta, 'Metadata', 'signature'), 'hex')
    const before = member(digest, 'previousDigestSignature') ?? 'null'
    const text = [textAt(digest, 'digestEndTime'), path.slice('s3/'.length), hash(content), before].join('\n')
    return verify('sha256', Buffer.from(text), key, signature) ? null : 'signature'
  }

  #previous(path: string, digest: Json): void {
    const key = textAt(digest, 'previousDigestS3Object')
    if (key === '') return
    const content = this.#inflated(`s3/${textAt(digest, 'previousDigestS3Bucket')}/${key}`)
    if (content === null) this.#note(path, 'previous-missing')
    else if (hash(content) !== textAt(digest, 'previousDigestHashValue')) this.#note(path, 'previous-differs')
  }

  #logs(digest: Json): void {
    for (const one of listAt(digest, 'logFiles')) {
      const path = `s3/${textAt(one, 's3Bucket')}/${textAt(one, 's3Object')}`
      const content = this.#inflated(path)
      this.logs += 1
      if (content === null) this.#note(path, 'log-missing')
      else if (hash(content) !== textAt(one, 'hashValue')) this.#note(path, 'log-differs')
    }
  }

  digest(path: string): void {
    const content = this.#inflated(path)
    if (content === null) return
    const digest: Json = JSON.parse(content.toString())
    const finding = this.#signature(path, digest, content)
    if (finding !== null) this.#note(path, finding)
    this.#previous(path, digest)
    this.#logs(digest)
  }
}

export function verifyEvidence(files: readonly EvidenceFile[]): Verified {
  const verifier = new Verifier(files)
  const digests = files.filter(({ path }) => path.includes('/CloudTrail-Digest/') && path.endsWith('.json.gz'))
  for (const { path } of digests) verifier.digest(path)
  return { digests: digests.length, logs: verifier.logs, findings: verifier.findings }
}
