import { callerId } from '../domain/brand.ts'
import { type Instant, isWithin, type Window } from '../domain/instant.ts'
import { ANONYMOUS } from '../domain/principal.ts'
import type { AskedParts, PartName } from '../facts/part-names.ts'
import type { Facts, TouchGroup, WitnessSource } from '../facts/port.ts'
import type { Selection, Standing } from '../facts/selection.ts'
import type { WitnessGroup, WitnessQuery } from '../facts/witness-port.ts'
import type { Closure } from '../taint/held.ts'

/** Uses of a store as evidence beside the record of calls shows them, with how much they took. */
export interface WitnessTouch {
  readonly group: TouchGroup & { readonly witness: WitnessSource }
  readonly seen: WitnessGroup
}

/** What witnesses of the actor are told by. */
export interface WitnessInput {
  readonly facts: Facts
  readonly closure: Closure
  /** The actor's calls in the window. */
  readonly selection: Selection
  readonly window: Window
}

interface Span {
  readonly first: Instant
  readonly last: Instant
}

function covers(window: Window, { first, last }: Span): boolean {
  return isWithin(first, window) && isWithin(last, window)
}

function meets({ from, to }: Window, { first, last }: Span): boolean {
  return (from === null || last >= from) && (to === null || first <= to)
}

type Named = Pick<WitnessGroup, 'principal' | 'credential' | 'address'> & Span

function isNamed(match: Selection['ours'][number], { credential, address }: Named): boolean {
  return match.on === 'address' ? match.value === address : match.on === 'caller' && match.value === credential
}

/** Whether a principal's credentials, or nobody's from an address of the actor's, may have been the actor's hands. */
function maySuit({ principal, address }: Named, { uses, addresses }: Closure): boolean {
  if (principal === null || principal === ANONYMOUS) return address !== null && addresses.includes(address)
  return [...uses.values()].some((list) => list.some((use) => use.principal === principal))
}

/**
 * Whose witnessed uses are. A log of requests seldom names the credential: a principal of the actor's alone is no more than possible,
 * and what an owner's indicator covers from beginning to end is the owner's. INVARIANT: never stronger than what calls would be judged.
 */
export function witnessStanding(one: Named, selection: Selection, closure: Closure): Standing | null {
  const own = selection.matches.filter((match) => isNamed(match, one))
  const ours = selection.ours.filter((match) => isNamed(match, one))
  const held = selection.holdings.filter(
    ({ caller, address }) => caller === one.credential && (address === null || address === one.address),
  )
  if (ours.some(({ window }) => covers(window, one)))
    return own.some(({ window }) => meets(window, one)) ? 'either' : null
  const certain = [...own, ...held.filter(({ strict }) => strict)]
  if (ours.every(({ window }) => !meets(window, one)) && certain.some(({ window }) => covers(window, one)))
    return 'strict'
  const possible = [...own, ...held].some(({ window }) => meets(window, one))
  return possible || maySuit(one, closure) ? 'wide' : null
}

function touchOf(seen: WitnessGroup, standing: Standing): WitnessTouch | null {
  const { evidence, subject, effect, outcome, payload, principal, credential, address } = seen
  const who = credential ?? principal ?? address
  if (who === null || effect === null || (outcome !== 'ok' && outcome !== 'failed')) return null
  const { events, first, last, firstRef, lastRef } = seen
  const witness = { evidence, principal, credential, address }
  const called = { caller: callerId(who), effect, outcome, payload, grantee: null, part: null }
  const ends = { firstEvent: { eventId: evidence, ref: firstRef }, lastEvent: { eventId: evidence, ref: lastRef } }
  return { group: { store: subject, standing, ...called, events, first, last, ...ends, witness }, seen }
}

/** What of the witnesses may be the actor's. */
function actorsQuery({ closure, selection, window }: WitnessInput): WitnessQuery {
  const named = selection.matches.filter(({ on }) => on === 'address').map(({ value }) => value)
  const principals = [...closure.uses.values()].flatMap((uses) => uses.flatMap(({ principal }) => principal ?? []))
  return {
    subjects: [],
    addresses: [...new Set([...named, ...closure.addresses])].sort(),
    principals: [...new Set(principals)].sort(),
    credentials: [...closure.held.keys()],
    window,
  }
}

/** Finds what the actor did, or may have done, to stores by evidence that is beside the record of calls. Its silence shows nothing. */
export async function witnessTouches(input: WitnessInput): Promise<readonly WitnessTouch[]> {
  const { facts, closure, selection } = input
  const found = await facts.witnessed(actorsQuery(input))
  return found.flatMap((seen): readonly WitnessTouch[] => {
    const standing = witnessStanding(seen, selection, closure)
    const touch = standing === null ? null : touchOf(seen, standing)
    return touch === null ? [] : [touch]
  })
}

/** Uses of a part of a store as other evidence shows them, with the uses of the whole store that they are among. */
export interface WitnessPartTouch extends WitnessTouch, PartName {
  readonly whole: WitnessTouch['group']
}

function keyOf({
  evidence,
  subject,
  act,
  effect,
  outcome,
  payload,
  principal,
  credential,
  address,
}: WitnessGroup): string {
  return JSON.stringify([evidence, subject, act, effect, outcome, payload, principal, credential, address])
}

/** The same by parts of these stores. INVARIANT: whose a part's uses are is told by all of their kind on the store, and never better. */
export async function witnessPartTouches(
  input: WitnessInput,
  parts: readonly AskedParts[],
): Promise<readonly WitnessPartTouch[]> {
  const wholes = new Map((await witnessTouches(input)).map(({ group, seen }) => [keyOf(seen), group]))
  const found = await input.facts.witnessedParts(actorsQuery(input), parts)
  return found.flatMap(({ storeId, prefix, named, ...seen }): readonly WitnessPartTouch[] => {
    const whole = wholes.get(keyOf(seen))
    const touch = whole === undefined ? null : touchOf(seen, whole.standing)
    return whole === undefined || touch === null ? [] : [{ ...touch, storeId, prefix, named, whole }]
  })
}
