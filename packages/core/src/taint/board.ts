import type { CallerId } from '../domain/brand.ts'
import { latest } from '../domain/instant.ts'
import { compareValues } from '../facts/order.ts'
import type { EventMatch, Holding, Selection } from '../facts/selection.ts'
import { type Beside, type Held, type Tie, withTie } from './held.ts'

/** The identities found so far; it only grows, which is why the fix-point ends. */
export class Board {
  readonly #held = new Map<CallerId, Held>()
  readonly #matches: readonly EventMatch[]
  readonly #ours: readonly EventMatch[]
  readonly #beside = new Map<string, readonly Beside[]>()
  #changes = 0

  /** Takes what is told by the record itself: the actor's event indicators and the owner's. */
  constructor(matches: readonly EventMatch[], ours: readonly EventMatch[]) {
    this.#matches = matches
    this.#ours = ours
  }

  /** Adds an identity or one more tie to it. */
  add({ caller, expires }: Pick<Held, 'caller' | 'expires'>, tie: Tie): void {
    const identity = { caller, expires, kind: tie.kind, principal: tie.principal }
    const known = this.#held.get(identity.caller)
    const next = known === undefined ? { ...identity, ties: [tie] as const } : withTie(filled(known, identity), tie)
    if (next === known) return
    this.#held.set(identity.caller, next)
    this.#changes += 1
  }

  /** Says which calls count as possibly the actor's although their caller is no identity that anybody held; replaces what was said on the topic before. */
  setBeside(topic: string, calls: readonly Beside[]): void {
    this.#beside.set(topic, calls)
  }

  /** What was said to count beside the identities. */
  beside(): readonly Beside[] {
    return [...this.#beside].sort(([a], [b]) => compareValues(a, b)).flatMap(([, calls]) => calls)
  }

  /** How often anything was added: equal counts before and after a round mean that the fix-point is reached. */
  get changes(): number {
    return this.#changes
  }

  get(caller: CallerId): Held | undefined {
    return this.#held.get(caller)
  }

  /** The identities in the order of their ids, so that nothing depends on the order of finding. */
  sorted(): readonly Held[] {
    return [...this.#held.values()].sort((a, b) => compareValues(a.caller, b.caller))
  }

  /** Which calls are the actor's, as far as known now. */
  selection(): Selection {
    const beside = this.beside().map(({ caller, window, address }) => ({ caller, window, address, strict: false }))
    return { holdings: [...this.sorted().flatMap(holdingsOf), ...beside], matches: this.#matches, ours: this.#ours }
  }

  /** The selection as far as it concerns one caller's calls: as good as the whole for judging them, and small. */
  selectionFor(caller: CallerId): Selection {
    const held = this.#held.get(caller)
    return { holdings: held === undefined ? [] : holdingsOf(held), matches: this.#matches, ours: this.#ours }
  }
}

function holdingsOf(held: Held): readonly Holding[] {
  const all = held.ties.map(
    (tie): Holding => ({ caller: held.caller, window: tie.window, strict: tie.strict, address: null }),
  )
  return [...new Map(all.map((holding) => [JSON.stringify(holding), holding])).values()]
}

function least<Value extends string | number>(a: Value | null, b: Value | null): Value | null {
  if (a === null || b === null) return a ?? b
  return compareValues(a, b) <= 0 ? a : b
}

/** Fills in what a later finding knows and an earlier one did not; INVARIANT: independent of their order, also where they differ. */
function filled(known: Held, found: Omit<Held, 'ties'>): Held {
  const principal = least(known.principal, found.principal)
  const expires = latest(known.expires, found.expires)
  const said = (kind: string): string | null => (kind === 'unknown' ? null : kind)
  const kind = least(said(known.kind), said(found.kind)) ?? 'unknown'
  const same = principal === known.principal && expires === known.expires && kind === known.kind
  return same ? known : { ...known, principal, expires, kind }
}
