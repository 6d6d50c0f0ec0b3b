import { signingKey } from '../chance/rsa.ts'
import { isObject, type Json, listAt, member, textAt } from '../json.ts'
import { fingerprint, signedText } from './chain.ts'
import { type Delivered, type DigestFile, type LogFile, sha256 } from './delivered.ts'

/** What happened to the evidence after delivery. Each hits the first file of its kind that the choice fits. */
export type Damage =
  | {
      readonly kind: 'log-removed' | 'log-changed' | 'log-truncated' | 'log-forged'
      readonly of: (file: LogFile) => boolean
    }
  | {
      readonly kind: 'digest-removed' | 'digest-changed' | 'signature-lost'
      readonly of: (file: DigestFile) => boolean
    }
  /** A plain copy of a bucket leaves the metadata behind, and with it every signature. */
  | { readonly kind: 'signatures-lost' }
  | { readonly kind: 'keys-lost'; readonly region: string }

/** A file as it lies in the evidence. */
export interface Kept {
  readonly file: Delivered
  /** The inflated content now. */
  readonly content: Buffer
  readonly isCut: boolean
  readonly hasSignature: boolean
  readonly signature: string | null
}

/** What was done to which file: for the truth. */
export interface Harm {
  readonly kind: Damage['kind']
  readonly path: string
  readonly trail: string
  readonly account: string
  readonly region: string
  readonly from: number
  readonly to: number
}

export const pathOf = (file: Delivered): string => `s3/${file.bucket}/${file.key}`

function harmOf(kind: Damage['kind'], file: Delivered): Harm {
  const [from, to] = file.kind === 'log' ? [file.oldest, file.newest] : [file.from, file.to]
  return { kind, path: pathOf(file), trail: file.trail, account: file.account, region: file.region, from, to }
}

/** The same records without the last, as somebody would leave it who wants a file to stay. */
function withoutLast(content: Buffer): Buffer {
  const parsed: Json = JSON.parse(content.toString())
  return Buffer.from(JSON.stringify({ Records: listAt(parsed, 'Records').slice(0, -1) }))
}

/** The digest that listed a file, made to fit its new content and signed by a key that is not the region's. */
function forgedDigest(kept: Kept, log: Delivered, content: Buffer): Kept {
  const parsed: Json = JSON.parse(kept.content.toString())
  const forger = signingKey('forger')
  const logFiles = listAt(parsed, 'logFiles').map((one) =>
    textAt(one, 's3Object') === log.key && isObject(one) ? { ...one, hashValue: sha256(content) } : one,
  )
  const body = { ...(isObject(parsed) ? parsed : {}), digestPublicKeyFingerprint: fingerprint(forger), logFiles }
  const forged = Buffer.from(JSON.stringify(body))
  const before = member(parsed, 'previousDigestSignature')
  const place = `${kept.file.bucket}/${kept.file.key}`
  const text = signedText(textAt(parsed, 'digestEndTime'), place, forged, typeof before === 'string' ? before : null)
  return { ...kept, content: forged, signature: forger.sign(text) }
}

const lists = (kept: Kept, log: Delivered): boolean => kept.file.kind === 'digest' && kept.content.includes(log.key)

function harmLog(kept: readonly Kept[], target: Kept, kind: Damage['kind']): readonly Kept[] {
  if (kind === 'log-removed') return kept.filter((one) => one !== target)
  if (kind === 'log-truncated') return kept.map((one) => (one === target ? { ...one, isCut: true } : one))
  const content = withoutLast(target.content)
  const changed = kept.map((one) => (one === target ? { ...one, content } : one))
  if (kind === 'log-changed') return changed
  return changed.map((one) => (lists(one, target.file) ? forgedDigest(one, target.file, content) : one))
}

function harmDigest(kept: readonly Kept[], target: Kept, kind: Damage['kind']): readonly Kept[] {
  if (kind === 'digest-removed') return kept.filter((one) => one !== target)
  if (kind === 'signature-lost') return kept.map((one) => (one === target ? { ...one, hasSignature: false } : one))
  const parsed: Json = JSON.parse(target.content.toString())
  // Laid out anew as well: one that listed nothing would else stay as it was.
  const content = Buffer.from(JSON.stringify({ ...(isObject(parsed) ? parsed : {}), logFiles: [] }, null, 1))
  return kept.map((one) => (one === target ? { ...one, content } : one))
}

export interface Damaged {
  readonly kept: readonly Kept[]
  readonly harms: readonly Harm[]
  readonly regionsWithoutKeys: readonly string[]
}

function applyOne(state: Damaged, damage: Damage): Damaged {
  if (damage.kind === 'keys-lost') {
    return { ...state, regionsWithoutKeys: [...state.regionsWithoutKeys, damage.region] }
  }
  if (damage.kind === 'signatures-lost') {
    return { ...state, kept: state.kept.map((one) => ({ ...one, hasSignature: false })) }
  }
  const target = state.kept.find(({ file }) => fits(damage, file))
  if (target === undefined) return state
  const kept =
    target.file.kind === 'log' ? harmLog(state.kept, target, damage.kind) : harmDigest(state.kept, target, damage.kind)
  return { ...state, kept, harms: [...state.harms, harmOf(damage.kind, target.file)] }
}

function fits(damage: Extract<Damage, { of: unknown }>, file: Delivered): boolean {
  switch (damage.kind) {
    case 'digest-removed':
    case 'digest-changed':
    case 'signature-lost':
      return file.kind === 'digest' && damage.of(file)
    default:
      return file.kind === 'log' && damage.of(file)
  }
}

export function damaged(files: readonly Delivered[], damages: readonly Damage[]): Damaged {
  const kept = files.map((file): Kept => {
    const signature = file.kind === 'digest' ? file.signature : null
    return { file, content: file.content, isCut: false, hasSignature: file.kind === 'digest', signature }
  })
  return damages.reduce(applyOne, { kept, harms: [], regionsWithoutKeys: [] })
}
