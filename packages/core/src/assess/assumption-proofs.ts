import type { AcceptedAssumption } from '../domain/assumption.ts'
import { scopeText } from '../domain/assumption-scope.ts'
import type { PremiseGraph } from '../domain/premise-graph.ts'

/** The premise that a named person takes something for true that no evidence shows. */
export function assumptionPremise(graph: PremiseGraph, one: AcceptedAssumption): string {
  return graph.add({
    kind: 'assumed',
    subject: JSON.stringify(['assumption', one.id]),
    says: `Taken for true by ${one.by} (${one.id}): ${one.kind}, ${scopeText(one)}, because ${one.because}.`,
    unless: 'what was signed is not so',
    from: [],
    evidence: [],
    query: null,
  })
}

/** The assumptions that an argument rests on, by their ids, in order. */
export function assumptionsUnder(
  graph: PremiseGraph,
  root: string,
  all: readonly AcceptedAssumption[],
): readonly string[] {
  if (all.length === 0) return []
  const below = graph.below(root)
  return all
    .filter((one) => below.has(graph.idOf('assumed', JSON.stringify(['assumption', one.id]))))
    .map((one) => one.id)
    .sort()
}
