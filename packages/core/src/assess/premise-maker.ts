import type { PremiseDraft, PremiseGraph } from '../domain/premise-graph.ts'

/** What a premise says, and what it rests on. */
export type Made = Pick<PremiseDraft, 'says'> & Partial<PremiseDraft>

/** Adds premises to a graph, each once: proofs of many stores rest on the same ones. */
export class PremiseMaker {
  readonly graph: PremiseGraph
  readonly #made = new Map<string, string>()

  /** Takes the graph to add to. */
  constructor(graph: PremiseGraph) {
    this.graph = graph
  }

  /** Adds a premise and gives its id; what stands under one that is there already is not made again. */
  once(kind: PremiseDraft['kind'], subject: readonly unknown[], make: () => Made): string {
    const text = JSON.stringify(subject)
    const key = `${kind} ${text}`
    const known = this.#made.get(key)
    if (known !== undefined) return known
    const base = { unless: null, from: [], evidence: [], query: null }
    const id = this.graph.add({ ...base, kind, subject: text, ...make() })
    this.#made.set(key, id)
    return id
  }

  /** A premise that any one of several is enough for; a single one is itself. */
  any(kind: PremiseDraft['kind'], from: readonly string[], subject: readonly unknown[], says: string): string {
    const [only] = from
    if (only !== undefined && from.length === 1) return only
    return this.once(kind, ['any', ...subject, from], () => ({ says, from, any: true }))
  }
}
