import type { CallerId } from '../domain/brand.ts'
import { formatInstant } from '../domain/instant.ts'
import type { PremiseGraph } from '../domain/premise-graph.ts'
import { groupBy } from '../facts/group.ts'
import { groundedTies } from '../taint/depths.ts'
import { type Beside, type Closure, type Held, isStrict, type Tie } from '../taint/held.ts'
import type { Indicator } from '../taint/indicator.ts'
import { LINK_WORDS } from './words.ts'

function span(indicator: Indicator): string {
  const { from, to } = indicator.window
  return `${from === null ? '' : ` from ${formatInstant(from)}`}${to === null ? '' : ` to ${formatInstant(to)}`}`
}

/** The premise that an indicator is what somebody vouches it is: nothing in the evidence can prove that. */
export function indicatorPremise(graph: PremiseGraph, indicator: Indicator): string {
  const side = indicator.ours ? 'the owner' : 'the actor'
  return graph.add({
    kind: 'indicator',
    subject: indicator.id,
    says: `${indicator.by ?? 'Whoever worked on this case'} named ${indicator.kind} \`${indicator.value}\`${span(indicator)} as ${side}'s.`,
    unless: 'the indicator is wrong or its time is',
    from: [],
    evidence: [],
    query: null,
  })
}

const DOUBTS: Readonly<Record<string, string>> = {
  inferred: 'somebody else used it from there at that time',
  assumable: 'nobody but its owner took the role',
  possible: 'the actor never reached what it was handed to',
}

function doubtOf(held: Held): string | null {
  return isStrict(held) ? null : (DOUBTS[held.ties[0].link] ?? 'the suggestion misleads')
}

/** Makes the premises that show how each identity came to be the actor's. */
export class IdentityProofs {
  readonly #graph: PremiseGraph
  readonly #closure: Closure
  readonly #ties: (held: Held) => readonly Tie[]
  readonly #beside: ReadonlyMap<CallerId, readonly Beside[]>

  /** Takes the graph to add to and the closure to show. */
  constructor(graph: PremiseGraph, closure: Closure) {
    this.#graph = graph
    this.#closure = closure
    this.#ties = groundedTies(closure)
    this.#beside = new Map(groupBy(closure.beside, (one) => [one.caller]).map((group) => [group[0].caller, group]))
  }

  #parents(tie: Tie): readonly string[] {
    const own = tie.indicator === null ? [] : [indicatorPremise(this.#graph, tie.indicator)]
    const parent = tie.parent === null ? undefined : this.#closure.held.get(tie.parent)
    if (parent !== undefined) return [...own, this.#graph.idOf('identity', parent.caller)]
    // Who is not held makes somebody the actor's only by calls that an indicator names: what counts beside chases nothing.
    return tie.parent === null ? own : [...own, ...this.#named()]
  }

  /** The premises under which a caller's calls count although it is not held: they follow from one that is, or indicators name them. */
  namedCalls(caller: CallerId): readonly string[] {
    if (this.#closure.held.has(caller)) return [this.#graph.idOf('identity', caller)]
    const beside = this.#beside.get(caller) ?? []
    return [...beside.map((one) => this.#besidePremise(one)), ...this.#named()]
  }

  /** The indicators that name calls by themselves. */
  #named(): readonly string[] {
    return this.#closure.events.map((indicator) => indicatorPremise(this.#graph, indicator))
  }

  #besidePremise({ caller, parent, event, because }: Beside): string {
    return this.#graph.add({
      kind: 'beside',
      subject: JSON.stringify([caller, parent]),
      says: `Calls of \`${caller}\` may be the actor's: ${because}.`,
      unless: 'it was not the actor that they were made for or by',
      from: [this.#graph.idOf('identity', parent)],
      evidence: [{ event: event.eventId, ref: event.ref }],
      query: { kind: 'events-of-caller', caller, account: null },
    })
  }

  /** Adds the premise of one identity and gives its id. */
  add(held: Held): string {
    const ties = this.#ties(held)
    const [best = held.ties[0]] = ties
    return this.#graph.add({
      kind: 'identity',
      subject: held.caller,
      says: `\`${held.caller}\` ${LINK_WORDS[best.link]}${best.link === 'seed' ? '' : `: ${best.because}`}.`,
      unless: doubtOf(held),
      from: ties.flatMap((tie) => this.#parents(tie)),
      evidence: ties.flatMap((tie) => (tie.event === null ? [] : [{ event: tie.event.eventId, ref: tie.event.ref }])),
      query: { kind: 'events-of-caller', caller: held.caller, account: null },
    })
  }

  /** Adds the premises of all identities. */
  addAll(): void {
    for (const held of this.#closure.held.values()) this.add(held)
  }
}
