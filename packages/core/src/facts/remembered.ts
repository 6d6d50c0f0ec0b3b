import type { Facts } from './port.ts'

/**
 * The same facts, asking each question once: a fix-point asks its last round's questions again to see that nothing is added, and
 * each may read millions of rows. For evidence that does not change meanwhile.
 */
export function remembered(facts: Facts): Facts {
  return {
    places: once(facts.places),
    callsDuring: once(facts.callsDuring),
    callers: once(facts.callers),
    mintsFrom: once(facts.mintsFrom),
    mintsOf: once(facts.mintsOf),
    touches: once(facts.touches),
    usesOf: once(facts.usesOf),
    volumes: once(facts.volumes),
    partTouches: once(facts.partTouches),
    partVolumes: once(facts.partVolumes),
    stores: once(facts.stores),
    grants: once(facts.grants),
    changesBy: once(facts.changesBy),
    closingsOn: once(facts.closingsOn),
    ends: once(facts.ends),
    originsOf: once(facts.originsOf),
    pairings: once(facts.pairings),
    statements: once(facts.statements),
    calls: once(facts.calls),
    witnessSubjects: once(facts.witnessSubjects),
    witnessed: once(facts.witnessed),
    witnessedParts: once(facts.witnessedParts),
    measured: once(facts.measured),
  }
}

function once<Asked extends readonly unknown[], Answer>(
  ask: (...asked: Asked) => Promise<Answer>,
): (...asked: Asked) => Promise<Answer> {
  const answers = new Map<string, Promise<Answer>>()
  return (...asked) => {
    const key = JSON.stringify(asked)
    const answer = answers.get(key) ?? ask(...asked)
    answers.set(key, answer)
    return answer
  }
}
