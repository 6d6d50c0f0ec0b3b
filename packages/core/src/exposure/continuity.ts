import { isPrivateAddress } from '../domain/address.ts'
import type { AcceptedAssumption } from '../domain/assumption.ts'
import { type Instant, isWithin, type Window } from '../domain/instant.ts'
import type { OriginUse } from '../facts/port.ts'
import type { EventMatch } from '../facts/selection.ts'

/** What continuity of a principal is judged from. */
export interface ContinuityInput {
  /** The uses of the principal, from everywhere. */
  readonly origins: readonly OriginUse[]
  readonly window: Window
  /** When the actor came in, by whoever signed the indicator; null where nobody said. */
  readonly entry: Instant | null
  /** Addresses that the actor called from. */
  readonly actors: ReadonlySet<string>
  /** What tells the owner's calls. */
  readonly ours: readonly EventMatch[]
  /** Where the principal's owner vouches for its uses from. */
  readonly vouched: readonly AcceptedAssumption<'accessor'>[]
  /** Why uses of the window may not be shown although they were recorded; null where all that was delivered is in evidence. */
  readonly hidden: string | null
}

/** A use that somebody says was the owner's: by an indicator, or by an assumption that was signed. */
export interface Attested {
  readonly use: OriginUse
  readonly by: AcceptedAssumption<'accessor'> | null
}

/** Whether a principal was used in the window only from where it was used before the actor came in (coverage.md 3 a, c). */
export type Continuity =
  | {
      readonly kind: 'steady'
      /** The uses before the entry that show the origins, one for each. */
      readonly known: readonly OriginUse[]
      /** Uses that an indicator of the owner's covers, or that the owner vouches for. */
      readonly attested: readonly Attested[]
    }
  | { readonly kind: 'unsteady'; readonly because: string; readonly use: OriginUse | null }

/** The part of a user agent that stays the same between versions of a program. */
function family(agent: string): string {
  return agent.replaceAll(/[[\]]/g, '').split(/[/ ]/)[0] ?? ''
}

/**
 * Where a use came from, as far as it can be somebody's own place: null for names of services, and for private addresses without
 * the endpoint that tells whose network it was.
 */
function placeOf({ address, agent, vpcEndpoint }: OriginUse): string | null {
  if (address === null || agent === null || !/^[\d.]+$|:/.test(address)) return null
  const isPrivate = isPrivateAddress(address)
  if (isPrivate && vpcEndpoint === null) return null
  return JSON.stringify([address, isPrivate ? vpcEndpoint : null, family(agent)])
}

function isIn({ first, last }: OriginUse, { from, to }: Window): boolean {
  return (from === null || last >= from) && (to === null || first <= to)
}

/** The first and the last instant of a use that can lie in the window. */
function within({ first, last }: OriginUse, { from, to }: Window): readonly [Instant, Instant] {
  return [from !== null && first < from ? from : first, to !== null && last > to ? to : last]
}

/** Whether the owner's indicators cover all of a use that lies in the window. */
function isAttested(use: OriginUse, { ours, window }: ContinuityInput): boolean {
  const [first, last] = within(use, window)
  return ours.some((match) => {
    const fits =
      match.on === 'address'
        ? use.address === match.value
        : match.on === 'user-agent' && use.agent?.includes(match.value)
    return fits === true && isWithin(first, match.window) && isWithin(last, match.window)
  })
}

/** The assumption by which the owner of a principal vouches for all of a use that lies in the window; null where none does. */
function vouchedBy(use: OriginUse, { vouched, window }: ContinuityInput): AcceptedAssumption<'accessor'> | null {
  const { address, agent, vpcEndpoint } = use
  const [first, last] = within(use, window)
  const found = vouched.find(({ scope, window: when }) => {
    const isThere = address !== null && scope.addresses.includes(address)
    const isThrough = scope.endpoints.length === 0 || (vpcEndpoint !== null && scope.endpoints.includes(vpcEndpoint))
    const isWith = scope.agents.length === 0 || scope.agents.some((one) => agent?.includes(one))
    return isThere && isThrough && isWith && isWithin(first, when) && isWithin(last, when)
  })
  return found ?? null
}

/** The first use before the entry from each place that is not the actor's as well. */
function knownPlaces({ origins, entry, actors }: ContinuityInput): ReadonlyMap<string, OriginUse> {
  const known = new Map<string, OriginUse>()
  for (const use of entry === null ? [] : origins.filter(({ first }) => first < entry)) {
    const place = isActors(use, actors) ? null : placeOf(use)
    if (place !== null && !known.has(place)) known.set(place, use)
  }
  return known
}

function isActors({ address }: OriginUse, actors: ReadonlySet<string>): boolean {
  return address !== null && actors.has(address)
}

/** Who says that a use was the owner's; null where nobody does. */
function attestation(use: OriginUse, input: ContinuityInput): Attested | null {
  if (isAttested(use, input)) return { use, by: null }
  const by = vouchedBy(use, input)
  return by === null ? null : { use, by }
}

/** Judges the continuity of one principal. A place that the actor used as well shows nothing. */
export function continuityOf(input: ContinuityInput): Continuity {
  const { origins, window, entry, actors, hidden } = input
  const places = knownPlaces(input)
  const known = new Set<OriginUse>()
  const attested: Attested[] = []
  for (const use of origins.filter((one) => isIn(one, window))) {
    const origin = isActors(use, actors) ? undefined : places.get(placeOf(use) ?? '')
    const said = origin === undefined ? attestation(use, input) : null
    if (origin !== undefined) known.add(origin)
    else if (said !== null) attested.push(said)
    else return { kind: 'unsteady', because: becauseOf(use, entry), use }
  }
  // INVARIANT: a file that is taken away must not make anybody look steady.
  if (hidden !== null) return { kind: 'unsteady', because: hidden, use: null }
  return { kind: 'steady', known: [...known], attested }
}

function becauseOf({ principal, address, agent }: OriginUse, entry: Instant | null): string {
  const where = `${address ?? 'an unknown address'} with ${agent ?? 'no user agent'}`
  return entry === null
    ? `${principal} was used from ${where}, and nobody said when the actor came in: no place is known from before`
    : `${principal} was used from ${where}, a place that no use before the entry shows to be its own`
}
