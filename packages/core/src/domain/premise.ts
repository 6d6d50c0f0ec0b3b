import type { EvidenceRef } from './evidence-ref.ts'

/** One step of an argument; `from` are the premises it rests on. */
export interface Premise {
  readonly id: string
  readonly kind:
    | 'verdict'
    | 'access'
    | 'attempt'
    | 'grant'
    | 'identity'
    | 'beside'
    | 'indicator'
    | 'entered'
    | 'evidence'
    | 'missing'
  readonly subject: string
  /** One sentence. */
  readonly says: string
  /** What would make it wrong, where something specific would. */
  readonly unless: string | null
  readonly from: readonly string[]
  readonly evidence: readonly { readonly event: string; readonly ref: EvidenceRef }[]
  /** Which question of which values shows it again; rendered to SQL by the edge. */
  readonly query: PremiseQuery | null
}

/** The rows on which a premise rests, for anyone to ask again. */
export type PremiseQuery =
  | {
      readonly kind: 'touches'
      readonly store: string
      readonly caller: string
      readonly effect: string
      readonly outcome: string
    }
  | { readonly kind: 'events-of-caller'; readonly caller: string; readonly account: string | null }
  | { readonly kind: 'event'; readonly event: string }
  | { readonly kind: 'store'; readonly store: string }
