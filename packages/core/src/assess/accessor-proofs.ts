import type { CallerId } from '../domain/brand.ts'
import { formatInstant, type Instant, type Window } from '../domain/instant.ts'
import type { PremiseDraft, PremiseGraph } from '../domain/premise-graph.ts'
import type { Accessors, Accounted } from '../exposure/accessors.ts'
import type { OriginUse } from '../facts/port.ts'
import { assumptionPremise } from './assumption-proofs.ts'
import { spanWords } from './record-words.ts'

/** What the premises about accessors are made from. */
export interface AccessorProofsInput {
  readonly graph: PremiseGraph
  readonly accessors: Accessors
  readonly entry: Instant | null
  readonly window: Window
  /** The premise that every making of a credential in an account would be in evidence. */
  readonly birthsPremise: (account: string) => readonly string[]
}

/** Makes the premises by which those who touched a store are shown not to be the actor. */
export class AccessorProofs {
  readonly #input: AccessorProofsInput
  readonly #done = new Map<CallerId, string>()

  /** Takes the graph to add to and the judgements to show. */
  constructor(input: AccessorProofsInput) {
    this.#input = input
  }

  #add(kind: PremiseDraft['kind'], subject: readonly unknown[], says: string, more: Partial<PremiseDraft>): string {
    const base = { unless: null, from: [], evidence: [], query: null }
    return this.#input.graph.add({ ...base, kind, subject: JSON.stringify(subject), says, ...more })
  }

  /** Adds the premise of one accessor and of those behind it, and gives its id; null where it is in doubt. */
  add(caller: CallerId): string | null {
    const known = this.#done.get(caller)
    if (known !== undefined) return known
    const judged = this.#input.accessors.judge(caller)
    if (judged.kind === 'doubt') return null
    const id = this.#accounted(caller, judged)
    this.#done.set(caller, id)
    return id
  }

  #accounted(caller: CallerId, judged: Accounted): string {
    const { principal, continuity } = judged
    const steady = continuity === null || principal === null ? [] : [this.#continuity(principal, continuity)]
    return this.#add('accessor', [caller], `\`${caller}\` is accounted for: it was not the actor's.`, {
      from: [...this.#born(caller, judged.born), ...steady, this.#hosts()],
      query: { kind: 'events-of-caller', caller, account: null },
    })
  }

  #born(caller: CallerId, born: Accounted['born']): readonly string[] {
    switch (born.kind) {
      case 'older': {
        const { first, firstEvent } = born.use
        const says = `\`${caller}\` was in use at ${formatInstant(first)}, before the window.`
        const evidence = [{ event: firstEvent.eventId, ref: firstEvent.ref }]
        const query = { kind: 'uses-before', caller, before: this.#input.window.from ?? first } as const
        return [this.#add('born', [caller, 'older'], says, { evidence, query })]
      }
      case 'minted': {
        const { eventId, ref, at } = born.mint
        const maker = this.add(born.by)
        const says = `\`${caller}\` was made by \`${born.by}\` at ${formatInstant(at)}.`
        const from = maker === null ? [] : [maker]
        return [this.#add('born', [caller, 'minted'], says, { from, evidence: [{ event: eventId, ref }] })]
      }
      case 'signed-in': {
        const { eventId, ref, at } = born.mint
        const says = `\`${caller}\` is of the session that began when somebody signed in at ${formatInstant(at)}.`
        return [this.#add('born', [caller, 'signed-in'], says, { evidence: [{ event: eventId, ref }] })]
      }
      case 'never-made': {
        const says = `No call of the window made \`${caller}\`, and one would be in evidence: it is older.`
        return [this.#add('born', [caller, 'never-made'], says, { from: this.#input.birthsPremise(born.account) })]
      }
      case 'no-credential':
        return []
      case 'for-others': {
        const from = born.parents.flatMap((parent) => this.add(parent) ?? [])
        return [
          this.#add(
            'born',
            [caller, 'for-others'],
            `\`${caller}\` stands for calls of others, each of them accounted for.`,
            { from },
          ),
        ]
      }
    }
  }

  #continuity(principal: string, { known, attested }: NonNullable<Accounted['continuity']>): string {
    const places = [
      ...known.map((use) => this.#origin(principal, use)),
      ...attested.map(({ use, by }) =>
        by === null ? this.#named(principal, use) : assumptionPremise(this.#input.graph, by),
      ),
    ]
    const says = `Every use of ${principal} in the window came from where it was used before the actor came in, or from where its owner says it works.`
    const from = [...places, this.#entered(), ...this.#nothingHidden()]
    return this.#add('continuity', [principal], says, {
      from,
      unless: 'the actor works from the same place with the same program',
    })
  }

  #named(principal: string, { address, agent }: OriginUse): string {
    const says = `The owner named ${address ?? agent} as its own.`
    const more = { unless: 'the indicator of the owner is wrong' }
    return this.#add('assumed', ['attested', principal, address, agent], says, more)
  }

  #origin(principal: string, { address, agent, first, firstEvent }: OriginUse): string {
    const before = this.#input.entry ?? first
    const says = `${principal} was used from ${address} with ${agent} at ${formatInstant(first)}.`
    return this.#add('continuity', [principal, address, agent], says, {
      evidence: [{ event: firstEvent.eventId, ref: firstEvent.ref }],
      query: { kind: 'origin', principal, address: address ?? '', before },
    })
  }

  /** That no use is hidden in a file that was delivered and is missing. */
  #nothingHidden(): readonly string[] {
    const { from, to } = this.#input.window
    if (from === null || to === null) return []
    const says = `Every file that was delivered with events ${spanWords({ from, to: to + 1 })}, in any place, is in evidence: no use is hidden.`
    return [this.#add('evidence', ['delivered', from, to], says, { query: { kind: 'delivered', from, to } })]
  }

  #entered(): string {
    const { entry } = this.#input
    const at = entry === null ? 'an unknown time' : formatInstant(entry)
    return this.#add(
      'assumed',
      ['entry'],
      `The actor came in at ${at} and not before: whoever added the indicator says so.`,
      {
        unless: 'the actor was in before',
      },
    )
  }

  #hosts(): string {
    return this.#add(
      'assumed',
      ['hosts'],
      'The hosts that credentials are used from, outside the evidence, were not driven by the actor.',
      {
        unless: 'the actor drove such a host',
      },
    )
  }
}
