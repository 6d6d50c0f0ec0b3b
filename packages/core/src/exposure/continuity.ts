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
}

/** Whether a principal was used in the window only from where it was used before the actor came in (coverage.md 3 a, c). */
export type Continuity =
  | {
      readonly kind: 'steady'
      /** The uses before the entry that show the origins, one for each. */
      readonly known: readonly OriginUse[]
      /** Uses that an indicator of the owner's covers. */
      readonly attested: readonly OriginUse[]
    }
  | { readonly kind: 'unsteady'; readonly because: string; readonly use: OriginUse | null }

const PRIVATE =
  /^(?:10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd][0-9a-f]{2}:|fe80:)/i

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
  if (PRIVATE.test(address) && vpcEndpoint === null) return null
  return JSON.stringify([address, PRIVATE.test(address) ? vpcEndpoint : null, family(agent)])
}

function isIn({ first, last }: OriginUse, { from, to }: Window): boolean {
  return (from === null || last >= from) && (to === null || first <= to)
}

/** Whether the owner's indicators cover all of a use that lies in the window. */
function isAttested(use: OriginUse, { ours, window }: ContinuityInput): boolean {
  const first = window.from !== null && use.first < window.from ? window.from : use.first
  const last = window.to !== null && use.last > window.to ? window.to : use.last
  return ours.some((match) => {
    const fits =
      match.on === 'address'
        ? use.address === match.value
        : match.on === 'user-agent' && use.agent?.includes(match.value)
    return fits === true && isWithin(first, match.window) && isWithin(last, match.window)
  })
}

/** Judges the continuity of one principal. A place that the actor used as well shows nothing. */
export function continuityOf(input: ContinuityInput): Continuity {
  const { origins, window, entry, actors } = input
  const own = origins.filter((use) => use.address === null || !actors.has(use.address))
  const before = entry === null ? [] : own.filter(({ first }) => first < entry)
  const known = new Map<string, OriginUse>()
  for (const use of before) {
    const place = placeOf(use)
    if (place !== null && !known.has(place)) known.set(place, use)
  }
  const shown = new Set<OriginUse>()
  const attested: OriginUse[] = []
  for (const use of origins.filter((one) => isIn(one, window))) {
    const origin = own.includes(use) ? known.get(placeOf(use) ?? '') : undefined
    if (origin !== undefined) shown.add(origin)
    else if (isAttested(use, input)) attested.push(use)
    else return { kind: 'unsteady', because: becauseOf(use, entry), use }
  }
  return { kind: 'steady', known: [...shown], attested }
}

function becauseOf({ principal, address, agent }: OriginUse, entry: Instant | null): string {
  const where = `${address ?? 'an unknown address'} with ${agent ?? 'no user agent'}`
  return entry === null
    ? `${principal} was used from ${where}, and nobody said when the actor came in: no place is known from before`
    : `${principal} was used from ${where}, a place that no use before the entry shows to be its own`
}
