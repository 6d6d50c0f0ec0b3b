import type { CallerId } from '../domain/brand.ts'
import { type Instant, isCovered, type Window } from '../domain/instant.ts'
import { LINKS, type Link } from '../domain/mint.ts'
import type { CallerUse, EventPointer } from '../facts/port.ts'
import type { Selection } from '../facts/selection.ts'
import type { Indicator } from './indicator.ts'

/** One reason why an identity is held to be the actor's. */
export interface Tie {
  readonly link: Link
  /** Whether this tie licenses `accessed`: a strict link from a strictly held parent. */
  readonly strict: boolean
  /** The identity it comes from; null for a seed. */
  readonly parent: CallerId | null
  /** The indicator of a seed. */
  readonly indicator: Indicator | null
  /** The call that shows it; null for a seed. */
  readonly event: EventPointer | null
  readonly because: string
  /** When the call that shows it made the identity; null where none did. */
  readonly madeAt: Instant | null
  /** What this finding says the identity is, and which principal it acts as; other findings may say otherwise. */
  readonly kind: string
  readonly principal: string | null
  /** From when to when the identity's calls count by this tie. */
  readonly window: Window
}

/** An identity that the actor held, may have held or could have become. */
export interface Held {
  readonly caller: CallerId
  /** For people: one of the kinds and principals that its ties say. INVARIANT: nothing is inferred from these, because a tie that comes to light may change them. */
  readonly kind: string
  readonly principal: string | null
  readonly expires: Instant | null
  /** All ties, strongest first. */
  readonly ties: readonly [Tie, ...Tie[]]
}

/**
 * Calls that may be the actor's although nobody held what signed them: what services did for its sessions, and calls without any
 * credential from its addresses. They never license `accessed`, and nothing is chased from them.
 */
export interface Beside {
  readonly caller: CallerId
  /** The identity that they follow from. */
  readonly parent: CallerId
  readonly event: EventPointer
  readonly because: string
  readonly window: Window
  /** The one address from which they count; null where all do. */
  readonly address: string | null
}

/** Everything the actor was, by the fix-point over the ties. */
export interface Closure {
  /** By caller, in the order of ids. */
  readonly held: ReadonlyMap<CallerId, Held>
  readonly selection: Selection
  /** Calls that count beside those of held callers. */
  readonly beside: readonly Beside[]
  /** The uses of held callers. */
  readonly uses: ReadonlyMap<CallerId, readonly CallerUse[]>
  /** The actor's indicators that name calls by an address or a user agent and hold no credential. */
  readonly events: readonly Indicator[]
  /** Addresses that strict calls came from. */
  readonly addresses: readonly string[]
}

/** Whether an identity's calls license `accessed`. */
export function isStrict(held: Held): boolean {
  return held.ties.some((tie) => tie.strict)
}

/**
 * Whether an identity's calls license `accessed` in the whole of a stretch, so that a doubtful tie over it would say nothing new.
 * A certain tie alone does not do: what it leaves out, as the time before a password was set, may still be the actor's.
 */
export function isStrictThrough(held: Held | undefined, stretch: Window): boolean {
  return held?.ties.some((tie) => tie.strict && isCovered(stretch, tie.window)) ?? false
}

function rank(tie: Tie): number {
  return (tie.strict ? 0 : 100) + LINKS.indexOf(tie.link)
}

const KEYS = new WeakMap<Tie, string>()

/** What tells ties apart; made once for each, because an identity may have thousands that are compared with every new one. */
function tieKey(tie: Tie): string {
  const known = KEYS.get(tie)
  if (known !== undefined) return known
  const { link, parent, event, indicator, kind, principal, window } = tie
  const key = JSON.stringify([link, parent, event, indicator?.id ?? null, kind, principal, window])
  KEYS.set(tie, key)
  return key
}

/** Orders ties: strict ones first, then by link, then by what they name. */
function compareTies(a: Tie, b: Tie): number {
  const order = rank(a) - rank(b)
  if (order !== 0) return order
  const [x, y] = [tieKey(a), tieKey(b)]
  return x === y ? 0 : x < y ? -1 : 1
}

/** Where a tie stands among ordered ones, or would stand. */
function placeOf(ties: readonly Tie[], tie: Tie): number {
  let [low, high] = [0, ties.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const there = ties[middle]
    if (there !== undefined && compareTies(there, tie) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function has(ties: readonly Tie[], tie: Tie): boolean {
  const there = ties[placeOf(ties, tie)]
  return there !== undefined && compareTies(there, tie) === 0
}

/** The identity with one more tie; the same object when the tie (or a strict twin of it) is there already. */
export function withTie(held: Held, tie: Tie): Held {
  if (has(held.ties, tie) || has(held.ties, { ...tie, strict: true })) return held
  const key = tieKey(tie)
  const twin = tie.strict && has(held.ties, { ...tie, strict: false })
  const others = twin ? held.ties.filter((known) => tieKey(known) !== key) : held.ties
  const place = placeOf(others, tie)
  const [first, ...rest] = [...others.slice(0, place), tie, ...others.slice(place)]
  return first === undefined ? held : { ...held, ties: [first, ...rest] }
}
