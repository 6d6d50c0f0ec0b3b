import type { EvidenceRef } from './evidence-ref.ts'
import type { Instant } from './instant.ts'

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
    | 'record'
    | 'log'
    | 'setting'
    | 'unchanged'
    | 'delivered'
    | 'statement'
    | 'signature'
    | 'gate'
    | 'accessor'
    | 'born'
    | 'continuity'
    | 'assumed'
  readonly subject: string
  /** One sentence. */
  readonly says: string
  /** What would make it wrong, where something specific would. */
  readonly unless: string | null
  readonly from: readonly string[]
  /** Whether any one of `from` is enough; absent where all are needed. */
  readonly any?: true
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
  /** Of one kind of evidence beside the record of calls, what it saw somebody do to a store. */
  | {
      readonly kind: 'witnesses'
      readonly evidence: string
      readonly store: string
      readonly who: { readonly by: 'credential' | 'principal' | 'address'; readonly value: string }
      readonly effect: string
      readonly outcome: string
    }
  | { readonly kind: 'events-of-caller'; readonly caller: string; readonly account: string | null }
  | { readonly kind: 'event'; readonly event: string }
  | { readonly kind: 'store'; readonly store: string }
  /** Calls of management that write, in an account and region, up to an instant. */
  | { readonly kind: 'writes'; readonly account: string; readonly region: string; readonly until: Instant }
  /** Everything that statements list as delivered, of a stretch of events. */
  | { readonly kind: 'delivered'; readonly from: Instant; readonly to: Instant }
  /** The uses of a credential before an instant. */
  | { readonly kind: 'uses-before'; readonly caller: string; readonly before: Instant }
  /** The uses of a principal's credentials from one place. */
  | { readonly kind: 'origin'; readonly principal: string; readonly address: string; readonly before: Instant }
