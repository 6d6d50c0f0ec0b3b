import type { Premise } from './premise.ts'

/** What a premise is, before it has an id. */
export type PremiseDraft = Omit<Premise, 'id'>

/** Makes ids that are a kind and a short hash of the subject, never a position. */
export class IdMaker {
  readonly #digest: (text: string) => string
  readonly #subjects = new Map<string, string>()

  /** Takes the hash to use: SHA-256 of a text, in hex. */
  constructor(digest: (text: string) => string) {
    this.#digest = digest
  }

  /**
   * The id of a subject. INVARIANT: one id never stands for two subjects; should 48 bits ever collide, that is a fault and
   * throws, because merged proofs would prove the wrong thing.
   */
  id(letter: 'P' | 'G' | 'C' | 'R', subject: string): string {
    const id = `${letter}-${this.#digest(`${letter} ${subject}`).slice(0, 12)}`
    const known = this.#subjects.get(id)
    if (known !== undefined && known !== subject) throw new Error(`two subjects share the id ${id}`)
    this.#subjects.set(id, subject)
    return id
  }
}

/** The shared graph of premises: equal subjects are one premise, so that identical arguments share their proof. */
export class PremiseGraph {
  readonly #ids: IdMaker
  readonly #premises = new Map<string, Premise>()

  /** Takes the maker of ids that the whole assessment uses. */
  constructor(ids: IdMaker) {
    this.#ids = ids
  }

  /** The id a premise has or will have. */
  idOf(kind: Premise['kind'], subject: string): string {
    return this.#ids.id('P', `${kind} ${subject}`)
  }

  /** Adds a premise and gives its id; a premise that is there already is kept as it is. */
  add(draft: PremiseDraft): string {
    const id = this.idOf(draft.kind, draft.subject)
    if (!this.#premises.has(id)) this.#premises.set(id, { id, ...draft, from: [...new Set(draft.from)] })
    return id
  }

  /** The ids of a premise and of all that it rests on. */
  below(root: string): ReadonlySet<string> {
    const seen = new Set<string>([root])
    // A set is walked in the order of insertion, also over what is added on the way.
    for (const id of seen) for (const one of this.#premises.get(id)?.from ?? []) seen.add(one)
    return seen
  }

  /** All premises in the order of their ids. */
  list(): readonly Premise[] {
    return [...this.#premises.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  }
}
