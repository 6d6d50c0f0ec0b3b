import { type CallerId, callerId } from '../domain/brand.ts'
import type { Mint } from '../domain/mint.ts'
import { SERVICE_FORWARDED } from '../domain/principal.ts'
import { groupBy } from '../facts/group.ts'
import { NOBODY } from '../facts/nobody.ts'
import type { CallerUse, Facts, OriginUse, Pairing } from '../facts/port.ts'

/** Everything that the evidence says of callers, of their makers and of those whom services acted for. */
export interface KnownAccessors {
  readonly uses: ReadonlyMap<string, readonly CallerUse[]>
  readonly mints: ReadonlyMap<string, readonly Mint[]>
  /** By principal (of sessions, their role): every use of its credentials. */
  readonly byPrincipal: ReadonlyMap<string, readonly CallerUse[]>
  /** Sign-ins, by principal. */
  readonly signIns: ReadonlyMap<string, readonly Mint[]>
  readonly origins: ReadonlyMap<string, readonly OriginUse[]>
  /** Of callers that a record names without a principal: whom their own account names. */
  readonly pairings: ReadonlyMap<string, readonly Pairing[]>
}

/** The role or user behind a use, else the principal that called. */
export function principalBehind({ issuer, principal }: Pick<CallerUse, 'issuer' | 'principal'>): string | null {
  return issuer ?? principal
}

function mapBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | null,
): ReadonlyMap<string, readonly Item[]> {
  const keyed = items.flatMap((item) => {
    const key = keyOf(item)
    return key === null ? [] : [{ key, item }]
  })
  return new Map(groupBy(keyed, ({ key }) => [key]).map((group) => [group[0].key, group.map(({ item }) => item)]))
}

function principalsOf(uses: readonly CallerUse[]): readonly string[] {
  return [...new Set(uses.flatMap((use) => [use.principal, use.issuer]))].filter((one) => one !== null)
}

/** The mints of callers and, as long as there are new ones, of those who made them. */
async function mintsBehind(facts: Facts, callers: readonly CallerId[]): Promise<readonly Mint[]> {
  const asked = new Set<CallerId>(callers)
  const mints: Mint[] = []
  let fresh: readonly CallerId[] = [...asked]
  while (fresh.length > 0) {
    const made = await facts.mintsOf(fresh)
    mints.push(...made)
    fresh = [...new Set(made.map((mint) => mint.caller))].filter((caller) => !asked.has(caller))
    for (const caller of fresh) asked.add(caller)
  }
  return mints
}

/** Asks for everything that judging these callers takes. */
export async function gatherAccessors(facts: Facts, callers: readonly CallerId[]): Promise<KnownAccessors> {
  const named = await facts.callers({ ...NOBODY, callers })
  const unnamed = named.filter((use) => principalBehind(use) === null).map((use) => use.caller)
  const pairings = await facts.pairings([...new Set(unnamed)].sort())
  const partners = [...new Set(pairings.flatMap((one) => one.partner ?? []))]
  const touched = [...named, ...(await facts.callers({ ...NOBODY, callers: partners }))]
  const served = touched.filter((use) => use.callerKind === SERVICE_FORWARDED)
  const parents = await facts.callers({ ...NOBODY, principals: principalsOf(served) })
  const mints = await mintsBehind(facts, [...callers, ...partners, ...new Set(parents.map((use) => use.caller))])
  const makers = await facts.callers({ ...NOBODY, callers: [...new Set(mints.map((mint) => mint.caller))] })
  const all = [...touched, ...parents, ...makers]
  const uses = [...new Map(all.map((use) => [JSON.stringify(use), use])).values()]
  const principals = principalsOf(uses)
  const signIns = await facts.mintsOf(principals.map(callerId))
  return {
    uses: mapBy(uses, (use) => use.caller),
    mints: mapBy(mints, (mint) => mint.minted),
    byPrincipal: mapBy(uses, principalBehind),
    signIns: mapBy(signIns, (mint) => mint.minted),
    pairings: mapBy(pairings, (one) => one.caller),
    origins: mapBy(await facts.originsOf(principals), (use) => use.principal),
  }
}
