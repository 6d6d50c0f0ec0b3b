import type { Confidence } from '../domain/owners-map.ts'
import type { Effect } from '../domain/touch.ts'
import type { Range, VerdictWord } from './said.ts'

/** What a part of a store, an owner's data or calls that are no part's amount to; parts that are of several owners count for each. */
export interface PartAmounts {
  readonly sent: Range
  readonly distinct: Range
}

/** What is said of one part of a store. */
interface PartSaid {
  /** Id of the store, or what the owners map has where no evidence names one. */
  readonly store: string
  /** What the names of its objects begin with; null for a whole store and for all that has no prefix of its own. */
  readonly prefix: string | null
  readonly verdict: VerdictWord
  readonly effects: readonly Effect[]
  readonly possibleEffects: readonly Effect[]
  readonly bytes: PartAmounts
  readonly objects: Range
  readonly gaps: readonly string[]
  readonly assumptions: readonly string[]
  readonly because: string
  readonly proof: string
}

/** A part that is an owner's; `unplaced` is a line of the owners map that is about more than evidence names. */
export interface OwnedPartResult extends PartSaid {
  readonly kind: 'whole' | 'prefix' | 'rest' | 'unplaced'
  readonly mappedBy: 'prefix' | 'store' | 'tag' | 'account'
  readonly confidence: Confidence
  readonly categories: readonly string[]
  /** Whether it is others' as well. */
  readonly joint: boolean
}

/** A part that no line of the owners map is about; `unnamed` are calls that name no object and are no one part's. */
export interface UnmappedResult extends PartSaid {
  readonly kind: 'whole' | 'rest' | 'unnamed'
}

/** A part with its copies; the weakest of them decides. */
export interface DatasetResult {
  readonly store: string
  readonly prefix: string | null
  readonly copies: readonly { readonly store: string; readonly verdict: VerdictWord; readonly proof: string }[]
  /** Where copies went that no evidence describes. */
  readonly elsewhere: readonly string[]
  readonly verdict: VerdictWord
  readonly gaps: readonly string[]
  readonly assumptions: readonly string[]
  readonly because: string
}

/** What is said of one owner's data. INVARIANT: no row names another owner, and none says whom to write to (need to know). */
export interface OwnerResult {
  readonly id: string
  readonly name: string
  readonly controller: string | null
  readonly processor: string | null
  readonly categories: readonly string[]
  /** Of the least sure line of the owners map. */
  readonly confidence: Confidence
  /** The weakest of its datasets. */
  readonly verdict: VerdictWord
  readonly effects: readonly Effect[]
  readonly possibleEffects: readonly Effect[]
  readonly bytes: PartAmounts
  readonly objects: Range
  readonly assumptions: readonly string[]
  readonly because: string
  readonly parts: readonly OwnedPartResult[]
  readonly datasets: readonly DatasetResult[]
}
