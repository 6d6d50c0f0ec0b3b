import { accountOf } from '../domain/arn.ts'
import type { CallerId } from '../domain/brand.ts'
import { earliest, type Instant, latest } from '../domain/instant.ts'
import { LINKS } from '../domain/mint.ts'
import { groupBy } from '../facts/group.ts'
import { compareValues } from '../facts/order.ts'
import type { CallGroup, Facts } from '../facts/port.ts'
import { type Closure, type Held, isStrict } from '../taint/held.ts'
import { endNames, validityOf } from '../taint/validity.ts'
import type { IdentityResult } from './assessment.ts'
import type { IdentityProofs } from './identity-proofs.ts'
import { timeOf } from './words.ts'

interface Ended {
  readonly ends: Awaited<ReturnType<Facts['ends']>>
  readonly made: ReadonlyMap<string, readonly Instant[]>
}

async function askEnds(facts: Facts, closure: Closure): Promise<Ended> {
  const held = [...closure.held.values()]
  const mints = groupBy(await facts.mintsOf(held.map((one) => one.caller)), (mint) => [mint.minted])
  const made = new Map(mints.map((group) => [group[0].minted, group.map((mint) => mint.at)]))
  const principals = held.map((one) => withPrincipal(one, closure))
  return { ends: await facts.ends([...new Set(principals.flatMap(endNames))]), made }
}

/** A seed does not say which principal it acts as; its recorded uses do. */
function withPrincipal(held: Held, closure: Closure): Held {
  const used = closure.uses.get(held.caller)?.find((use) => use.principal !== null)
  return { ...held, principal: held.principal ?? used?.principal ?? null }
}

/** What identities are described from. */
interface Known {
  readonly closure: Closure
  readonly ended: Ended
  /** The calls that are or may be the actor's, at any time, by caller; what an owner's indicator covers is not among them. */
  readonly calls: ReadonlyMap<CallerId, readonly CallGroup[]>
  readonly cutoff: Instant | null
  readonly proofs: IdentityProofs
}

function resultOf(held: Held, { closure, ended, calls, cutoff, proofs }: Known): IdentityResult {
  const uses = closure.uses.get(held.caller) ?? []
  const own = calls.get(held.caller) ?? []
  const whole = withPrincipal(held, closure)
  const account =
    accountOf(whole.principal ?? '') ?? uses.find((use) => use.principalAccount !== null)?.principalAccount ?? ''
  const [best] = held.ties
  const sessionCreated = uses.reduce<Instant | null>((latestSeen, use) => latest(latestSeen, use.sessionCreated), null)
  const names = endNames(whole)
  return {
    id: held.caller,
    kind: held.kind === 'unknown' || best.link === 'seed' ? (uses[0]?.callerKind ?? held.kind) : held.kind,
    account,
    principal: whole.principal ?? '',
    link: best.link,
    strict: isStrict(held),
    derivedFrom: derivations(held),
    because: best.because,
    firstUse: timeOf(own.reduce<Instant | null>((first, group) => earliest(first, group.first), null)),
    lastUse: timeOf(own.reduce<Instant | null>((last, group) => latest(last, group.last), null)),
    events: own.reduce((sum, group) => sum + group.events, 0),
    validity: validityOf({
      held: whole,
      ends: ended.ends.filter((end) => names.includes(end.identity)),
      made: ended.made.get(held.caller) ?? [],
      sessionCreated,
      uses,
      cutoff,
    }),
    proof: proofs.add(held),
  }
}

/** Where an identity comes from: of one that is certain only what makes it so. */
function derivations(held: Held): IdentityResult['derivedFrom'] {
  const shown = isStrict(held) ? held.ties.filter((tie) => tie.strict) : held.ties
  const from = shown.flatMap((tie) =>
    tie.parent === null ? [] : [{ id: tie.parent, event: tie.event?.eventId ?? '' }],
  )
  return [...new Map(from.map((one) => [JSON.stringify(one), one])).values()]
}

/** Describes every identity of the closure: strict ones first, then by the strength of the tie, then by id. */
export async function describeIdentities(
  facts: Facts,
  closure: Closure,
  cutoff: Instant | null,
  proofs: IdentityProofs,
): Promise<readonly IdentityResult[]> {
  const groups = groupBy(await facts.calls(closure.selection), (group) => [group.caller])
  const calls = new Map(groups.map((group) => [group[0].caller, group]))
  const known: Known = { closure, ended: await askEnds(facts, closure), calls, cutoff, proofs }
  const rank = (one: IdentityResult): number => (one.strict ? 0 : 100) + LINKS.indexOf(one.link)
  return [...closure.held.values()]
    .map((held) => resultOf(held, known))
    .sort((a, b) => rank(a) - rank(b) || compareValues(a.id, b.id))
}
