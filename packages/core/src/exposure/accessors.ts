import type { AcceptedAssumption } from '../domain/assumption.ts'
import type { CallerId } from '../domain/brand.ts'
import type { Instant, Window } from '../domain/instant.ts'
import type { Mint } from '../domain/mint.ts'
import { ANONYMOUS, COMPUTE_CREDENTIALS, SERVICE_FORWARDED } from '../domain/principal.ts'
import type { CallerUse, Facts, OriginUse } from '../facts/port.ts'
import type { Closure } from '../taint/held.ts'
import { gatherAccessors, type KnownAccessors, principalBehind } from './accessor-facts.ts'
import { type Continuity, continuityOf } from './continuity.ts'

/** Why an accessor may be the actor. */
export interface Doubt {
  readonly kind: 'doubt'
  readonly gap: 'accessor-unknown' | 'public'
  /** One clause without a full stop. */
  readonly because: string
  readonly settledBy: string
}

/** How an accessor is shown not to be the actor: its beginning, and that it was not stolen. */
export interface Accounted {
  readonly kind: 'accounted'
  /** How its credential began: in use before the window, made by a call, by no call that would be recorded, by a parent's call, or not at all: there is none. */
  readonly born:
    | { readonly kind: 'older'; readonly use: CallerUse }
    | { readonly kind: 'minted'; readonly mint: Mint; readonly by: CallerId }
    | { readonly kind: 'signed-in'; readonly mint: Mint }
    | { readonly kind: 'never-made'; readonly account: string }
    | { readonly kind: 'for-others'; readonly parents: readonly CallerId[] }
    | { readonly kind: 'no-credential' }
  /** The principal whose uses are all from known places; null where the parents' are what counts. */
  readonly principal: string | null
  readonly continuity: Extract<Continuity, { readonly kind: 'steady' }> | null
}

/** Whether somebody who touched a store is shown not to be the actor. */
export type AccessorJudgement = Doubt | Accounted

/** What accessors are judged from. */
export interface AccessorsInput {
  readonly facts: Facts
  readonly closure: Closure
  readonly window: Window
  readonly entry: Instant | null
  readonly assumptions: readonly AcceptedAssumption[]
  /** Why uses may not be shown although they were recorded; null where nothing that was delivered is missing. */
  readonly hidden: string | null
  /** Whether the record of the making of long-term credentials is complete in an account over the window. */
  readonly birthsKnown: (account: string) => boolean
}

/** How long before or after a service's call its parent's may be recorded, in milliseconds. */
const NEAR = 10_000

/** A line of makers longer than any that is real. */
const LONGEST_LINE = 16

function doubt(because: string, settledBy: string, gap: Doubt['gap'] = 'accessor-unknown'): Doubt {
  return { kind: 'doubt', gap, because, settledBy }
}

const OWNER = (what: string): string =>
  `its owner's word: \`assume add --kind accessor\` for ${what}, with the places it was used from`

const isForwarded = (use: CallerUse): boolean => use.callerKind === SERVICE_FORWARDED

/** Addresses of calls that count as the actor's; those that the owner claims are not among them. */
function actorPlaces(closure: Closure): ReadonlySet<string> {
  const ours = new Set(closure.selection.ours.flatMap((match) => (match.on === 'address' ? [match.value] : [])))
  const found = [...closure.held].flatMap(([caller, { ties }]) =>
    (closure.uses.get(caller) ?? []).flatMap(({ address, first, last }) => {
      const counts = ties.some(
        ({ window: { from, to } }) => (from === null || last >= from) && (to === null || first <= to),
      )
      return address === null || !counts || ours.has(address) ? [] : [address]
    }),
  )
  const named = closure.events.flatMap((indicator) => (indicator.kind === 'address' ? [indicator.value] : []))
  return new Set([...found, ...named])
}

/** Judges whether those who touched stores are the actor, each once (coverage.md 3). */
export class Accessors {
  readonly #input: AccessorsInput
  readonly #known: KnownAccessors
  readonly #actors: ReadonlySet<string>
  readonly #judged = new Map<CallerId, AccessorJudgement>()
  readonly #steady = new Map<string, Continuity>()

  private constructor(input: AccessorsInput, known: KnownAccessors) {
    this.#input = input
    this.#known = known
    this.#actors = actorPlaces(input.closure)
  }

  /** Asks for all that judging these callers takes. */
  static async ask(input: AccessorsInput, callers: readonly CallerId[]): Promise<Accessors> {
    return new Accessors(input, await gatherAccessors(input.facts, callers))
  }

  /** Judges one caller. */
  judge(caller: CallerId, depth = 0): AccessorJudgement {
    const known = this.#judged.get(caller)
    if (known !== undefined) return known
    const judgement =
      depth > LONGEST_LINE
        ? doubt(`the line of those who made ${caller} is too long to follow`, OWNER(`\`${caller}\``))
        : this.#judge(caller, depth)
    this.#judged.set(caller, judgement)
    return judgement
  }

  #judge(caller: CallerId, depth: number): AccessorJudgement {
    const uses = this.#known.uses.get(caller) ?? []
    if (this.#input.closure.held.has(caller)) return doubt(`${caller} may be the actor's`, OWNER(`\`${caller}\``))
    const kinds = new Set(uses.map((use) => use.callerKind))
    if (kinds.has(ANONYMOUS)) return this.#anonymous(uses)
    if (kinds.has('service'))
      return doubt(`${caller} is a service that acts by itself`, 'the configuration that makes it act, and its author')
    if ([...kinds].some((kind) => COMPUTE_CREDENTIALS.has(kind))) return this.#driven(caller)
    const principals = [...new Set(uses.map(principalBehind))]
    const [principal] = principals
    if (principal === undefined || principal === null || principals.length > 1) return this.#paired(caller, depth)
    if (uses.every(isForwarded)) return this.#forwarded(uses, principal, depth)
    return this.#credential(caller, uses, principal, depth)
  }

  /** Without a credential anybody may have called: only somebody's word on every address tells that it was not the actor. */
  #anonymous(uses: readonly CallerUse[]): AccessorJudgement {
    const origins = uses.map((use): OriginUse => ({ ...use, principal: ANONYMOUS, agent: null, vpcEndpoint: null }))
    const foreign = uses.every(({ address }) => address !== null && !this.#actors.has(address))
    const continuity = foreign ? this.#continuity(ANONYMOUS, origins) : null
    if (continuity?.kind === 'steady')
      return { kind: 'accounted', born: { kind: 'no-credential' }, principal: ANONYMOUS, continuity }
    return doubt(
      'it was touched without any credential, by whoever knew its name',
      "an indicator of the owner, or `assume add --kind accessor` for `anonymous`, with every address that read it so and that is not the actor's",
      'public',
    )
  }

  /** A call into another account: the record of the caller's own account names the credential. */
  #paired(caller: CallerId, depth: number): AccessorJudgement {
    const pairings = this.#known.pairings.get(caller) ?? []
    const partners = pairings.flatMap(({ partner }) => partner ?? [])
    if (partners.length === 0 || partners.length < pairings.length)
      return doubt(`${caller} is named without the principal it acts as`, 'the record of its calls in its own account')
    for (const partner of partners) {
      const judged = this.judge(partner, depth + 1)
      if (judged.kind === 'doubt') return judged
    }
    return { kind: 'accounted', born: { kind: 'for-others', parents: partners }, principal: null, continuity: null }
  }

  #driven(caller: CallerId): Doubt {
    return doubt(
      `${caller} was handed to compute, which whoever drives it can use`,
      'the record of everything that could drive it, and its own addresses',
    )
  }

  /** What a service did for somebody is accounted for by the calls that it served. */
  #forwarded(uses: readonly CallerUse[], principal: string, depth: number): AccessorJudgement {
    const own = (this.#known.byPrincipal.get(principal) ?? []).filter((use) => !isForwarded(use))
    const near = own.filter((one) => uses.some((use) => one.first <= use.last + NEAR && one.last >= use.first - NEAR))
    const parents = [...new Set(near.map((use) => use.caller))]
    if (parents.length === 0)
      return doubt(`a service called for ${principal}, and no call of its own stands behind that`, OWNER(principal))
    for (const parent of parents) {
      const judged = this.judge(parent, depth + 1)
      if (judged.kind === 'doubt') return judged
    }
    return { kind: 'accounted', born: { kind: 'for-others', parents }, principal: null, continuity: null }
  }

  #credential(caller: CallerId, uses: readonly CallerUse[], principal: string, depth: number): AccessorJudgement {
    const born = this.#birth(caller, uses, principal, depth)
    if (born.kind === 'doubt') return born
    const continuity = this.#continuity(principal, this.#known.origins.get(principal) ?? [])
    if (continuity.kind === 'unsteady') return doubt(continuity.because, OWNER(principal))
    return { kind: 'accounted', born, principal, continuity }
  }

  #continuity(principal: string, origins: readonly OriginUse[]): Continuity {
    const known = this.#steady.get(principal)
    if (known !== undefined) return known
    const { window, entry, closure, hidden, assumptions } = this.#input
    const vouched = assumptions.filter(
      (one): one is AcceptedAssumption<'accessor'> =>
        one.kind === 'accessor' && one.broken === null && one.scope.principal === principal,
    )
    const found = continuityOf({
      origins,
      window,
      entry,
      actors: this.#actors,
      ours: closure.selection.ours,
      vouched,
      hidden,
    })
    this.#steady.set(principal, found)
    return found
  }

  #birth(caller: CallerId, uses: readonly CallerUse[], principal: string, depth: number): Accounted['born'] | Doubt {
    const [mint] = this.#known.mints.get(caller) ?? []
    if (mint !== undefined) return this.#made(caller, mint, depth)
    const isLongTerm = uses.some((use) => use.callerKind === 'access-key')
    return isLongTerm ? this.#longTerm(caller, uses) : this.#signedIn(caller, uses, principal)
  }

  #made(caller: CallerId, mint: Mint, depth: number): Accounted['born'] | Doubt {
    const isHandedOut = (this.#known.uses.get(mint.caller) ?? []).some((use) => use.callerKind === 'service')
    if (isHandedOut || COMPUTE_CREDENTIALS.has(mint.kind)) return this.#driven(caller)
    const by = this.judge(mint.caller, depth + 1)
    return by.kind === 'doubt' ? by : { kind: 'minted', mint, by: mint.caller }
  }

  #longTerm(caller: CallerId, uses: readonly CallerUse[]): Accounted['born'] | Doubt {
    const { from } = this.#input.window
    const older = from === null ? undefined : uses.find((use) => use.first < from)
    if (older !== undefined) return { kind: 'older', use: older }
    const account = uses[0]?.principalAccount ?? null
    if (account !== null && this.#input.birthsKnown(account)) return { kind: 'never-made', account }
    return doubt(
      `${caller} may have been made in the window: no earlier use and no complete record of the making of keys shows otherwise`,
      'the record of management events of its account from before its first use, or the date in its credential report',
    )
  }

  /** A console renews its session's credentials without a record: the session is told by its principal and its beginning. */
  #signedIn(caller: CallerId, uses: readonly CallerUse[], principal: string): Accounted['born'] | Doubt {
    const created = uses[0]?.sessionCreated ?? null
    const signIns = [principal, ...uses.flatMap((use) => use.principal ?? [])].flatMap(
      (one) => this.#known.signIns.get(one) ?? [],
    )
    const mint = signIns.find((one) => one.at === created)
    if (mint !== undefined) return { kind: 'signed-in', mint }
    return doubt(`the beginning of ${caller} is not in evidence`, `the call that made ${caller}, in any region`)
  }
}
