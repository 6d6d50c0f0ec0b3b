import type { Instant, Window } from './instant.ts'

/** A log as people name it. The short form, home region and name, may fit logs of several accounts. */
export interface LogName {
  /** Null where the short form was given. */
  readonly arn: string | null
  readonly home: string
  readonly name: string
}

/** Where a use may come from for an accessor's owner to vouch for it. */
export interface AccessorScope {
  /** ARN of one principal (of sessions: their role), or `anonymous`. */
  readonly principal: string
  /** At least one. A private one counts only together with one of the endpoints. */
  readonly addresses: readonly string[]
  /** Ids of network endpoints, of which a use came through one; empty where none was given. */
  readonly endpoints: readonly string[]
  /** Parts of user agents, of which a use holds one; empty where any will do. */
  readonly agents: readonly string[]
}

/** A saved answer: by the hash of its content, or by the path it was read from. */
export type AnswerName =
  | { readonly kind: 'sha256'; readonly sha256: string }
  | { readonly kind: 'path'; readonly path: string }

/** What each kind of assumption is about (coverage.md 6: a closed list). The window says when it holds. */
export interface AssumptionScopes {
  /** The files that a log delivered of an account and region are whole; null is every one. */
  readonly delivery: { readonly log: LogName; readonly account: string | null; readonly region: string | null }
  /** The actor was not in before the end of the window. */
  readonly entry: { readonly of: 'case' }
  /** The owner of a principal vouches for its uses from these places, and from no others. */
  readonly accessor: AccessorScope
  /** The actor did not come in by logging in: by the way that a store's row describes with these words, or by any (`log-in`). */
  readonly channel: { readonly store: string; readonly by: string }
  /** When an answer was given that does not say so itself. */
  readonly 'snapshot-time': { readonly answer: AnswerName; readonly at: Instant }
  /** The configuration of a log did not change. */
  readonly 'config-constant': { readonly log: LogName }
}

/** A kind of assumption. */
export type AssumptionKind = keyof AssumptionScopes

/** The kinds, in the order of the help. */
export const ASSUMPTION_KINDS: readonly AssumptionKind[] = [
  'delivery',
  'entry',
  'accessor',
  'channel',
  'snapshot-time',
  'config-constant',
]

/** What is assumed, before anybody signed it. */
export type Assumed<Of extends AssumptionKind = AssumptionKind> = {
  readonly [Kind in Of]: { readonly kind: Kind; readonly scope: AssumptionScopes[Kind] }
}[Of]

/** Who accepted an assumption, when, why and for which stretch. */
interface Signed {
  /** `A-` and a short hash of all that was signed. */
  readonly id: string
  /** Open where null: for `entry`, `to` is the time before which the actor was not in. */
  readonly window: Window
  readonly because: string
  readonly by: string
  readonly at: Instant
}

/** What a named person takes for true although no evidence shows it, for a scope and a stretch, with a reason. */
export type Assumption<Of extends AssumptionKind = AssumptionKind> = {
  readonly [Kind in Of]: Signed & Assumed<Kind>
}[Of]

/** An assumption that stands, and what broke it (null: nothing did). INVARIANT: a broken one licenses nothing. */
export type AcceptedAssumption<Of extends AssumptionKind = AssumptionKind> = {
  readonly [Kind in Of]: Assumption<Kind> & { readonly broken: string | null }
}[Of]
