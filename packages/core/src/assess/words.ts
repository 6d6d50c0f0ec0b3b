import { formatInstant, type Instant } from '../domain/instant.ts'
import type { Link } from '../domain/mint.ts'
import type { Effect } from '../domain/touch.ts'
import type { Range } from './said.ts'

/** What a tie says in a sentence about an identity. */
export const LINK_WORDS: Readonly<Record<Link, string>> = {
  seed: "was named as the actor's",
  minted: 'was made by a call of the actor',
  'same-session': "is a credential of a principal named as the actor's",
  inferred: "was probably the actor's",
  assumable: 'could be taken after the actor opened a role',
  'service-forwarded': 'was used by a service for the actor',
  possible: "may have been in the actor's hands",
}

/** What an effect says in a sentence: "`x` read `s` ...". */
export const EFFECT_WORDS: Readonly<Record<Effect, string>> = {
  listed: 'listed',
  read: 'read',
  'key-used': 'used a key on',
  'copied-out': 'copied out',
  shared: 'shared',
  redirected: 'redirected',
  'sent-as': 'sent as',
  destroyed: 'destroyed',
  written: 'wrote to',
  attempted: 'tried to act on',
  named: 'named',
}

/** A time in the Assessment: ISO 8601 in UTC, or null. */
export function timeOf(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at)
}

/** A byte count or other bound: a JSON number while it is exact, else a decimal string. */
function bound(value: number): number | string {
  return Number.isSafeInteger(value) ? value : BigInt(Math.trunc(value)).toString()
}

/** A range that the evidence bounds from below only. */
export function atLeast(lower: number): Range {
  return { lower: bound(Math.floor(lower)), upper: null }
}

/** A range as the evidence bounds it; an upper of null is unbounded. */
export function rangeOf({ lower, upper }: { readonly lower: number; readonly upper: number | null }): Range {
  return { lower: bound(Math.floor(lower)), upper: upper === null ? null : bound(Math.ceil(upper)) }
}

/** What the actor took of a store that was not touched: nothing, as the proof of it says. */
export const NONE_TAKEN: Range = { lower: 0, upper: 0 }

/** A count with its noun: `1 call`, `2 calls`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** `at T` or `between T and U`. */
export function when(first: Instant, last: Instant): string {
  return first === last ? `at ${formatInstant(first)}` : `between ${formatInstant(first)} and ${formatInstant(last)}`
}
