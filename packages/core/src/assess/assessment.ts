import type { AssumptionKind } from '../domain/assumption.ts'
import type { ChangeKind } from '../domain/change.ts'
import type { Link } from '../domain/mint.ts'
import type { Premise } from '../domain/premise.ts'
import type { Effect } from '../domain/touch.ts'
import type { BoundMethod } from '../exposure/bounds.ts'
import type { OwnerResult, UnmappedResult } from './owner-assessment.ts'
import type { Range, VerdictWord } from './said.ts'

/** Counts of records; a file that no kind of evidence recognises counts in `files` and `rejectedFiles` only. */
export interface Accounting {
  readonly read: number
  readonly kept: number
  readonly duplicate: number
  readonly rejected: number
  readonly files: number
  readonly rejectedFiles: number
}

/** Whether the actor acted in an account, with the proof. */
export interface AccountResult {
  readonly id: string
  readonly name: string
  readonly entered: 'yes' | 'undetermined' | 'no'
  readonly by: readonly string[]
  readonly first: string | null
  readonly last: string | null
  readonly regions: readonly string[]
  readonly because: string
  readonly gaps: readonly string[]
  readonly proof: string
}

/** Whether a credential can still be used, as far as the evidence goes. */
export interface Validity {
  readonly state: 'active' | 'inactive' | 'deleted' | 'expired' | 'revoked' | 'unknown'
  readonly because: string
}

/** An identity that the actor held, may have held or could have become. */
export interface IdentityResult {
  readonly id: string
  readonly kind: string
  readonly account: string
  readonly principal: string
  readonly link: Link
  readonly strict: boolean
  readonly derivedFrom: readonly { readonly id: string; readonly event: string }[]
  readonly because: string
  readonly firstUse: string | null
  readonly lastUse: string | null
  readonly events: number
  readonly validity: Validity
  readonly proof: string
}

/** An identity seen beside the closure, and why it was kept out. */
export interface RelatedResult {
  readonly id: string
  readonly relation: 'service-forwarded' | 'same-principal-other-credential' | 'same-address'
  readonly events: number
  readonly note: string
}

/** A change that the actor made. */
export interface ChangeResult {
  readonly id: string
  readonly kind: ChangeKind
  readonly what: string
  readonly event: string
  readonly at: string
  readonly by: string
  readonly account: string
  readonly region: string
  /** Whether the actor made it for certain, or only an identity it may have held. */
  readonly strict: boolean
  readonly state: 'standing' | 'reverted' | 'unknown'
  readonly revertedBy: string | null
  /** Whether it only took away what the actor itself had made before: nothing of the owner's is gone. */
  readonly ownWork: boolean
  readonly undo: string
}

/** A continuing grant or a copy: where the content of a store went or could go, and for how long. */
export interface DestinationResult {
  readonly effect: Effect
  readonly to: string
  readonly from: string
  /** When the grant ended; null while it stands, and for copies, which nothing ends. */
  readonly until: string | null
  readonly state: 'standing' | 'reverted' | 'copied'
  readonly event: string
  readonly endedBy: string | null
}

/** One stretch of a store's verdict; `tail` lies outside the window and outside the verdict. */
export interface IntervalResult {
  readonly from: string | null
  readonly to: string | null
  readonly verdict: VerdictWord
  readonly because: string
  readonly kind: 'window' | 'tail'
}

/** What is said of one data store. */
export interface StoreResult {
  readonly id: string
  readonly kind: string
  readonly account: string
  readonly region: string
  readonly name: string
  readonly owners: readonly string[]
  readonly verdict: VerdictWord
  readonly effects: readonly Effect[]
  readonly possibleEffects: readonly Effect[]
  readonly by: readonly string[]
  readonly firstAccess: string | null
  readonly lastAccess: string | null
  readonly because: string
  readonly intervals: readonly IntervalResult[]
  readonly destinations: readonly DestinationResult[]
  readonly bytes: {
    readonly sent: Range
    readonly distinct: Range
    readonly size: number | string | null
    readonly listings: Range
  }
  readonly objects: Range
  /** Parts of it that the actor took whole, such as folders: every object in them, and how many the evidence does not say. */
  readonly parts: readonly string[]
  /** How each bound that is not open was found. */
  readonly bounds: readonly BoundMethod[]
  readonly gaps: readonly string[]
  readonly assumptions: readonly string[]
  readonly proof: string
}

/** Why the evidence cannot say, and what would settle it (facts: a closed list of kinds). */
export interface GapResult {
  readonly kind:
    | 'not-logged'
    | 'not-selected'
    | 'not-delivered'
    | 'rejected'
    | 'unverified'
    | 'config-unknown'
    | 'accessor-unknown'
    | 'conflict'
    | 'no-record'
    | 'public'
    | 'tail'
  readonly source: string
  readonly from: string | null
  readonly to: string | null
  readonly because: string
  readonly settledBy: string
}

/** What a named person takes for true for a scope and a stretch (null: open), and what broke it; null where nothing did. */
export interface AssumptionResult {
  readonly id: string
  readonly kind: AssumptionKind
  readonly scope: string
  readonly from: string | null
  readonly to: string | null
  readonly because: string
  readonly by: string
  readonly at: string
  readonly broken: string | null
}

/** Evidence worth fetching: a read-only command, when it expires and what it settles. */
export interface RequestResult {
  readonly id: string
  readonly source: string
  readonly command: string
  readonly expires: string | null
  readonly because: string
  readonly settles: readonly string[]
}

/** An API that the actor called, and what no store or change tells of it: reconnaissance, calls that no row describes, what failed. */
export interface CallResult {
  readonly account: string
  readonly region: string
  readonly source: string
  readonly name: string
  readonly by: string
  readonly strict: boolean
  readonly events: number
  readonly failed: number
  readonly first: string
  readonly last: string
}

/** The product: everything said about one case, from hashed inputs. Field names are fixed; fields are only ever added. */
export interface Assessment {
  readonly schemaVersion: '1.0'
  readonly scopeVersion: number
  readonly window: { readonly from: string | null; readonly to: string | null }
  readonly evidenceCutoff: string | null
  readonly accounting: Accounting
  readonly indicators: readonly {
    readonly id: string
    readonly kind: string
    readonly value: string
    readonly ours: boolean
    readonly from: string | null
    readonly to: string | null
    readonly by: string | null
    readonly events: number
  }[]
  readonly accounts: readonly AccountResult[]
  readonly identities: readonly IdentityResult[]
  readonly related: readonly RelatedResult[]
  readonly changes: readonly ChangeResult[]
  readonly stores: readonly StoreResult[]
  /** Hash of the owners map that is in force; null where there is none: then nothing is said of owners. */
  readonly ownersMap: string | null
  readonly owners: readonly OwnerResult[]
  readonly unmapped: readonly UnmappedResult[]
  readonly calls: readonly CallResult[]
  readonly gaps: Readonly<Record<string, GapResult>>
  readonly assumptions: readonly AssumptionResult[]
  readonly requests: readonly RequestResult[]
  readonly volume: { readonly sent: Range; readonly distinct: Range; readonly method: string }
  readonly contradictions: readonly string[]
  readonly calibration: { readonly agree: number; readonly observed: number }
  readonly ledger: readonly never[]
  readonly duties: readonly never[]
  readonly inputs: readonly { readonly path: string; readonly sha256: string }[]
}

/** An assessment with the graph of premises behind its proofs. */
export interface Assessed {
  readonly assessment: Assessment
  readonly premises: readonly Premise[]
}
