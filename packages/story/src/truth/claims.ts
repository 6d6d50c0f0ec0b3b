import { iso } from '../time.ts'
import type { Claim } from '../world/claim.ts'
import type { TrueBounds } from './bounds.ts'
import { total } from './taken.ts'

/** What a number in a claim may count: bytes as they were stored and sent, or the same packed. */
export type Form = 'raw' | 'compressed' | 'unknown'

/** What evidence can say about a claim, read in one way; and why. */
export interface Reading {
  readonly form: Form
  readonly finding: 'corroborated' | 'contradicted' | 'not-testable'
  readonly because: string
}

/** A claim, the figures it is held against, and what the actor truly has. */
export interface TrueClaim {
  readonly id: string
  readonly speaker: string
  readonly saidAt: string
  readonly text: string
  readonly bytes: number
  readonly store: string | null
  /** Each byte that the actor has, once: read, and opened to be taken whole. */
  readonly truly: number
  /** Proven by records. */
  readonly lower: number
  /** What all ways out together can have let through; null where one of them has no bound. */
  readonly upper: number | null
  readonly readings: readonly Reading[]
}

interface Figures {
  readonly lower: number
  readonly upper: number | null
}

const GIGABYTE = 1e9
const inWords = (bytes: number): string => `${(bytes / GIGABYTE).toFixed(1)} GB`

/** Packed data was at least as much before: what is too much as it is, is too much packed. */
function readingOf(form: Form, bytes: number, { lower, upper }: Figures): Reading {
  if (upper !== null && bytes > upper) {
    const packed = form === 'raw' ? '' : ' and packed data was no less before it was packed,'
    return {
      form,
      finding: 'contradicted',
      because: `no more than ${inWords(upper)} can have left,${packed} so ${inWords(bytes)} cannot be of it`,
    }
  }
  if (form === 'raw' && bytes <= lower) {
    return { form, finding: 'corroborated', because: `records show that ${inWords(lower)} were sent` }
  }
  const most = upper === null ? 'nothing bounds what left' : `up to ${inWords(upper)} can have left`
  const ratio = form === 'raw' ? '' : ', and how far it was packed is not known'
  return { form, finding: 'not-testable', because: `records show ${inWords(lower)}, ${most}${ratio}` }
}

function upperOf({ metered, copied, shared, size, sent }: TrueBounds): number | null {
  if (shared.bytes > 0) return shared.bytes
  if (metered !== null) return metered + copied.bytes
  // Nobody counts what is read here; each byte once is no more than all of it.
  return sent === 0 && copied.bytes === 0 ? 0 : size
}

/** Copies stand for what they are copies of: their bytes count once. */
const isCopied = ({ copied, sent }: TrueBounds): boolean => copied.bytes > 0 && sent === 0

function figuresOf(bounds: readonly TrueBounds[]): Figures {
  const counted = bounds.filter((one) => !isCopied(one))
  const uppers = counted.map(upperOf)
  const known = uppers.filter((upper) => upper !== null)
  return {
    lower: total(counted.map(({ sentInRecords }) => sentInRecords)),
    upper: known.length === uppers.length ? total(known) : null,
  }
}

const truly = (bounds: readonly TrueBounds[]): number =>
  total(bounds.filter((one) => !isCopied(one)).map(({ distinct, shared }) => Math.max(distinct, shared.bytes)))

const FORMS: readonly Form[] = ['raw', 'compressed', 'unknown']

/** Every claim in each of its readings. A claim about one store is held against what was sent out of it. */
export function claimsOf(claims: readonly Claim[], all: readonly TrueBounds[]): readonly TrueClaim[] {
  return claims.map(({ id, speaker, saidAt, text, bytes, store }) => {
    const bounds = store === null ? all : all.filter((one) => one.store === store.arn)
    const figures = figuresOf(bounds)
    return {
      id,
      speaker,
      saidAt: iso(saidAt),
      text,
      bytes,
      store: store?.arn ?? null,
      truly: truly(bounds),
      ...figures,
      readings: FORMS.map((form) => readingOf(form, bytes, figures)),
    }
  })
}
